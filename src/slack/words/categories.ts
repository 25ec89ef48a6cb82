import type { DOCUMENT_ON_CLOSE, WrongCategory } from '../../domain/processing.ts';
import type { Question } from './asked.ts';

type How = (typeof DOCUMENT_ON_CLOSE)[number];

/** The window in which the categories of a group are looked after. Raw, but for names in what is said of one, which come ready. */
export type CategoriesWords = {
  /** Opens it, and stands over it. */
  title: string;
  onlyLeads: string;
  /** Of which group; in a menu. */
  which: string;
  intro(group: string): string;
  none: string;
  /** `over`: at least so many. */
  used(count: number, over: boolean): string;
  add: string;
  titles: { new: string; edit: string; decide: string };
  sure: { title: string; text(name: string): string };
  removed(name: string): string;
  /** What names it still, in words; empty: nothing. */
  named(name: string, by: { triggers: string; templates: string }): string;
  /** Somebody else was faster. */
  changed: string;
  ask: Record<'name_en' | 'name_it' | 'closing' | 'customer', Question>;
  /** Opens the window in which it is said how tickets end, and who sees the tab Customer. */
  decide: string;
  /** What whoever ends a ticket is asked for: to choose from, and as a sentence. */
  closing: { choices: Record<How, string>; stands: Record<How, string> };
  /** Those who see it: to choose from, and as a sentence. */
  customer: Record<'choices' | 'stands', Record<'agents' | 'leads', string>>;
  wrong: Record<WrongCategory, string>;
};
