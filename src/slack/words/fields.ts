import type { Ask } from '../../domain/fields.ts';

/** Of the questions that a submission type asks. */
export type FieldWords = {
  /** Under an answer that is not of the kind that is asked for; raw. */
  wrong: Partial<Record<Ask, string>>;
  /** So many that do not stand on the card. */
  more(count: number): string;
  /** Above the questions that agents answer for themselves. */
  agentsOnly: string;
  /** Above a box for what is answered already, in a way that would not be taken today. Label and answer are escaped. */
  kept(label: string, answer: string): string;
  /** In the window of whoever asked, where no question lets him change his answer. */
  nothingYours: string;
  /** Above a box for files where some are there already. Label and names are escaped. */
  keptFiles(label: string, names: string): string;
  /** Above what has to be answered before it is resolved. */
  missing: string;
  /** The same where it may end without, for nothing was solved. */
  missingMaybe: string;
  /** In the history, of personal data. */
  changed: string;
  /** On buttons under personal answers; raw. */
  uncover: string;
  cover: string;
};
