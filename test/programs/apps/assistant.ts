/** An assistant: a thread of its own with suggested prompts, a title, a status, and an answer to each message. */
import { App, Assistant } from '@slack/bolt';

const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
});

app.assistant(
  new Assistant({
    threadStarted: async ({ say, setSuggestedPrompts, saveThreadContext }) => {
      await say('What can I do for you?');
      await saveThreadContext();
      await setSuggestedPrompts({
        title: 'Begin with',
        prompts: [{ title: 'Weather', message: 'How is the weather?' }],
      });
    },
    userMessage: async ({ message, say, setStatus, setTitle }) => {
      if (!('text' in message) || message.text === undefined) return;
      await setTitle(message.text);
      await setStatus('is thinking...');
      await say(`You ask: ${message.text}`);
    },
  }),
);

await app.start();
