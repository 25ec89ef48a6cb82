import type { Found, SearchAsk, Total, TooSlow } from '../desk/searching.ts';
import { folded } from '../domain/folding.ts';
import { zoneCalled } from '../domain/hours.ts';
import type { Person, WorkspaceId } from '../domain/language.ts';
import { mayRead, mayReadInternal, type Ticket } from '../domain/ticket.ts';
import type { Sql } from './connect.ts';
import { ticketFrom } from './rows.ts';
import { bounded } from './search/bounded.ts';
import { type Conditions, conditionsOf } from './search/conditions.ts';
import { oddsOf } from './search/odds.ts';
import { pageOf, type Row } from './search/page.ts';
import { cursorOf, startOf } from './search/statement.ts';

const MOST = 100;

/** What somebody may see of what he looks for, in the order that he wants. */
export async function searchTickets(
  sql: Sql,
  workspace: WorkspaceId,
  { by, search, page }: SearchAsk,
): Promise<Found | TooSlow> {
  const nothing: Found = { kind: 'found', tickets: [], total: { count: 0, over: false }, next: null };
  const types = search.types ? await typesUnder(sql, workspace, search.types) : new Map<string, string[]>();
  const tz = zoneCalled(page.tz) ?? 'UTC';
  const known = { now: page.now, tz, under: (type: string) => types.get(type) ?? [type] };
  const processing = search.processing && (await keysCalled(sql, workspace, search.processing));
  const conditions = conditionsOf(processing ? { ...search, processing } : search, known);
  if (!conditions || !by.active || (processing && isOutsider(by))) return nothing;
  const sort = search.sort ?? 'updated';
  const limit = Math.max(1, Math.min(MOST, page.limit));
  const begun = page.after === undefined ? null : startOf(sort, page.after);
  const start = begun?.start ?? null;
  const asked = { workspace, conditions, by, sort, start, limit: limit + 1, odds: await oddsOf(sql) };
  const found = await bounded(sql, (transaction) => pageOf(transaction, asked, page.now));
  if (found === 'too_slow') return { kind: 'too_slow' };
  const { rows } = found;
  const total = begun?.total ?? told(found.total);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    kind: 'found',
    tickets: rows.slice(0, limit).flatMap((row) => seenBy(by, row, conditions)),
    total,
    next: last ? cursorOf(sort, last.keys, total) : null,
  };
}

const ROUND = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];
/** How far was looked says nothing to anybody, so less is told where there are more. */
const told = ({ count, over }: Total): Total => ({
  count: over ? (ROUND.find((round) => round < count) ?? 0) : count,
  over,
});

/** The document may be older than the ticket, and the law has the last word. */
function seenBy(by: Person, row: Row, { text }: Conditions): Ticket[] {
  const ticket = ticketFrom(row);
  if (ticket.deletedAt !== null || !mayRead(by, ticket)) return [];
  if (ticket.state === 'spam' && !maySeeSpam(by, ticket)) return [];
  return text !== null && row.in_main !== true && !mayReadInternal(by, ticket) ? [] : [ticket];
}
const maySeeSpam = (by: Person, { group, private: hidden }: Ticket): boolean =>
  by.leadOf.includes(group) || (by.admin && !hidden);

/** What agents call a ticket is theirs. */
const isOutsider = ({ agentOf, leadOf, admin }: Person): boolean => !admin && agentOf.length + leadOf.length === 0;

const CALLED = `
  select distinct p.value ->> 'key' as key, n.name from groups g, jsonb_array_elements(coalesce(g.policies -> 'processing_types', '[]') || g.gone_processing) as p,
    lateral (select p.value ->> 'name' as name where jsonb_typeof(p.value -> 'name') = 'string'
      union all select v.value from jsonb_each_text(case jsonb_typeof(p.value -> 'name') when 'object' then p.value -> 'name' end) as v) n
  where g.workspace = $1`;
/** Processing types are looked for by their keys, and by what they are or were called in any language. */
async function keysCalled(sql: Sql, workspace: WorkspaceId, typed: readonly string[]): Promise<string[]> {
  const named = await sql.unsafe<{ key: string; name: string }[]>(CALLED, [workspace], { prepare: true });
  const called = (word: string) => named.filter(({ name }) => folded(name) === folded(word)).map(({ key }) => key);
  return typed.flatMap((word) => [word, ...called(word)]);
}

const UNDER = `
  with recursive under as (
    select k.key as of, k.key from unnest($2::text[]) as k(key)
    union
    select u.of, y.key from under u join submission_types y on y.workspace = $1 and y.parent = u.key)
  select of, array_agg(key) as keys from under group by of`;
async function typesUnder(sql: Sql, workspace: WorkspaceId, types: readonly string[]): Promise<Map<string, string[]>> {
  const asked = types.map((type) => type.replaceAll('\0', ''));
  const rows = await sql.unsafe<{ of: string; keys: string[] }[]>(UNDER, [workspace, asked], { prepare: true });
  return new Map(rows.map(({ of, keys }) => [of, keys]));
}
