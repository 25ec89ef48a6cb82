// The same in CommonJS, as a web server that a platform such as Heroku runs.
const { App } = require('@slack/bolt');

const app = new App({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  token: process.env.SLACK_BOT_TOKEN,
});

app.message(/^(good morning|good evening)/i, async ({ context, say }) => {
  await say({
    text: 'How are you?',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `*${context.matches[0]}*, how are you?` } },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'mood_good',
            style: 'primary',
            text: { type: 'plain_text', text: 'Fine' },
            value: 'fine',
          },
          {
            type: 'button',
            action_id: 'mood_bad',
            style: 'danger',
            text: { type: 'plain_text', text: 'Tired' },
            value: 'tired',
          },
        ],
      },
    ],
  });
});

app.action(/^mood_/, async ({ ack, action, body, respond }) => {
  await ack();
  await respond({ replace_original: true, text: `<@${body.user.id}> is ${action.value}.` });
});

void app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
