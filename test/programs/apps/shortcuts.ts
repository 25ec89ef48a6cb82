/** A global shortcut opens a form with people and a day in it; a message shortcut quotes a message to its presser. */
import { App, type GlobalShortcut, type MessageShortcut } from '@slack/bolt';

const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
});

app.shortcut<GlobalShortcut>({ callback_id: 'plan_lunch', type: 'shortcut' }, async ({ shortcut, ack, client }) => {
  await ack();
  await client.views.open({
    trigger_id: shortcut.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'lunch',
      title: { type: 'plain_text', text: 'Lunch' },
      submit: { type: 'plain_text', text: 'Invite' },
      blocks: [
        {
          type: 'input',
          block_id: 'who',
          label: { type: 'plain_text', text: 'Who comes?' },
          element: { type: 'multi_users_select', action_id: 'people' },
        },
        {
          type: 'input',
          block_id: 'when',
          label: { type: 'plain_text', text: 'When?' },
          element: { type: 'timepicker', action_id: 'time', initial_time: '12:30' },
        },
        {
          type: 'input',
          block_id: 'where',
          optional: true,
          label: { type: 'plain_text', text: 'Tell a channel' },
          element: { type: 'conversations_select', action_id: 'channel', response_url_enabled: true },
        },
      ],
    },
  });
});

app.view('lunch', async ({ ack, body, view, client }) => {
  await ack();
  const time = view.state.values['when']?.['time']?.selected_time ?? '';
  for (const user of view.state.values['who']?.['people']?.selected_users ?? [])
    await client.chat.postMessage({ channel: user, text: `Lunch with <@${body.user.id}> at ${time}?` });
  for (const { response_url } of body.type === 'view_submission' ? (body.response_urls ?? []) : [])
    await fetch(response_url, {
      method: 'POST',
      body: JSON.stringify({ response_type: 'in_channel', text: `Lunch at ${time}` }),
    });
});

app.shortcut<MessageShortcut>('remember', async ({ shortcut, ack, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', text: `I keep in mind: ${shortcut.message.text ?? ''}` });
});

await app.start();
