import type { BannedHow } from '../../desk/banned-editing.ts';
import type { Question } from './asked.ts';

/** Where it is said which words no requester gets. Raw where Slack shows plain text, which is all but the sentences. */
export type BanningWords = {
  /** At most 24 characters. */
  title: string;
  titles: Record<'add' | 'try' | 'how', string>;
  onlyLeads: string;
  intro(count: number): string;
  none: string;
  notFound(words: string): string;
  search: string;
  buttons: Record<'add' | 'try' | 'how', string>;
  everyGroup: string;
  everyLanguage: string;
  ask: Record<'find' | 'group' | 'language' | 'words' | 'sentence', Question>;
  /** Sentence: how much fits, and where longer lists go. */
  fits(most: number): string;
  add: string;
  added(added: number, there: number): string;
  removeWord(word: string): string;
  removed(word: string): string;
  undo: string;
  nothing: string;
  notYours: string;
  tooMany(left: number): string;
  empty(lines: string): string;
  long(lines: string, most: number): string;
  try: string;
  found(words: string): string;
  foundNone: string;
  /** Sentences: what would happen in this group. */
  happens: Record<BannedHow, string>;
  how: Record<BannedHow, string>;
  save: string;
};
