/** Links that people write to the app's own `unfurl_domains`: the app is told, and may hang something on them. */
import { tellApp } from './events.ts';
import { botId, isMember } from './find.ts';
import type { Channel, Stored } from './model.ts';
import type { Slack } from './slack.ts';
import { unescape } from './text.ts';

/** The registered domain this address belongs to, itself or a subdomain. */
export function domainOf(slack: Slack, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return slack.manifest.features.unfurl_domains.find(
    (domain) => hostname === domain || hostname.endsWith(`.${domain}`),
  );
}

/** Every address in a message's text, each once. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(/<(https?:\/\/[^<>|]+)(?:\|[^<>]*)?>/g)].map(([, url = '']) => unescape(url));
  return [...new Set(found)];
}

/** Names a link in a message, as `chat.unfurl` may ask for it. */
function unfurlId(message: Stored): string {
  return `${message.channel}-${message.ts}-unfurl`;
}

export function messageOfUnfurl(slack: Slack, id: string): Stored | undefined {
  const [channel = '', ts = ''] = id.split('-');
  return slack.state.messages[channel]?.find((one) => one.ts === ts && unfurlId(one) === id);
}

/** `link_shared`, for what a person wrote; the app's own messages tell it nothing new, nor do links that stood there `before`. */
export function tellLinks(slack: Slack, channel: Channel, message: Stored, before = ''): void {
  if (message.from_app) return;
  const known = linksIn(before);
  const links = linksIn(message.text).flatMap((url) => {
    const domain = domainOf(slack, url);
    return domain === undefined || known.includes(url) ? [] : [{ domain, url }];
  });
  if (links.length === 0) return;
  tellApp(
    slack,
    { subscription: 'link_shared', scope: 'links:read' },
    {
      type: 'link_shared',
      channel: channel.id,
      is_bot_user_member: isMember(channel, botId(slack)),
      user: message.user,
      message_ts: message.ts,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
      unfurl_id: unfurlId(message),
      source: 'conversations_history',
      links,
    },
  );
}
