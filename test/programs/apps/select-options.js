// A menu whose choices come from the app while one types, in plain and in groups.
import { App } from '@slack/bolt';

const app = new App({ token: process.env.SLACK_BOT_TOKEN, appToken: process.env.SLACK_APP_TOKEN, socketMode: true });

const CITIES = { Portugal: ['Lisbon', 'Porto'], Peru: ['Lima', 'Cusco'], Poland: ['Lodz', 'Poznan'] };

const option = (text) => ({ text: { type: 'plain_text', text }, value: text.toLowerCase() });
const menu = (action_id, placeholder, more = {}) => ({
  action_id,
  placeholder: { type: 'plain_text', text: placeholder },
  ...more,
});

app.command('/travel', async ({ ack, respond }) => {
  await ack();
  await respond({
    text: 'Where to?',
    blocks: [
      {
        type: 'actions',
        block_id: 'trip',
        elements: [
          { type: 'external_select', ...menu('city', 'A city', { min_query_length: 2 }) },
          { type: 'external_select', ...menu('country', 'A city by country', { min_query_length: 0 }) },
          { type: 'datepicker', action_id: 'day', initial_date: '2030-01-31' },
        ],
      },
    ],
  });
});

app.options('city', async ({ options, ack }) => {
  const typed = options.value.toLowerCase();
  const found = Object.values(CITIES)
    .flat()
    .filter((name) => name.toLowerCase().startsWith(typed));
  await ack({ options: found.map(option) });
});

app.options({ block_id: 'trip', action_id: 'country' }, async ({ ack }) => {
  await ack({
    option_groups: Object.entries(CITIES).map(([country, names]) => ({
      label: { type: 'plain_text', text: country },
      options: names.map(option),
    })),
  });
});

app.action('city', async ({ ack, action, body, respond }) => {
  await ack();
  const { day } = body.state.values.trip;
  await respond({ replace_original: false, text: `To ${action.selected_option.text.text} on ${day.selected_date}` });
});

app.action('country', ({ ack }) => ack());
app.action('day', ({ ack }) => ack());

await app.start();
