/** Of words that are not sent to requesters. What is named comes escaped and ready, but for what is called raw. */
export type BannedWords = {
  /** In the form, over the questions, before it is sent once more. */
  warned(words: string): string;
  /** On the button that sends it all the same; raw, at most 24 characters. */
  anyway: string;
  /** To whoever typed them in Slack itself, where they stand already. */
  typed(words: string): string;
  /** Under the preview of what was typed in a thread. */
  order: Record<'warn' | 'block', (words: string) => string>;
  /** Under what one is about to send for many. */
  many(words: string): string;
};
