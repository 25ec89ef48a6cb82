import type { Question } from './asked.ts';

type Asked =
  | 'code'
  | 'title'
  | 'group'
  | 'processing'
  | 'priority'
  | 'add'
  | 'remove'
  | 'becomes'
  | 'waiting'
  | 'forward'
  | 'find'
  | 'ticket';

/** Where answer templates are looked after. Raw where Slack shows plain text, which is all but the sentences. */
export type TemplatingWords = {
  /** At most 24 characters. */
  title: string;
  titles: Record<'new' | 'edit' | 'show', string>;
  onlyAgents: string;
  intro(count: number): string;
  none: string;
  notFound(words: string): string;
  /** On the button of the search. */
  search: string;
  new: string;
  choose: Record<'show' | 'edit' | 'copy', string>;
  used(count: number, last: string | null): string;
  everyGroup: string;
  ask: Record<Asked, Question>;
  /** The question for the words in one language. */
  text(language: string): Question;
  /** Sentences: what may stand in double braces. */
  codes(codes: string): string;
  fields(codes: string): string;
  /** Words in other groups stand in the desk file. */
  variants(groups: string): string;
  /** Acts that the window cannot show, and that stay. */
  keeps(acts: string): string;
  /** Of a category, beside its name. */
  isGone: string;
  notInGroup: string;
  copied: string;
  save: string;
  saved: string;
  /** The words that are used where no language is said. */
  inAll: string;
  nobodysTicket: string;
  remove: { label: string; title: string; text(title: string): string; confirm: string; deny: string };
  removed(title: string): string;
  undo: string;
  undone(title: string): string;
  cannotUndo: string;
  gone: string;
  changed: string;
  taken: string;
  tooMany(most: number): string;
  notYours: string;
  faults: {
    noCode: string;
    isVerb: string;
    codeTooLong(most: number): string;
    titleTooLong(most: number): string;
    unknownGroup: string;
    unknownProcessing: string;
    noText: string;
    unknownCode(code: string, known: string): string;
    tooLong(most: number, has: string): string;
    /** The other language has a code that this one lacks. */
    lacking(code: string, language: string): string;
    waiting: string;
    act: string;
  };
};
