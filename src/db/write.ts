import type { Written, Writing } from '../desk/ports.ts';
import { type TicketNumber, ticketNumber } from '../domain/language.ts';
import type { Sql, Transaction } from './connect.ts';
import { ASKERS } from './askers.ts';
import { NAMING, other } from './select.ts';
import { awaited, clockKey, clockSpec, deliverKey, deliverSpec, searchKey, searchSpec } from './jobs.ts';
import { BRINGING } from './files.ts';
import { BIRTH, change, KEYED, LAST_GIVEN, TURNED } from './guard.ts';
import { HEARD } from './heard.ts';
import { isDeadlock, isRepeated } from './violation.ts';
import { HURRIED, STAYED } from './bulk.ts';
import { HOME_LETTERS } from './homes.ts';
import { look, wind } from './look.ts';
import { LETTERS_AND_NEAR } from './near.ts';
import { seek } from './seek.ts';
import { TAGGED } from './tags.ts';
import { USED } from './templates.ts';
import { TELLING } from './replay.ts';
import { type Document, documentOf, json } from './writing.ts';

/**
 * All that goes with a written ticket `w`, in the same statement. Letters and jobs are taken in one order by everybody, so
 * that two writers never wait for each other. A letter that collapses into a waiting one needs no job: that one has it.
 * Nor does a conversation that is `awaited`, or every writer of a busy channel would queue for that one job's row; but the
 * job may start before the letter is committed, so those are looked at again afterwards.
 */
