/** Every input by keyboard and by mouse: what reaches the app is what Slack would send. */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StateValues } from '../../local-slack/wire.ts';
import { until } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { type Gallery, openGallery } from './gallery/gallery.ts';
import { launch, PersonOnPage } from './person.ts';

type Values = Record<string, { a: Record<string, unknown> }>;

const sample = new URL('../fixtures/slack/samples/authored/view_state_values_all_elements.json', import.meta.url);
const slacks = (JSON.parse(readFileSync(sample, 'utf8')) as { values: Values }).values;
const log = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('hello world\n') };

browserDescribe('the inputs of a modal', () => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    gallery = await openGallery();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });
  beforeEach(async () => {
    gallery.submissions.length = 0;
    const ana = await PersonOnPage.open(browser, gallery.slack.url, 'ana');
    await ana.goTo('general');
    ({ page } = ana);
    return async () => {
      // A workspace remembers which modals its people have open.
      const dialog = page.locator('dialog');
      while ((await dialog.count()) > 0) {
        await page.keyboard.press('Escape');
        await page.waitForTimeout(50);
      }
      expect(ana.complaints.filter((one) => !one.includes('ERR_NAME_NOT_RESOLVED'))).toEqual([]);
      await page.context().close();
    };
  });

  async function open(button: string): Promise<Locator> {
    await page.getByRole('button', { name: button }).click();
    const form = page.getByRole('dialog', { name: /^Every/ });
    await form.waitFor();
    return form;
  }

  /** Slack's sample with the ids of this workspace. */
  function expected(ids: string[]): Values {
    const { users, channels } = gallery.slack.ids;
    const ours: Record<string, string | undefined> = {
      U0001: users['ana'],
      U0002: users['bao'],
      C0001: channels['general'],
    };
    const values = Object.fromEntries(ids.map((id) => [id, slacks[id]]));
    return JSON.parse(JSON.stringify(values).replaceAll(/U000[12]|C0001/g, (id) => ours[id] ?? id)) as Values;
  }

  async function sent(): Promise<StateValues> {
    const { values } = await until(() => gallery.submissions[0]);
    return values;
  }

  const written = ['b_text', 'b_text_empty', 'b_rich', 'b_email', 'b_url', 'b_num'];
  const choices = Object.keys(slacks).filter((id) => id !== 'b_file' && !written.includes(id));

  async function checkWritten(): Promise<void> {
    const { b_file: file, b_live: live, ...rest } = await sent();
    expect(rest).toEqual(expected(written));
    expect(live).toEqual({ a: { type: 'plain_text_input', value: null } });
    const ours = (file?.['a']?.['files'] as Record<string, unknown>[] | undefined)?.[0];
    const theirs = (slacks['b_file']?.a['files'] as Record<string, unknown>[] | undefined)?.[0];
    expect(ours).toMatchObject({ name: 'log.txt', title: 'log.txt', mimetype: 'text/plain', size: 12 });
    expect(Object.keys(ours ?? {})).toEqual(expect.arrayContaining(Object.keys(theirs ?? {})));
  }

  test('choices by keyboard alone', async () => {
    await open('Open choices');
    const keys = async (...list: string[]): Promise<void> => {
      for (const key of list)
        await (/^[A-Z][A-Za-z+]+$/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key));
    };
    const option = (name: string): Promise<void> => page.getByRole('option', { name }).first().waitFor();
    await keys('high', 'Enter', 'Tab', 'Tab', 'tck-1');
    await option('TCK-1');
    await keys('Enter', 'Tab', 'ana', 'Enter', 'Tab', 'Tab', 'general', 'Enter', 'Tab', 'a', 'Enter', 'Tab', 'Tab');
    // People by arrows; then the chip of a conversation that is there from the start, its field, and channels.
    await keys('ana', 'Enter', 'bao', 'Enter', 'Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Space', 'Tab');
    await keys('ArrowDown', 'Shift+Home', 'Home', 'Escape', '21.11.2026', 'Enter', 'Tab', '1:37 pm', 'Enter', 'Tab');
    await keys('2026-11-21', 'Enter', 'Tab', '13:37', 'Enter', 'Control+Enter');
    expect(await sent()).toEqual(expected(choices));
  });

  test('choices by mouse', async () => {
    const form = await open('Open choices');
    const pick = async (name: string, ...options: string[]): Promise<void> => {
      await form.getByRole('combobox', { name, exact: true }).first().click();
      for (const one of options) await form.getByRole('option', { name: one }).first().click();
    };
    await pick('Priority', 'High');
    await form.getByRole('combobox', { name: 'Ticket', exact: true }).fill('tck-1');
    await form.getByRole('option', { name: 'TCK-1', exact: true }).click();
    await pick('Person', 'Ana López');
    await pick('Channel', 'general');
    await pick('Letters', 'A');
    await pick('People', 'Ana López', 'Bao Tran');
    // The list stays open for more, over what comes next.
    await page.keyboard.press('Escape');
    await form.getByRole('checkbox', { name: 'Yes' }).check();
    await form.getByRole('radio', { name: 'One' }).check();
    await form.getByRole('combobox', { name: 'Day' }).click();
    await pickDay(form);
    await pickTime(form.getByRole('combobox', { name: 'Time', exact: true }).first());
    const moment = form.getByRole('group', { name: 'Moment' });
    await moment.getByRole('combobox', { name: 'Date' }).click();
    await pickDay(form);
    await pickTime(moment.getByRole('combobox', { name: 'Time' }));
    await form.getByRole('button', { name: 'Send' }).click();
    expect(await sent()).toEqual(expected(choices));
  });

  /** A minute between the quarters that are offered has to be typed. */
  async function pickTime(field: Locator): Promise<void> {
    await field.click();
    await page.getByRole('option', { name: '13:30' }).click();
    await field.fill('13:37');
    await page.getByRole('option', { name: '13:37' }).click();
  }

  async function pickDay(form: Locator): Promise<void> {
    const calendar = form.getByRole('dialog', { name: 'Choose a date' });
    const month = calendar.locator('.calendar-month');
    const wanted = new Date(Date.UTC(2026, 10, 1));
    for (let left = 240; left > 0 && (await month.innerText()) !== 'November 2026'; left -= 1) {
      const shown = new Date(`1 ${await month.innerText()} UTC`);
      await calendar.getByRole('button', { name: shown < wanted ? 'Next month' : 'Previous month' }).click();
    }
    await calendar.getByRole('button', { name: /21 November 2026/ }).click();
  }

  test('words by keyboard, a file by its button', async () => {
    const form = await open('Open inputs');
    const type = async (words: string): Promise<void> => {
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    };
    await type('some text');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Tab');
    await type('a@example.com');
    await type('https://example.com');
    await type('42');
    await form.locator('input[type=file]').setInputFiles([log]);
    await form.getByText('log.txt', { exact: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    await checkWritten();
  });

  test('words by mouse, a file dropped', async () => {
    const form = await open('Open inputs');
    const write = async (name: string, words: string): Promise<void> => {
      await form.getByRole('textbox', { name }).click();
      await page.keyboard.insertText(words);
    };
    await write('Title', 'some text');
    await write('E-mail', 'a@example.com');
    await write('Address', 'https://example.com');
    await write('How many', '42');
    const files = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['hello world\\n'], 'log.txt', { type: 'text/plain' }));
      return data;
    })()`);
    await form.locator('.file-input').dispatchEvent('drop', { dataTransfer: files });
    await form.getByText('log.txt', { exact: true }).waitFor();
    await form.getByRole('button', { name: 'Send' }).click();
    await checkWritten();
  });

  test('files of another kind, and more than are wanted, are refused in a sentence; one can be taken away', async () => {
    const form = await open('Open inputs');
    const input = form.locator('input[type=file]');
    await input.setInputFiles([{ ...log, name: 'a.png' }]);
    await form.getByText('a.png: only txt, log can be added here.').waitFor();
    await input.setInputFiles(['1.txt', '2.txt', '3.txt'].map((name) => ({ ...log, name })));
    await form.getByText('Only 2 files can be added here.').waitFor();
    await form.getByText('2.txt', { exact: true }).waitFor();
    await form.getByRole('button', { name: 'Remove 1.txt' }).click();
    expect(await form.locator('.file-row').allInnerTexts()).toEqual([expect.stringContaining('2.txt')]);
  });

  test('what is being typed reaches the app when it has asked for it', async () => {
    const form = await open('Open inputs');
    gallery.actions.length = 0;
    await form.getByRole('textbox', { name: 'Live search' }).click();
    await page.keyboard.type('vpn');
    const typed = await until(() => gallery.actions.at(-1));
    expect(typed).toMatchObject({ block_id: 'b_live', action_id: 'a', type: 'plain_text_input', value: 'vpn' });
    await page.keyboard.press('Enter');
    await until(() => (gallery.actions.length > 1 ? true : undefined));
    expect(gallery.submissions).toEqual([]);
  });
});
