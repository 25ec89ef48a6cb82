import type { ClosedChannel, ClosedWhy } from '../desk/closed.ts';
import type { PersonId, WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { deliverSpec } from './jobs.ts';
import { wake } from './wake.ts';

/** Whoever looks after a group: its leads, else those of IT support, else the administrators. */
const CLOSED = `
  with noted as (
    insert into closed_channels (workspace, channel, why)
    select $1, $2, $3 where exists (select from groups where workspace = $1 and agents_channel = $2)
    on conflict (workspace, channel) where open_at is null do nothing returning id),
  seat as (
    select m.person, case when o.agents_channel = $2 then 1 else 2 end as rank
    from groups o join group_members m on m.workspace = o.workspace and m.group_key = o.key and m.role = 'lead'
    where o.workspace = $1 and (o.agents_channel = $2
      or o.key = (select it_support_group from workspaces where id = $1))
    union all
    select id, 3 from people where workspace = $1 and admin),
  who as (
    select s.person, s.rank from seat s join people p on p.workspace = $1 and p.id = s.person and p.active and not p.bot)
  insert into letters (workspace, kind, seq, to_person, conversation)
  select distinct $1, 'closed_channel', n.id, w.person, 'u:' || w.person from noted n, who w
  where w.rank = (select min(rank) from who)
  on conflict do nothing returning conversation`;

/** An agents' channel is closed to us: remembered, and told once. */
export async function closed(sql: Sql, workspace: WorkspaceId, channel: string, why: ClosedWhy): Promise<void> {
  await wakeAll(sql, workspace, await sql.unsafe<Woken>(CLOSED, [workspace, channel, why]));
}
type Woken = { conversation: string }[];

async function wakeAll(sql: Sql, workspace: WorkspaceId, letters: Woken): Promise<void> {
  for (const conversation of new Set(letters.map((letter) => letter.conversation)))
    await wake(sql, workspace, conversation, new Date());
}

const STAYS = `t.state not in ('completed', 'cancelled', 'spam') and t.deleted_at is null and t.archived_at is null`;
/** Whoever was told that it is closed reads there that it is not any more. */
const SETTLED = `
    insert into letters (workspace, kind, seq, to_person, conversation)
    select distinct l.workspace, 'closed_channel', l.seq, l.to_person, l.conversation from settled s
    join letters l on l.workspace = s.workspace and l.kind = 'closed_channel' and l.seq = s.id and l.state <> 'failed'
    on conflict do nothing returning conversation`;

/** The card of whatever goes on, or could not be told meanwhile, and what its thread has not been told. */
const OPENED = `
  with settled as (
    update closed_channels set open_at = now() where workspace = $1 and channel = $2 and open_at is null
    returning workspace, id, since),
  told as (${SETTLED}),
  missed as (
    select distinct l.ticket from settled s join letters l on l.workspace = s.workspace and l.conversation = 'c:' || $2
      and l.state = 'failed' and l.settled_at >= s.since),
  cards as (
    insert into letters (workspace, ticket, kind, conversation)
    select t.workspace, t.number, k.kind, 'c:' || o.agents_channel from settled s
    join groups o on o.workspace = s.workspace and o.agents_channel = $2
    join tickets t on t.workspace = o.workspace and t.group_key = o.key
    cross join lateral unnest(array['card', 'thread']) with ordinality as k(kind, nth)
    where ${STAYS} or t.number in (select ticket from missed)
    order by t.number, k.nth
    on conflict do nothing returning conversation)
  select conversation from told union all select conversation from cards`;

/** We can write there again; nothing happens where it was not known to be closed. */
export async function opened(sql: Sql, workspace: WorkspaceId, channel: string): Promise<void> {
  await wakeAll(sql, workspace, await sql.unsafe<Woken>(OPENED, [workspace, channel]));
}

/**
 * Goes on after `with given as (the workspace, the keys of groups as jsonb),`: these groups have another agents' channel
 * now, and the cards of what goes on move there with their whole story. What was told of a channel in which nobody works
 * any more is settled.
 */
export const MOVED = `
  settled as (
    update closed_channels c set open_at = now() from given g where c.workspace = g.workspace and c.open_at is null
      and not exists (select from groups o where o.workspace = c.workspace and o.agents_channel = c.channel)
    returning c.workspace, c.id),
  told as (${SETTLED}),
  cards as (
    insert into letters (workspace, ticket, kind, conversation)
    select t.workspace, t.number, k.kind, 'c:' || o.agents_channel from given g
    join groups o on o.workspace = g.workspace and o.agents_channel is not null and g.keys ? o.key
    join tickets t on t.workspace = o.workspace and t.group_key = o.key
    cross join lateral unnest(array['card', 'thread']) with ordinality as k(kind, nth)
    where ${STAYS}
    order by t.number, k.nth
    on conflict do nothing returning conversation),
  spoken as (select conversation from told union select conversation from cards)
  select count(*) from (
    select array_agg(${deliverSpec('g.workspace', 's.conversation')} order by s.conversation) as specs
    from given g, spoken s having count(*) > 0) a, lateral graphile_worker.add_jobs(a.specs) added`;

const ABOUT = `
  select c.channel, c.why, c.since, c.open_at,
    array(select o.name from groups o where o.workspace = c.workspace and o.agents_channel = c.channel
      order by o.position, o.key) as groups,
    (select count(*)::int from tickets t join groups o on o.workspace = t.workspace and o.key = t.group_key
      where o.workspace = c.workspace and o.agents_channel = c.channel and t.state <> 'resolved' and ${STAYS}) as tickets,
    (select json_build_object('channel', l.channel, 'ts', l.ts) from letters l
      where l.workspace = c.workspace and l.kind = 'closed_channel' and l.seq = c.id and l.to_person = $3 and l.ts is not null
      order by l.id limit 1) as stands
  from closed_channels c where c.workspace = $1 and c.id = $2`;
type AboutRow = Omit<ClosedChannel, 'openAt'> & { open_at: Date | null };

/** What there is to tell this person of it, as it is now. */
export async function closedChannel(
  sql: Sql,
  workspace: WorkspaceId,
  seq: number,
  person: PersonId,
): Promise<ClosedChannel | null> {
  const [row] = await sql.unsafe<AboutRow[]>(ABOUT, [workspace, seq, person]);
  if (!row) return null;
  const { open_at: openAt, ...rest } = row;
  return { ...rest, openAt };
}
