// What a message is about travels with it as metadata; whoever listens for that kind answers in its thread.
import { App } from '@slack/bolt';

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  socketMode: true,
  ignoreSelf: false,
});

app.command('/ship', async ({ ack, command, say }) => {
  await ack();
  await say({
    text: `Shipping ${command.text}`,
    metadata: { event_type: 'parcel_shipped', event_payload: { parcel: command.text, weight: 3 } },
  });
});

app.event('message_metadata_posted', async ({ event, say }) => {
  const { event_type, event_payload } = event.metadata;
  await say({
    thread_ts: event.message_ts,
    text: `${event_type}: ${JSON.stringify(event_payload)}`,
  });
});

await app.start();
