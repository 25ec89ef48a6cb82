import type { Transaction } from '../connect.ts';
import { json } from '../writing.ts';
import { covered } from './drafts.ts';

const SAID = { keys: ['text', 'url', 'fallback'] };
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Row = { id: number; body: unknown };
/** What has come in from the ticket's conversations and was not worked on yet: it is masked, and not sealed, for it passes. */
export async function forgetInbox(
  sql: Transaction,
  { workspace, number }: { workspace: string; number: number },
  parts: readonly string[],
): Promise<void> {
  const rows = await sql<Row[]>`
    select id, body from inbox where workspace = ${workspace} and done_at is null and conversation in (
      select 'c:' || channel from messages where workspace = ${workspace} and ticket = ${number} and channel is not null
      union select 'c:' || channel from places where workspace = ${workspace} and ticket = ${number}
      union select 'c:' || main_channel from tickets where workspace = ${workspace} and number = ${number})`;
  const sought = [...parts, ...parts.map(escaped)];
  for (const { id, body } of rows) {
    const masked = covered(body, SAID, sought);
    if (masked !== null)
      await sql`update inbox set body = ${json(masked)}::text::jsonb where id = ${id} and done_at is null`;
  }
}
