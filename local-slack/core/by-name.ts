/** For whoever writes to `/_local/*` by hand: a person's handle or a channel's name where an id is meant. */
import type { Slack } from './slack.ts';

const PEOPLE = ['as', 'with', 'user'] as const;

export function personId({ state }: Slack, name: string): string {
  if (Object.hasOwn(state.users, name)) return name;
  return Object.values(state.users).find((user) => user.name === name)?.id ?? name;
}

function channelId({ state }: Slack, name: string): string {
  if (Object.hasOwn(state.channels, name)) return name;
  return Object.values(state.channels).find((channel) => channel.name !== '' && channel.name === name)?.id ?? name;
}

export function byName<T>(slack: Slack, order: T): T {
  if (typeof order !== 'object' || order === null) return order;
  const ids: Record<string, string> = {};
  for (const key of PEOPLE) {
    const name: unknown = Reflect.get(order, key);
    if (typeof name === 'string') ids[key] = personId(slack, name);
  }
  const name: unknown = Reflect.get(order, 'channel');
  if (typeof name === 'string') ids['channel'] = channelId(slack, name);
  return { ...order, ...ids };
}
