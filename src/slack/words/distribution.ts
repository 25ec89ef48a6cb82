import type { EventWords } from './told.ts';

/** What is said of who is given tickets, and how many. */
export type DistributionWords = {
  /** `until` comes ready to be shown. */
  away(until: string): string;
  back: string;
  usage: string;
  past: string;
};

type Giving = 'auto_assign' | 'reoffer';
/** What is told of a ticket that the desk gives to whoever is next. */
export type GivingWords = { thread: Pick<EventWords['thread'], Giving>; ping: Pick<EventWords['ping'], Giving> };
