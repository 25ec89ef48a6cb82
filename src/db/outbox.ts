import type { Drawing, Outbox, SentEffects } from '../desk/outbox.ts';
import type { Logged, Told } from '../desk/told.ts';
import { type TicketNumber, ticketNumber, type WorkspaceId } from '../domain/language.ts';
import { closedChannel } from './closed.ts';
import type { Sql } from './connect.ts';
import { stay } from './bulk.ts';
import { waiting } from './waiting.ts';
import { homeWaiting, isHome, SHOWN } from './homes.ts';
import { statesOf } from './replay.ts';
import { groupRow } from './desk-rows.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { abandoned } from './abandoned.ts';
import { posts } from './posts.ts';
import { reminders } from './reminders.ts';
import { LATE, later, redrawCard } from './late.ts';
import { keeping, toldTogether } from './quiet.ts';
import { retellLate } from './retell.ts';
import { groupJson, other } from './select.ts';
import { triggerTrouble } from './trigger-memory.ts';
import { suggestions } from './suggestions.ts';
import {
  askingRow,
  escalationRows,
  lastMainRow,
  alikeRows,
  belongingRows,
  linkedRows,
  placeRows,
  type ToldRow,
  toldFrom,
} from './tell.ts';

/** The letters that wait to be carried to Slack, and what is drawn when they are. */
export const openOutbox = (sql: Sql): Outbox => ({
  waiting: (workspace, conversation) =>
    isHome(conversation) ? homeWaiting(sql, workspace, conversation) : waiting(sql, workspace, conversation),
  drawing: (workspace, ticket) => drawing(sql, workspace, ticket),
  told: async (workspace, ticket, seq) => (await tellings(sql, workspace, ticket, sql`and e.seq = ${seq}`))[0] ?? null,
  log: (workspace, ticket) => log(sql, workspace, ticket),
  untold: (workspace, ticket) =>
    tellings(
      sql,
      workspace,
      ticket,
      sql`and e.seq > (select told from tickets where workspace = ${workspace} and number = ${ticket}) order by e.seq`,
    ),
  ...posts(sql),
  history: (workspace, ticket) => tellings(sql, workspace, ticket, sql`order by e.seq`),
  notes: (workspace, ticket, limit) =>
    tellings(
      sql,
      workspace,
      ticket,
      sql`and e.verb = 'note' and m.deleted_at is null order by e.seq desc limit ${limit}`,
    ),
  abandoned: (workspace, lead, limit) => abandoned(sql, workspace, lead, limit),
  reminders: (workspace, ticket, channel, seqs) => reminders(sql, workspace, ticket, channel, seqs),
  suggestions: (workspace, ticket) => suggestions(sql, workspace, ticket),
  async sending(id, { channel, thread }) {
    await sql`
      update letters set state = 'sending', channel = ${channel}, thread = ${thread}, attempt = attempt + 1,
        first_sent_at = coalesce(first_sent_at, now()), attempted_at = now()
      where id = ${id}`;
  },
  sent: (id, result, effects) => sent(sql, id, result, effects),
  ...keeping(sql),
  later: (id, state, at, error) => later(sql, id, state, at, error),
  stay: (id, at) => stay(sql, id, at),
  async failed(id, error) {
    await sql`update letters set state = 'failed', error = ${error}, settled_at = now() where id = ${id}`;
  },
  triggerTrouble: (workspace, id) => triggerTrouble(sql, workspace, id),
  closedChannel: (workspace, seq, person) => closedChannel(sql, workspace, seq, person),
  async lastPost(workspace, channel) {
    const [row] = await sql<{ at: Date | null }[]>`
      select max(attempted_at) as at from letters where workspace = ${workspace} and channel = ${channel}
        and attempted_at is not null`;
    return row?.at ?? null;
  },
});

const newestMain = (which: string) => `(
      select json_build_object('author', m.author, 'text', m.text, 'at', m.at, 'editedAt', m.edited_at,
        'byRequester', e.verb = 'message')
      from messages m join events e using (workspace, ticket, seq)
      where m.workspace = t.workspace and m.ticket = t.number and m.audience = 'main' and m.deleted_at is null and ${which}
      order by m.seq desc limit 1)`;

