import type { PersonId } from '../language.ts';
import type { Condition } from './conditions.ts';

/** What could not be understood, or not be meant, in words that somebody typed. */
export type Problem =
  | { what: 'unknown_condition'; typed: string; near: Condition | null }
  | { what: 'unknown_value'; condition: Condition; typed: string; near: string | null }
  /** `near`: the name of whoever was probably meant. */
  | { what: 'unknown_person'; condition: Condition; typed: string; near: string | null }
  | { what: 'several_people'; condition: Condition; typed: string; people: readonly PersonId[] }
  | { what: 'bad_day'; condition: Condition; typed: string }
  | { what: 'bad_number'; condition: Condition; typed: string }
  /** Nothing stands behind the colon. */
  | { what: 'empty'; condition: Condition }
  /** It can only have one value, and the first one counts. */
  | { what: 'twice'; condition: Condition; typed: string }
  /** `-status:new`: all but. */
  | { what: 'not'; condition: Condition }
  | { what: 'too_long'; condition: Condition }
  | { what: 'too_many'; condition: Condition }
  /** No day is both after the one and before the other. */
  | { what: 'no_days'; of: 'created' | 'updated' };
