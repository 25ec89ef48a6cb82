import type { Alike, SimilarAsk } from '../desk/similar.ts';
import type { MainText } from '../desk/told.ts';
import { type GroupKey, isOpen, STATES, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import { ALIKE, isWorthShowing, likeness, maySee, stemOf, type Weigh, type Worded } from '../domain/similar.ts';
import type { Ticket } from '../domain/ticket.ts';
import { weighOf } from './commonness.ts';
import type { Sql, Transaction } from './connect.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { bounded } from './search/bounded.ts';
import { sightOf } from './search/conditions.ts';
import { mark } from './search/document.ts';
import { facet } from './search/facets.ts';
import { queryOf } from './search/lexemes.ts';
import { wordsOf } from './search/words.ts';

/** Which tickets are like some words: candidates by the index over the documents, and of those the likest. */

/** Whoever types does not wait for it, and the job disturbs nobody. */
const PATIENCE_MS = { typing: 400, job: 2000 } as const;
/** Candidates of one statement, those that are looked at, and how many are enough. */
const HITS = 400;
const NEWEST = 100;
const ENOUGH = 60;
const READ = 20;
const MOST = 9;
const MOST_WORDS = 30;
const LONGEST = 3000;

type Words = { title: string; content: string };
type Among = { facets: readonly string[]; besides: number; may(ticket: Ticket): boolean };

/** For somebody who is about to ask: of what he may see. */
export async function similar(
  sql: Sql,
  workspace: WorkspaceId,
  { by, title, content, channels }: SimilarAsk,
): Promise<Alike[]> {
  const facets = [...sightOf(by).readable, ...channels.map(facet.openly)];
  const may = (ticket: Ticket) => maySee(by, ticket, channels);
  const asked = { title, content };
  const found = await alike(sql, workspace, asked, { facets, besides: 0, may }, PATIENCE_MS.typing);
  return answered(sql, workspace, found ?? []);
}

/** All its agents may read it; of what one team asks another the one that asks may be private. */
const isForGroup = (ticket: Ticket, group: GroupKey): boolean =>
  ticket.group === group && !ticket.private && ticket.parent === null;

/** For the card of a ticket: of what all agents of its group may read. Null: it would take too long. */
export const similarInGroup = (sql: Sql, workspace: WorkspaceId, asked: Words, group: GroupKey, besides: number) =>
  alike(
    sql,
    workspace,
    asked,
    { facets: [facet.group(group)], besides, may: (ticket) => isForGroup(ticket, group) },
    PATIENCE_MS.job,
  );

async function alike(
  sql: Sql,
  workspace: WorkspaceId,
  asked: Words,
  { facets, besides, may }: Among,
  patience: number,
): Promise<Ticket[] | null> {
  const worded = wordedOf(asked);
  if (worded.title.length === 0) return [];
  const weigh = await weighOf(sql, workspace);
  const queries = queriesFor(worded, weigh);
  const found = await bounded(sql, async (transaction) => {
    await transaction`select set_config('statement_timeout', ${String(patience)}, true)`;
    const numbers = await candidates(transaction, workspace, queries, { facets, besides, worded, weigh });
    return numbers.length === 0
      ? []
      : transaction.unsafe<TicketRow[]>('select * from tickets where workspace = $1 and number = any($2::int[])', [
          workspace,
          numbers,
        ]);
  });
  if (found === 'too_slow') return null;
  return found
    .map(ticketFrom)
    .filter((ticket) => isWorthShowing(ticket) && may(ticket))
    .map((ticket) => ({ ticket, score: likeness(worded, wordedOf(ticket), weigh) }))
    .filter(({ score }) => score >= ALIKE)
    .toSorted((one, other) => other.score - one.score || other.ticket.number - one.ticket.number)
    .slice(0, MOST)
    .map(({ ticket }) => ticket);
}

const wordedOf = ({ title, content }: Words): Worded => ({
  title: [...wordsOf(title)].slice(0, MOST_WORDS),
  body: [...wordsOf(content.slice(0, LONGEST))],
});

const states = STATES.filter((state) => isOpen(state) || state === 'resolved' || state === 'completed');
/** What agents said among themselves finds candidates too, but likeness knows nothing of it. */
const COLUMNS = { title: 's.keys', anywhere: 'coalesce(s.internal, s.main)' };
const candidatesBy = (column: keyof typeof COLUMNS) => `
  with hit as materialized (
    select s.number, s.updated_at from ticket_search s
    where s.workspace || '' = $1 and s.facets && $2::text[] and ${COLUMNS[column]} @@ $3::tsquery and not s.spam limit ${HITS})
  select t.number, t.title from (select number from hit order by updated_at desc limit ${NEWEST}) h
  join tickets t on t.workspace = $1 and t.number = h.number
  where t.number <> $4 and t.state in (${states.map((state) => `'${state}'`).join(', ')})`;

type Seeking = Pick<Among, 'facets' | 'besides'> & { worded: Worded; weigh: Weigh };
/** From the strictest statement on, until there are enough; of them those with the likest titles. */
async function candidates(
  transaction: Transaction,
  workspace: WorkspaceId,
  queries: readonly Query[],
  { facets, besides, worded, weigh }: Seeking,
): Promise<number[]> {
  const titles = new Map<number, string>();
  for (const { of, query } of queries) {
    const rows = await transaction.unsafe<{ number: number; title: string }[]>(candidatesBy(of), [
      workspace,
      [...facets],
      query,
      besides,
    ]);
    for (const { number, title } of rows) titles.set(number, title);
    if (titles.size >= ENOUGH) break;
  }
  const bare = { title: worded.title, body: [] };
  return [...titles]
    .map(([number, title]) => ({ number, score: likeness(bare, { title: [...wordsOf(title)], body: [] }, weigh) }))
    .toSorted((one, other) => other.score - one.score || other.number - one.number)
    .slice(0, READ)
    .map(({ number }) => number);
}

/** Words that weigh less find too much, and those that weigh enough find something by themselves. */
const LIGHTEST = 0.25;
const ALONE = 0.5;
const MOST_TERMS = 6;
const FEW = 3;

type Query = { of: keyof typeof COLUMNS; query: string };
/** What the index is asked, the strictest first: two words in the title, two words anywhere, one word in the title. */
function queriesFor({ title, body }: Worded, weigh: Weigh): Query[] {
  const heaviest = (words: readonly string[]) =>
    [...new Set(words)]
      .filter((word) => weigh(word) >= LIGHTEST)
      .toSorted((one, other) => weigh(other) - weigh(one))
      .slice(0, MOST_TERMS);
  const named = heaviest(title);
  const terms = named.length >= FEW ? named : [...new Set([...named, ...heaviest(body).slice(0, FEW)])];
  const alone = named.filter((word) => weigh(word) >= ALONE).slice(0, FEW);
  const queries: Query[] = [
    { of: 'title', query: pairs(named, mark.title) },
    { of: 'anywhere', query: pairs(terms) },
    { of: 'title', query: alone.map((word) => term(word, mark.title)).join(' | ') },
  ];
  return queries.filter(({ query }) => query !== '');
}

const pairs = (words: readonly string[], before = ''): string =>
  words
    .flatMap((one, nth) => words.slice(nth + 1).map((other) => `(${term(one, before)} & ${term(other, before)})`))
    .join(' | ');

const LONG = 5;
/** A longer word also finds its other forms. */
function term(word: string, before: string = ''): string {
  const open = word.length >= LONG && !/\d/.test(word);
  return queryOf([{ words: [before + (open ? stemOf(word) : word)], open }]);
}

const ANSWERS = `
  select distinct on (e.ticket) e.ticket, m.text from events e join messages m using (workspace, ticket, seq)
  where e.workspace = $1 and e.ticket = any($2::int[]) and e.verb in ('resolve', 'reply') and m.audience = 'main'
    and m.deleted_at is null and m.text <> ''
  order by e.ticket, e.verb = 'resolve' desc, e.seq desc`;

/** With what their requesters were told: how it ended, or the last that was answered. */
async function answered(sql: Sql, workspace: WorkspaceId, tickets: readonly Ticket[]): Promise<Alike[]> {
  const over = tickets.filter(({ state }) => !isOpen(state)).map(({ number }) => number);
  const rows =
    over.length === 0
      ? []
      : await sql.unsafe<{ ticket: number; text: MainText }[]>(ANSWERS, [workspace, over], { prepare: true });
  const texts = new Map(rows.map(({ ticket, text }) => [ticket, text]));
  return tickets.map((ticket) => ({ ticket, answer: texts.get(ticket.number) ?? null }));
}

const KEPT = `
  select o.* from likenesses s, unnest(s.numbers) with ordinality as x(number, nth)
  join tickets o on o.workspace = $1 and o.number = x.number
  where s.workspace = $1 and s.ticket = $2 order by x.nth`;

/** What was found for the card of a ticket, as it is now. */
export async function similarTo(
  sql: Sql,
  workspace: WorkspaceId,
  number: TicketNumber,
  group: GroupKey,
): Promise<Alike[]> {
  const rows = await sql.unsafe<TicketRow[]>(KEPT, [workspace, number], { prepare: true });
  const tickets = rows.map(ticketFrom).filter((one) => isWorthShowing(one) && isForGroup(one, group));
  return answered(sql, workspace, tickets);
}
