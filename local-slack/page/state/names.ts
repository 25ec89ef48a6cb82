import type { Channel } from '../../wire.ts';
import { useStore } from './store.ts';
import type { World } from './store.ts';

/** A channel's name; of a direct message the names of the others in it. */
export function nameOf(channel: Channel, world: World): string {
  if (channel.kind === 'im') return world.people[channel.with ?? '']?.real_name ?? channel.name;
  if (channel.kind !== 'mpim') return channel.name;
  return channel.members
    .filter((id) => id !== world.me.id)
    .map((id) => (world.people[id]?.real_name ?? id).split(' ')[0] ?? '')
    .sort((a, b) => a.localeCompare(b))
    .join(', ');
}

export function useName(channel: Channel | undefined): string {
  return useStore((state) => (channel && state.world ? nameOf(channel, state.world) : ''));
}

/** As one would write it: with its sign, unless it is a direct message. */
export function signed(channel: Channel, name: string): string {
  return channel.kind === 'im' || channel.kind === 'mpim' ? name : `#${name}`;
}
