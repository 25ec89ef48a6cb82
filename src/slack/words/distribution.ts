/** What is said of who is given tickets, and how many. */
export type DistributionWords = {
  /** `until` comes ready to be shown. */
  away(until: string): string;
  back: string;
  usage: string;
  past: string;
};
