import type { LoggedFiring, TriggerBook } from '../desk/trigger-book.ts';
import type { LoggedCall } from '../desk/trigger-memory.ts';
import { personId, ticketNumber } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { type LogLine, logRow } from './trigger-memory.ts';

type FiringRow = LogLine & { by_person: string | null };
const FIRING = (sql: Sql) => sql`
  l.id, l.ticket, l.seq, l.trigger, l.name, l.depth, l.at, l.why, l.deeds, l.held, l.happened, l.stopped, e.by_person
  from trigger_log l
  left join events e on e.workspace = l.workspace and e.ticket = l.ticket and e.seq = l.seq`;
const firingFrom = (row: FiringRow): LoggedFiring => ({
  ...logRow(row),
  ticket: ticketNumber(row.ticket),
  by: row.by_person === null ? null : personId(row.by_person),
});

/** What triggers did, and whom they called. */
export const openTriggerLogs = (sql: Sql): Pick<TriggerBook, 'log' | 'calls' | 'firing'> => ({
  log: async (workspace, key, limit) => {
    const rows = await sql<FiringRow[]>`
      select ${FIRING(sql)} where l.workspace = ${workspace} and l.trigger = ${key} order by l.id desc limit ${limit}`;
    return rows.map(firingFrom);
  },
  calls: async (workspace, limit) => {
    const rows = await sql<(Omit<LoggedCall, 'ticket'> & { ticket: number })[]>`
      select trigger, name, ticket, seq, nth, host, attempt, at, outcome, ms, next_at as "nextAt"
      from trigger_calls where workspace = ${workspace} order by id desc limit ${limit}`;
    return rows.map((row) => ({ ...row, ticket: ticketNumber(row.ticket) }));
  },
  // An event that a trigger made names what it answered in its key: `trigger:1042:7:night:0`.
  firing: async (workspace, ticket, seq) => {
    const [row] = await sql<FiringRow[]>`
      select ${FIRING(sql)}
      join events made on made.workspace = l.workspace and made.ticket = l.ticket
        and made.input #>> '{trigger,key}' = l.trigger and split_part(made.key, ':', 3) = l.seq::text
      where l.workspace = ${workspace} and l.ticket = ${ticket} and made.seq = ${seq}
        and made.key like 'trigger:%'`;
    return row ? firingFrom(row) : null;
  },
});
