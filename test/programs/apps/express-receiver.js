// Bolt's own Express receiver, with a page of the app's own beside Slack's address.
import bolt from '@slack/bolt';

const receiver = new bolt.ExpressReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  endpoints: { events: '/hooks/events' },
});
const app = new bolt.App({ token: process.env.SLACK_BOT_TOKEN, receiver });

let joined = 0;

app.event('member_joined_channel', async ({ event, say }) => {
  joined += 1;
  await say(`<@${event.user}> is here.`);
});

receiver.router.get('/joined', (_request, response) => {
  response.json({ joined });
});

await app.start(Number(process.env.PORT));
