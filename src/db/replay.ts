import type { EscalationRow } from '../desk/outbox.ts';
import { born, intake } from '../domain/create.ts';
import { enact } from '../domain/decide.ts';
import {
  type Actor,
  type PersonId,
  personId,
  theClock,
  type TicketNumber,
  type WorkspaceId,
} from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import { isVerb, ruleOf } from '../domain/verbs.ts';
import type { Last } from '../domain/verbs/rule.ts';
import type { Sql } from './connect.ts';
import { clocks } from './rows.ts';

type EventRow = {
  seq: number;
  verb: string;
  by_person: string | null;
  at: Date;
  input: Record<string, unknown>;
  clocks: unknown;
  spoken: boolean;
};

/** Stands for the words, which the history of a ticket does not hold and which change nothing but that there were some. */
const WORDS = '…';

/** A ticket made anew from its events alone; null when it has none. Equals its row, or something is wrong. */
export const replay = async (sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<Ticket | null> =>
  (await statesOf(sql, workspace, number)).at(-1) ?? null;

/** How a ticket was after each of its events, oldest first. */
export async function statesOf(sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<Ticket[]> {
  const rows = await sql<EventRow[]>`
    select e.seq, e.verb, e.by_person, e.at, e.input, e.clocks, m.seq is not null as spoken
    from events e left join messages m using (workspace, ticket, seq)
    where e.workspace = ${workspace} and e.ticket = ${number} order by e.seq`;
  const states: Ticket[] = [];
  for (const row of rows) states.push(next(states, row, workspace, number));
  return states;
}

/** The ticket after one more event. An event that undoes another puts back what was before that one. */
function next(states: readonly Ticket[], row: EventRow, workspace: WorkspaceId, number: TicketNumber): Ticket {
  const by = actorOf(row);
  const ticket = states.at(-1);
  if (!ticket) {
    if (row.verb !== 'create' || by.kind !== 'person') throw new Error(`The first event of ${number} is no birth.`);
    return { ...born(intake.parse(row.input), by, { at: row.at, workspace, number }), ...clocksOf(row) };
  }
  const input = inputOf(row);
  const undone = row.verb === 'undo' ? (states[Number(input['seq']) - 2] ?? null) : null;
  return enact(ticket, { verb: verbOf(row), by, at: row.at, input, ...clocksOf(row) }, undone);
}

const clocksOf = (row: EventRow) => (row.clocks === null ? {} : { clocks: clocks.parse(row.clocks) });

/** Who it was; what seats he had is no part of what happened. */
const actorOf = ({ by_person }: EventRow): Actor =>
  by_person === null
    ? theClock
    : { kind: 'person', id: personId(by_person), agentOf: [], leadOf: [], admin: false, active: true };

function verbOf({ verb, seq }: EventRow) {
  if (!isVerb(verb)) throw new Error(`Event ${seq} has an unknown verb: ${verb}`);
  return verb;
}

const inputOf = (row: EventRow): Record<string, unknown> => ({
  ...ruleOf(verbOf(row)).input.parse(
    row.spoken || ruleOf(verbOf(row)).rewords ? { ...row.input, text: WORDS } : row.input,
  ),
  // Which answer it sent is no part of what its verb asks.
  ...(typeof row.input['scheduled'] === 'number' && { scheduled: row.input['scheduled'] }),
});

/** What tells somebody; a card that is only drawn again tells nobody. */
export const TELLING = `('main', 'line', 'ping', 'escalation_card')`;
/** A letter that cannot be called back any more. */
export const GONE = `(l.taken or l.state not in ('pending', 'collapsed'))`;

type LastRow = Omit<EventRow, 'spoken'> & { told: boolean };

/** What was done last to a ticket, and how it was before. */
export async function lastOf(sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<Last | null> {
  const [row] = await sql.unsafe<LastRow[]>(
    `select e.seq, e.verb, e.by_person, e.at, e.input,
      exists (select from letters l where l.workspace = e.workspace and l.ticket = e.ticket and l.seq = e.seq
        and l.kind in ${TELLING} and ${GONE}) as told
    from events e where e.workspace = $1 and e.ticket = $2 order by e.seq desc limit 1`,
    [workspace, number],
  );
  const before = row && (await statesOf(sql, workspace, number))[row.seq - 2];
  if (!before) return null;
  const { seq, verb, at, told, input } = row;
  return { seq, verb, at, told, input, by: row.by_person === null ? null : personId(row.by_person), before };
}

type ReplayedRow = { to: PersonId | null; level: number; state: EscalationRow['state'] };

/** The escalations of a ticket, oldest first, made anew from its events alone. */
export async function replayRows(sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<ReplayedRow[]> {
  const states = await statesOf(sql, workspace, number);
  const verbs = await sql<{ verb: string }[]>`
    select verb from events where workspace = ${workspace} and ticket = ${number} order by seq`;
  const rows = new Map<number, ReplayedRow>();
  states.forEach((after, at) => {
    const before = states[at - 1];
    const open = after.state === 'escalated' ? after.escalation : null;
    const was = before?.state === 'escalated' ? before.escalation : null;
    const verb = verbs[at]?.verb ?? '';
    const ended = was && rows.get(was.seq);
    if (ended && was.seq !== open?.seq) ended.state = (isVerb(verb) ? ruleOf(verb).closes : undefined) ?? 'withdrawn';
    if (open) rows.set(open.seq, { to: open.to, level: open.level, state: open.acknowledgedAt ? 'acked' : 'open' });
  });
  return [...rows.values()];
}
