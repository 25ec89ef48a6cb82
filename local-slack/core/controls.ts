/** What a tester does to the workspace itself: faults, the clock, replay, reset, and the state of channels and people. */
import { z } from 'zod';
import { createChannel, join, leave, rename, setArchived } from './channels.ts';
import { tellApp } from './events.ts';
import { botId, userOf } from './find.ts';
import type { Channel, Obj, State, User } from './model.ts';
import { userJson } from './profile.ts';
import { Refusal, refuse } from './refusal.ts';
import { personSeen } from './sight.ts';
import { type Delivery, type Slack, scopesOf } from './slack.ts';

const s = z.string();
const kind = z.discriminatedUnion('do', [
  z.object({ do: z.literal('error'), error: s }),
  z.object({ do: z.literal('http'), status: z.number().int().min(400).max(599) }),
  z.object({ do: z.literal('rate_limit'), retry_after: z.number().int().nullable() }),
  z.object({ do: z.enum(['apply_then_drop', 'drop', 'lose', 'duplicate']) }),
  z.object({ do: z.literal('delay'), ms: z.number().nonnegative() }),
]);

const Order = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('arm'),
    fault: z.object({ method: s, kind, left: z.number().int().positive().nullable() }),
  }),
  z.object({ do: z.literal('disarm'), id: s.optional() }),
  z.object({ do: z.literal('socket'), what: z.enum(['cut', 'refresh', 'warning']) }),
  z.object({ do: z.literal('replay'), row: z.number() }),
  z.object({ do: z.literal('clock'), forward_ms: z.number().nonnegative() }),
  z.object({ do: z.literal('rates'), on: z.boolean() }),
  z.object({ do: z.literal('reset') }),
  z.object({ do: z.literal('export') }),
  z.object({ do: z.literal('import'), world: z.looseObject({}) }),
  z.object({ do: z.enum(['archive', 'unarchive', 'remove_bot', 'add_bot']), channel: s }),
  z.object({ do: z.enum(['deactivate', 'activate']), user: s }),
  z.object({ do: z.literal('rename_channel'), channel: s, name: s }),
  z.object({
    do: z.literal('add_person'),
    name: s.regex(/^[a-z0-9._-]{1,21}$/),
    real_name: s.min(1).max(80),
    email: z.email(),
  }),
  z.object({ do: z.literal('create_channel'), name: s, private: z.boolean(), members: z.array(s) }),
]);

type Order = z.infer<typeof Order>;

/** What only the running server can do. */
export type Levers = {
  socket(what: 'cut' | 'refresh' | 'warning'): void;
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
      return { fault: slack.faults.arm(order.fault) };
    case 'disarm':
      slack.faults.disarm(order.id);
      return {};
    case 'socket':
      levers.socket(order.what);
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
      setArchived(slack, channelOf(slack, order.channel), adminOf(slack), order.do === 'archive');
      return {};
    case 'remove_bot':
      leave(slack, channelOf(slack, order.channel), botId(slack));
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
    case 'add_person':
      return addPerson(slack, order);
    case 'create_channel':
      return newChannel(slack, order);
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

function setDeleted(slack: Slack, id: string, deleted: boolean): Obj {
  const user = userOf(slack, id);
  user.deleted = deleted;
  user.updated = Math.floor(slack.clock.now() / 1000);
  tellPerson(slack, user, 'user_change');
  return {};
}

/** `user_change` or `team_join`, to the app and to the pages. */
function tellPerson(slack: Slack, user: User, type: 'user_change' | 'team_join'): void {
  const shape = userJson(slack, user, { email: scopesOf(slack).includes('users:read.email'), locale: true });
  tellApp(slack, { subscription: type, scope: 'users:read' }, { type, user: shape, cache_ts: user.updated });
  slack.bus.tell(() => ({ kind: 'person', person: personSeen(user) }));
  slack.changed();
}

/** Somebody new, who joins #general as everybody does. */
function addPerson(slack: Slack, { name, real_name, email }: { name: string; real_name: string; email: string }): Obj {
  if (Object.values(slack.state.users).some((one) => one.name === name || one.email === email)) refuse('name_taken');
  const user: User = {
    id: slack.mint.id('U'),
    name,
    real_name,
    email,
    title: '',
    tz: 'UTC',
    locale: 'en-US',
    color: '#4F6D7A',
    is_admin: false,
    is_bot: false,
    is_restricted: false,
    deleted: false,
    updated: Math.floor(slack.clock.now() / 1000),
  };
  slack.state.users[user.id] = user;
  tellPerson(slack, user, 'team_join');
  const general = Object.values(slack.state.channels).find((channel) => channel.general);
  if (general) join(slack, general, user.id);
  return { user: user.id };
}

function newChannel(slack: Slack, order: { name: string; private: boolean; members: string[] }): Obj {
  const [first = adminOf(slack), ...others] = order.members.map((id) => userOf(slack, id).id);
  const channel = createChannel(slack, first, order.name, order.private);
  for (const id of others) join(slack, channel, id, first);
  return { channel: channel.id };
}
