import type { Change, Message, Sight } from '../../wire.ts';
import type { World } from './store.ts';

export function worldOf(sight: Sight): World {
  const { people, channels, messages, ...rest } = sight;
  const talk: World['talk'] = {};
  for (const message of messages) (talk[message.channel] ??= []).push(message);
  for (const list of Object.values(talk)) list.sort(byTs);
  return {
    ...rest,
    people: Object.fromEntries(people.map((one) => [one.id, one])),
    channels: Object.fromEntries(channels.map((one) => [one.id, one])),
    talk,
    lag: sight.now - Date.now(),
  };
}

function byTs(a: Message, b: Message): number {
  return a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0;
}

function withMessage(list: Message[], message: Message): Message[] {
  const at = list.findLastIndex((one) => one.ts <= message.ts);
  const known = list[at]?.ts === message.ts;
  return list.toSpliced(known ? at : at + 1, known ? 1 : 0, message);
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
    case 'views':
      return { ...world, views: change.views };
    case 'home':
      return { ...world, home: change.home };
    case 'faults':
      return { ...world, faults: change.faults };
    case 'clock':
      return { ...world, now: change.now, lag: change.now - Date.now() };
    case 'notice':
    case 'journal':
    case 'reload':
      return world;
  }
}
