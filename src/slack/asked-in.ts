import type { Parts } from './parts.ts';

type Where = { channel: string; ts: string };

/** The group whose request channel this is. */
export const askedIn = (parts: Parts, { channel }: Pick<Where, 'channel'>) =>
  parts.book().groups.find(({ requestChannels }) => requestChannels.includes(channel));

/**
 * Where the Main conversation stands of a request that is made of a message in a request channel: in its thread. Null:
 * elsewhere, or under a post of ours, for where agents ask one another in their own channel they talk under our cards.
 */
export async function mainUnder(
  parts: Parts,
  { channel, ts }: Where,
  { thread = ts, user }: { thread?: string | undefined; user?: string | undefined },
): Promise<Where | null> {
  if (!askedIn(parts, { channel })) return null;
  const author = thread === ts ? user : await authorOf(parts, { channel, ts: thread });
  return author === parts.botUser ? null : { channel, ts: thread };
}

async function authorOf({ read }: Parts, { channel, ts }: Where): Promise<string | undefined> {
  const { messages = [] } = await read.conversations.replies({ channel, ts, limit: 1, inclusive: true });
  return messages.find((message) => message.ts === ts)?.user;
}
