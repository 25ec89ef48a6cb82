/** What a receiver knows of a request travels into the listeners' context; unmatched requests are answered by the app itself. */
import { App, HTTPReceiver } from '@slack/bolt';

const receiver = new HTTPReceiver({
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  customPropertiesExtractor: (request) => ({ agent: request.headers['user-agent'] ?? '' }),
  unhandledRequestTimeoutMillis: 500,
  unhandledRequestHandler: ({ response }) => void response.writeHead(200).end('Nobody is at home'),
});
const app = new App({ token: process.env['SLACK_BOT_TOKEN'] ?? '', receiver });

app.command('/agent', async ({ ack, context }) => {
  await ack(`You came by ${String(context['agent'])}`);
});

await receiver.start({ port: Number(process.env['PORT']), host: '127.0.0.1' });
