/** Script in every place where words or addresses can stand: nothing of it ever runs, and nothing is asked of another host. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workspace, bolt, later, manifest, until, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { launch } from './person.ts';

let browser: Browser;

const RAN = 'globalThis.__ran=(globalThis.__ran??0)+1';
const words = [
  `<script>${RAN}</script>`,
  `<img src=x onerror="${RAN}">`,
  `<svg/onload=${RAN}>`,
  `"><iframe srcdoc="<script>parent.${RAN}</script>">`,
  `</textarea></style></title><script>${RAN}</script>`,
  `javascript:${RAN}//`,
  `{{constructor.constructor('${RAN}')()}}`,
  '\u202Etxt.exe\u2066\u0000\u200F',
  '<!--<math><mi><style><!--</style>',
];
const links = [
  `javascript:${RAN}`,
  `JaVaScRiPt:${RAN}`,
  ` javascript:${RAN}`,
  `java\tscript:${RAN}`,
  `data:text/html,<script>${RAN}</script>`,
  `vbscript:${RAN}`,
  `blob:http://127.0.0.1/x`,
  'file:///etc/passwd',
  '//evil.example/x',
];

type Watch = { page: Page; said: string[]; asked: string[]; dialogs: string[] };

/** A page of which every script that ran, dialog, breach of the policy and request elsewhere is noted. */
async function watch(context: BrowserContext, on: Workspace, path: string, as: string): Promise<Watch> {
  const page = await context.newPage();
  const seen: Watch = { page, said: [], asked: [], dialogs: [] };
  page.setDefaultTimeout(15_000);
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.said.push(String(error)));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const own = host === new URL(on.url).host || protocol === 'data:' || protocol === 'blob:';
    if (!own) seen.asked.push(request.url());
  });
  await page.addInitScript(
    'addEventListener("securitypolicyviolation", (e) => (globalThis.__breaches ??= []).push(e.violatedDirective + " " + e.blockedURI), true)',
  );
  await page.goto(`${on.url}${path}?as=${as}`);
  return seen;
}

/** Presses each link that the page drew; a link that leads elsewhere opens a window of its own, which is closed. */
async function expectInert({ page, said, asked, dialogs }: Watch): Promise<void> {
  await page.waitForTimeout(300);
  const addresses = await page.evaluate<string[]>(
    '[...document.querySelectorAll("[href], [src], [action], [formaction], [srcdoc]")].flatMap((e) => ["href", "src", "action", "formaction", "srcdoc"].map((n) => e.getAttribute(n)).filter(Boolean))',
  );
  const bad = addresses.filter((one) => !/^(?:https?:|mailto:|\/(?!\/)|blob:http:\/\/127|data:image\/)/i.test(one));
  expect(bad).toEqual([]);
  const inline = await page.evaluate<string[]>(
    '[...document.querySelectorAll("*")].flatMap((e) => [...e.attributes].filter((a) => /^on/i.test(a.name)).map((a) => a.name))',
  );
  expect(inline).toEqual([]);
  expect(await page.evaluate('globalThis.__ran')).toBeUndefined();
  expect(await page.evaluate('globalThis.__breaches')).toBeUndefined();
  expect({ said, asked, dialogs }).toEqual({ said: [], asked: [], dialogs: [] });
}

const plain = (text: string) => ({ type: 'plain_text', text: text.slice(0, 70) });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

/** Blocks with the payload in every string that they have. */
function blocksWith(word: string): object[] {
  const option = { text: plain(word), value: word.slice(0, 70), description: plain(word) };
  const confirm = { title: plain(word), text: plain(word), confirm: plain('Yes'), deny: plain('No') };
  return [
    { type: 'header', text: plain(word) },
    { type: 'section', text: mrkdwn(word), fields: [mrkdwn(`*${word}*`), plain(word)] },
    {
      type: 'section',
      text: mrkdwn(`\`${word}\` <https://ok.example/?q=${encodeURIComponent(word)}|${word.replace(/[<>|]/g, '')}>`),
    },
    { type: 'context', elements: [mrkdwn(word), plain(word)] },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: `b-${Math.random()}`, text: plain(word), value: word, confirm },
        { type: 'static_select', action_id: `s-${Math.random()}`, placeholder: plain(word), options: [option] },
        { type: 'overflow', action_id: `o-${Math.random()}`, options: [option] },
        { type: 'radio_buttons', action_id: `r-${Math.random()}`, options: [option] },
      ],
    },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: word },
            { type: 'text', text: word, style: { code: true } },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: word }] },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: word }] },
      ],
    },
    {
      type: 'markdown',
      text: `# ${word}\n\n${word}\n\n[${word.replace(/[[\]]/g, '')}](https://ok.example)\n\n\`\`\`\n${word}\n\`\`\``,
    },
  ];
}

