import { randomUUID } from 'node:crypto';
import type { Worded } from '../../desk/masking.ts';
import { cover, occurrences, settled, touches } from '../../domain/masking/spans.ts';
import { type Ring, seal, unseal } from '../../sealing.ts';
import type { Sql, Transaction } from '../connect.ts';
import { BATCHED } from './holders.ts';
import { keyOf, type Place } from './places.ts';

/** Words that are masked in a place, as they are kept. */
export type SpanRow = Place & { id: string; seq: number; begins: number; ends: number; key_id: string; sealed: Buffer };
type Ticket = { workspace: string; number: number };

/** To what the sealed words belong: moved to another ticket, place or span they are not unsealed. */
export const aboutOf = ({ workspace, number }: Ticket, { holder, row, path, id }: Place & { id: string }): string =>
  JSON.stringify([workspace, number, holder, row, path, id]);

export const openedBy = (ring: Ring, ticket: Ticket, span: SpanRow): string | null =>
  unseal(ring, { keyId: span.key_id, sealed: span.sealed }, aboutOf(ticket, span));

export const spansOf = (sql: Sql | Transaction, { workspace, number }: Ticket): Promise<SpanRow[]> => sql<SpanRow[]>`
  select id, holder, row, path, seq, begins, ends, key_id, sealed from masked_spans
  where workspace = ${workspace} and ticket = ${number} order by holder, row, path, begins`;

const SHARED = `
  with shared as (select id, numbers from batches where ${BATCHED})
  select s.id, s.holder, s.row, s.path, s.seq, s.begins, s.ends, s.key_id, s.sealed from masked_spans s
  where s.workspace = $1 and s.ticket <> $2 and s.holder = 'batches.input' and s.row in (select id from shared)
    and s.ticket in (select unnest(numbers) from shared
      union select i.ticket from batch_items i join shared on i.workspace = $1 and i.batch = shared.id)`;
/** What is masked for other tickets in places that they share with this one. */
export const sharedSpans = (sql: Sql | Transaction, { workspace, number }: Ticket): Promise<SpanRow[]> =>
  sql.unsafe<SpanRow[]>(SHARED, [workspace, number], { prepare: true });

/** Of two tickets that mask what they share, neither writes over what the other has masked. */
export const holdShared = (sql: Transaction, { workspace, number }: Ticket) =>
  sql.unsafe(`select id from batches where ${BATCHED} order by id for update`, [workspace, number], { prepare: true });

export function byPlace<S extends SpanRow>(spans: readonly S[]): Map<string, S[]> {
  const at = new Map<string, S[]>();
  for (const span of spans) {
    const there = at.get(keyOf(span));
    if (there) there.push(span);
    else at.set(keyOf(span), [span]);
  }
  return at;
}

type Found = Worded & { spans: ReturnType<typeof settled>; kept: SpanRow[] };
/** Where words of a ticket would be masked: not where something is masked already. */
export function foundIn(texts: readonly Worded[], spans: readonly SpanRow[], parts: readonly string[]): Found[] {
  const at = byPlace(spans);
  return texts.flatMap((place) => {
    const all = settled(place.text, occurrences(place.text, parts));
    if (all.length === 0) return [];
    const kept = at.get(keyOf(place)) ?? [];
    const free = all.filter((one) => !kept.some(({ begins, ends }) => touches(one, { start: begins, end: ends })));
    return free.length === 0 ? [] : [{ ...place, spans: free, kept }];
  });
}

export type Change = { texts: Worded[]; added: SpanRow[]; moved: Pick<SpanRow, 'id' | 'begins' | 'ends'>[] };
/** The places with these words masked; what was masked behind them has moved where signs are longer than their asterisks. */
export function masked(ring: Ring, ticket: Ticket, seq: number, found: readonly Found[]): Change {
  const change: Change = { texts: [], added: [], moved: [] };
  for (const { spans, kept, ...place } of found) {
    const { text, covered } = cover(place.text, spans);
    change.texts.push({ ...place, text });
    for (const { start: begins, end: ends, words } of covered) {
      const span = { id: randomUUID(), holder: place.holder, row: place.row, path: place.path, seq, begins, ends };
      const { keyId, sealed } = seal(ring, words, aboutOf(ticket, span));
      change.added.push({ ...span, key_id: keyId, sealed });
    }
    for (const { id, begins, ends } of kept) {
      const by = covered.reduce((sum, { start, end, words }, nth) => {
        const before = (spans[nth]?.start ?? begins) < begins;
        return sum + (before ? end - start - words.length : 0);
      }, 0);
      if (by !== 0) change.moved.push({ id, begins: begins + by, ends: ends + by });
    }
  }
  return change;
}
