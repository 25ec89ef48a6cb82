// Without Bolt: the socket client alone hears a command and a click, and the web client answers.
import { SocketModeClient } from '@slack/socket-mode';
import { WebClient } from '@slack/web-api';

const socket = new SocketModeClient({ appToken: process.env.SLACK_APP_TOKEN });
const web = new WebClient(process.env.SLACK_BOT_TOKEN);

socket.on(
  'slash_commands',
  ({ body, ack }) =>
    void ack({
      text: `Shall I tell everybody "${body.text}"?`,
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'yes', value: body.text, text: { type: 'plain_text', text: 'Yes' } }],
        },
      ],
    }),
);

socket.on(
  'interactive',
  ({ body, ack }) =>
    void ack().then(() => web.chat.postMessage({ channel: body.channel.id, text: body.actions[0].value })),
);

await socket.start();
