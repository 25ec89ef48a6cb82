/**
 * The cards on which the ticket `$2` is named, for theirs are like it, to be drawn again; the conversations in which that waits,
 * each once. `which`: of which tickets `t`.
 */
export const likeCards = (which: string) => `
  with letter as (
    insert into letters (workspace, ticket, kind, conversation)
    select p.workspace, p.ticket, 'card', 'c:' || p.channel from likenesses l
    join tickets t on t.workspace = l.workspace and t.number = l.ticket
    join places p on p.workspace = l.workspace and p.ticket = l.ticket and p.kind = 'card'
    where l.workspace = $1 and l.numbers @> array[$2::int] and ${which} order by p.ticket
    on conflict do nothing returning conversation)
  select distinct conversation from letter`;
