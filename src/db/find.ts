import type { FindAsk } from '../desk/finding.ts';
import { type Person, personId, STATES, type State, isOpen, type WorkspaceId } from '../domain/language.ts';
import type { Search } from '../domain/search.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Sql } from './connect.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { bounded } from './search/bounded.ts';
import { conditionsOf } from './search/conditions.ts';
import { oddsOf } from './search/odds.ts';
import { pageOf } from './search/page.ts';

const quoted = (states: readonly State[]) => states.map((state) => `'${state}'`).join(', ');
const OPEN = `(${quoted(STATES.filter(isOpen))})`;
const EVER = STATES.filter((state) => state !== 'spam');

/** Made just now, so that they may have no document yet: looked at one by one. */
const NEWEST = 200;
/** Of all numbers that begin so, those that are looked at. */
const EACH = 200;

/**
 * Of these tickets, of the newest, and of those with such a number. Readable means all of it, as the law has it: an agent of
 * its group, its assignee, an administrator if it is not private.
 */
const FIND = `
  with newest as (
    select n.number from (select * from tickets where workspace = $1 order by number desc limit ${NEWEST}) n
    where $3 = '' or n.title ilike '%' || $3 || '%'),
  begun as (
    select b.number from unnest($8::int[], $9::int[]) as r(low, high) cross join lateral (
      select number from tickets where workspace = $1 and number between r.low and r.high order by number desc limit ${EACH}) b),
  candidate as (select number from newest union select number from begun union select unnest($4::int[]))
  select t.* from candidate c join tickets t on t.workspace = $1 and t.number = c.number
  where t.deleted_at is null and t.state <> 'spam' and t.number is distinct from $5::int
    and (t.assignee = $2
      or exists (select from group_members m where m.workspace = $1 and m.person = $2 and m.group_key = t.group_key)
      or not t.private and exists (select from people p where p.workspace = $1 and p.id = $2 and p.admin))
    and (not $6 or t.state in ${OPEN})
  order by $6 and t.requester = (select o.requester from tickets o
      where o.workspace = $1 and o.number = $5::int) desc, t.state in ${OPEN} desc, t.updated_at desc limit $7`;

/** What was typed as words, and as the beginning of a number. */
export async function findTickets(
  sql: Sql,
  workspace: WorkspaceId,
  person: Person | null,
  { by, text, besides, twins = false, limit }: FindAsk,
): Promise<Ticket[]> {
  if (!person) return [];
  const typed = text.trim();
  const words = typed.replaceAll(/[\\%_]/g, '\\$&');
  const digits = /^(?:t-?|#)?(\d{1,9})$/i.exec(typed)?.[1];
  const ranges = digits === undefined ? [] : rangesOf(Number(digits));
  const requester = twins && besides !== undefined ? await requesterOf(sql, workspace, besides) : null;
  const title = typed === '' ? {} : { title: typed };
  const searches: Search[] = [
    ...(requester === null ? [] : [{ ...title, users: [personId(requester)] }]),
    title,
    ...(twins ? [] : [{ ...title, states: EVER, archived: 'also' as const }]),
  ];
  const found = await documented(sql, workspace, person, searches, limit + 1);
  const [low, high] = [ranges.map(([from]) => from), ranges.map(([, to]) => to)];
  const values = [workspace, by, words, found, besides ?? null, twins, limit, low, high];
  return (await sql.unsafe<TicketRow[]>(FIND, values, { prepare: true })).map(ticketFrom);
}

/** By the documents, until there are enough. */
async function documented(sql: Sql, workspace: WorkspaceId, by: Person, searches: readonly Search[], limit: number) {
  const now = new Date();
  const odds = await oddsOf(sql);
  const numbers = new Set<number>();
  const found = await bounded(sql, async (transaction) => {
    for (const search of searches) {
      const conditions = conditionsOf(search, { now, tz: 'UTC', under: (type) => [type] });
      if (!conditions || numbers.size >= limit) return;
      const asked = {
        workspace,
        conditions,
        by,
        sort: 'updated',
        start: null,
        limit,
        odds,
        inside: true,
      } as const;
      const { rows } = await pageOf(transaction, asked, now);
      for (const { number } of rows) numbers.add(number);
    }
  });
  return found === 'too_slow' ? [] : [...numbers];
}

/** All numbers that begin with these digits. */
const rangesOf = (begins: number): [number, number][] =>
  begins === 0
    ? []
    : Array.from({ length: 10 - String(begins).length }, (_, more) => [
        begins * 10 ** more,
        (begins + 1) * 10 ** more - 1,
      ]);

async function requesterOf(sql: Sql, workspace: WorkspaceId, number: number): Promise<string | null> {
  const [row] = await sql<{ requester: string }[]>`
    select requester from tickets where workspace = ${workspace} and number = ${number}`;
  return row?.requester ?? null;
}
