/** Listening to messages and to a button: the first thing that Bolt's documentation shows. */
import { App, type BlockAction } from '@slack/bolt';

const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
});

app.message('hello', async ({ message, say }) => {
  if (message.subtype !== undefined) return;
  await say({
    text: `Hello <@${message.user}>!`,
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `Hello <@${message.user}>!` },
        accessory: { type: 'button', text: { type: 'plain_text', text: 'Press me' }, action_id: 'press' },
      },
    ],
  });
});

app.action<BlockAction>('press', async ({ ack, body, say }) => {
  await ack();
  await say(`<@${body.user.id}> pressed the button`);
});

await app.start();
