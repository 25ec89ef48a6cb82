import type { Sql } from '../connect.ts';

/** What may stand in a document: its facets, the words of its title and people, and all other words. */
export type Kind = 'facets' | 'keys' | 'words';
/** How many documents there are, and which share of them has something; `open`: something that begins so. */
export type Odds = { documents: number; share(kind: Kind, word: string, open?: boolean): number };

export const NOTHING_KNOWN: Odds = { documents: 0, share: () => 0 };

/** Postgres looks at the documents now and then, and keeps what is common in them. */
const COMMON = `
  select c.reltuples::float8 as documents, s.attname as name, s.most_common_elems::text::text[] as words,
    s.most_common_elem_freqs as shares
  from pg_class c left join pg_stats s on s.schemaname = c.relnamespace::regnamespace::text
    and (s.tablename, s.attname) in (('ticket_search', 'facets'), ('ticket_search', 'keys'), ('ticket_search_words', 'coalesce'))
    and s.most_common_elems is not null
  where c.oid = 'ticket_search'::regclass`;
type Row = { documents: number; name: string | null; words: string[]; shares: number[] };
const LASTING_MS = 300_000;
const known = new WeakMap<Sql, { until: number; odds: Promise<Odds> }>();

export function oddsOf(sql: Sql): Promise<Odds> {
  const last = known.get(sql);
  if (last && Date.now() < last.until) return last.odds;
  const odds = read(sql);
  known.set(sql, { until: Date.now() + LASTING_MS, odds });
  odds.catch(() => known.delete(sql));
  return odds;
}

async function read(sql: Sql): Promise<Odds> {
  const rows = await sql.unsafe<Row[]>(COMMON);
  const of = (name: string) => sharesOf(rows.find((row) => row.name === name));
  const kinds = { facets: of('facets'), keys: of('keys'), words: of('coalesce') };
  const documents = Math.max(0, rows[0]?.documents ?? 0);
  return { documents, share: (kind, word, open = false) => kinds[kind](word, open) };
}

/** What is not known is rarer than all that is. */
function sharesOf(row: Row | undefined): (word: string, open: boolean) => number {
  if (!row) return () => 0;
  const shares = new Map(row.words.map((word, nth) => [word, row.shares[nth] ?? 0]));
  const rare = (row.shares[row.words.length] ?? 0) / 4;
  return (word, open) => {
    if (!open) return shares.get(word) ?? rare;
    let all = rare;
    for (const [known, share] of shares) if (known.startsWith(word)) all += share;
    return Math.min(1, all);
  };
}