browserDescribe('script in words and links', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('in messages, blocks, names, files, reactions of the app, Home and modals', async () => {
    const on = await workspace({ manifest: manifest((m) => m.oauth_config.scopes.bot.push('chat:write.customize')) });
    const channel = on.ids.channels['general']!;
    await bolt(on, (app) => {
      app.command('/ticket', async ({ ack, body, client, respond }) => {
        await ack();
        const word = words[0]!;
        await respond({ text: words.join(' ') });
        await client.apiCall('views.open', {
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'm',
            title: plain(word.slice(0, 24)),
            submit: plain(word.slice(0, 24)),
            close: plain(word.slice(0, 24)),
            blocks: [
              ...words.map((one) => ({ type: 'section', text: mrkdwn(one) })),
              {
                type: 'input',
                block_id: 'i',
                label: plain(word),
                hint: plain(word),
                element: {
                  type: 'plain_text_input',
                  action_id: 'a',
                  placeholder: plain(word),
                  initial_value: words.join('\n'),
                },
              },
            ],
          },
        });
      });
      app.view('m', async ({ ack }) => ack({ response_action: 'errors', errors: { i: words.join(' ') } }));
    });
    for (const [n, word] of words.entries()) {
      await on.act('kofi', { do: 'send', channel, text: word });
      await on.post(channel, word, { blocks: blocksWith(word), username: word });
      const file = await on.act('kofi', {
        do: 'upload',
        name: word,
        mimetype: n % 2 ? 'image/svg+xml' : 'text/html',
        content: Buffer.from(word).toString('base64'),
      });
      if (file.ok && file.file) await on.act('kofi', { do: 'send', channel, text: '', files: [file.file] });
      await on.control({
        do: 'add_person',
        name: `person${n}`,
        real_name: word.replaceAll('\0', '').slice(0, 80),
        email: `p${n}@example.com`,
      });
      await on.act(`person${n}`, { do: 'send', channel, text: `from ${word}` });
    }
    for (const { id } of Object.values(on.slack.state.channels).slice(0, 3))
      on.slack.state.channels[id]!.topic = words.join(' ');
    const blocks = words
      .slice(0, 6)
      .flatMap(blocksWith)
      .filter((one) => (one as { type: string }).type !== 'markdown');
    const home = { type: 'home', blocks };
    expect(await on.call('views.publish', { user_id: on.ids.users['ana'], view: home })).toMatchObject({ ok: true });
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    later(() => context.close());
    const ana = await watch(context, on, `/archives/${channel}`, 'ana');
    await ana.page.getByRole('main', { name: 'general' }).getByText('from javascript:').last().waitFor();
    await expectInert(ana);

    await ana.page.getByRole('textbox', { name: /^Message to/ }).fill('/ticket x');
    await ana.page.keyboard.press('Enter');
    const form = ana.page.locator('dialog[open]').last();
    await form.getByText('svg/onload').first().waitFor();
    await form.locator('button[type=submit]').click();
    await form.getByRole('alert').or(form.locator('[aria-invalid=true]')).first().waitFor();
    await expectInert(ana);
    await ana.page.keyboard.press('Escape');

    await ana.page.getByRole('button', { name: 'Inspector' }).click();
    const drawer = ana.page.getByRole('complementary', { name: 'Inspector' });
    await drawer.getByRole('searchbox').fill('chat.postMessage onload');
    await drawer.getByRole('option').first().click();
    await drawer.getByRole('region', { name: /^Row/ }).waitFor();
    await drawer.getByRole('button', { name: 'Workspace', exact: true }).click();
    await expectInert(ana);

    const atHome = await watch(context, on, '/app/home', 'ana');
    await atHome.page.getByText('svg/onload').first().waitFor();
    await expectInert(atHome);
    for (const word of words) {
      const who = await watch(context, on, '/', encodeURIComponent(word));
      await until(async () => ((await who.page.locator('#root').textContent()) ? true : undefined));
      await expectInert(who);
      await who.page.close();
    }
  }, 120_000);

  test('in addresses: they are refused, or drawn so that nothing can be pressed', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    for (const url of links) {
      await on.act('kofi', { do: 'send', channel, text: `[x](${url}) <${url}|x> ${url}` });
      await on.call('chat.postMessage', { channel, text: `<${url}|x> ${url}`, icon_url: url });
      await on.call('chat.postMessage', { channel, markdown_text: `[x](${url}) ![x](${url}) <${url}>` });
      for (const block of [
        { type: 'image', image_url: url, alt_text: 'x' },
        { type: 'section', text: mrkdwn('x'), accessory: { type: 'image', image_url: url, alt_text: 'x' } },
        { type: 'actions', elements: [{ type: 'button', action_id: 'b', text: plain('x'), url }] },
        { type: 'video', title: plain('x'), video_url: url, thumbnail_url: url, title_url: url, alt_text: 'x' },
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url, text: 'x' }] }] },
        { type: 'card', title: mrkdwn(`<${url}|x>`), hero_image: { type: 'image', image_url: url, alt_text: 'x' } },
      ])
        await on.call('chat.postMessage', { channel, text: 'x', blocks: [block] });
      await on.call('bookmarks.add', { channel_id: channel, title: 'x', type: 'link', link: url });
    }
    await on.post(channel, 'the last');
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    later(() => context.close());
    const ana = await watch(context, on, `/archives/${channel}`, 'ana');
    await ana.page.getByRole('main').getByText('the last').waitFor();
    await expectInert(ana);
    await on.act('ana', { do: 'open_home' });
    for (const path of [
      '/archives/__proto__',
      '/archives/javascript:alert(1)',
      '/app/%22%3E%3Cscript%3E',
      '/archives/C0/p<script>',
    ]) {
      const odd = await watch(context, on, path, 'ana');
      await odd.page.getByRole('navigation', { name: 'Conversations' }).waitFor();
      await expectInert(odd);
    }
  }, 120_000);
});
