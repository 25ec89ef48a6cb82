import { cover, occurrences } from '../../domain/masking/spans.ts';
import type { Ring } from '../../sealing.ts';
import type { Sql, Transaction } from '../connect.ts';
import { json } from '../writing.ts';
import { leavesOf, withLeaves } from './holders.ts';
import { openedBy, spansOf } from './spans.ts';

type Ticket = { workspace: string; number: number };

/** The same value with these words covered wherever they stand in it; null: they stand nowhere. */
export function covered(value: unknown, kind: Parameters<typeof leavesOf>[1], parts: readonly string[]): unknown {
  const changed = leavesOf(value, kind).flatMap(({ path, text }): [string, string][] => {
    const masked = cover(text, occurrences(text, parts)).text;
    return masked === text ? [] : [[path, masked]];
  });
  return changed.length === 0 ? null : withLeaves(value, new Map(changed));
}

type Row = { person: string; form: string; values: unknown };
/** What agents are writing about the ticket: it is masked, and not sealed, for it is nobody's record yet. */
export async function forgetDrafts(
  sql: Transaction,
  { workspace, number }: Ticket,
  parts: readonly string[],
): Promise<void> {
  const rows = await sql<Row[]>`
    select person, form, values from drafts where workspace = ${workspace} and ticket = ${number} for update`;
  for (const { person, form, values } of rows) {
    const masked = covered(values, 'json', parts);
    if (masked !== null)
      await sql`
        update drafts set values = ${json(masked)}::text::jsonb
        where workspace = ${workspace} and person = ${person} and ticket = ${number} and form = ${form}`;
  }
}

/** What is masked in a ticket, for what is written about it later. */
export async function maskedWords(sql: Sql, ring: Ring | null, ticket: Ticket): Promise<string[]> {
  if (ring === null) return [];
  const spans = await spansOf(sql, ticket);
  return [...new Set(spans.flatMap((span) => openedBy(ring, ticket, span) ?? []))];
}
