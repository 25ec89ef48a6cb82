import type { Ask } from '../../domain/fields.ts';

/** Of the questions that a submission type asks. */
export type FieldWords = {
  /** Under an answer that is not of the kind that is asked for; raw. */
  wrong: Partial<Record<Ask, string>>;
  /** In the history, of personal data. */
  changed: string;
};
