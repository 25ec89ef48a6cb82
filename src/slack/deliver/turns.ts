import type { OutLetter } from '../../desk/letters.ts';
import type { Waits } from './carry.ts';
import type { Plan } from './plan.ts';

/** A turn that comes so soon is taken at once. */
const SOON_MS = 20;

/**
 * Gives each letter of a batch a turn of its own, some at once and the others at a pace, so that what somebody does meanwhile
 * finds room below Slack's limits. Null: it is its turn.
 */
export function turns({ update, post, burst }: Waits['bulk'], now: () => Date): Carriage {
  const next = { update: 0, post: 0 };
  const every = { update, post };
  const given = new Set<number>();
  return ({ id, bulk }, plan) => {
    if (!bulk || (plan.do !== 'update' && plan.do !== 'post') || given.delete(id)) return null;
    const at = now().getTime();
    const turn = Math.max(next[plan.do], at - burst * every[plan.do]);
    next[plan.do] = turn + every[plan.do];
    if (turn <= at + SOON_MS) return null;
    given.add(id);
    return new Date(turn);
  };
}
type Carriage = (letter: OutLetter, plan: Plan) => Date | null;
