import type { Answers } from '../codec.ts';

/** The answer to one question as a word; undefined when it was left empty. */
export function given(answers: Answers, field: string): string | undefined {
  const answer = answers[field];
  const word = typeof answer === 'string' ? answer.trim() : undefined;
  return word === '' ? undefined : word;
}

/** The answers to these questions, without the empty ones. */
export const givenOf = (answers: Answers, ...fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const word = given(answers, field);
      return word === undefined ? [] : [[field, word]];
    }),
  );
