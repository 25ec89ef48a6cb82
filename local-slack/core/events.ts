import { botId, familyOf, isMember, scopeFor } from './find.ts';
import type { Channel, Obj } from './model.ts';
import { type Slack, scopesOf } from './slack.ts';

/** What an event asks for before the app hears it: the subscription's name, a scope, and being in the channel. */
export type Gate = {
  subscription: string;
  scope?: string | undefined;
  channel?: Channel | undefined;
  outside?: boolean;
};

/** Sends one event to the app, if its manifest subscribes and scope and membership allow. */
export function tellApp(slack: Slack, gate: Gate, event: Obj): void {
  if (slack.faults.stands('revoke_token') || slack.faults.stands('uninstall')) return;
  if (!slack.manifest.settings.event_subscriptions.bot_events.includes(gate.subscription)) return;
  if (gate.scope !== undefined && !scopesOf(slack).includes(gate.scope)) return;
  if (gate.channel && gate.outside !== true && !isMember(gate.channel, botId(slack))) return;
  const { team, app } = slack.state;
  const event_ts = typeof event['event_ts'] === 'string' ? event['event_ts'] : slack.mint.ts();
  const { type, subtype } = event as { type: string; subtype?: string };
  void slack.deliver({
    type: 'events_api',
    name: subtype === undefined ? type : `${type}/${subtype}`,
    takes_payload: false,
    link: event_ts,
    ...(typeof event['user'] === 'string' ? { as: event['user'] } : {}),
    payload: {
      token: 'local-verification-token',
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: app.id,
      event: { ...event, event_ts },
      type: 'event_callback',
      event_id: slack.mint.id('Ev'),
      event_time: Math.floor(slack.clock.now() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: team.id, user_id: app.bot, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${slack.mint.hex(40)}`,
    },
  });
}

const CHANNEL_TYPE: Record<Channel['kind'], string> = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' };

/** Any `message` event: new, changed, deleted, or a system line. */
export function tellMessage(slack: Slack, channel: Channel, event: Obj): void {
  tellApp(
    slack,
    { subscription: `message.${familyOf(channel.kind)}`, scope: scopeFor(channel.kind, 'history'), channel },
    { ...event, type: 'message', channel: channel.id, channel_type: CHANNEL_TYPE[channel.kind] },
  );
}

/** The one-letter kind that membership events carry. */
export function letterOf(channel: Channel): string {
  return channel.kind === 'public' ? 'C' : 'G';
}
