import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SentEffects } from '../../desk/outbox.ts';

export const EVENT_TYPE = 'ticket_outbox';
/** `told`: up to which event a post in the Internal thread tells, so that a post found again says so itself. */
export const markOf = (oid: string, { toldUpTo: told, toldSince: since }: SentEffects) => ({
  event_type: EVENT_TYPE,
  event_payload: { oid, v: 1, ...(told !== undefined && { told }), ...(since !== undefined && { since }) },
});

const marked = z.looseObject({
  ts: z.string(),
  user: z.string().optional(),
  metadata: z.looseObject({
    event_type: z.literal(EVENT_TYPE),
    event_payload: z.looseObject({ oid: z.string(), told: z.number().optional(), since: z.number().optional() }),
  }),
});

export type Sought = { channel: string; thread: string | null; oid: string; since: Date };
type Found = { ts: string; told: number | undefined; since: number | undefined };

/** The clocks of Slack and of this machine may differ. */
const MARGIN_MS = 60_000;
const PAGE = 200;

/** Our posts with this mark, oldest first. More than one: an earlier try arrived after all. */
export async function findPosts(read: WebClient, { channel, thread, oid, since }: Sought, botUserId: string) {
  const oldest = String((since.getTime() - MARGIN_MS) / 1000);
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const ask = {
      channel,
      oldest,
      inclusive: true,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor && { cursor }),
    };
    const page = thread
      ? await read.conversations.replies({ ...ask, ts: thread })
      : await read.conversations.history(ask);
    for (const message of page.messages ?? []) {
      const ours = marked.safeParse(message);
      if (!ours.success || ours.data.metadata.event_payload.oid !== oid) continue;
      if (ours.data.user !== undefined && ours.data.user !== botUserId) continue;
      const { told, since } = ours.data.metadata.event_payload;
      found.push({ ts: ours.data.ts, told, since });
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  // Timestamps of Slack have one length, so that they sort as words do.
  return found.sort((a, b) => (a.ts < b.ts ? -1 : 1));
}
