import type { PersonId } from '../domain/language.ts';
import type { ResultOf, Sendable } from '../domain/triggers/results.ts';
import type { Desk } from './desk.ts';
import type { CallJob, LogRow, Scene, TriggerMemory } from './trigger-memory.ts';

export type Called = { ok: true } | { ok: false; why: string };
/** One try. `id` is the same for each try of the same call; `secret`: the name of the one it is signed with. */
export type CallOut = (url: string, body: Record<string, unknown>, id: string, secret?: string) => Promise<Called>;

type Deps = { desk: Desk; memory: TriggerMemory; call: CallOut; now: () => Date };

const MINUTE = 60_000;
/** What lies before the second try, the third, and so on: an hour in all. */
const PAUSES = [1, 5, 15, 40].map((minutes) => minutes * MINUTE);

const reads: Record<Sendable, (scene: Scene) => unknown> = {
  title: ({ ticket }) => ticket.title,
  content: ({ ticket }) => ticket.content,
  state: ({ ticket }) => ticket.state,
  priority: ({ ticket }) => ticket.priority,
  kind: ({ ticket }) => ticket.kind,
  type: ({ ticket }) => ticket.type,
  group: ({ ticket }) => ticket.group,
  tags: ({ ticket }) => ticket.tags,
  channel: ({ ticket }) => ticket.channel,
  language: ({ ticket }) => ticket.language,
  fields: ({ ticket }) => ticket.fields,
  requester: ({ ticket }): PersonId => ticket.requester,
  requester_email: ({ email }) => email,
  assignee: ({ ticket }) => ticket.assignee,
  created_at: ({ ticket }) => ticket.createdAt,
};

/** The ticket as it is when it is sent: its number, and nothing but what the trigger chose. */
const bodyOf = (id: string, scene: Scene, row: LogRow, { send }: ResultOf<'call'>) => ({
  id,
  trigger: { key: row.trigger, name: row.name },
  at: row.at,
  ticket: {
    number: scene.ticket.number,
    ...Object.fromEntries(send.map((field) => [field, reads[field](scene)])),
  },
});

/** A try to call what a trigger names; another one later where nobody answers. */
export async function callOut(deps: Deps, job: CallJob): Promise<void> {
  const { desk, memory, now } = deps;
  const { ticket, seq, trigger, nth, attempt } = job;
  const { workspace } = desk;
  const scene = await memory.scene(workspace, ticket, seq);
  const row = (await memory.planned(workspace, ticket, seq)).find((one) => one.trigger === trigger);
  const result = row?.deeds[nth]?.result;
  if (!scene || !row || result?.do !== 'call') return;
  const id = `${workspace}:${ticket}:${seq}:${trigger}:${nth}`;
  const started = performance.now();
  const called = await deps.call(result.url, bodyOf(id, scene, row, result), id, result.secret);
  const ms = Math.round(performance.now() - started);
  const host = URL.parse(result.url)?.host ?? '';
  const pause = called.ok ? undefined : PAUSES[attempt - 1];
  const at = now();
  const nextAt = pause === undefined ? null : new Date(at.getTime() + pause);
  const outcome = called.ok ? 'called' : called.why;
  await memory.called(workspace, { ...job, name: row.name, host, at, outcome, ms, nextAt });
  await memory.settle(row.id, nth, outcome, true);
  if (called.ok) await memory.mended(workspace, trigger, 'call');
  else if (nextAt) await memory.queueCall(workspace, { ...job, attempt: attempt + 1 }, nextAt);
  else await memory.trouble(workspace, { key: trigger, name: row.name }, { kind: 'call', ticket, named: host });
}
