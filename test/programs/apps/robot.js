// The kind of robot that lives in a channel: it hears words, reacts, topics, pins and greets.
import { App, directMention, subtype } from '@slack/bolt';

const app = new App({ token: process.env.SLACK_BOT_TOKEN, appToken: process.env.SLACK_APP_TOKEN, socketMode: true });

app.message(/\b(badger|mushroom)\b/i, async ({ message, context, client }) => {
  const name = context.matches[1].toLowerCase();
  await client.reactions.add({ channel: message.channel, timestamp: message.ts, name });
});

app.message(directMention, /open the (.+) doors/i, async ({ context, say }) => {
  await say(
    context.matches[1] === 'pod bay' ? "I'm afraid I can't let you do that." : `Opening ${context.matches[1]} doors`,
  );
});

app.message(directMention, /topic is (.+)/i, async ({ message, context, client }) => {
  await client.conversations.setTopic({ channel: message.channel, topic: context.matches[1] });
});

app.message(directMention, 'keep this', async ({ message, client }) => {
  await client.pins.add({ channel: message.channel, timestamp: message.ts });
});

app.message(subtype('message_changed'), async ({ message, say }) => {
  await say(`It said "${message.previous_message.text}" before.`);
});

app.event('reaction_added', async ({ event, client }) => {
  if (event.reaction !== 'wastebasket' || event.item.type !== 'message') return;
  await client.chat.delete({ channel: event.item.channel, ts: event.item.ts });
});

app.event('team_join', async ({ event, client }) => {
  const [general] = (await client.conversations.list({ types: 'public_channel' })).channels.filter(
    (one) => one.is_general,
  );
  await client.chat.postMessage({ channel: general.id, text: `Welcome <@${event.user.id}> :wave:` });
});

await app.start();
