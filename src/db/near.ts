/**
 * The letters of a written ticket, and with them the cards on which it stands how that ticket does. By number, for two that
 * stand on one another's cards may change at once.
 */
export const LETTERS_AND_NEAR = `
    insert into letters (workspace, ticket, kind, seq, to_person, conversation, bulk, not_before)
    select w.workspace, l.ticket, l.kind, l.seq, l.to_person, l.conversation, l.bulk, l.not_before
    from w, given, lateral (
      select coalesce(o.ticket, w.number) as ticket, o.kind, o.seq, o.to_person, o.conversation, o.nth,
        coalesce(o.bulk, false) as bulk, o.not_before
      from rows from (jsonb_to_recordset(j->'letters') as (kind text, seq int, to_person text, conversation text,
        ticket int, bulk boolean, not_before timestamptz)) with ordinality
        as o(kind, seq, to_person, conversation, ticket, bulk, not_before, nth)
      union all
      select t.number, 'card', 0, null, 'c:' || g.agents_channel, 0, coalesce((j->'letters'->0->>'bulk')::boolean, false), null
      from tickets t join groups g on g.workspace = t.workspace and g.key = t.group_key
      where t.workspace = w.workspace and t.number in (select jsonb_array_elements_text(j->'near')::int)
        and t.deleted_at is null and g.agents_channel is not null) l
    order by l.ticket, l.nth
    on conflict do nothing returning conversation, not_before`;
