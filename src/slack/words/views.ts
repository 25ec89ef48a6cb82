import type { DefaultView } from '../../domain/views.ts';
import type { Kept } from '../../desk/views.ts';
import type { Question } from './asked.ts';

/** What is said of searches that are kept under a name. Words come escaped unless called raw. */
export type ViewWords = {
  /** Raw: of the forms. */
  save: { title: string; submit: string };
  rename: { title: string; submit: string };
  ask: Record<'name' | 'owner', Question>;
  /** Raw. */
  onlyMe: string;
  forGroup(group: string): string;
  title: string;
  /** The lists that everybody has, by their names. */
  always: string;
  defaults: Record<DefaultView, string>;
  none: string;
  ofGroup(group: string): string;
  /** Raw: what can be done with one. */
  run: string;
  change: string;
  remove: string;
  saved(name: string): string;
  renamed(name: string): string;
  removed(name: string): string;
  /** On a button. */
  putBack: string;
  unknown(name: string, near: string | null): string;
  /** Raw. */
  faults: Record<Exclude<Kept, 'saved'>, string>;
};
