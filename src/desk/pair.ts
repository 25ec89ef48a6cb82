import { type Actor, ticketNumber, type TicketNumber } from '../domain/language.ts';
import { counterpartOf } from '../domain/pairs.ts';
import { mayReadInternal, type Ticket } from '../domain/ticket.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Last } from '../domain/verbs/rule.ts';
import type { Deps } from './request.ts';
import type { Reading, Store, Writing, Written } from './ports.ts';
import { writingOf } from './writing.ts';

/** Verbs that name another ticket, and by which word. */
const NAMES: Partial<Record<string, string>> = {
  pend: 'blocked_by',
  resolve_internally: 'duplicate_of',
  merge: 'into',
  link: 'with',
  unlink: 'with',
};
/** Of these the other one is where a problem is being solved, never one that repeats a third. */
const ORIGINALS: readonly string[] = ['resolve_internally', 'merge'];
const MOST_STEPS = 50;

export type Named = Reading & { readable: boolean };
type Reach = Pick<Deps, 'store' | 'workspace'>;
type Asked = { verb: Verb; input: unknown; last: Last | null };

/** The other ticket that a command is about, as it is now. */
export async function namedBy(deps: Reach, actor: Actor, { verb, input, last }: Asked): Promise<Named | null> {
  const undone = verb === 'undo' && last;
  const word = NAMES[undone ? last.verb : verb];
  const given = (undone ? last.input : ((input ?? {}) as Record<string, unknown>))[word ?? ''];
  if (word === undefined || typeof given !== 'number' || !Number.isSafeInteger(given)) return null;
  let found = await read(deps, ticketNumber(given), actor);
  for (let step = 0; step < MOST_STEPS && found && ORIGINALS.includes(verb); step++) {
    const further = repeats(found.ticket);
    if (further === null) break;
    found = await read(deps, further, actor);
  }
  return found;
}

async function read({ store, workspace }: Reach, number: TicketNumber, actor: Actor): Promise<Named | null> {
  const found = await store.read(workspace, number, { by: null });
  return found && { ...found, readable: mayReadInternal(actor, found.ticket) };
}

const repeats = (ticket: Ticket): TicketNumber | null =>
  ticket.state === 'resolved' || ticket.state === 'completed' ? ticket.resolution.duplicateOf : null;

/**
 * Writes what was decided, and the same as an event of the other ticket where it concerns that one. Both rows are held by
 * their versions, so that of two people who merge two tickets into each other one is too late. Lower numbers first.
 */
export async function writeBoth(
  store: Store,
  writing: Writing,
  other: Named | null,
  last: Last | null,
): Promise<Written> {
  const second = other && counterpartOf(writing.done, other.ticket, last);
  if (!second) return store.write(writing);
  const both = [writing, writingOf(second, other.group, null, writing.surface)];
  both.sort((a, b) => a.done.ticket.number - b.done.ticket.number);
  return (await store.writeAll(both.map((one) => () => one))).written;
}
