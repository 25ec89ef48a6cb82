import type { FINDS } from '../../domain/morning.ts';

type Find = (typeof FINDS)[number];

/** What somebody is told at the start of his working day. */
export type MorningWords = {
  /** `facts`: what waits, one after another. */
  hello(facts: string): string;
  decide(n: number): string;
  found: Record<Find, (n: number) => string>;
  titles: Record<Find, string>;
  /** Where all of them stand. */
  boards: Record<Find, string>;
  more(n: number, board: string): string;
  why: string;
  on: string;
  off: string;
  /** On buttons. Raw. */
  stop: string;
  start: string;
};
