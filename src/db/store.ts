import type { Asks } from '../domain/asking.ts';
import type { IntakeAsk, IntakeReading, ReadAsk, Reading, Store } from '../desk/ports.ts';
import type { Child } from '../domain/verbs/rule.ts';
import { isAnswer } from '../domain/verbs/issue.ts';
import { isOpen, type PersonId, type State, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import { readBoard } from './board.ts';
import type { Sql } from './connect.ts';
import { readCounts, readLoad, readRows, readViewer } from './home.ts';
import { hierarchy } from './hierarchy.ts';
import { openSentFiles } from './files.ts';
import { findTickets } from './find.ts';
import { saidIn } from './outbox.ts';
import { readCategories, readSpared, spare } from './categories.ts';
import { readCustomer } from './customer.ts';
import { readReport } from './report.ts';
import { lastOf } from './replay.ts';
import { groupFrom, groupRow, personFrom, type Seats, typeRow } from './desk-rows.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { clean } from './writing.ts';
import { lost } from './lost.ts';
import { wind } from './look.ts';
import { pool } from '../domain/distribution.ts';
import { FREE } from './pool.ts';
import { groupJson, otherState, personJson, typeJson, OPEN } from './select.ts';
import { searchTickets } from './search.ts';
import { similar, similarTo } from './similar.ts';
import { seek } from './seek.ts';
import type { Ring } from '../sealing.ts';
import { maskAgain, openMasking } from './masking/masking.ts';
import { messageAt, uttered } from './uttered.ts';
import { remembered } from './remembered.ts';
import { usedTags } from './tags.ts';
import { openViews } from './views.ts';
import { wake } from './wake.ts';
import { writeAll } from './write-all.ts';
import { write, writeNew } from './write.ts';

/** The desk's memory. Every verb costs two round trips: one read, one guarded write. */
export const openStore = (sql: Sql, ring: Ring | null = null): Store => ({
  read: (workspace, number, ask) => read(sql, workspace, number, ask),
  readIntake: (workspace, ask) => readIntake(sql, workspace, ask),
  write: (writing) =>
    writing.done.act.verb === 'correct' ? openMasking(sql, ring).write(writing, []) : write(sql, writing),
  masking: openMasking(sql, ring),
  files: openSentFiles(sql),
  writeNew: (writing) => writeNew(sql, writing),
  child: (workspace, number) => child(sql, workspace, number),
  writeAll: (steps) => writeAll(sql, steps),
  said: (workspace, number, seqs) => saidIn(sql, workspace, number, seqs),
  wind: (workspace, number, at) => wind(sql, workspace, number, at),
  last: (workspace, number) => lastOf(sql, workspace, number),
  find: async (workspace, ask) => findTickets(sql, workspace, await person(sql, workspace, ask.by), ask),
  search: (workspace, ask) => searchTickets(sql, workspace, ask),
  similar: (workspace, ask) => similar(sql, workspace, ask),
  similarTo: (workspace, number, group) => similarTo(sql, workspace, number, group),
  views: openViews(sql),
  hierarchy: (workspace, ask) => hierarchy(sql, workspace, ask),
  report: (workspace, ask) => readReport(sql, workspace, ask),
  customer: (workspace, ask) => readCustomer(sql, workspace, ask),
  categories: (workspace, ask) => readCategories(sql, workspace, ask),
  spare: (workspace, given) => spare(sql, workspace, given),
  spared: (workspace, ask) => readSpared(sql, workspace, ask),
  board: (workspace, ask) => readBoard(sql, workspace, ask),
  viewer: (workspace, id) => readViewer(sql, workspace, id),
  homeCounts: (workspace, ask) => readCounts(sql, workspace, ask),
  homeRows: (workspace, ask, page) => readRows(sql, workspace, ask, page),
  load: (workspace, ask, page) => readLoad(sql, workspace, ask, page),
  person: (workspace, id) => person(sql, workspace, id),
  uttered: (workspace, number, which) => uttered(sql, workspace, number, which),
  messageAt: (workspace, where) => messageAt(sql, workspace, where),
  remembered: (workspace, ask) => remembered(sql, workspace, ask),
  tags: (workspace, limit) => usedTags(sql, workspace, limit),
  lost: (workspace, where) => lost(sql, workspace, where),
  amend: (workspace, where, text, at) => amend(sql, ring, workspace, where, text, at),
});

/** What became of the question with which this ticket began. */
const WAITED = `(select q.state from escalations q where q.workspace = t.workspace and q.ticket = t.parent
      and q.child = t.number order by q.seq desc limit 1)`;

const ASKS = `(select json_build_object('to', coalesce(p.assignee, t.requester), 'group', p.group_key) from tickets p
      where p.workspace = t.workspace and p.number = t.parent and p.state in ${OPEN})`;

/** A team has answered also when it says what it waits for; anything else waits for the end. */
const isDone = (state: State, other: State): boolean => (state === 'escalated' ? isAnswer(other) : !isOpen(other));

const CHILD = `
  select c.number, c.group_key as group, c.state, c.detail ->> 'reason' as reason,
    exists (select from messages m where m.workspace = c.workspace and m.ticket = c.number and m.seq = c.version
      and m.audience = 'main') as said
  from tickets t join tickets c on c.workspace = t.workspace and c.number = (t.detail -> 'team' ->> 'child')::int
  where t.workspace = $1 and t.number = $2`;

async function child(sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<Child | null> {
  const [row] = await sql.unsafe<Child[]>(CHILD, [workspace, number], { prepare: true });
  return row ? { ...row } : null;
}

const READ = `
  select t.*, ${groupJson('t.workspace', 't.group_key')} as its_group, ${personJson('$1', '$3')} as actor,
    ${personJson('$1', '$4')} as target, ${groupJson('$1', '$5')} as target_group,
    ${otherState('t')} as other_state,
    ${WAITED} as asked_state, ${ASKS} as asks, ${FREE} as free,
    exists (select from events e where e.workspace = $1 and e.key = $6) as repeated
  from tickets t where t.workspace = $1 and t.number = $2`;
type ReadRow = TicketRow & {
  its_group: unknown;
  actor: Seats | null;
  target: Seats | null;
  target_group: unknown;
  other_state: State | null;
  asked_state: string | null;
  asks: Asks | null;
  free: unknown;
  repeated: boolean;
};

async function read(
  sql: Sql,
  workspace: WorkspaceId,
  number: TicketNumber,
  { by, target, targetGroup, key }: ReadAsk,
): Promise<Reading | null> {
  const values = [workspace, number, by, target ?? null, targetGroup ?? null, key ?? null];
  const [row] = await sql.unsafe<ReadRow[]>(READ, values, { prepare: true });
  return row
    ? {
        ticket: ticketFrom(row),
        group: groupRow.parse(row.its_group),
        actor: personFrom(row.actor),
        target: personFrom(row.target),
        targetGroup: groupFrom(row.target_group),
        other: row.other_state === null ? 'none' : isDone(row.state, row.other_state) ? 'done' : 'open',
        parent: row.parent === null ? 'none' : row.asked_state === 'withdrawn' ? 'gone' : 'waits',
        asks: row.asks,
        otherState: row.other_state,
        free: pool.nullable().parse(row.free),
        repeated: row.repeated,
      }
    : null;
}

/** A type owns its group: it is the one that is asked where no other is named. */
const OWNER = 'coalesce($5::text, (select y.group_key from submission_types y where y.workspace = $1 and y.key = $6))';
const READ_INTAKE = `
  select ${personJson('$1', '$2')} as actor, ${personJson('$1', '$3')} as requester, ${personJson('$1', '$4')} as target,
    ${groupJson('$1', OWNER)} as its_group, ${typeJson('$1', '$6')} as type`;
type IntakeRow = {
  actor: Seats | null;
  requester: Seats | null;
  target: Seats | null;
  its_group: unknown;
  type: unknown;
};

async function readIntake(
  sql: Sql,
  workspace: WorkspaceId,
  { by, requester, target, group, type }: IntakeAsk,
): Promise<IntakeReading> {
  const values = [workspace, by, requester, target, group, type];
  const [row] = await sql.unsafe<IntakeRow[]>(READ_INTAKE, values, { prepare: true });
  return {
    actor: personFrom(row?.actor ?? null),
    requester: personFrom(row?.requester ?? null),
    target: personFrom(row?.target ?? null),
    group: groupFrom(row?.its_group ?? null),
    type: typeRow.nullable().parse(row?.type ?? null),
  };
}

const PERSON = `select ${personJson('$1', '$2')} as person`;

async function person(sql: Sql, workspace: WorkspaceId, id: PersonId) {
  const [row] = await sql.unsafe<{ person: Seats | null }[]>(PERSON, [workspace, id], { prepare: true });
  return personFrom(row?.person ?? null);
}

/** The agents' card shows the newest words of Main: it is drawn again when they have changed. */
const REDRAW = `
  insert into letters (workspace, ticket, kind, conversation)
  select p.workspace, p.ticket, 'card', 'c:' || p.channel from messages m
  join places p on p.workspace = m.workspace and p.ticket = m.ticket and p.kind = 'card'
  where m.workspace = $1 and m.channel = $2 and m.ts = $3 and m.audience = 'main'
  on conflict do nothing returning conversation`;

type Place = { ticket: number; seq: number };
/** Words that were taken back are not kept. */
async function amend(
  sql: Sql,
  ring: Ring | null,
  workspace: WorkspaceId,
  { channel, ts }: { channel: string; ts: string },
  text: string | null,
  at: Date,
): Promise<boolean> {
  const said = await sql.begin(async (transaction) => {
    const place = transaction`workspace = ${workspace} and channel = ${channel} and ts = ${ts} and deleted_at is null`;
    const [found] =
      text === null
        ? await transaction<Place[]>`
            update messages set text = '', files = '[]', deleted_at = ${at} where ${place} returning ticket, seq`
        : await transaction<Place[]>`
            update messages set text = ${clean(text)}, edited_at = ${at} where ${place} returning ticket, seq`;
    if (found && ring) await maskAgain(transaction, ring, { workspace, number: found.ticket }, found.seq);
    return found;
  });
  if (!said) return false;
  await seek(sql, workspace, [said.ticket]);
  const letters = await sql.unsafe<{ conversation: string }[]>(REDRAW, [workspace, channel, ts]);
  for (const { conversation } of letters) await wake(sql, workspace, conversation, new Date());
  return true;
}