const LINKED = `array(
      select json_build_object('number', o.number, 'how', l.how, 'state', o.state, 'private', o.private,
        'requester', o.requester)
      from (select x.ticket, x.how from jsonb_to_recordset(t.links) as x(ticket int, how text)
        union select r.number, 'repeated_by' from tickets r where r.workspace = t.workspace
          and r.state in ('resolved', 'completed') and ${other('r')} = t.number::text) l
      join tickets o on o.workspace = t.workspace and o.number = l.ticket and o.deleted_at is null
      order by o.number)`;

const ALIKE = `array(
      select json_build_object('number', o.number, 'title', o.title, 'state', o.state, 'reason', o.detail ->> 'reason')
      from likenesses l, unnest(l.numbers) with ordinality as x(number, nth)
      join tickets o on o.workspace = t.workspace and o.number = x.number and o.deleted_at is null
      where l.workspace = t.workspace and l.ticket = t.number and o.group_key = t.group_key and not o.private
        and o.parent is null
      order by x.nth)`;

const DRAWING = `
  select t.*, ${groupJson('t.workspace', 't.group_key')} as its_group,
    array(select json_build_object('kind', p.kind, 'seq', p.seq, 'channel', p.channel, 'ts', p.ts) from places p
      where p.workspace = t.workspace and p.ticket = t.number order by p.kind, p.seq) as places,
    ${newestMain('true')} as last_main,
    ${newestMain("e.verb = 'message'")} as last_heard,
    (select count(*)::int from letters l where l.workspace = t.workspace and l.ticket = t.number and ${LATE}) as late,
    array(select f.number from tickets f where f.workspace = t.workspace and f.follows = t.number order by 1) as followed_by,
    array(select json_build_object('number', f.number, 'group', f.group_key, 'state', f.state) from tickets f
      where f.workspace = t.workspace and f.parent = t.number and f.deleted_at is null order by f.number) as linked,
    (select json_build_object('number', p.number, 'assignee', p.assignee, 'language', g.language, 'place', (
        select json_build_object('channel', c.channel, 'ts', c.ts) from places c
        where c.workspace = p.workspace and c.ticket = p.number and c.kind = 'card' and c.seq = 0))
      from tickets p join groups g on g.workspace = p.workspace and g.key = p.group_key
      where p.workspace = t.workspace and p.number = t.parent) as asking,
    ${LINKED} as linked_with,
    ${ALIKE} as alike,
    array(select json_build_object('seq', e.seq, 'level', e.level, 'from', e.from_person, 'cause', e.cause, 'to', e.to_person,
        'ask', e.ask, 'reason', e.reason, 'at', e.at, 'acknowledgedAt', e.acknowledged_at, 'closedAt', e.closed_at,
        'state', e.state)
      from escalations e where e.workspace = t.workspace and e.ticket = t.number and e.to_person is not null
      order by e.seq desc) as escalations
  from tickets t where t.workspace = $1 and t.number = $2`;
type DrawingRow = TicketRow & {
  its_group: unknown;
  places: unknown;
  last_main: unknown;
  last_heard: unknown;
  late: number;
  followed_by: number[];
  linked: unknown;
  asking: unknown;
  linked_with: unknown;
  alike: unknown;
  escalations: unknown;
};

async function drawing(sql: Sql, workspace: WorkspaceId, ticket: TicketNumber): Promise<Drawing | null> {
  const [row] = await sql.unsafe<DrawingRow[]>(DRAWING, [workspace, ticket], { prepare: true });
  return row
    ? {
        decided: await decided(sql, row),
        ticket: ticketFrom(row),
        group: groupRow.parse(row.its_group),
        places: placeRows.parse(row.places),
        lastMain: lastMainRow.parse(row.last_main),
        late: row.late,
        lastHeard: lastMainRow.parse(row.last_heard),
        followedBy: row.followed_by.map(ticketNumber),
        linked: linkedRows.parse(row.linked),
        asking: askingRow.parse(row.asking),
        links: belongingRows.parse(row.linked_with),
        alike: alikeRows.parse(row.alike),
        escalations: escalationRows.parse(row.escalations),
      }
    : null;
}

