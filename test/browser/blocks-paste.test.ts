/** A rich field: what is typed in it, and what was copied elsewhere: its formats as Slack keeps them, and nothing of it runs. */
import type { RichTextBlock } from '@slack/types';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bolt, until, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { open } from './inspector.ts';
import { launch } from './person.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button', action_id: 'go', text: plain('Write') };
const input = {
  type: 'input' as const,
  block_id: 'b',
  label: plain('Words'),
  optional: true,
  element: { type: 'rich_text_input' as const, action_id: 'a' },
};
const view = { type: 'modal' as const, callback_id: 'm', title: plain('A form'), submit: plain('Send') };

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style ? { style } : {}) });
const list = (style: string, indent: number, ...items: string[]) => ({
  type: 'rich_text_list',
  style,
  indent,
  border: 0,
  elements: items.map((one) => section(text(one))),
});

const copied: [what: string, html: string, read: object[]][] = [
  [
    'styles and links',
    '<p>One <strong>bold</strong> <a href="https://example.com/">link</a> <a href="javascript:alert(1)">bad</a></p>\n<p>Two</p>',
    [
      section(
        text('One '),
        text('bold', { bold: true }),
        text(' '),
        { type: 'link', url: 'https://example.com/', text: 'link' },
        text(' bad\nTwo'),
      ),
    ],
  ],
  [
    'lists',
    '<ul>\n <li>a</li>\n <li><p>b</p><ol><li>c</li></ol></li>\n</ul>',
    [list('bullet', 0, 'a', 'b'), list('ordered', 1, 'c')],
  ],
  [
    'headings, quotes and code',
    '<div><h2>Head</h2><blockquote><p>q1</p><p>q2</p></blockquote><pre>a\n  b</pre></div>',
    [
      section(text('Head', { bold: true }), text('\n')),
      { type: 'rich_text_quote', elements: [text('q1\nq2')] },
      { type: 'rich_text_preformatted', elements: [text('a\n  b')] },
    ],
  ],
  [
    'script and pieces of its own',
    '<img src=x onerror="globalThis.__ran=1"><i data-piece="{not json">x</i><script>globalThis.__ran=1</script>',
    [section(text('x', { italic: true }))],
  ],
];

browserDescribe('a rich field', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function paste(page: Page, html: string): Promise<void> {
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', ${JSON.stringify(html)});
      clipboardData.setData('text/plain', 'plain');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
  }

  test('keeps what it can of what is pasted, and takes it back in one step', async () => {
    const on = await workspace();
    const told: (RichTextBlock | null | undefined)[] = [];
    await bolt(on, (app) => {
      app.action('go', async ({ ack, body, client }) => {
        await ack();
        const { trigger_id } = body as { trigger_id: string };
        await client.views.open({ trigger_id, view: { ...view, blocks: [input] } });
      });
      app.view('m', async ({ ack, view: sent }) => {
        await ack();
        told.push(sent.state.values['b']?.['a']?.rich_text_value);
      });
    });
    await on.post(on.ids.channels['general']!, 'a card', { blocks: [{ type: 'actions', elements: [button] }] });
    const ana = await open(browser, on, 'ana');
    await ana.goTo('general');
    for (const [n, [what, html, read]] of copied.entries()) {
      await ana.main.getByRole('button', { name: 'Write' }).click();
      const field = ana.form('A form').getByRole('textbox', { name: 'Words' });
      await field.click();
      await paste(ana.page, html);
      const drawn = await field.innerHTML();
      await ana.page.keyboard.press('Control+z');
      expect(await field.textContent(), what).toBe('');
      await ana.page.keyboard.press('Control+y');
      expect(await field.innerHTML(), what).toBe(drawn);
      await ana.page.keyboard.press('Control+Enter');
      await until(() => (told.length > n ? true : undefined));
      expect(told[n]?.elements, what).toEqual(read);
    }
    expect(await ana.page.evaluate('globalThis.__ran')).toBeUndefined();
  });

  test('tells the app what is typed as it asked to be told, with styles, lists and empty lines', async () => {
    const on = await workspace();
    const told: unknown[] = [];
    const live = {
      ...input,
      dispatch_action: true,
      element: {
        ...input.element,
        dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] },
        initial_value: {
          type: 'rich_text' as const,
          elements: [section(text('Hello\n\n')), list('bullet', 0, 'one')] as RichTextBlock['elements'],
        },
      },
    };
    await bolt(on, (app) => {
      app.action('go', async ({ ack, body, client }) => {
        await ack();
        const { trigger_id } = body as { trigger_id: string };
        await client.views.open({ trigger_id, view: { ...view, blocks: [live] } });
      });
      app.action('a', async ({ ack, action }) => {
        await ack();
        told.push(action);
      });
    });
    await on.post(on.ids.channels['general']!, 'a card', { blocks: [{ type: 'actions', elements: [button] }] });
    const ana = await open(browser, on, 'ana');
    await ana.goTo('general');
    await ana.main.getByRole('button', { name: 'Write' }).click();
    const field = ana.form('A form').getByRole('textbox', { name: 'Words' });
    await field.click();
    const { keyboard } = ana.page;
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
    };
    await press('Control+End', 'Enter');
    await keyboard.type('two');
    await press('Enter', 'Enter', 'Control+b');
    await keyboard.type('Bye');
    await press('Control+b', 'Enter');
    await keyboard.type('- three');
    await press('Enter', 'Tab');
    await keyboard.type('four');
    await press('Enter', 'Shift+Tab');
    await keyboard.type('five');
    await press('Enter', 'Enter');
    await keyboard.type('End');
    const last = await until(() => told.findLast((one) => JSON.stringify(one).includes('End')));
    expect(last).toMatchObject({
      block_id: 'b',
      action_id: 'a',
      type: 'rich_text_input',
      rich_text_value: {
        type: 'rich_text',
        elements: [
          section(text('Hello\n\n')),
          list('bullet', 0, 'one', 'two'),
          section(text('Bye', { bold: true }), text('\n')),
          list('bullet', 0, 'three'),
          list('bullet', 1, 'four'),
          list('bullet', 0, 'five'),
          section(text('End')),
        ],
      },
    });
    expect(ana.complaints).toEqual([]);
  });
});
