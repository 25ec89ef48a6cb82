import { born, intake } from '../domain/create.ts';
import { enact } from '../domain/decide.ts';
import { type Actor, personId, theClock, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import { isVerb, ruleOf } from '../domain/verbs.ts';
import type { Sql } from './connect.ts';

type EventRow = {
  seq: number;
  verb: string;
  by_person: string | null;
  at: Date;
  input: Record<string, unknown>;
  spoken: boolean;
};

/** Stands for the words, which the history of a ticket does not hold and which change nothing but that there were some. */
const WORDS = '…';

/** A ticket made anew from its events alone; null when it has none. Equals its row, or something is wrong. */
export async function replay(sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<Ticket | null> {
  const rows = await sql<EventRow[]>`
    select e.seq, e.verb, e.by_person, e.at, e.input, m.seq is not null as spoken
    from events e left join messages m using (workspace, ticket, seq)
    where e.workspace = ${workspace} and e.ticket = ${number} order by e.seq`;
  return rows.reduce<Ticket | null>((ticket, row) => {
    const by = actorOf(row);
    if (ticket) return enact(ticket, { verb: verbOf(row), by, at: row.at, input: inputOf(row) });
    if (row.verb !== 'create' || by.kind !== 'person') throw new Error(`The first event of ${number} is no birth.`);
    return born(intake.parse(row.input), by, { at: row.at, workspace, number });
  }, null);
}

/** Who it was; what seats he had is no part of what happened. */
const actorOf = ({ by_person }: EventRow): Actor =>
  by_person === null
    ? theClock
    : { kind: 'person', id: personId(by_person), agentOf: [], leadOf: [], admin: false, active: true };

function verbOf({ verb, seq }: EventRow) {
  if (!isVerb(verb)) throw new Error(`Event ${seq} has an unknown verb: ${verb}`);
  return verb;
}

const inputOf = (row: EventRow): Record<string, unknown> =>
  ruleOf(verbOf(row)).input.parse(row.spoken ? { ...row.input, text: WORDS } : row.input);
