import type { Worded } from '../../desk/masking.ts';
import type { WorkspaceId } from '../../domain/language.ts';
import type { Transaction } from '../connect.ts';
import { likeCards } from '../like-cards.ts';

/** Posts of one event, drawn again where they stand by the letter that brought them. */
const PASSED = `('line', 'ping', 'channel_ping')`;
/** Lists with the titles of tickets, sent to one person. */
const LISTS = `('digest', 'left', 'batched')`;
const LISTS_FOR = `interval '14 days'`;

/**
 * A letter for every post of ours that tells of these events ($3), and, where the title was touched ($4), for those that name
 * the ticket. What is on its way may have been drawn before: it is drawn once more when it has arrived. The cards themselves
 * are drawn by the act.
 */
const LETTERS = `
  with touched as (select unnest($3::int[]) as seq),
  wanted as (
    select 'main' as kind, m.seq, null::text as to_person, l.conversation
    from messages m join touched using (seq), lateral (
      select x.conversation, bool_or(x.taken and x.settled_at is null) over () as under_way from letters x
      where x.workspace = m.workspace and x.ticket = m.ticket and x.seq = m.seq and x.kind = 'main'
      order by x.id desc limit 1) l
    where m.workspace = $1 and m.ticket = $2 and m.audience = 'main' and (m.ts is not null or l.under_way)
    union all
    select 'retell', g.upto, null, 'c:' || g.channel from tellings g
    where g.workspace = $1 and g.ticket = $2 and exists (select from touched t where t.seq > g.since and t.seq <= g.upto)
    union all
    select 'escalation_card', p.seq, e.to_person, 'u:' || e.to_person from places p
    join escalations e on e.workspace = p.workspace and e.ticket = p.ticket and e.seq = p.seq
    where p.workspace = $1 and p.ticket = $2 and p.kind = 'escalation_card' and e.to_person is not null
    union all
    select 'again', x.id::int, x.to_person, case when x.conversation like 'q:%' then 'u:' || x.to_person else x.conversation end
    from letters x
    where x.workspace = $1 and x.ticket = $2 and x.kind in ${PASSED} and (x.ts is not null or x.taken)
      and x.state not in ('failed', 'collapsed') and ($4 or x.seq in (select seq from touched))
    union all
    select 'again', x.id::int, x.to_person, 'u:' || x.to_person from letters x
    where $4 and x.workspace = $1 and x.kind in ${LISTS} and x.ts is not null and x.created_at > now() - ${LISTS_FOR}
      and x.to_person in (
        select t.requester from tickets t where t.workspace = $1 and t.number = $2
        union select t.creator from tickets t where t.workspace = $1 and t.number = $2
        union select t.assignee from tickets t where t.workspace = $1 and t.number = $2
        union select e.by_person from events e where e.workspace = $1 and e.ticket = $2
        union select e.to_person from escalations e where e.workspace = $1 and e.ticket = $2
        union select s.person from group_members s join tickets t on t.workspace = s.workspace and t.group_key = s.group_key
          where t.workspace = $1 and t.number = $2 and s.role = 'lead')),
  letter as (
    insert into letters (workspace, ticket, kind, seq, to_person, conversation)
    select $1, $2, w.kind, w.seq, w.to_person, w.conversation from wanted w order by w.conversation, w.kind, w.seq
    on conflict do nothing returning conversation)
  select distinct conversation from letter`;

/** The cards of other tickets on which its title stands, for they are like it. */
const LIKE_IT = likeCards('true');

const OF_EVENTS = ['events', 'messages', 'escalations'];

/** Our posts in Slack that tell words of these places are to be drawn once more; the conversations in which that waits. */
export async function redraw(
  sql: Transaction,
  { workspace, number }: { workspace: WorkspaceId; number: number },
  places: readonly Pick<Worded, 'holder' | 'row'>[],
): Promise<string[]> {
  const tableOf = ({ holder }: Pick<Worded, 'holder'>) => holder.slice(0, holder.indexOf('.'));
  const seqs = new Set(places.filter((place) => OF_EVENTS.includes(tableOf(place))).map(({ row }) => row));
  const named = places.some(({ holder }) => holder === 'tickets.title');
  const values = [workspace, number, [...seqs], named];
  const rows = await sql.unsafe<{ conversation: string }[]>(LETTERS, values, { prepare: true });
  const like = named ? await sql.unsafe<typeof rows>(LIKE_IT, [workspace, number], { prepare: true }) : [];
  return [...new Set([...rows, ...like].map(({ conversation }) => conversation))];
}
