import type { Written, Writing } from '../desk/ports.ts';
import { type TicketNumber, ticketNumber } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { TICKET_COLUMNS } from './rows.ts';
import { clockKey, clockSpec, conversationOf, deliverKey, deliverSpec } from './jobs.ts';
import { documentOf } from './writing.ts';

/**
 * All that goes with a written ticket `w`, in the same statement. Letters and jobs are taken in one order by everybody, so
 * that two writers never wait for one another. A letter that collapses into a waiting one needs no job: that one has it.
 */
const TAIL = `
  event as (
    insert into events (workspace, ticket, seq, verb, by_person, at, from_state, to_state, input, key)
    select w.workspace, w.number, e.* from w, given, jsonb_to_recordset(j->'events') as e(seq int, verb text,
      by_person text, at timestamptz, from_state text, to_state text, input jsonb, key text)),
  message as (
    insert into messages (workspace, ticket, seq, audience, author, text, channel, ts, at, files)
    select w.workspace, w.number, m.* from w, given, jsonb_to_recordset(j->'messages') as m(seq int, audience text,
      author text, text text, channel text, ts text, at timestamptz, files jsonb)),
  escalation as (
    insert into escalations (workspace, ticket, seq, level, from_person, to_person, ask, reason, at, acknowledged_at,
      ack_due_at, state)
    select w.workspace, w.number, e.* from w, given, jsonb_to_recordset(j->'escalations') as e(seq int, level int,
      from_person text, to_person text, ask text, reason text, at timestamptz, acknowledged_at timestamptz,
      ack_due_at timestamptz, state text)
    on conflict (workspace, ticket, seq) do update set acknowledged_at = excluded.acknowledged_at, state = excluded.state),
  ended as (
    update escalations e set state = x.state, closed_at = x.closed_at
    from w, given, jsonb_to_recordset(j->'ended') as x(seq int, state text, closed_at timestamptz)
    where e.workspace = w.workspace and e.ticket = w.number and e.seq = x.seq),
  letter as (
    insert into letters (workspace, ticket, kind, seq, to_person, conversation)
    select w.workspace, w.number, l.kind, l.seq, l.to_person, l.conversation
    from w, given, rows from (jsonb_to_recordset(j->'letters') as (kind text, seq int, to_person text,
      conversation text)) with ordinality as l(kind, seq, to_person, conversation, nth)
    order by l.nth
    on conflict do nothing returning conversation),
  home as (
    insert into letters (workspace, kind, to_person, conversation)
    select w.workspace, 'home', p.id, 'h:' || p.id
    from w, given, people p
    where p.workspace = w.workspace and p.home_seen_at > now() - interval '15 minutes'
      and (j->'people' ? p.id or exists (select from group_members m
        where m.workspace = p.workspace and m.person = p.id and j->'groups' ? m.group_key))
    order by p.id
    on conflict do nothing returning conversation),
  spec as (
    select ${deliverKey('w.workspace', 'c.conversation')} as key, ${deliverSpec('w.workspace', 'c.conversation')} as spec
    from w, (select conversation from letter union select conversation from home) c
    union all
    select ${clockKey('w.workspace', 'w.number')}, ${clockSpec('w.workspace', 'w.number', "(j->>'clock_at')::timestamptz")}
    from w, given where j->>'clock_at' is not null),
  job as (
    select added.key from (select array_agg(spec order by key) as specs from spec having count(*) > 0) s,
      lateral graphile_worker.add_jobs(s.specs) added),
  unclock as (
    select graphile_worker.remove_job(${clockKey('w.workspace', 'w.number')})
    from w, given where (j->>'unclock')::boolean)
  select (select number from w) as number, (select count(*) from unclock) as unclocked,
    array(select key from spec where key not in (select key from job) order by key) as missed`;

const GIVEN = 'with given as (select $1::text::jsonb as j)';

const CHANGED = TICKET_COLUMNS.filter((column) => !['workspace', 'number', 'told'].includes(column));

const WRITE = `${GIVEN},
  w as (
    update tickets t set ${CHANGED.map((column) => `${column} = r.${column}`).join(', ')}
    from given, lateral jsonb_populate_record(null::tickets, j->'ticket') r
    where t.workspace = r.workspace and t.number = r.number and t.version = (j->>'before')::int
    returning t.workspace, t.number),
  ${TAIL}`;

const KEYED = `select e.ticket from events e, given where e.workspace = j->'ticket'->>'workspace' and e.key = j->>'key'`;

const WRITE_NEW = `${GIVEN},
  numbered as (
    update workspaces set next_number = next_number + 1 from given
    where id = j->'ticket'->>'workspace' and not exists (${KEYED})
    returning next_number - 1 as number),
  w as (
    insert into tickets select r.* from numbered n, given,
      lateral jsonb_populate_record(null::tickets, (j->'ticket') || jsonb_build_object('number', n.number)) r
    returning workspace, number),
  ${TAIL}, (${KEYED}) as repeated`;

type Result = { number: number | null; missed: string[]; repeated?: number | null };

export async function write(sql: Sql, writing: Writing): Promise<Written> {
  try {
    const result = await run(sql, WRITE, writing);
    return result.number === null ? 'stale' : 'written';
  } catch (error) {
    if (isRepeated(error)) return 'repeated';
    if (isDeadlock(error)) return 'stale';
    throw error;
  }
}

export async function writeNew(sql: Sql, writing: Writing): Promise<{ number: TicketNumber; repeated: boolean }> {
  const { workspace } = writing.done.ticket;
  try {
    const { number, repeated = null } = await run(sql, WRITE_NEW, writing);
    if (number !== null) return { number: ticketNumber(number), repeated: false };
    if (repeated !== null) return { number: ticketNumber(repeated), repeated: true };
  } catch (error) {
    if (!isRepeated(error)) throw error;
    // The same delivery was carried out at the same moment.
    const [event] = await sql<{ ticket: number }[]>`
      select ticket from events where workspace = ${workspace} and key = ${writing.key}`;
    if (event) return { number: ticketNumber(event.ticket), repeated: true };
    throw error;
  }
  throw new Error(`The workspace ${workspace} is not set up.`);
}

async function run(sql: Sql, statement: string, writing: Writing): Promise<Result> {
  const [result] = await sql.unsafe<Result[]>(statement, [documentOf(writing)], { prepare: true });
  if (!result) throw new Error('The statement gave no answer.');
  if (result.missed.length > 0) await wake(sql, result, writing);
  return result;
}

/** A job that starts in the very moment in which it is asked for again is passed over by `add_jobs`: ask once more. */
async function wake(sql: Sql, { number, missed }: Result, { done, clockAt }: Writing): Promise<void> {
  const { workspace } = done.ticket;
  const conversations = missed.flatMap((key) => conversationOf(workspace, key) ?? []);
  await sql.unsafe(
    `select count(*) from (select array_agg(${deliverSpec('$1::text', 'c')} order by c) as specs
       from unnest($2::text[]) c having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs)`,
    [workspace, conversations],
  );
  if (clockAt && conversations.length < missed.length)
    await sql.unsafe(
      `select count(*) from graphile_worker.add_jobs(array[${clockSpec('$1::text', '$2::int', '$3::timestamptz')}])`,
      [workspace, number, clockAt.toISOString()],
    );
}

type Violation = { code?: unknown; constraint_name?: unknown };
const isRepeated = (error: unknown): boolean => {
  const { code, constraint_name } = error as Violation;
  return code === '23505' && (constraint_name === 'events_key' || constraint_name === 'messages_place');
};
const isDeadlock = (error: unknown): boolean => (error as Violation).code === '40P01';
