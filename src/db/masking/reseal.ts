import { type Ring, seal, unseal } from '../../sealing.ts';
import type { Sql } from '../connect.ts';
import { aboutOf, type SpanRow } from './spans.ts';

const AT_ONCE = 500;
type Row = SpanRow & { workspace: string; ticket: number };

/** What an older key has sealed is sealed with the current one, so that the older one can go. What no key opens stays as it is. */
export async function reseal(sql: Sql, ring: Ring): Promise<void> {
  const [current, ...older] = ring.map(({ id }) => id);
  if (older.length === 0) return;
  for (let from = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await sql<Row[]>`
      select * from masked_spans where key_id <> ${current ?? ''} and id > ${from}::uuid order by id limit ${AT_ONCE}`;
    for (const row of rows) {
      const about = aboutOf({ workspace: row.workspace, number: row.ticket }, row);
      const words = unseal(ring, { keyId: row.key_id, sealed: row.sealed }, about);
      if (words === null) continue;
      const { keyId, sealed } = seal(ring, words, about);
      await sql`update masked_spans set key_id = ${keyId}, sealed = ${sealed} where id = ${row.id} and key_id = ${row.key_id}`;
    }
    const last = rows.at(-1);
    if (!last) return;
    from = last.id;
  }
}
