/** What an app hangs on the links of a message. */
import { z } from 'zod';
import { groundOf } from '../../core/checks/ground.ts';
import { checkedAttachments } from '../../core/checks/attachment-check.ts';
import { isObj } from '../../core/checks/rule.ts';
import { checkedEntities } from '../../core/entities.ts';
import { domainOf, linksIn, messageOfUnfurl } from '../../core/links.ts';
import { findMessage } from '../../core/find.ts';
import { attached } from '../../core/identify.ts';
import { revise, whisper } from '../../core/messages.ts';
import { botId } from '../../core/find.ts';
import type { Obj, Stored } from '../../core/model.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { BROKEN_JSON, words } from '../../core/words.ts';
import { type Method, flag, json, method, text } from './method.ts';

const args = z.object({
  channel: text.optional(),
  ts: text.optional(),
  unfurls: json.optional(),
  metadata: json.optional(),
  unfurl_id: text.optional(),
  source: text.optional(),
  user_auth_message: text.optional(),
  user_auth_required: flag.optional(),
  user_auth_url: text.optional(),
  user_auth_blocks: json.optional(),
});
type Args = z.infer<typeof args>;

/** The message meant, by channel and ts or by the id that `link_shared` named. */
function target(slack: Slack, given: Args): Stored {
  if (given.unfurl_id !== undefined || given.source !== undefined) {
    if (given.unfurl_id === undefined) refuse('missing_unfurl_id');
    if (given.source === undefined) refuse('missing_source');
    if (given.source !== 'composer' && given.source !== 'conversations_history') refuse('invalid_source');
    return messageOfUnfurl(slack, given.unfurl_id ?? '') ?? refuse('invalid_unfurl_id');
  }
  if (given.channel === undefined) return refuse('missing_channel');
  if (given.ts === undefined) return refuse('missing_ts');
  const channel = slack.state.channels[given.channel] ?? refuse('cannot_find_channel');
  return findMessage(slack, channel.id, given.ts) ?? refuse('cannot_find_message');
}

function attachmentsOf(slack: Slack, { unfurls, metadata }: Args): Map<string, Obj> {
  const found = new Map<string, Obj>();
  if (unfurls !== undefined) {
    if (!isObj(unfurls)) return refuse('invalid_unfurls_format');
    for (const [url, one] of Object.entries(unfurls)) {
      if (!isObj(one)) refuse('cannot_parse_attachment');
      for (const whole of attached(slack, checkedAttachments([one], groundOf(slack)))) found.set(url, whole);
    }
  }
  for (const entity of metadata === undefined ? [] : checkedEntities(metadata)) {
    found.set(entity.app_unfurl_url, { ...found.get(entity.app_unfurl_url), work_object_entity: entity });
  }
  return found;
}

const unescaped = (url: string): string => url.replaceAll('&amp;', '&');

function hang(slack: Slack, message: Stored, given: Args): void {
  const attachments = attachmentsOf(slack, given);
  const links = new Set(linksIn(message.text));
  const { app, team } = slack.state;
  let id = message.attachments.length;
  const fresh = [...attachments].map(([url, attachment]) => {
    if (!links.has(unescaped(url))) return refuse('cannot_unfurl_message');
    if (domainOf(slack, unescaped(url)) === undefined) return refuse('cannot_unfurl_url');
    id += 1;
    return {
      ...attachment,
      id,
      app_id: app.id,
      bot_id: app.bot_id,
      bot_team_id: team.id,
      app_unfurl_url: url,
      from_url: url,
      is_app_unfurl: true,
    };
  });
  const kept = message.attachments.filter((one) => !attachments.has(String(one['app_unfurl_url'])));
  revise(slack, message, { attachments: [...kept, ...fresh] }, null);
}

/** The invitation to sign in, which only the writer of the link sees. */
function invite(slack: Slack, message: Stored, given: Args): void {
  const channel = slack.state.channels[message.channel] ?? refuse('cannot_find_channel');
  if (given.user_auth_blocks === BROKEN_JSON) refuse('cannot_prompt');
  const fallback =
    given.user_auth_url === undefined
      ? 'Sign in to see more of this link.'
      : `<${given.user_auth_url}|Sign in> to see more of this link.`;
  const said = words(slack, { text: given.user_auth_message ?? fallback, blocks: given.user_auth_blocks });
  whisper(slack, channel, {
    ...said,
    user: botId(slack),
    from_app: true,
    only_for: message.user,
    thread_ts: message.thread_ts,
  });
}

export const unfurlMethods: Record<string, Method> = {
  'chat.unfurl': method({
    scopes: ['links:write'],
    tier: 3,
    gaps: 'Links are told of when they are sent or an edit brings them, not while they are still in the composer; "Not now" and "Never ask me again" of a sign-in invitation are not drawn.',
    args,
    run: ({ slack }, given) => {
      const wants =
        given.user_auth_required === true ||
        given.user_auth_message !== undefined ||
        given.user_auth_blocks !== undefined;
      if (given.unfurls === undefined && given.metadata === undefined && !wants) refuse('missing_unfurls');
      const message = target(slack, given);
      if (message.from_app || message.tombstone) refuse('cannot_unfurl_message');
      if (given.unfurls !== undefined || given.metadata !== undefined) hang(slack, message, given);
      if (wants) invite(slack, message, given);
      return {};
    },
  }),
};