const PIECES: Record<string, { wanted(document: Document): boolean; sql: string }> = {
  event: {
    wanted: () => true,
    sql: `
    insert into events (workspace, ticket, seq, verb, by_person, at, from_state, to_state, input, clocks, key, surface)
    select w.workspace, w.number, e.* from w, given, jsonb_to_recordset(j->'events') as e(seq int, verb text,
      by_person text, at timestamptz, from_state text, to_state text, input jsonb, clocks jsonb, key text, surface text)`,
  },
  message: {
    wanted: ({ messages }) => messages.length > 0,
    sql: `
    insert into messages (workspace, ticket, seq, audience, author, text, channel, ts, at, files)
    select w.workspace, w.number, m.* from w, given, jsonb_to_recordset(j->'messages') as m(seq int, audience text,
      author text, text text, channel text, ts text, at timestamptz, files jsonb)`,
  },
  escalation: {
    wanted: ({ escalations }) => escalations.length > 0,
    sql: `
    insert into escalations (workspace, ticket, seq, level, from_person, cause, to_person, to_group, child, ask, reason, at, acknowledged_at,
      ack_due_at, state)
    select w.workspace, w.number, e.* from w, given, jsonb_to_recordset(j->'escalations') as e(seq int, level int,
      from_person text, cause jsonb, to_person text, to_group text, child int, ask text, reason text, at timestamptz, acknowledged_at timestamptz,
      ack_due_at timestamptz, state text)
    on conflict (workspace, ticket, seq) do update set acknowledged_at = excluded.acknowledged_at,
      ack_due_at = excluded.ack_due_at, state = excluded.state, closed_at = null`,
  },
  ended: {
    wanted: ({ ended }) => ended.length > 0,
    sql: `
    update escalations e set state = x.state, closed_at = x.closed_at
    from w, given, jsonb_to_recordset(j->'ended') as x(seq int, state text, closed_at timestamptz)
    where e.workspace = w.workspace and e.ticket = w.number and e.seq = x.seq`,
  },
  letter: {
    wanted: ({ near }) => near.length === 0,
    sql: `
    insert into letters (workspace, ticket, kind, seq, to_person, conversation, bulk, not_before)
    select w.workspace, coalesce(l.ticket, w.number), l.kind, l.seq, l.to_person, l.conversation,
      coalesce(l.bulk, false), l.not_before
    from w, given, rows from (jsonb_to_recordset(j->'letters') as (kind text, seq int, to_person text,
      conversation text, ticket int, bulk boolean, not_before timestamptz)) with ordinality
      as l(kind, seq, to_person, conversation, ticket, bulk, not_before, nth)
    order by l.nth
    on conflict do nothing returning conversation, not_before`,
  },
  near: { wanted: ({ near }) => near.length > 0, sql: LETTERS_AND_NEAR },
  tags: { wanted: ({ tags }) => tags.length > 0, sql: TAGGED },
  reworded: {
    wanted: ({ reworded }) => reworded !== null,
    sql: `
    update messages m set text = coalesce(r.text, ''),
      edited_at = case when r.text is null then m.edited_at else r.at end,
      deleted_at = case when r.text is null then r.at end,
      files = case when r.text is null then '[]' else m.files end
    from w, given, jsonb_to_record(j->'reworded') as r("of" int, text text, at timestamptz)
    where m.workspace = w.workspace and m.ticket = w.number and m.seq = r."of" and m.deleted_at is null`,
  },
  retold: {
    wanted: ({ retold }) => retold !== null,
    sql: `
    insert into letters (workspace, ticket, kind, seq, conversation)
    select distinct w.workspace, w.number, 'retell', g.upto, 'c:' || g.channel from w, given, tellings g
    where g.workspace = w.workspace and g.ticket = w.number
      and g.since < (j->>'retold')::int and g.upto >= (j->>'retold')::int
    on conflict do nothing returning conversation`,
  },
  unsent: {
    wanted: ({ undone }) => undone !== null,
    sql: `
    update letters l set state = 'collapsed', settled_at = now() from w, given
    where l.workspace = w.workspace and l.ticket = w.number and l.seq = (j->>'undone')::int and l.kind in ${TELLING}
      and l.state = 'pending'`,
  },
  unsaid: {
    wanted: ({ undone }) => undone !== null,
    sql: `
    update messages m set deleted_at = now() from w, given
    where m.workspace = w.workspace and m.ticket = w.number and m.seq = (j->>'undone')::int`,
  },
  home: {
    wanted: () => true,
    sql: HOME_LETTERS,
  },
  spoken: {
    wanted: () => true,
    sql: `
    select c.conversation, ${awaited('w.workspace', 'c.conversation')} as awaited
    from w, (LETTERS) c`,
  },
  stayed: { wanted: ({ letters }) => letters.some(({ not_before }) => not_before !== undefined), sql: STAYED },
  hurried: { wanted: ({ letters }) => letters.length > 0 && !letters[0]?.bulk, sql: HURRIED },
  rings: {
    wanted: ({ clock_at }) => clock_at !== null,
    // Whoever begins with the last alarm in this very moment has begun when the next one is set, or waits until it is.
    sql: `
    select p.id from graphile_worker._private_jobs p
    where p.key = (select ${clockKey('w.workspace', 'w.number')} from w) for update`,
  },
  alarm: {
    wanted: ({ clock_at }) => clock_at !== null,
    sql: `
    select added.key from w, given, (select count(*) as n from rings) r, lateral graphile_worker.add_jobs(array[
      ${clockSpec('w.workspace', 'w.number', "(j->>'clock_at')::timestamptz + r.n * interval '0'")}]) added`,
  },
  silence: {
    wanted: ({ unclock }) => unclock,
    sql: `select graphile_worker.remove_job(${clockKey('w.workspace', 'w.number')}) from w`,
  },
  dependents: {
    wanted: ({ ends }) => ends,
    sql: `
    select added.key from (
      with recursive below as (
        select t.workspace, t.number, t.state from w join tickets t on t.workspace = w.workspace
          and t.state in ${NAMING} and ${other('t')} = w.number::text
        union
        select t.workspace, t.number, t.state from below b join tickets t on t.workspace = b.workspace
          and t.state in ${NAMING} and ${other('t')} = b.number::text
        where b.state in ('resolved', 'completed'))
      select array_agg(${clockSpec('b.workspace', 'b.number', 'null::timestamptz')} order by b.number) as specs
      from below b where b.state <> 'completed'
      having count(*) > 0) a, lateral graphile_worker.add_jobs(a.specs) added`,
  },
  others: {
    wanted: ({ alarms }) => alarms.length > 0,
    sql: `
    select added.key from (
      select array_agg(${clockSpec('w.workspace', 'n.number::int', 'null::timestamptz')} order by n.number) as specs
      from w, given, jsonb_array_elements_text(j->'alarms') as n(number) having count(*) > 0) a,
      lateral graphile_worker.add_jobs(a.specs) added`,
  },
  last: { wanted: ({ last }) => last !== null, sql: LAST_GIVEN },
  used: { wanted: ({ templates }) => templates.length > 0, sql: USED },
  heard: { wanted: ({ heard }) => heard.length > 0, sql: HEARD },
  files: { wanted: ({ brings }) => brings, sql: BRINGING },
  askers: { wanted: ({ handed }) => handed, sql: ASKERS },
  job: {
    wanted: () => true,
    sql: `
    select added.key from (
      select array_agg(${deliverSpec('w.workspace', 's.conversation')} order by s.conversation)
        filter (where s.conversation is not null) || ${searchSpec('w.workspace', 'w.number')} as specs
      from w left join spoken s on not s.awaited group by w.workspace, w.number) a,
      lateral graphile_worker.add_jobs(a.specs) added`,
  },
};

const texts = new Map<string, string>();

