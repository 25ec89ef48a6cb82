/** How long it is, in words. */
export type TimeWords = {
  /** "3 min", "2 h", "1 day". */
  age(ms: number): string;
  /** When another did it, seen from now: "two seconds before you", "5 min ago". */
  before(ms: number): string;
};
