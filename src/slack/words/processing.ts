import type { Question } from './asked.ts';

/** What a ticket turned out to be about, and how it was solved. */
export type ProcessingWords = {
  ask: Record<'processing' | 'solution', Question>;
  /** The choice of none; raw. */
  unset: string;
  /** In a list of facts. */
  facts: Record<'processing' | 'solution', string>;
  /** What was changed, behind the verb. */
  changed: Record<'processing' | 'solution', string>;
  /** Before the words in which another ticket was solved. */
  solved: string;
  /** What tickets were about, counted. */
  report: {
    title(days: number): string;
    none(days: number): string;
    solved(count: number): string;
    /** Who wrote them pressed *That solved it*. */
    spared(count: number): string;
    unsaid: string;
    /** Behind one that nobody chooses any more. */
    gone: string;
    /** `share`: percent of the group's; `age`: after how long half were solved. */
    line(count: number, share: number, age: string): string;
    forbidden: string;
    usage: string;
  };
};
