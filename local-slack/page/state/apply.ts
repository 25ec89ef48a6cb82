import type { Change, Message, Sight, Ts } from '../../wire.ts';
import type { World } from './store.ts';

/** `before`: what the page knew until now; of it the older messages are kept that the sight leaves out. */
export function worldOf(sight: Sight, before?: World): World {
  const { people, channels, messages, agents, ...rest } = sight;
  const talk: World['talk'] = {};
  for (const message of messages) (talk[message.channel] ??= []).push(message);
  for (const list of Object.values(talk)) list.sort(byTs);
  const world = {
    ...rest,
    people: Object.fromEntries(people.map((one) => [one.id, one])),
    channels: Object.fromEntries(channels.map((one) => [one.id, one])),
    talk,
    agents: Object.fromEntries(agents.map((one) => [agentKey(one.channel, one.thread_ts), one])),
    lag: sight.now - Date.now(),
  };
  if (before?.me.id !== sight.me.id || before.team.id !== sight.team.id) return world;
  return Object.entries(sight.older).reduce((now, [channel, from]) => {
    const kept = before.talk[channel] ?? [];
    const meets = (kept.at(-1)?.ts ?? '') >= from;
    return meets
      ? withOlder(
          now,
          channel,
          kept.filter((one) => one.ts < from),
          before.older[channel],
        )
      : now;
  }, world);
}

export function agentKey(channel: string, threadTs: Ts): string {
  return `${channel}:${threadTs}`;
}

function byTs(a: Message, b: Message): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0;
}

function withMessage(list: Message[], message: Message): Message[] {
  const at = list.findLastIndex((one) => one.ts <= message.ts);
  const known = list[at]?.ts === message.ts;
  return list.toSpliced(known ? at : at + 1, known ? 1 : 0, message);
}

/** The world with messages that were said before, or that somebody asked for by name. */
export function withOlder(world: World, channel: string, messages: Message[], from: Ts | undefined): World {
  const known = new Map((world.talk[channel] ?? []).map((one) => [one.ts, one]));
  for (const one of messages) if (!known.has(one.ts)) known.set(one.ts, one);
  const { [channel]: _before, ...others } = world.older;
  const older = from === undefined ? others : { ...others, [channel]: from };
  return { ...world, older, talk: { ...world.talk, [channel]: [...known.values()].sort(byTs) } };
}

/** The world with one whole thread. */
export function withThread(world: World, channel: string, messages: Message[]): World {
  return withOlder(world, channel, messages, world.older[channel]);
}

/** The world after a change. Changes that are not about the world leave it as it is. */
export function changed(world: World, change: Change): World {
  switch (change.kind) {
    case 'message': {
      const { channel } = change.message;
      return { ...world, talk: { ...world.talk, [channel]: withMessage(world.talk[channel] ?? [], change.message) } };
    }
    case 'gone': {
      const left = (world.talk[change.channel] ?? []).filter((one) => one.ts !== change.ts);
      return { ...world, talk: { ...world.talk, [change.channel]: left } };
    }
    case 'channel': {
      const { channel } = change;
      const isAppDm = channel.kind === 'im' && channel.with === world.app.bot;
      const app = isAppDm ? { ...world.app, dm: channel.id } : world.app;
      return { ...world, app, channels: { ...world.channels, [channel.id]: channel } };
    }
    case 'person': {
      const { person } = change;
      const me = person.id === world.me.id ? person : world.me;
      return { ...world, me, people: { ...world.people, [person.id]: person } };
    }
    case 'presence':
      return { ...world, active: change.active };
    case 'views':
      return { ...world, views: change.views };
    case 'home':
      return { ...world, home: change.home };
    case 'agent': {
      const { channel, thread_ts: ts } = change.agent;
      return { ...world, agents: { ...world.agents, [agentKey(channel, ts)]: change.agent } };
    }
    case 'faults':
      return { ...world, faults: change.faults };
    case 'clock':
      return { ...world, now: change.now, lag: change.now - Date.now() };
    case 'notice':
    case 'journal':
    case 'stale':
    case 'reload':
      return world;
  }
}
