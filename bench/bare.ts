import { App, HTTPReceiver } from '@slack/bolt';

/** The floor: Bolt with one listener that only acks. Started as a process of its own; says its port by IPC. */
const receiver = new HTTPReceiver({ signingSecret: process.env['BENCH_SECRET'] ?? '', port: 0 });
const app = new App({
  receiver,
  token: 'xoxb-bench',
  botId: 'B1',
  botUserId: 'U1',
  tokenVerificationEnabled: false,
  convoStore: false,
});
app.action(/./, async ({ ack }) => ack());
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = 'address' in server ? server.address() : null;
process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
process.once('disconnect', () => process.exit(0));
