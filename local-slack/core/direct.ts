/** Direct messages: of two people, and of a small group. */
import { tellApp } from './events.ts';
import { botId, dmWith, isMember } from './find.ts';
import type { Channel, ChannelKind } from './model.ts';
import { refuse } from './refusal.ts';
import { showChannel } from './sight.ts';
import type { Slack } from './slack.ts';

const MOST_OTHERS = 8;

/** A channel as it begins, whatever its kind. */
export function newChannel(
  slack: Slack,
  given: { name: string; kind: ChannelKind; creator: string; members: string[] },
): Channel {
  const channel: Channel = {
    ...given,
    id: slack.mint.id(given.kind === 'im' ? 'D' : 'C'),
    topic: '',
    purpose: '',
    created: Math.floor(slack.clock.now() / 1000),
    archived: false,
    general: false,
    read: {},
    bookmarks: [],
  };
  slack.state.channels[channel.id] = channel;
  return channel;
}

/** The direct channel of two people, opened on first need. */
export function openDm(slack: Slack, one: string, other: string): Channel {
  const existing = dmWith(slack, one, other);
  if (existing) return existing;
  const made = newChannel(slack, { name: '', kind: 'im', creator: one, members: [one, other] });
  const shape = { id: made.id, is_im: true, created: made.created, user: one };
  tellApp(
    slack,
    { subscription: 'im_created', scope: 'im:read', channel: made },
    { type: 'im_created', user: one, channel: shape },
  );
  tellOwn(slack, made, one, 'open');
  return shown(slack, made);
}

/** What the app itself opens or puts aside comes back to it as an event. */
function tellOwn(slack: Slack, channel: Channel, user: string, what: 'open' | 'close'): void {
  if (user !== botId(slack)) return;
  const family = channel.kind === 'im' ? 'im' : 'group';
  const type = `${family}_${what}`;
  const scope = channel.kind === 'im' ? 'im:read' : 'groups:read';
  tellApp(slack, { subscription: type, scope, channel }, { type, user, channel: channel.id });
}

export function groupDmOf(slack: Slack, members: string[]): Channel | undefined {
  return Object.values(slack.state.channels).find(
    (one) =>
      one.kind === 'mpim' && one.members.length === members.length && members.every((member) => isMember(one, member)),
  );
}

/** The group of these people and the one who calls them; the same people always meet in the same one. */
export function openGroupDm(slack: Slack, by: string, others: string[]): Channel {
  if (others.length > MOST_OTHERS) refuse('too_many_users');
  const members = [by, ...others];
  const existing = groupDmOf(slack, members);
  if (existing) return existing;
  const handles = members.map((id) => slack.state.users[id]?.name ?? id);
  const made = newChannel(slack, { name: `mpdm-${handles.join('--')}-1`, kind: 'mpim', creator: by, members });
  made.topic = 'Group messaging';
  made.purpose = `Group messaging with: ${handles.map((name) => `@${name}`).join(' ')}`;
  tellOwn(slack, made, by, 'open');
  return shown(slack, made);
}

function shown(slack: Slack, channel: Channel): Channel {
  showChannel(slack, channel);
  slack.changed();
  return channel;
}

/** Puts a direct message aside for one person; false if it was already. */
export function closeDm(slack: Slack, channel: Channel, user: string): boolean {
  if (channel.closed?.includes(user)) return false;
  channel.closed = [...(channel.closed ?? []), user];
  tellOwn(slack, channel, user, 'close');
  shown(slack, channel);
  return true;
}

/** Brings it back; false if it was never away. */
export function reopenDm(slack: Slack, channel: Channel, user: string): boolean {
  if (!channel.closed?.includes(user)) return false;
  channel.closed = channel.closed.filter((one) => one !== user);
  tellOwn(slack, channel, user, 'open');
  shown(slack, channel);
  return true;
}
