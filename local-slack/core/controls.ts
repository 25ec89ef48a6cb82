/** What a tester does to the workspace itself: faults, the clock, replay, reset, and the state of channels and people. */
import { z } from 'zod';
import { runFunction } from './functions.ts';
import type { FaultKind } from '../wire.ts';
import { addPerson, renameTeam, setDeleted, setGroup, setProfile } from './administer.ts';
import { createChannel, join, leave, rename, setArchived } from './channels.ts';
import { changeId, deleteChannel } from './departures.ts';
import { botId, userOf } from './find.ts';
import type { Channel, Delivery, Obj, State } from './model.ts';
import { armFault } from './outages.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Slack } from './slack.ts';

/** Ten years at once: beyond some hundreds of thousands of years there are no dates. */
const MOST_FORWARD_MS = 3_660 * 86_400_000;

const s = z.string();
const ms = z.number();
const status = z.number().int().min(300).max(599);
/** The faults that can be armed, as `wire.ts` types them. */
export const faultKind = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['error', 'apply_then_error']), error: s }),
  z.object({ do: z.enum(['http', 'apply_then_http']), status }),
  z.object({ do: z.literal('rate_limit'), retry_after: z.number().int().nullable() }),
  z.object({ do: z.enum(['apply_then_drop', 'drop', 'not_json', 'lose', 'reorder', 'foreign_team', 'unfurl']) }),
  z.object({ do: z.enum(['down', 'revoke_token', 'uninstall']) }),
  z.object({ do: z.literal('duplicate'), same_envelope: z.boolean().default(false) }),
  z.object({ do: z.enum(['delay', 'stale']), ms: ms.nonnegative() }),
  z.object({ do: z.literal('skew'), ms }),
]) satisfies z.ZodType<FaultKind>;
const socket = z.enum(['cut', 'refresh', 'warning', 'link_disabled']);

const Order = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('arm'),
    fault: z.object({ method: s, kind: faultKind, left: z.number().int().positive().nullable() }),
    for_ms: ms.positive().optional(),
  }),
  z.object({ do: z.literal('disarm'), id: s.optional() }),
  z.object({ do: z.literal('socket'), what: socket }),
  z.object({ do: z.literal('enable_events') }),
  z.object({ do: z.literal('replay'), row: z.number() }),
  z.object({ do: z.literal('clock'), forward_ms: z.number().nonnegative().max(MOST_FORWARD_MS) }),
  z.object({ do: z.literal('rates'), on: z.boolean() }),
  z.object({ do: z.literal('reset') }),
  z.object({ do: z.literal('export') }),
  z.object({ do: z.literal('import'), world: z.looseObject({}) }),
  z.object({ do: z.enum(['archive', 'unarchive', 'remove_bot', 'add_bot']), channel: s }),
  z.object({ do: z.enum(['deactivate', 'activate']), user: s }),
  z.object({ do: z.literal('rename_channel'), channel: s, name: s }),
  z.object({ do: z.enum(['delete_channel', 'share_channel']), channel: s }),
  z.object({ do: z.literal('rename_team'), name: s.min(1) }),
  z.object({ do: z.literal('set_group'), handle: s.min(1), name: s.min(1), members: z.array(s) }),
  z.object({
    do: z.literal('set_profile'),
    user: s,
    real_name: s.optional(),
    title: s.optional(),
    status: s.max(100).optional(),
  }),
  z.object({
    do: z.literal('add_person'),
    name: s.regex(/^[a-z0-9._-]{1,21}$/),
    real_name: s.min(1).max(80),
    email: z.email(),
  }),
  z.object({ do: z.literal('run_function'), callback_id: s, user: s, inputs: z.record(s, z.unknown()) }),
  z.object({ do: z.literal('execution'), id: s }),
  z.object({ do: z.literal('create_channel'), name: s, private: z.boolean(), members: z.array(s) }),
]);

type Order = z.infer<typeof Order>;

/** What only the running server can do. */
export type Levers = {
  socket(what: z.infer<typeof socket>): void;
  enableEvents(): void;
  reset(): void;
  export(): State;
  import(world: unknown): void;
};

