import type { WorkspaceId } from '../domain/language.ts';
import { type Commonness, stemOf, type Weigh, weighing } from '../domain/similar.ts';
import type { Sql } from './connect.ts';
import { bounded } from './search/bounded.ts';

/** How common words are on this desk: counted in its newest documents, and now and then again. */

const SAMPLE = 1000;
const KEPT_MS = { whole: 600_000, few: 60_000 } as const;

const COUNTED = `
  with newest as materialized (
    select format('select main from ticket_search where workspace = %L order by updated_at desc limit ${SAMPLE}', $1::text) as sql)
  select word, ndoc from newest, ts_stat(sql)`;
const HOW_MANY = `
  select count(*) as documents from (select from ticket_search where workspace = $1 order by updated_at desc limit ${SAMPLE}) s`;

type Known = { weigh: Weigh; until: number };
const known = new WeakMap<Sql, Map<WorkspaceId, Promise<Known>>>();

/** What each word weighs. What is known is good enough while it is counted anew. */
export async function weighOf(sql: Sql, workspace: WorkspaceId): Promise<Weigh> {
  const here = known.get(sql) ?? new Map<WorkspaceId, Promise<Known>>();
  known.set(sql, here);
  const before = here.get(workspace);
  const last = await before?.catch(() => undefined);
  if (last && last.until > Date.now()) return last.weigh;
  if (here.get(workspace) === before) {
    const counting = count(sql, workspace);
    here.set(workspace, counting);
    if (last) counting.catch(() => here.set(workspace, Promise.resolve({ ...last, until: Date.now() + KEPT_MS.few })));
  }
  return last?.weigh ?? (await here.get(workspace))?.weigh ?? weighing({ documents: 0, having: () => 0 });
}

async function count(sql: Sql, workspace: WorkspaceId): Promise<Known> {
  const found = await bounded(sql, async (transaction) => {
    const [words, [sample]] = await Promise.all([
      transaction.unsafe<{ word: string; ndoc: number }[]>(COUNTED, [workspace]),
      transaction.unsafe<{ documents: number }[]>(HOW_MANY, [workspace]),
    ]);
    return commonness(words, sample?.documents ?? 0);
  });
  const counted = found === 'too_slow' ? { documents: 0, having: () => 0 } : found;
  const ms = counted.documents < SAMPLE ? KEPT_MS.few : KEPT_MS.whole;
  return { weigh: weighing(counted), until: Date.now() + ms };
}

/** All forms of a word count as one: by their beginning. */
function commonness(words: readonly { word: string; ndoc: number }[], documents: number): Commonness {
  const having = new Map<string, number>();
  for (const { word, ndoc } of words) {
    const shortest = stemOf(word).length;
    for (let end = shortest; end <= word.length; end++) {
      const beginning = word.slice(0, end);
      having.set(beginning, Math.min(documents, (having.get(beginning) ?? 0) + ndoc));
    }
  }
  return { documents, having: (word) => having.get(stemOf(word)) ?? 0 };
}