/** Most tickets were never asked about, and cost no second look. */
async function decided(sql: Sql, row: DrawingRow): Promise<Told | null> {
  const { state, since, workspace, number } = ticketFrom(row);
  const asked = escalationRows.parse(row.escalations).length > 0 || linkedRows.parse(row.linked).length > 0;
  if (!asked || !BACK.includes(state)) return null;
  const last = await tellings(
    sql,
    workspace,
    number,
    sql`and e.at = ${since} and e.verb in ('return', 'take_over', 'decline', 'withdraw') order by e.seq desc limit 1`,
  );
  return last[0] ?? null;
}
const BACK: readonly string[] = ['in_progress', 'escalation_answered'];

/** These events of a ticket with their words, oldest first. */
export const saidIn = (sql: Sql, workspace: WorkspaceId, ticket: TicketNumber, seqs: readonly number[]) =>
  tellings(sql, workspace, ticket, sql`and e.seq in ${sql([0, ...seqs])} order by e.seq`);

type Piece = ReturnType<Sql>;

async function tellings(sql: Sql, workspace: WorkspaceId, ticket: TicketNumber, which: Piece): Promise<Told[]> {
  const rows = await sql<ToldRow[]>`
    select e.seq, e.verb, e.by_person, e.at, e.input, e.surface, m.audience, m.author, m.text, m.at as said_at, m.files,
      m.edited_at, m.deleted_at, m.channel, m.ts
    from events e left join messages m using (workspace, ticket, seq)
    where e.workspace = ${workspace} and e.ticket = ${ticket} ${which}`;
  return rows.map(toldFrom);
}

async function log(sql: Sql, workspace: WorkspaceId, ticket: TicketNumber): Promise<Logged[]> {
  const [told, states] = await Promise.all([
    tellings(sql, workspace, ticket, sql`order by e.seq`),
    statesOf(sql, workspace, ticket),
  ]);
  return told.flatMap((one, at) => {
    const after = states[at];
    return after ? [{ ...one, before: states[at - 1] ?? null, after }] : [];
  });
}

/** The letter has arrived: where it stands, how far the thread has been told, which words it carried. All or nothing. */
const SENT = `
  with letter as (select workspace, ticket, thread, to_person from letters where id = $1),
  telling as (
    insert into tellings (workspace, ticket, channel, ts, thread, since, upto)
    select l.workspace, l.ticket, $2::text, $3::text, l.thread, $8::int, $4::int from letter l
    where $3::text is not null and $4::int is not null and $8::int is not null and l.thread is not null
    on conflict do nothing),
  told as (
    update tickets t set told = greatest(t.told, $4::int) from letter l
    where t.workspace = l.workspace and t.number = l.ticket and $4::int is not null),
  placed as (
    insert into places (workspace, ticket, kind, seq, channel, ts)
    select l.workspace, l.ticket, $5::text, $6::int, $2::text, $3::text from letter l
    where l.ticket is not null and $5::text is not null and $3::text is not null
    on conflict (workspace, ticket, kind, seq) do update set channel = excluded.channel, ts = excluded.ts),
  said as (
    update messages m set channel = $2::text, ts = $3::text from letter l
    where m.workspace = l.workspace and m.ticket = l.ticket and m.seq = $7::int and $3::text is not null
      and not exists (select from messages x where x.workspace = l.workspace and x.channel = $2::text and x.ts = $3::text)),
  shown as (${SHOWN})
  update letters set state = 'sent', settled_at = now(), error = null,
    channel = coalesce($2::text, channel), ts = $3::text
  where id = $1
  returning exists (select from closed_channels c where c.workspace = letters.workspace and c.channel = $2::text
    and c.open_at is null) as was_closed, (select ${LATE} from letters l where l.id = $1) as was_late`;

async function sent(
  sql: Sql,
  id: number,
  result: { channel: string; ts: string } | null,
  { place, toldUpTo, toldSince, mainSeq, together, shown }: SentEffects,
): Promise<boolean> {
  const where = [result?.channel ?? null, result?.ts ?? null];
  const values = [id, ...where, toldUpTo ?? null, place?.kind ?? null, place?.seq ?? null, mainSeq ?? null];
  values.push(toldSince ?? null, shown ?? null);
  if (together)
    await toldTogether(
      sql,
      together.filter((other) => other !== id),
    );
  const [row] = await sql.unsafe<{ was_closed: boolean; was_late: boolean }[]>(SENT, values, { prepare: true });
  if (result && toldUpTo !== undefined && toldSince !== undefined) await retellLate(sql, id, toldSince, toldUpTo);
  if (row?.was_late) await redrawCard(sql, id);
  return row?.was_closed ?? false;
}
