import type { Message } from '../../local-slack/wire.ts';
import type { Sql } from '../../src/db/connect.ts';

type Day = { sql: Sql; slack: { url: string; botToken: string } };

const AT_ONCE = 50;

/** Answers as if an agent had given them: posted by the bot in the requester's thread, and kept as the desk keeps them. */
export async function uttered(
  { sql, slack }: Day,
  { of, number, by, text }: { of: Pick<Message, 'channel' | 'ts'>; number: number; by: string; text: string },
  count: number,
): Promise<void> {
  const post = async () => {
    const answer = await fetch(`${slack.url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: of.channel, thread_ts: of.ts, text }),
    });
    return ((await answer.json()) as { ts: string }).ts;
  };
  const posts: string[] = [];
  while (posts.length < count)
    posts.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - posts.length) }, post))));
  const rows = JSON.stringify(posts.map((ts, nth) => ({ nth: nth + 1, ts })));
  const row = sql`jsonb_to_recordset(${rows}::text::jsonb) as x(nth int, ts text), tickets t where t.number = ${number}`;
  await sql.begin(async (transaction) => {
    await transaction`
      insert into events (workspace, ticket, seq, verb, by_person, at, from_state, to_state, input)
      select t.workspace, t.number, t.version + nth, 'reply', ${by}, now(), t.state, t.state, '{}' from ${row}`;
    await transaction`
      insert into messages (workspace, ticket, seq, audience, author, text, channel, ts, at)
      select t.workspace, t.number, t.version + nth, 'main', ${by}, ${text}, ${of.channel}, ts, now() from ${row}`;
    await transaction`
      insert into letters (workspace, ticket, kind, seq, conversation, state, taken, channel, thread, ts, settled_at)
      select t.workspace, t.number, 'main', t.version + nth, 'u:' || t.requester, 'sent', true, ${of.channel}, ${of.ts}, ts, now()
      from ${row}`;
    await transaction`update tickets set version = version + ${count} where number = ${number}`;
  });
}
