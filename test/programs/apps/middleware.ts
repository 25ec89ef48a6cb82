/** Middleware for all that comes in and for one listener, a context that is handed on, and one place for errors. */
import { type AllMiddlewareArgs, App, type SlackEventMiddlewareArgs } from '@slack/bolt';

const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
});

const names = new Map<string, string>();

app.use(async ({ payload, client, context, next }) => {
  const user = 'user' in payload && typeof payload.user === 'string' ? payload.user : undefined;
  if (user !== undefined && !names.has(user)) {
    const answer = await client.users.info({ user });
    names.set(user, answer.user?.profile?.email ?? answer.user?.real_name ?? '');
  }
  context['writer'] = user === undefined ? '' : names.get(user);
  await next();
});

type MessageArgs = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

async function onlyThreads({ message, next }: MessageArgs): Promise<void> {
  if ('thread_ts' in message && message.thread_ts !== undefined) await next();
}

app.message('who', onlyThreads, async ({ context, message, say }) => {
  const thread = 'thread_ts' in message ? message.thread_ts : undefined;
  await say({ text: `It was ${String(context['writer'])}`, ...(thread === undefined ? {} : { thread_ts: thread }) });
});

app.message('break', async () => {
  throw new Error('It broke');
});

app.error(async (error) => {
  await app.client.chat.postMessage({ channel: process.env['ALERTS'] ?? '', text: `Caught: ${error.message}` });
});

await app.start();
