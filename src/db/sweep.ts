import type { Sql } from './connect.ts';
import { batchKey, batchSpec, deliverKey, deliverSpec, inboxSpec, searchAllKey, searchAllSpec } from './jobs.ts';

/**
 * A job waits that will look at it, or one of its queue is running. Each is looked up by its key, which no \`exists\` would promise: most
 * jobs are those of the clock, one for every open ticket, and none of them is meant.
 */
const awaits = (key: string, queue = 'null::text') => `(
    (select true from graphile_worker.jobs j where j.key = ${key} and j.attempts < j.max_attempts) is true
    or exists (select from held h where h.key = ${key} or h.queue_name = ${queue}))`;

/** Letters and inbound events that wait although nobody is going to look at them, and tickets that nobody makes findable. */
const FORGOTTEN = `
  with held as materialized (select key, queue_name from graphile_worker.jobs where locked_by is not null),
  conversation as (
    select distinct workspace, conversation from letters
    where state in ('pending', 'sending', 'unknown') and coalesce(not_before, created_at) < now() - interval '5 seconds'),
  letter as (
    select ${deliverSpec('c.workspace', 'c.conversation')} as spec from conversation c
    where not ${awaits(deliverKey('c.workspace', 'c.conversation'), deliverKey('c.workspace', 'c.conversation'))}),
  event as (
    select ${inboxSpec('i.workspace', 'i.conversation', 'i.id')} as spec from inbox i
    where i.done_at is null and i.received_at < now() - interval '1 minute'
      and not ${awaits("('inbox:' || i.id)", "('inbox:' || i.workspace || ':' || i.conversation)")}),
  round as (
    select ${searchAllSpec('w.id', '0', 'null::text', 'null::timestamptz')} as spec from workspaces w
    where not ${awaits(searchAllKey('w.id', 'null::text'))}),
  batch as (
    select ${batchSpec('b.workspace', 'b.id', 'b.by_person')} as spec from batches b
    where b.state in ('working', 'stopping')
      and not ${awaits(batchKey('b.workspace', 'b.id'), "('batch:' || b.workspace || ':' || b.by_person)")}),
  draft as (delete from batches where state = 'draft' and made_at < now() - interval '1 day'),
  spec as (select spec from letter union all select spec from event union all select spec from round
    union all select spec from batch),
  job as (
    select added.id from (select array_agg(spec) as specs from spec having count(*) > 0) s,
      lateral graphile_worker.add_jobs(s.specs) added)
  select (select count(*) from letter) as conversations, (select count(*) from event) as events,
    (select count(*) from job) as jobs`;

/**
 * A process that was killed would keep its jobs, and with them their conversations, locked for hours. Every pool of workers
 * holds a lock named after it as long as it lives; it has a moment to take it, at the start and after a broken connection.
 */
const RELEASE = `
  select graphile_worker.force_unlock_workers(array_agg(pool)) from (
    select distinct locked_by as pool from graphile_worker.jobs
    where locked_by is not null and locked_at < now() - interval '3 seconds') holding
  where pg_try_advisory_xact_lock(hashtextextended(pool, 0))`;

/** What triggers did is kept for ninety days; a few at a time, so that nobody waits. */
const FORGET = `
  delete from trigger_log where id in (
    select id from trigger_log where at < now() - interval '90 days' order by at limit 1000)`;
const FORGET_CALLS = `
  delete from trigger_calls where id in (
    select id from trigger_calls where at < now() - interval '90 days' order by at limit 1000)`;

/** What somebody has begun to write and left: for two weeks, and not where its ticket is deleted. Each ticket is looked up by its number. */
const FORGET_DRAFTS = `
  delete from drafts d where d.at < now() - interval '14 days' or (
    select t.deleted_at is not null from tickets t where t.workspace = d.workspace and t.number = d.ticket)`;

/** Gives back what the dead held, and a job to all that has lost its own: nothing waits for ever. */
export async function sweep(sql: Sql): Promise<{ conversations: number; events: number }> {
  await sql.unsafe(RELEASE);
  await sql.unsafe(FORGET);
  await sql.unsafe(FORGET_CALLS);
  await sql.unsafe(FORGET_DRAFTS);
  const [row] = await sql.unsafe<{ conversations: number; events: number }[]>(FORGOTTEN);
  return { conversations: row?.conversations ?? 0, events: row?.events ?? 0 };
}
