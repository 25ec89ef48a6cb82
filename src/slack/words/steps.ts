import type { Gap, StepName } from '../../domain/chain.ts';
import type { Cause } from '../../domain/language.ts';

/** What each step of a chain is called when it has nobody. */
export type StepWords = Record<StepName, string>;
/** Why somebody of a chain is passed over. `who` is null when the step has nobody; `until` is a date, ready. */
export type GapFacts = { step: StepName; who: string | null; why: Gap['why']; until: string | null };

/** Whose turn it is to decide, and how that stands. */
export type AskedFacts = {
  manager: string;
  level: number;
  since: string;
  acknowledged: string | null;
  due: string;
  overdue: boolean;
  /** He was asked a second time. */
  reminded: boolean;
  /** When somebody asked again, or null. */
  nudged: string | null;
  /** Nobody is left to be asked. */
  ended: boolean;
  /** Who was asked before, or null. */
  before: string | null;
  /** The rule by which he is asked, where nobody did. */
  cause: Cause | null;
};
