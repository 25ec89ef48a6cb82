import type { RefusedFile } from '../../domain/files.ts';

/** Files that come with words. */
export type FileWords = {
  /** One that is not taken, why, and what to do. */
  refused(file: RefusedFile): string;
  /** After those that are not taken in a form. */
  takeOut(count: number): string;
  /** After those that were not taken with a message. */
  wentOn(count: number): string;
};
