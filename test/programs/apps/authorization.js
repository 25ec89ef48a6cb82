// No token of its own: for every request the app looks up whose installation it came from.
import { App } from '@slack/bolt';

const installations = new Map(JSON.parse(process.env.INSTALLATIONS ?? '[]'));

const app = new App({
  appToken: process.env.SLACK_APP_TOKEN,
  socketMode: true,
  authorize: async ({ teamId, isEnterpriseInstall }) => {
    const found = isEnterpriseInstall ? undefined : installations.get(teamId);
    if (!found) throw new Error('Not installed here');
    return found;
  },
});

app.command('/installed', async ({ ack, context, client }) => {
  const { team, bot_id } = await client.auth.test();
  await ack(
    `${team}: ${bot_id === context.botId ? 'this is my own bot' : 'whose bot is this?'}, team ${context.teamId}`,
  );
});

await app.start();
