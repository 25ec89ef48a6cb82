/** Every screen of the page, and how one comes to it. */
import type { Page } from 'playwright-core';
import { type Workspace, bolt } from '../local-slack/workspace.ts';

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const options = ['One', 'Two', 'Three'].map((one) => ({ text: text(one), value: one }));

/** An app with a little of everything, and people who have talked. */
export async function busyApp(on: Workspace): Promise<void> {
  const inputs = [
    { type: 'plain_text_input', multiline: true, max_length: 100, placeholder: text('Write') },
    { type: 'static_select', options, placeholder: text('Choose') },
    { type: 'multi_users_select', placeholder: text('Who') },
    { type: 'datepicker', placeholder: text('When') },
    { type: 'timepicker', placeholder: text('When') },
    { type: 'checkboxes', options },
    { type: 'radio_buttons', options },
    { type: 'email_text_input' },
    { type: 'number_input', is_decimal_allowed: false },
    { type: 'rich_text_input' },
    { type: 'file_input' },
  ].map((element, n) => ({
    type: 'input',
    block_id: `i${n}`,
    optional: n > 0,
    label: text(`Question ${n + 1}`),
    hint: text('A hint'),
    element: { ...element, action_id: `a${n}` },
  }));
  await bolt(on, (listening) => {
    listening.action('go', async ({ ack, body, client }) => {
      await ack();
      const { trigger_id } = body as { trigger_id: string };
      const view = {
        type: 'modal',
        callback_id: 'm',
        title: text('A form'),
        submit: text('Send'),
        close: text('Cancel'),
        blocks: inputs,
      };
      await client.apiCall('views.open', { trigger_id, view });
    });
    listening.view('m', async ({ ack }) => ack({ response_action: 'errors', errors: { i0: 'Too short.' } }));
  });
  const blocks = [
    { type: 'header', text: text('A card') },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Bold*, _italic_, `code`, <https://example.com|a link>, <@U0>' },
    },
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: '*State*\nOpen' },
        { type: 'mrkdwn', text: '*Owner*\nAna' },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'A small note' }] },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'go', text: text('Open the form'), style: 'primary' },
        { type: 'button', action_id: 'no', text: text('Remove'), style: 'danger' },
        { type: 'static_select', action_id: 'pick', placeholder: text('Pick'), options },
        { type: 'overflow', action_id: 'more', options },
      ],
    },
  ];
  const channel = on.ids.channels['general']!;
  const ts = await on.post(channel, 'A card', { blocks });
  await on.post(channel, 'In the thread', { thread_ts: ts });
  await on.act('kofi', { do: 'send', channel, text: 'Hello <!here> @ana :tada:', thread_ts: ts });
  await on.act('kofi', { do: 'react', channel, ts, name: 'eyes' });
  await on.act('kofi', { do: 'pin', channel, ts });
  const file = await on.act('kofi', { do: 'upload', name: 'notes.txt', mimetype: 'text/plain', content: 'aGk=' });
  if (file.ok && file.file) await on.act('kofi', { do: 'send', channel, text: 'A file', files: [file.file] });
  const dm = await on.act('kofi', { do: 'open_dm', with: on.ids.users['ana']! });
  if (dm.ok && dm.channel) await on.act('kofi', { do: 'send', channel: dm.channel, text: 'Between us' });
  await on.call('views.publish', { user_id: on.ids.users['ana'], view: { type: 'home', blocks } });
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(`${path}?as=ana`)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

type Screen = [name: string, open: (page: Page, on: Workspace) => Promise<void>, leave?: (page: Page) => Promise<void>];

const escape = (page: Page): Promise<void> => page.keyboard.press('Escape');
const inspect = (tab: string) => (page: Page) =>
  page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: tab, exact: true }).click();

export const screens: Screen[] = [
  ['channel', (page) => page.getByRole('main', { name: 'general' }).getByText('A card').last().waitFor()],
  [
    'composer completion',
    async (page) => {
      await page.getByRole('textbox', { name: /^Message to/ }).click();
      await page.keyboard.type('/');
      await page.getByRole('option').first().waitFor();
    },
    async (page) => {
      await escape(page);
      await page.keyboard.press('Backspace');
    },
  ],
  [
    'message menu',
    async (page) => {
      const message = page.getByRole('main').getByRole('article').filter({ hasText: 'A card' }).last();
      await message.hover();
      await message.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menu').waitFor();
    },
    escape,
  ],
  [
    'emoji picker',
    async (page) => {
      const message = page.getByRole('main').getByRole('article').filter({ hasText: 'A card' }).last();
      await message.hover();
      await message
        .getByRole('button', { name: /Add reaction|Find another reaction/i })
        .first()
        .click();
      await page
        .getByRole('searchbox')
        .or(page.getByRole('combobox', { name: /emoji/i }))
        .first()
        .waitFor();
    },
    escape,
  ],
  [
    'select open',
    async (page) => {
      await page.getByRole('main').getByRole('combobox', { name: 'Pick' }).first().click();
      await page.getByRole('option', { name: 'Two' }).waitFor();
    },
    escape,
  ],
  [
    'who one is',
    async (page) => {
      await page.getByRole('button', { name: /^You are/ }).click();
      await page.getByRole('menu').waitFor();
    },
    escape,
  ],
  [
    'modal',
    async (page) => {
      await page.getByRole('main').getByRole('button', { name: 'Open the form' }).last().click();
      await page.getByRole('dialog', { name: 'A form' }).waitFor();
    },
  ],
  [
    'modal with errors',
    async (page) => {
      const form = page.getByRole('dialog', { name: 'A form' });
      await form
        .getByRole('textbox', { name: /Question 1/ })
        .first()
        .fill('x');
      await form.locator('button[type=submit]').click();
      await form.getByText('Too short.').first().waitFor();
    },
    async (page) => {
      await escape(page);
      await page.getByRole('dialog', { name: 'A form' }).waitFor({ state: 'hidden' });
    },
  ],
  [
    'thread',
    async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /2 replies/ })
        .last()
        .click();
      await page.getByRole('complementary', { name: 'Thread' }).getByText('In the thread').waitFor();
    },
  ],
  [
    'DM',
    async (page, on) => {
      const dm = (await on.sight('ana')).channels.find((one) => one.with === on.ids.users['kofi']);
      await go(page, `/archives/${dm?.id}`);
      await page.getByText('Between us').first().waitFor();
    },
  ],
  [
    'Home',
    async (page) => {
      await go(page, '/app/home');
      await page.getByRole('button', { name: 'Open the form' }).waitFor();
    },
  ],
  [
    'About',
    async (page) => {
      await go(page, '/app/about');
      await page.getByRole('tab', { name: 'About' }).waitFor();
    },
  ],
  [
    'inspector',
    async (page) => {
      await page.getByRole('button', { name: 'Inspector' }).click();
      const list = page.getByRole('listbox', { name: 'Journal' });
      await list.getByRole('option').filter({ hasText: 'views.publish' }).first().waitFor();
      await list.focus();
      await page.keyboard.press('ArrowUp');
      await page.getByRole('region', { name: /^Row/ }).waitFor();
    },
  ],
  [
    'faults',
    async (page) => {
      await inspect('Faults')(page);
      await page.getByRole('button', { name: 'Redeliver the next event' }).click();
      await page.getByRole('list', { name: 'Armed faults' }).waitFor();
    },
  ],
  [
    'workspace',
    async (page) => {
      await inspect('Workspace')(page);
      await page.getByRole('list', { name: 'People' }).waitFor();
    },
  ],
];
