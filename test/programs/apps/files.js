// Makes a file on request with the client's upload of three steps, and reads one that somebody shares.
import { App } from '@slack/bolt';

const app = new App({ token: process.env.SLACK_BOT_TOKEN, appToken: process.env.SLACK_APP_TOKEN, socketMode: true });

app.command('/report', async ({ ack, command, client }) => {
  await ack();
  await client.filesUploadV2({
    channel_id: command.channel_id,
    initial_comment: 'Here it is',
    file_uploads: [
      { content: 'day,visits\nmonday,3\n', filename: 'visits.csv', title: 'Visits' },
      { file: Buffer.from('All is well.'), filename: 'summary.txt' },
    ],
  });
});

app.event('file_shared', async ({ event, client, say }) => {
  const { file } = await client.files.info({ file: event.file_id });
  if (file.user !== process.env.BOT && file.mimetype === 'text/plain') {
    const bytes = await fetch(file.url_private, {
      headers: { authorization: `Bearer ${process.env.SLACK_BOT_TOKEN}` },
    });
    await say({ channel: event.channel_id, text: `${file.name} begins with "${(await bytes.text()).slice(0, 5)}"` });
  }
});

await app.start();
