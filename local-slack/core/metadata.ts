/** `message_metadata_*`: what happens to the metadata of messages, for apps that have asked by name. */
import { tellApp } from './events.ts';
import type { Channel, Metadata, Stored } from './model.ts';
import type { Slack } from './slack.ts';

/** The manifest names an app and an event type; either may be `*`, and not both (docs.slack.dev/messaging/message-metadata). */
function wanted(slack: Slack, { event_type }: Metadata): boolean {
  return slack.manifest.settings.event_subscriptions.metadata_subscriptions.some(
    (one) =>
      (one.app_id === '*' || one.app_id === slack.state.app.id) &&
      (one.event_type === '*' || one.event_type === event_type),
  );
}

/** Tells what became of a message's metadata; nothing if it stayed as it was. */
export function tellMetadata(
  slack: Slack,
  channel: Channel,
  message: Stored,
  previous: Metadata | undefined,
  now: Metadata | undefined,
): void {
  const either = now ?? previous;
  if (!either || !wanted(slack, either) || JSON.stringify(now) === JSON.stringify(previous)) return;
  const type = `message_metadata_${now ? (previous ? 'updated' : 'posted') : 'deleted'}`;
  const { app, team } = slack.state;
  const event_ts = slack.mint.ts();
  tellApp(
    slack,
    { subscription: type, scope: 'metadata.message:read', channel },
    {
      type,
      app_id: app.id,
      bot_id: app.bot_id,
      user_id: app.bot,
      team_id: team.id,
      channel_id: channel.id,
      message_ts: message.ts,
      event_ts,
      ...(now ? { metadata: now } : { deleted_ts: event_ts }),
      ...(previous ? { previous_metadata: previous } : {}),
    },
  );
}
