// A step of a workflow: it asks a person with a button, and ends when they press it.
import { App } from '@slack/bolt';

const app = new App({ token: process.env.SLACK_BOT_TOKEN, appToken: process.env.SLACK_APP_TOKEN, socketMode: true });

app.function('ask_person', async ({ client, inputs, fail }) => {
  if (inputs.question === '') return fail({ error: 'There is no question' });
  await client.chat.postMessage({
    channel: inputs.person,
    text: inputs.question,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: inputs.question } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'agree', text: { type: 'plain_text', text: 'I agree' } }],
      },
    ],
  });
});

app.action('agree', async ({ ack, body, client, complete }) => {
  await ack();
  await complete({ outputs: { person: body.user.id } });
  await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'Agreed.' });
});

await app.start();