export async function control(slack: Slack, levers: Levers, given: unknown): Promise<Obj> {
  const read = Order.safeParse(given);
  if (!read.success) return { ok: false, error: 'invalid_arguments' };
  try {
    return { ok: true, ...(await obey(slack, levers, read.data)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, error: error.code };
  }
}

async function obey(slack: Slack, levers: Levers, order: Order): Promise<Obj> {
  switch (order.do) {
    case 'arm':
      return { fault: armFault(slack, order.fault, order.for_ms) };
    case 'disarm':
      slack.faults.disarm(order.id);
      return {};
    case 'socket':
      levers.socket(order.what);
      return {};
    case 'enable_events':
      levers.enableEvents();
      return {};
    case 'replay':
      return { ack: await slack.deliver(deliveryOf(slack, order.row)) };
    case 'clock':
      slack.clock.forward(order.forward_ms);
      slack.state.ahead_ms = slack.clock.ahead();
      slack.bus.tell(() => ({ kind: 'clock', now: slack.clock.now() }));
      slack.changed();
      return { now: slack.clock.now() };
    case 'rates':
      slack.rates.on = order.on;
      slack.rates.clear();
      return {};
    case 'reset':
      levers.reset();
      return {};
    case 'export':
      return { world: levers.export() };
    case 'import':
      levers.import(order.world);
      return {};
    case 'archive':
    case 'unarchive':
    case 'remove_bot':
    case 'add_bot':
    case 'deactivate':
    case 'activate':
    case 'rename_channel':
    case 'delete_channel':
    case 'share_channel':
    case 'rename_team':
    case 'set_group':
    case 'set_profile':
    case 'add_person':
    case 'run_function':
    case 'execution':
    case 'create_channel':
      return change(slack, order);
  }
}

type Change = Extract<
  Order,
  {
    do:
      | 'archive'
      | 'unarchive'
      | 'remove_bot'
      | 'add_bot'
      | 'deactivate'
      | 'activate'
      | 'rename_channel'
      | 'delete_channel'
      | 'share_channel'
      | 'rename_team'
      | 'set_group'
      | 'set_profile'
      | 'add_person'
      | 'run_function'
      | 'execution'
      | 'create_channel';
  }
>;

/** What an administrator does to channels, people and the workspace. */
function change(slack: Slack, order: Change): Obj {
  switch (order.do) {
    case 'archive':
    case 'unarchive':
      setArchived(slack, channelOf(slack, order.channel), adminOf(slack), order.do === 'archive');
      return {};
    case 'remove_bot':
      leave(slack, channelOf(slack, order.channel), botId(slack), adminOf(slack));
      return {};
    case 'add_bot':
      join(slack, channelOf(slack, order.channel), botId(slack), adminOf(slack));
      return {};
    case 'deactivate':
    case 'activate':
      return setDeleted(slack, order.user, order.do === 'deactivate');
    case 'rename_channel':
      rename(slack, channelOf(slack, order.channel), adminOf(slack), order.name);
      return {};
    case 'delete_channel':
      deleteChannel(slack, channelOf(slack, order.channel), adminOf(slack));
      return {};
    case 'share_channel':
      return { channel: changeId(slack, channelOf(slack, order.channel)) };
    case 'rename_team':
      return renameTeam(slack, order.name);
    case 'set_group':
      return setGroup(slack, order);
    case 'set_profile':
      return setProfile(slack, order);
    case 'add_person':
      return addPerson(slack, order);
    case 'run_function':
      return { execution: runFunction(slack, order.callback_id, userOf(slack, order.user).id, order.inputs) };
    case 'execution':
      return { execution: slack.state.executions[order.id] ?? refuse('function_execution_not_found') };
    case 'create_channel':
      return makeChannel(slack, order);
  }
}

function channelOf(slack: Slack, id: string): Channel {
  return slack.state.channels[id] ?? refuse('channel_not_found');
}

function adminOf(slack: Slack): string {
  return Object.values(slack.state.users).find((user) => user.is_admin)?.id ?? botId(slack);
}

function deliveryOf(slack: Slack, n: number): Delivery {
  const row = slack.journal.find(n);
  if (row?.kind !== 'delivery') return refuse('not_a_delivery');
  const { type, payload } = row.request as Pick<Delivery, 'type' | 'payload'>;
  return {
    type,
    payload,
    name: row.name,
    takes_payload: type !== 'events_api',
    ...(row.link === undefined ? {} : { link: row.link }),
  };
}

function makeChannel(slack: Slack, order: { name: string; private: boolean; members: string[] }): Obj {
  const [first = adminOf(slack), ...others] = order.members.map((id) => userOf(slack, id).id);
  const channel = createChannel(slack, first, order.name, order.private);
  for (const id of others) join(slack, channel, id, first);
  return { channel: channel.id };
}
