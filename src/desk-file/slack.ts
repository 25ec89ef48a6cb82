import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Directory, KnownChannel, KnownPerson } from './directory.ts';

/** Pages of either list: the client's own types know no pages. */
const page = z.object({ members: z.array(z.unknown()).default([]), channels: z.array(z.unknown()).default([]) });

const member = z.object({
  id: z.string(),
  name: z.string().default(''),
  deleted: z.boolean().default(false),
  profile: z.object({ real_name: z.string().optional(), email: z.string().optional() }).default({}),
});
const conversation = z.object({
  id: z.string(),
  name: z.string(),
  is_private: z.boolean().default(false),
  is_member: z.boolean().default(false),
});

/** Asks Slack for all people and for all channels that the bot can see. */
export async function slackDirectory(slack: WebClient): Promise<Directory> {
  const people: KnownPerson[] = [];
  for await (const answer of slack.paginate('users.list', { limit: 200 })) {
    for (const { id, name, deleted, profile } of z.array(member).parse(page.parse(answer).members))
      people.push({ id, name: profile.real_name ?? name, email: profile.email ?? null, active: !deleted });
  }
  const channels: KnownChannel[] = [];
  const which = { types: 'public_channel,private_channel', exclude_archived: true, limit: 200 };
  for await (const answer of slack.paginate('conversations.list', which)) {
    for (const { id, name, is_private, is_member } of z.array(conversation).parse(page.parse(answer).channels))
      channels.push({ id, name, private: is_private, member: is_member });
  }
  return { people, channels };
}
