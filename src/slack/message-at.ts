import { z } from 'zod';
import { type PersonId, personId } from '../domain/language.ts';
import type { Parts } from './parts.ts';
import { plainText, titleOf } from './text.ts';

export type Where = { channel: string; ts: string };

const place = z.tuple([z.string().regex(/^[CDG][A-Z0-9]+$/), z.string().regex(/^\d+\.\d+$/)]);

/** What a request is made of when somebody points at a message: its words, for whoever wrote them. */
export async function requestOf(parts: Parts, user: PersonId, { channel, ts }: Where) {
  const { messages = [] } = await parts.read.conversations.replies({ channel, ts, limit: 1, inclusive: true });
  const found = messages.find((message) => message.ts === ts);
  if (!found || found.bot_id || !found.text) return null;
  const content = plainText(found.text, parts.book(), parts.botUser);
  const author = found.user && parts.book().people.get(personId(found.user))?.bot === false ? found.user : user;
  const { thread_ts: thread, user: writer } = found;
  return { title: titleOf(content), content, requester: personId(author), thread, user: writer };
}

/** The message that a button speaks of: `channel|ts`, read back from Slack. A value can be forged: only one's own words. */
export async function ownMessageAt(parts: Parts, user: PersonId, value: string) {
  const parsed = place.safeParse(value.split('|'));
  if (!parsed.success) return null;
  const [channel, ts] = parsed.data;
  const { messages = [] } = await parts.read.conversations.replies({ channel, ts, limit: 1, inclusive: true });
  const found = messages.find((message) => message.ts === ts && message.user === user);
  return found ? { where: { channel, ts }, text: found.text ?? '', user: found.user, thread: found.thread_ts } : null;
}
