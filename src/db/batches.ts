import type { Batches } from '../desk/batch.ts';
import { type Batch, type BatchItem, HOLD_MS } from '../domain/batch.ts';
import { personId, type PersonId, ticketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { groupRow } from './desk-rows.ts';
import { batchSpec, deliverSpec, stayingSpec } from './jobs.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { groupJson } from './select.ts';
import { json } from './writing.ts';

/** Batches: which tickets, what is done to them, and what became of each. */
export const openBatches = (sql: Sql): Batches => ({ ...drafts(sql), ...running(sql), ...reading(sql) });

const drafts = (sql: Sql): Pick<Batches, 'draft' | 'choose' | 'plan' | 'begin' | 'takeBack' | 'stop'> => ({
  async draft(workspace, by, offered, surface) {
    const [row] = await sql<{ id: number }[]>`
      insert into batches (workspace, by_person, offered, surface)
      values (${workspace}, ${by}, ${[...offered]}::int[], ${surface}) returning id`;
    return row?.id ?? 0;
  },
  async choose(workspace, id, by, numbers) {
    await sql`
      update batches set numbers = ${[...numbers]}::int[]
      where workspace = ${workspace} and id = ${id} and by_person = ${by} and state = 'draft'`;
  },
  async plan(workspace, id, by, act, input) {
    await sql`
      update batches set act = ${act}, input = ${json(input)}::text::jsonb
      where workspace = ${workspace} and id = ${id} and by_person = ${by} and state = 'draft'`;
  },
  async begin(workspace, id, by) {
    const [row] = await sql.unsafe<{ begun: number }[]>(BEGIN, [workspace, id, by]);
    return (row?.begun ?? 0) > 0;
  },
  async takeBack(workspace, id, by) {
    const [row] = await sql.unsafe<{ id: number | null }[]>(TAKE_BACK, [workspace, id, by]);
    return row?.id ?? null;
  },
  async stop(workspace, id, by) {
    await sql`
      update batches set state = 'stopping'
      where workspace = ${workspace} and id = ${id} and by_person = ${by} and state = 'working'`;
  },
});

const running = (sql: Sql): Pick<Batches, 'waiting' | 'mark' | 'seqOf' | 'again' | 'close'> => ({
  async waiting(id, limit) {
    const rows = await sql<{ ticket: number; undoes: number | null }[]>`
      select i.ticket, u.seq as undoes from batch_items i
      join batches b on b.id = i.batch
      left join batch_items u on u.batch = b.undoes and u.ticket = i.ticket
      where i.batch = ${id} and i.state = 'waiting' order by i.nth limit ${limit}`;
    return rows.map((row) => ({ ...row, ticket: ticketNumber(row.ticket) }));
  },
  async mark(id, ticket, end) {
    const [seq, why] = 'seq' in end ? [end.seq, null] : [null, end.why];
    await sql`
      update batch_items set state = ${why === null ? 'done' : 'refused'}, seq = ${seq}, why = ${why}, at = now()
      where batch = ${id} and ticket = ${ticket} and state = 'waiting'`;
  },
  async seqOf(workspace, key) {
    const [row] = await sql<{ seq: number }[]>`
      select seq from events where workspace = ${workspace} and key = ${key}`;
    return row?.seq ?? null;
  },
  async again(workspace, id) {
    await sql.unsafe(AGAIN, [workspace, id]);
  },
  async close(workspace, id) {
    await sql.unsafe(CLOSE, [workspace, id, `${HOLD_MS} milliseconds`]);
  },
});

const reading = (sql: Sql): Pick<Batches, 'load' | 'items' | 'tickets' | 'stands' | 'telling'> => ({
  load: (workspace, id) => load(sql, workspace, id),
  async items(id, { skip, limit, state }) {
    const rows = await sql<ItemRow[]>`
      select ticket, state, seq, why from batch_items where batch = ${id}
        and ${state === undefined ? sql`true` : sql`state = ${state}`}
      order by state = 'done', nth limit ${limit} offset ${skip}`;
    return rows.map((row) => ({ ...row, ticket: ticketNumber(row.ticket) }));
  },
  async tickets(workspace, numbers) {
    const rows = await sql.unsafe<(TicketRow & { its_group: unknown })[]>(TICKETS, [workspace, [...numbers]]);
    return rows.map((row) => ({ ticket: ticketFrom(row), group: groupRow.parse(row.its_group) }));
  },
  async stands(workspace, id) {
    const [row] = await sql<{ channel: string; ts: string }[]>`
      select channel, ts from letters where workspace = ${workspace} and kind = 'batch' and seq = ${id}
        and conversation = (select 'u:' || by_person from batches where workspace = ${workspace} and id = ${id})
        and ts is not null order by id limit 1`;
    return row ?? null;
  },
  telling: (workspace, id, to) => telling(sql, workspace, id, to),
});

type ItemRow = Omit<BatchItem, 'ticket'> & { ticket: number };

const TICKETS = `
  select t.*, ${groupJson('t.workspace', 't.group_key')} as its_group from tickets t
  where t.workspace = $1 and t.number = any($2::int[]) and t.deleted_at is null`;

const LOAD = `
  select b.id, b.by_person, b.act, b.input, b.surface, b.state, b.offered, b.numbers, b.undoes,
    (select u.state from batches u where u.workspace = b.workspace and u.undoes = b.id) as undone,
    count(i.ticket) filter (where i.state = 'waiting') as waiting, count(i.ticket) filter (where i.state = 'done') as done,
    count(i.ticket) filter (where i.state = 'refused') as refused, max(i.at) filter (where i.state = 'done') as last_at
  from batches b left join batch_items i on i.batch = b.id
  where b.workspace = $1 and b.id = $2 group by b.id`;
type LoadRow = Pick<Batch, 'id' | 'act' | 'input' | 'surface' | 'state' | 'undoes' | 'undone'> & {
  by_person: string;
  offered: number[];
  numbers: number[];
  waiting: number;
  done: number;
  refused: number;
  last_at: Date | null;
};

async function load(sql: Sql, workspace: WorkspaceId, id: number): Promise<Batch | null> {
  const [row] = await sql.unsafe<LoadRow[]>(LOAD, [workspace, id]);
  if (!row) return null;
  const { by_person, offered, numbers, waiting, done, refused, last_at, ...rest } = row;
  return {
    ...rest,
    by: personId(by_person),
    offered: offered.map(ticketNumber),
    numbers: numbers.map(ticketNumber),
    counts: { waiting, done, refused },
    lastAt: last_at,
  };
}

const JOB = `
  job as (
    select added.id from (select array_agg(${batchSpec('b.workspace', 'b.id', 'b.by_person')}) as specs from b
      having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs) added)`;
/** A progress that is drawn more often than this tells nobody more. */
const DRAWN_EVERY = `interval '2 seconds'`;
/** Its progress, drawn anew; one that waits already serves. */
const drawn = (from: string, at: string) => `
  letter as (
    insert into letters (workspace, kind, seq, to_person, conversation, not_before)
    select workspace, 'batch', id, by_person, 'u:' || by_person, ${at} from ${from}
    on conflict do nothing returning workspace, conversation, not_before),
  carrying as (
    select added.id from (
      select array_agg(${deliverSpec('l.workspace', 'l.conversation')}) as specs
      from (select distinct workspace, conversation from letter where not_before is null) l having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs) added),
  carried_later as (
    select added.id from (
      select array_agg(${stayingSpec('l.workspace', 'l.conversation', 'l.not_before')}) as specs
      from (select distinct on (conversation) * from letter where not_before is not null) l having count(*) > 0) s,
      lateral graphile_worker.add_jobs(s.specs) added)`;

const BEGIN = `
  with b as (
    update batches set state = 'working', drawn_at = now()
    where workspace = $1 and id = $2 and by_person = $3 and state = 'draft' and act is not null returning *),
  item as (
    insert into batch_items (workspace, batch, nth, ticket)
    select b.workspace, b.id, n.nth, n.number from b, unnest(b.numbers) with ordinality n(number, nth)
    on conflict do nothing returning ticket),
  ${drawn('b', 'null')}, ${JOB}
  select (select count(*) from b) as begun, (select count(*) from item) as items, (select count(*) from carrying) as told,
    (select count(*) from job) as jobs`;

/** What it takes back is drawn as well: nobody takes it back twice. */
const TAKE_BACK = `
  with old as (
    select o.* from batches o where o.workspace = $1 and o.id = $2 and o.by_person = $3 and o.state = 'done'
      and o.act <> 'undo' and exists (select from batch_items i where i.batch = o.id and i.state = 'done')),
  b as (
    insert into batches (workspace, by_person, act, surface, state, undoes, drawn_at)
    select workspace, by_person, 'undo', surface, 'working', id, now() from old
    on conflict do nothing returning *),
  item as (
    insert into batch_items (workspace, batch, nth, ticket)
    select b.workspace, b.id, i.nth, i.ticket from b join batch_items i on i.batch = b.undoes and i.state = 'done' returning ticket),
  every as (select o.* from old o, b union all select * from b),
  ${drawn('every', 'null')}, ${JOB}
  select (select id from b) as id, (select count(*) from item) as items, (select count(*) from carrying) as told,
    (select count(*) from job) as jobs`;

const AGAIN = `
  with b as (select * from batches where workspace = $1 and id = $2),
  d as (
    update batches o set drawn_at = now() from b where o.id = b.id and o.drawn_at < now() - ${DRAWN_EVERY} returning o.*),
  ${drawn('d', 'null')}, ${JOB}
  select (select count(*) from carrying) as told, (select count(*) from job) as jobs`;

/** Whoever would have been pinged for each is told once, when what is told to people outside leaves as well. */
const CLOSE = `
  with was as (select drawn_at from batches where workspace = $1 and id = $2),
  left_over as (
    update batch_items set state = 'refused', why = 'stopped', at = now() where batch = $2 and state = 'waiting'),
  b as (
    update batches set state = 'done', ended_at = now(), drawn_at = now()
    where workspace = $1 and id = $2 and state in ('working', 'stopping') returning *),
  old as (select o.* from b join batches o on o.id = b.undoes),
  every as (select * from b union all select * from old),
  ${drawn('every', `(select drawn_at + ${DRAWN_EVERY} from was)`)},
  person as (
    select distinct l.workspace, l.to_person from b join letters l on l.workspace = b.workspace
      and l.conversation like 'b:' || b.id || ':%' and l.kind = 'ping' and l.state = 'pending'),
  told as (
    insert into letters (workspace, kind, seq, to_person, conversation, not_before)
    select p.workspace, 'batched', $2, p.to_person, 'u:' || p.to_person, now() + $3::interval from person p
    order by p.to_person
    on conflict do nothing returning workspace, conversation, not_before),
  telling as (
    select added.id from (
      select array_agg(${stayingSpec('t.workspace', 't.conversation', 't.not_before')} order by t.conversation) as specs
      from told t having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs) added)
  select (select count(*) from carrying) + (select count(*) from carried_later) as drawn, (select count(*) from telling) as told`;

/** All pings that were kept for him and still stand, as sent from now on: what he was told cannot be taken back. */
async function telling(sql: Sql, workspace: WorkspaceId, id: number, to: PersonId) {
  const conversation = `b:${id}:${to}`;
  await sql`
    update letters set state = 'sent', taken = true, settled_at = now()
    where workspace = ${workspace} and conversation = ${conversation} and kind = 'ping' and state = 'pending'`;
  const rows = await sql<(TicketRow & { told_seq: number })[]>`
    select t.*, l.seq as told_seq from letters l join tickets t on t.workspace = l.workspace and t.number = l.ticket
    where l.workspace = ${workspace} and l.conversation = ${conversation} and l.kind = 'ping' and l.state = 'sent'
      and t.deleted_at is null order by t.number`;
  const batch = await load(sql, workspace, id);
  return batch && { batch, tickets: rows.map((row) => ({ ticket: ticketFrom(row), seq: row.told_seq })) };
}
