/**
 * What is asked of the worker, as SQL. `deliver` carries the letters of one conversation, `clock` looks at one ticket,
 * `inbox` does one inbound event. The queue orders: jobs of one conversation run one at a time.
 * Each function takes SQL expressions, never values.
 */
type Expression = string;

const spec = (task: string, payload: string, queue: string, runAt: string, key: string, before = 'null') =>
  `('${task}', json_build_object(${payload}), ${queue}, ${runAt}, null, ${key}, ${before}, null)::graphile_worker.job_spec`;
const NOW = 'null::timestamptz';

export const deliverKey = (workspace: Expression, conversation: Expression): Expression =>
  `('deliver:' || ${workspace} || ':' || ${conversation})`;
/** A job of this conversation is going to start, and has not started yet. */
export const awaited = (workspace: Expression, conversation: Expression): Expression => `exists (
  select from graphile_worker.jobs a where a.key = ${deliverKey(workspace, conversation)}
    and a.locked_at is null and a.run_at <= now() and a.attempts < a.max_attempts)`;

type When = { at?: Expression; key?: Expression };
export const deliverSpec = (workspace: Expression, conversation: Expression, { at = NOW, key }: When = {}) => {
  const queue = deliverKey(workspace, conversation);
  const payload = `'workspace', ${workspace}, 'conversation', ${conversation}`;
  // Whoever looks at his App Home does not wait for the slow pace of the channels.
  return spec('deliver', payload, queue, at, key ?? queue, `case when ${conversation} like 'h:%' then -1 end`);
};

/** Of a letter that is never carried itself: later than any job. */
export const FAR = `'9999-01-01'::timestamptz`;
/** A job of its own, so that one that is wanted at once does not take its place. */
export const stayingSpec = (workspace: Expression, conversation: Expression, at: Expression) =>
  deliverSpec(workspace, conversation, { at, key: `('staying:' || ${workspace} || ':' || ${conversation})` });

export const batchKey = (workspace: Expression, id: Expression): Expression =>
  `('batch:' || ${workspace} || ':' || ${id})`;
/** The batches of one person go one after another. */
export const batchSpec = (workspace: Expression, id: Expression, person: Expression) =>
  spec(
    'batch',
    `'workspace', ${workspace}, 'batch', ${id}`,
    `('batch:' || ${workspace} || ':' || ${person})`,
    NOW,
    batchKey(workspace, id),
  );

export const clockKey = (workspace: Expression, number: Expression): Expression =>
  `('clock:' || ${workspace} || ':' || ${number})`;
export const clockSpec = (workspace: Expression, number: Expression, at: Expression) =>
  spec('clock', `'workspace', ${workspace}, 'ticket', ${number}`, 'null', at, clockKey(workspace, number));

/** The triggers that wait for an event; those of one ticket are looked at one event after another. */
export const triggerSpec = (workspace: Expression, number: Expression, seq: Expression, heard: Expression) =>
  spec(
    'trigger',
    `'workspace', ${workspace}, 'ticket', ${number}, 'seq', ${seq}, 'heard', ${heard}`,
    `('trigger:' || ${workspace} || ':' || ${number})`,
    NOW,
    `('trigger:' || ${workspace} || ':' || ${number} || ':' || ${seq})`,
  );
/** The files that came with an event, carried to the other side; those of one ticket go one event after another. */
export const filesSpec = (workspace: Expression, number: Expression, seq: Expression) =>
  spec(
    'files',
    `'workspace', ${workspace}, 'ticket', ${number}, 'seq', ${seq}`,
    `('files:' || ${workspace} || ':' || ${number})`,
    NOW,
    `('files:' || ${workspace} || ':' || ${number} || ':' || ${seq})`,
  );
/** Something that a trigger has called elsewhere. Each try is a job of its own. */
export const callSpec = (payload: Expression, at: Expression, key: Expression) =>
  `('call', ${payload}, null, ${at}, null, ${key}, null, null)::graphile_worker.job_spec`;

export const inboxSpec = (workspace: Expression, conversation: Expression, id: Expression) =>
  spec('inbox', `'id', ${id}`, `('inbox:' || ${workspace} || ':' || ${conversation})`, NOW, `('inbox:' || ${id})`);

export const searchKey = (workspace: Expression, number: Expression): Expression =>
  `('search:' || ${workspace} || ':' || ${number})`;
/** Has one ticket made findable as it is now. */
export const searchSpec = (workspace: Expression, number: Expression): Expression =>
  spec('search', `'workspace', ${workspace}, 'ticket', ${number}`, 'null', NOW, searchKey(workspace, number));
export const searchAllKey = (workspace: Expression, requester: Expression): Expression =>
  `('search:' || ${workspace} || ':of:' || coalesce(${requester}, ''))`;
/** Has made findable whatever is not, from a number on; or all that one person asked for. */
export const searchAllSpec = (workspace: Expression, from: Expression, requester: Expression, at: Expression) =>
  spec(
    'search',
    `'workspace', ${workspace}, 'from', ${from}, 'requester', ${requester}`,
    'null',
    at,
    searchAllKey(workspace, requester),
  );
