import type { Language } from '../../domain/language.ts';
import type { Question } from './asked.ts';

/** Of the window in which an answer is written. What is called raw comes as it is. */
export type ComposerWords = {
  template: Question;
  /** Raw: under the answer. */
  readsIn(requester: string, language: Language): string;
  /** Raw: behind the title of a template. */
  uses(count: number): string;
  /** Over the boxes of what a template also does. */
  acts: Question;
  /** Raw. */
  priority(name: string): string;
  /** Raw. */
  title(title: string): string;
  /** Raw: tags that are added and that go. */
  tags(add: string, remove: string): string;
  /** Raw. */
  forward(group: string): string;
  /** Under the boxes: nothing was done, because one thing could not be. */
  nothingSent(what: string, why: string): string;
  noFiles: string;
  tooLong(most: number): string;
  noTemplate: string;
  /** It was chosen before, and its words stand there. */
  twice: string;
  /** Raw, under the answer: words in braces that nothing fills. */
  unfilled(codes: string): string;
  /** To whoever typed `?code`: there is none of that code; `list` is what there is, ready. */
  noSuch(code: string, list: string): string;
  /** The same with more words behind it. */
  alone(code: string): string;
  leftOpen: (codes: string) => string;
  preview: {
    /** Raw, on the button. */
    button: string;
    /** Raw, on the button of whoever writes templates. */
    asTemplate: string;
    /** Raw, at most 24 characters. */
    title(id: string): string;
    /** Raw. */
    back: string;
    /** Raw: where it cannot be sent as it stands. */
    again: string;
    reads(requester: string): string;
    nothing: string;
    /** Files that go along, by their names. */
    files(names: string): string;
    marked(words: string): string;
    blocked(words: string): string;
    personal(parts: string): string;
    /** Raw. */
    change: string;
    /** Raw. */
    changeHint: string;
    tooMuch: string;
  };
};