/** The statement for just what this document brings, made once: a rare part costs the others nothing. */
function statementFor(document: Document): string {
  const isNew = document.before === 0;
  const pieces = Object.keys(PIECES).filter((name) => PIECES[name]?.wanted(document));
  const columns = isNew ? [] : Object.keys(document.ticket).filter((name) => name !== 'workspace' && name !== 'number');
  const turns = document.turns.length > 0;
  const name = [...pieces, columns.length, turns].join(' ');
  const text =
    texts.get(name) ??
    textOf((turns ? TURNED : '') + (isNew ? BIRTH : change(columns, document.undone !== null, turns)), pieces, isNew);
  texts.set(name, text);
  return text;
}

const STAYING = ['letter', 'near'];
/** The conversations in which a letter was put, by whichever part, that is to be carried at once. */
const lettersOf = (pieces: readonly string[]): string =>
  ['letter', 'near', 'home', 'retold']
    .filter((name) => pieces.includes(name))
    .map((name) => `select conversation from ${name}${STAYING.includes(name) ? ' where not_before is null' : ''}`)
    .join(' union ');
const sqlOf = (name: string, pieces: readonly string[]): string =>
  (PIECES[name]?.sql ?? '').replace('LETTERS', lettersOf(pieces));

/** Parts whose result nobody needs. */
const UNASKED: readonly string[] = ['dependents', 'heard', 'files', 'askers', 'silence'];
/** Every part is asked for its result: one that is not asked, and writes by a function only, would not run. */
const textOf = (w: string, pieces: readonly string[], isNew: boolean): string => `
  with given as (select $1::text::jsonb as j), ${w},
  ${pieces.map((name) => `${name} as (${sqlOf(name, pieces)})`).join(',\n  ')}
  select (select number from w) as number, ${isNew ? `(${KEYED})` : 'null::int'} as repeated,
    array(select s.conversation from spoken s, w
      where ${deliverKey('w.workspace', 's.conversation')} not in (select key from job)) as unsure,
    exists (select from w where ${searchKey('w.workspace', 'w.number')} not in (select key from job)) as unfindable,
    ${pieces.map((name) => (UNASKED.includes(name) ? `(select count(*) from ${name}) as ${name},` : '')).join(' ')}
    ${pieces.includes('others') ? '(select count(*) from others)' : '0'} as rung,
    ${pieces.includes('stayed') ? '(select count(*) from stayed)' : '0'} as staying,
    ${pieces.includes('alarm') ? '(select count(*) from alarm)' : '0'} as wound`;

type Result = {
  number: number | null;
  repeated: number | null;
  unsure: string[];
  unfindable: boolean;
  wound: number;
  rung: number;
};

export async function write(sql: Sql, writing: Writing): Promise<Written> {
  try {
    const result = await run(sql, writing);
    await settle(sql, writing, result);
    return result.number === null ? 'stale' : 'written';
  } catch (error) {
    if (isRepeated(error)) return 'repeated';
    if (isDeadlock(error)) return 'stale';
    throw error;
  }
}

export async function writeNew(sql: Sql, writing: Writing): Promise<{ number: TicketNumber; repeated: boolean }> {
  const { workspace } = writing.done.ticket;
  try {
    const result = await run(sql, writing);
    await settle(sql, writing, result);
    if (result.number !== null) return { number: ticketNumber(result.number), repeated: false };
    if (result.repeated !== null) return { number: ticketNumber(result.repeated), repeated: true };
  } catch (error) {
    if (!isRepeated(error)) throw error;
    // The same delivery was carried out at the same moment.
    const [event] = await sql<{ ticket: number }[]>`
      select ticket from events where workspace = ${workspace} and key = ${writing.key}`;
    if (event) return { number: ticketNumber(event.ticket), repeated: true };
    throw error;
  }
  throw new Error(`The workspace ${workspace} is not set up.`);
}

export async function run(sql: Sql | Transaction, writing: Writing): Promise<Result> {
  const document = documentOf(writing);
  const [result] = await sql.unsafe<Result[]>(statementFor(document), [json(document)], { prepare: true });
  if (!result) throw new Error('The statement gave no answer.');
  return result;
}

/** What is looked after once it is committed. */
export async function settle(
  sql: Sql,
  { clockAt, alarms, done }: Writing,
  { number, unsure, unfindable, wound, rung }: Result,
) {
  if (number === null) return;
  const { workspace } = done.ticket;
  look(sql, workspace, unsure);
  // A job that starts in the very moment in which it is asked for anew is passed over by `add_jobs`: once more.
  if (unfindable) await seek(sql, workspace, [number]);
  if (wound === 0 && clockAt) await wind(sql, workspace, number, clockAt);
  if (rung < alarms.length) for (const other of alarms) await wind(sql, workspace, other, new Date());
}
