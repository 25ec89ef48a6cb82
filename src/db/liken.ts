import { createHash } from 'node:crypto';
import { type GroupKey, isOpen, type State, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { likeCards } from './like-cards.ts';
import { similarInGroup } from './similar.ts';
import { OPEN } from './select.ts';
import { wake } from './wake.ts';

type Row = {
  title: string;
  content: string;
  group_key: GroupKey;
  state: State;
  apart: boolean;
  found_by: string | null;
};
const READ = `
  select t.title, t.content, t.group_key, t.state, t.private or t.deleted_at is not null as apart, l.found_by
  from tickets t left join likenesses l on l.workspace = t.workspace and l.ticket = t.number
  where t.workspace = $1 and t.number = $2`;

/** Where nothing was found and nothing is, the card is not drawn again. */
const KEEP = `
  with before as (select numbers from likenesses where workspace = $1 and ticket = $2),
  kept as (
    insert into likenesses (workspace, ticket, found_by, numbers) values ($1, $2, $3, $4::int[])
    on conflict (workspace, ticket) do update set found_by = excluded.found_by, numbers = excluded.numbers)
  insert into letters (workspace, ticket, kind, conversation)
  select t.workspace, t.number, 'card', 'c:' || g.agents_channel
  from tickets t join groups g on g.workspace = t.workspace and g.key = t.group_key
  where t.workspace = $1 and t.number = $2 and g.agents_channel is not null
    and coalesce((select numbers from before), '{}') <> $4::int[]
  on conflict do nothing returning conversation`;

/** The cards of open ones that name it: how it ended stands there. */
const NAMING = likeCards(`t.state in ${OPEN}`);

/** Finds the tickets that an open one is like, once for each of its wordings, and has its card say so; the cards that name one that is over are drawn again. */
export async function liken(sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<void> {
  const [row] = await sql.unsafe<Row[]>(READ, [workspace, number], { prepare: true });
  if (!row || row.apart) return;
  const draw = async (text: string, values: (string | number | number[])[]) => {
    const letters = await sql.unsafe<{ conversation: string }[]>(text, values, { prepare: true });
    for (const { conversation } of letters) await wake(sql, workspace, conversation, new Date());
  };
  if (!isOpen(row.state)) return draw(NAMING, [workspace, number]);
  const { title, content, group_key: group } = row;
  const foundBy = createHash('sha256').update([group, title, content].join('\0')).digest('base64url').slice(0, 22);
  if (row.found_by === foundBy) return;
  const found = await similarInGroup(sql, workspace, { title, content }, group, number);
  const numbers = (found ?? []).map((one) => one.number);
  await draw(KEEP, [workspace, number, foundBy, numbers]);
}
