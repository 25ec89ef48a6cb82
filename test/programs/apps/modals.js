// A command opens a modal; a button in it updates it, another pushes one on top; it is submitted, refused, accepted, or closed.
import { App } from '@slack/bolt';

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  socketMode: true,
});

const plain = (text) => ({ type: 'plain_text', text });
const button = (action_id, text) => ({ type: 'button', action_id, text: plain(text) });

const order = (cups) => ({
  type: 'modal',
  callback_id: 'order',
  title: plain('Tea'),
  submit: plain('Order'),
  notify_on_close: true,
  private_metadata: String(cups),
  blocks: [
    {
      type: 'section',
      block_id: 'count',
      text: { type: 'mrkdwn', text: `Cups: *${cups}*` },
      accessory: button('one_more', 'One more'),
    },
    {
      type: 'input',
      block_id: 'sort',
      label: plain('Which tea?'),
      element: { type: 'plain_text_input', action_id: 'name', max_length: 40 },
    },
    { type: 'actions', block_id: 'help', elements: [button('about', 'About our teas')] },
  ],
});

app.command('/tea', async ({ ack, client, body }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: order(1) });
});

app.action('one_more', async ({ ack, body, client }) => {
  await ack();
  const { id, hash, private_metadata } = body.view;
  await client.views.update({ view_id: id, hash, view: order(Number(private_metadata) + 1) });
});

app.action('about', async ({ ack, body, client }) => {
  await ack();
  await client.views.push({
    trigger_id: body.trigger_id,
    view: { type: 'modal', title: plain('Our teas'), blocks: [{ type: 'section', text: plain('Green and black.') }] },
  });
});

app.view('order', async ({ ack, body, view, client }) => {
  const sort = view.state.values.sort.name.value;
  if (!/green|black/.test(sort)) {
    await ack({ response_action: 'errors', errors: { sort: 'We have green and black tea.' } });
    return;
  }
  await ack({
    response_action: 'update',
    view: { type: 'modal', title: plain('Thank you'), blocks: [{ type: 'section', text: plain('It is on its way.') }] },
  });
  await client.chat.postMessage({ channel: body.user.id, text: `${view.private_metadata} × ${sort}` });
});

app.view({ type: 'view_closed', callback_id: 'order' }, async ({ ack, body, client }) => {
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: 'No tea, then.' });
});

await app.start();
