/** Of what was written in a form and not sent. */
export type DraftWords = {
  /** Over a form that begins with it; `at` is a moment. */
  yours(at: string): string;
  /** Raw, on the button. */
  discard: string;
  /** Under a refusal: the words are not lost. */
  kept: string;
  /** Files were chosen, which Slack does not put back. */
  files: string;
  /** The same over the question for them; their names are drawn already. */
  chooseAgain(names: readonly string[]): string;
  /** Slack has closed the way to a window before it opened. */
  tooLate: string;
  /** The window was closed before anything stood in it, or Slack has lost it. */
  closed: string;
};
