import { isOpen, PRIORITIES, type TicketNumber, ticketNumber, type WorkspaceId } from '../../domain/language.ts';
import type { Sql, Transaction } from '../connect.ts';
import { searchAllSpec } from '../jobs.ts';
import { json } from '../writing.ts';
import { documentOf, type Findable } from './document.ts';

/** Counted up whenever the documents are made otherwise: then all of them are made anew, in the background. */
const FORM = 6;
/** Words of a ticket beyond these do not fit into its document. */
const MOST_SAID = 1000;
/** Tickets whose documents are made at once. */
const AT_ONCE = 200;

/** Of two who make the same document, the later one reads what the earlier one has not seen. */
const HELD = `select pg_advisory_xact_lock(hashtextextended('search:' || $1 || ':' || n, 0))
  from (select distinct n % 64 as n from unnest($2::int[]) n order by 1) turn`;
const saidIn = (audience: 'main' | 'internal') => `array(
    select m.text from messages m where m.workspace = t.workspace and m.ticket = t.number and m.audience = '${audience}'
      and m.deleted_at is null and m.text <> '' order by m.seq desc limit ${MOST_SAID})`;
const READ = `
  select t.*, p.name as requester_name, p.email as requester_email, ${saidIn('main')} as main_said,
    ${saidIn('internal')} as internal_said
  from tickets t left join people p on p.workspace = t.workspace and p.id = t.requester
  where t.workspace = $1 and t.number = any($2::int[]) and t.deleted_at is null`;
const KEEP = `
  with gone as (
    delete from ticket_search s using tickets t where s.workspace = $1 and s.number = any($2::int[])
      and t.workspace = s.workspace and t.number = s.number and t.deleted_at is not null)
  insert into ticket_search (workspace, number, version, form, created_at, updated_at, priority, private, spam, archived,
    open, facets, keys, main, internal)
  select $1, d.number, d.version, ${FORM}, d.created_at, d.updated_at, d.priority, d.private, d.spam, d.archived, d.open, d.facets,
    d.keys::tsvector, d.main::tsvector, d.internal::tsvector
  from jsonb_to_recordset($3::text::jsonb) as d(number int, version int, created_at timestamptz, updated_at timestamptz,
    priority smallint, private boolean, spam boolean, archived boolean, open boolean, facets text[], keys text, main text, internal text)
  on conflict (workspace, number) do update set version = excluded.version, form = excluded.form,
    created_at = excluded.created_at, updated_at = excluded.updated_at, priority = excluded.priority,
    private = excluded.private, spam = excluded.spam, archived = excluded.archived, open = excluded.open, facets = excluded.facets,
    keys = excluded.keys, main = excluded.main, internal = excluded.internal`;

/** Makes the documents of these tickets anew, as the tickets are now. */
async function keepFindable(sql: Sql, workspace: WorkspaceId, numbers: readonly TicketNumber[]): Promise<void> {
  for (let from = 0; from < numbers.length; from += AT_ONCE)
    await sql.begin((transaction) => keep(transaction, workspace, numbers.slice(from, from + AT_ONCE)));
}

export async function keep(sql: Transaction, workspace: WorkspaceId, numbers: readonly TicketNumber[]): Promise<void> {
  await sql.unsafe(HELD, [workspace, [...numbers]], { prepare: true });
  const rows = await sql.unsafe<Findable[]>(READ, [workspace, [...numbers]], { prepare: true });
  const documents = rows.map((row) => ({
    number: row.number,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    priority: PRIORITIES.indexOf(row.priority),
    private: row.private,
    spam: row.state === 'spam',
    archived: row.archived_at !== null,
    open: row.archived_at === null && isOpen(row.state),
    ...documentOf(row),
  }));
  await sql.unsafe(KEEP, [workspace, [...numbers], json(documents)], { prepare: true });
}

/** What the background is asked to make findable: one ticket, all that somebody asked for, or whatever is not, from a number on. */
export type Wanted = { ticket: TicketNumber } | { from: TicketNumber; requester: string | null };

/** Tickets that have no document, or one that is not of how they are now. */
const MISSING = `
  select t.number from tickets t left join ticket_search s on s.workspace = t.workspace and s.number = t.number
  where t.workspace = $1 and t.number >= $2 and t.deleted_at is null
    and (s.number is null or s.version <> t.version or s.form <> ${FORM})
  order by t.number limit ${AT_ONCE}`;
const HIS = `
  select t.number from tickets t where t.workspace = $1 and t.requester = $3 and t.number >= $2
  order by t.number limit ${AT_ONCE}`;
const GO_ON = `select graphile_worker.add_jobs(array[
  ${searchAllSpec('$1::text', '$2::int', '$3::text', '$4::timestamptz')}])`;
/** After which all tickets are gone through again, in case that one was missed. */
const ROUND_MS = 3_600_000;

/** Does one turn of it; what is left is done in the next one, so that other work has its turn between them. */
export async function makeFindable(sql: Sql, workspace: WorkspaceId, wanted: Wanted): Promise<void> {
  if ('ticket' in wanted) return keepFindable(sql, workspace, [wanted.ticket]);
  const { from, requester } = wanted;
  const found =
    requester === null
      ? await sql.unsafe<{ number: number }[]>(MISSING, [workspace, from], { prepare: true })
      : await sql.unsafe<{ number: number }[]>(HIS, [workspace, from, requester], { prepare: true });
  const numbers = found.map(({ number }) => ticketNumber(number));
  await keepFindable(sql, workspace, numbers);
  const last = numbers.at(-1);
  const goOn = (from: number, at: Date | null) =>
    sql.unsafe(GO_ON, [workspace, from, requester, at?.toISOString() ?? null], { prepare: true });
  if (numbers.length === AT_ONCE && last !== undefined) await goOn(last + 1, null);
  else if (requester === null) await goOn(0, new Date(Date.now() + ROUND_MS));
}
