import type { RefusedFile } from '../../domain/files.ts';

/** Files that come with words. */
export type FileWords = {
  /** One that is not taken, why, and what to do. */
  refused(file: RefusedFile): string;
  /** After those that were not taken. */
  wentOn(count: number): string;
};
