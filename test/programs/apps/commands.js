// Slash commands over HTTP: an answer in the ack, an answer later, one for all, and one that changes.
import { App } from '@slack/bolt';

const app = new App({ token: process.env.SLACK_BOT_TOKEN, signingSecret: process.env.SLACK_SIGNING_SECRET });

app.command('/echo', async ({ command, ack, respond }) => {
  await ack();
  await respond(command.text);
});

app.command('/shout', async ({ command, ack }) => {
  await ack({ response_type: 'in_channel', text: command.text.toUpperCase() });
});

app.command('/count', async ({ ack, respond }) => {
  await ack('Counting...');
  for (const number of [1, 2, 3]) await respond({ text: `${number}` });
});

app.command(/^\/who/, async ({ command, ack }) => {
  await ack(`${command.command}: you are <@${command.user_id}>, in <#${command.channel_id}>`);
});

await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
