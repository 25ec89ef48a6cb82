import type { Question } from './asked.ts';
import type { WrongType } from '../../domain/type-making.ts';

type Asked = 'name_en' | 'name_it' | 'parent' | 'group' | 'hint_en' | 'hint_it';

/** The window in which submission types are looked after. Raw, but for names in what is said of one, which come ready. */
export type TypesWords = {
  /** Opens it, and stands over it. */
  title: string;
  intro: string;
  none: string;
  heading: string;
  questions(count: number): string;
  /** Stands under none. */
  alone: string;
  add: string;
  edit: string;
  up: string;
  remove: string;
  titles: { new: string; edit: string };
  sure: { title: string; text(name: string): string; yes: string; no: string };
  removed(name: string): string;
  below(name: string): string;
  /** What names it still, in words; empty: nothing. */
  named(name: string, by: { triggers: string; people: string }): string;
  /** Somebody else was faster. */
  changed: string;
  ask: Record<Asked, Question>;
  wrong: Record<WrongType['why'], string>;
};
