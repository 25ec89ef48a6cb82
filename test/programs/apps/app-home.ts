/** A list of tasks on everybody's own Home tab, over HTTP. */
import { App, type BlockAction } from '@slack/bolt';
import type { HomeView } from '@slack/types';

const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
});

const done = new Map<string, number>();

function home(user: string): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Your day' } },
      { type: 'section', text: { type: 'mrkdwn', text: `<@${user}>, you have done *${done.get(user) ?? 0}* things.` } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'done', text: { type: 'plain_text', text: 'One more' } }],
      },
    ],
  };
}

app.event('app_home_opened', async ({ event, client }) => {
  if (event.tab !== 'home') return;
  await client.views.publish({ user_id: event.user, view: home(event.user) });
});

app.action<BlockAction>('done', async ({ ack, body, client }) => {
  await ack();
  done.set(body.user.id, (done.get(body.user.id) ?? 0) + 1);
  const hash = body.view?.hash;
  await client.views.publish({ user_id: body.user.id, view: home(body.user.id), ...(hash ? { hash } : {}) });
});

await app.start({ port: Number(process.env['PORT']), host: '127.0.0.1' });
