/** What is said of tickets that are like another one. Words come escaped unless called raw. */
export type SimilarWords = {
  /** "3 like this, one solved". */
  summary(count: number, solved: number): string;
  see: string;
  /** Raw: the window's title. */
  title(id: string): string;
  intro(id: string): string;
  /** For an agent who may only look. */
  onlyLooks(id: string): string;
  none: string;
  answer: string;
  /** Labels of buttons, raw. */
  presses: Record<'reply' | 'merge' | 'duplicate' | 'link', string>;
  asked: {
    /** Over what was asked before, in the form of a new request. */
    head(count: number, solved: number): string;
    /** Labels of buttons, raw. */
    attach: string;
    follow: string;
    solved: string;
    /** What is said when it was done: nothing was filed. */
    /** `files`: some were chosen, which Slack hands over only with a form that is sent. */
    attached(id: string, files: boolean): string;
    followed(id: string): string;
    dropped: string;
    /** What was written is to stay out of all channels, and the other request does not. */
    hidden(id: string): string;
  };
};
