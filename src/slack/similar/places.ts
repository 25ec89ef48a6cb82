import type { WebClient } from '@slack/web-api';
import type { PersonId } from '../../domain/language.ts';
import { traceOf } from '../log.ts';
import type { Parts } from '../parts.ts';

const KEPT_MS = 60_000;

type Known = { open: boolean; until: number };
const known = new WeakMap<WebClient, Map<string, Known>>();

/** The request channels that this person can read: the public ones, unless he is a guest. */
export async function openChannels(parts: Parts, user: PersonId): Promise<string[]> {
  const { groups, people } = parts.book();
  const person = people.get(user);
  if (!person?.active || person.guest) return [];
  const channels = [...new Set(groups.flatMap(({ requestChannels }) => requestChannels))];
  const open = await Promise.all(channels.map((channel) => isPublic(parts, channel)));
  return channels.filter((_, nth) => open[nth]);
}

/** A channel that we cannot look at is taken for closed. */
async function isPublic({ read, log }: Parts, channel: string): Promise<boolean> {
  const here = known.get(read) ?? new Map<string, Known>();
  known.set(read, here);
  const last = here.get(channel);
  if (last && last.until > Date.now()) return last.open;
  const open = await read.conversations.info({ channel }).then(
    ({ channel: room }) => room?.is_channel === true && room.is_private === false && room.is_archived !== true,
    (error: unknown) => {
      log.warn(traceOf(error), 'a request channel could not be looked at');
      return false;
    },
  );
  here.set(channel, { open, until: Date.now() + KEPT_MS });
  return open;
}
