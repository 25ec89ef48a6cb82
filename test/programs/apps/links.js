// A link to the app's own site becomes a small card.
import { App } from '@slack/bolt';

const app = new App({ token: process.env.SLACK_BOT_TOKEN, appToken: process.env.SLACK_APP_TOKEN, socketMode: true });

app.event('link_shared', async ({ event, client }) => {
  const card = ({ url }) => [
    url,
    { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `*Recipe ${url.split('/').at(-1)}*` } }] },
  ];
  await client.chat.unfurl({
    channel: event.channel,
    ts: event.message_ts,
    unfurls: Object.fromEntries(event.links.map(card)),
  });
});

await app.start();
