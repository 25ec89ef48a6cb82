import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workspace, bolt, later, until, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { launch, PersonOnPage } from './person.ts';

let browser: Browser;

async function seat(name = 'ana', channel = 'general'): Promise<{ on: Workspace; person: PersonOnPage; box: Locator }> {
  const on = await workspace();
  const person = await PersonOnPage.open(browser, on.url, name);
  later(() => person.page.context().close());
  await person.goTo(channel);
  const box = person.main.getByRole('textbox', { name: /^Message to/ });
  await box.click();
  return { on, person, box };
}

const lastText = async (on: Workspace, channel: string): Promise<string> => {
  const { messages } = await on.sight('ana');
  return messages.findLast((one) => one.channel === on.ids.channels[channel])?.text ?? '';
};

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** As the page knows it. */
const BOX = "document.querySelector('.content .composer-text')";

/** For the page: a clipboard or a hand that holds one file. */
const file = (name: string): string =>
  `(() => { const data = new DataTransfer(); data.items.add(new File(['x'], '${name}', { type: 'text/plain' })); return data; })()`;

browserDescribe('the composer', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('people, groups, channels and emoji are completed by keyboard alone', async () => {
    const { on, person, box } = await seat();
    const { page } = person;
    const option = (name: RegExp): Locator => page.getByRole('option', { name });
    await page.keyboard.type('@kof');
    await option(/Kofi Mensah/).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('and @supp');
    await option(/@support.*3 members/).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('see #ask-');
    await option(/ask-billing/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type(':rocke');
    await option(/:rocket:/).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('@li');
    await page.keyboard.press('Escape');
    await expect(box.inputValue()).resolves.toBe('@Kofi Mensah and @support see #ask-support :rocket: @li');
    await page.keyboard.press('Enter');
    await until(async () => (await lastText(on, 'general')).includes('rocket') || undefined);
    const { users, channels } = on.ids;
    const group = (await on.sight('ana')).groups.find((one) => one.handle === 'support')?.id;
    expect(await lastText(on, 'general')).toBe(
      `<@${users['kofi']}> and <!subteam^${group}> see <#${channels['ask-support']}|ask-support> :rocket: @li`,
    );
    await person.message('and').locator('.mention').filter({ hasText: '@support' }).waitFor();
  });

  test('a command is found with its usage, told while one types, and sent with its words', async () => {
    const { on, person } = await seat();
    const got: string[] = [];
    await bolt(on, (app) =>
      app.command('/ticket', async ({ ack, command }) => {
        got.push(command.text);
        await ack();
      }),
    );
    await person.page.keyboard.type('/tic');
    await person.page
      .getByRole('option', { name: /\/ticket/ })
      .first()
      .waitFor();
    await person.page.keyboard.press('Tab');
    await person.page.locator('.usage-hint').filter({ hasText: '/ticket' }).waitFor();
    await person.page.keyboard.type('the door squeaks');
    await person.page.keyboard.press('Enter');
    await until(() => got[0]);
    expect(got).toEqual(['the door squeaks']);
    await person.page.keyboard.type('/nothing');
    await person.page.keyboard.press('Enter');
    await person.message('/nothing is not a valid command', 'Only visible to you').waitFor();
  });

  test('formats by keys and bar, taken away by the same; lists go on with Shift+Enter', async () => {
    const { person, box } = await seat();
    const { page } = person;
    await page.keyboard.type('bold');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+b');
    await expect.poll(() => box.inputValue()).toBe('*bold*');
    await page.keyboard.press('Control+b');
    await expect.poll(() => box.inputValue()).toBe('bold');
    await page.keyboard.press('Control+i');
    await expect.poll(() => box.inputValue()).toBe('_bold_');
    await box.fill('one');
    await page.getByRole('button', { name: 'Ordered list' }).click();
    await expect.poll(() => box.inputValue()).toBe('1. one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await expect.poll(() => box.inputValue()).toBe('1. one\n2. two');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => box.inputValue()).toBe('1. one\n2. two\n');
    await page.keyboard.press('Control+z');
    await expect.poll(() => box.inputValue()).toBe('1. one\n2. two\n3. ');
  });

  test('what an input method is composing is not sent by its Enter', async () => {
    const { on, person, box } = await seat();
    const { page } = person;
    await box.fill('すし');
    await page.evaluate(
      `${BOX}.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))`,
    );
    await expect(box.inputValue()).resolves.toBe('すし');
    await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
    expect(await lastText(on, 'general')).not.toBe('すし');
    await box.press('Enter');
    await until(async () => (await lastText(on, 'general')) === 'すし' || undefined);
  });

  test('what is not sent waits in its channel, with a pencil in the sidebar, also after a reload', async () => {
    const { person, box } = await seat();
    await box.fill('not yet');
    await person.goTo('random');
    await expect(person.main.getByRole('textbox', { name: /^Message to/ }).inputValue()).resolves.toBe('');
    await person.conversations.getByRole('button', { name: /^general draft/ }).waitFor();
    await person.page.reload();
    await person.goTo('general');
    await expect(box.inputValue()).resolves.toBe('not yet');
  });

  test('files by button, drop and paste, one taken back, sent with a word and seen by the other', async () => {
    const { on, person, box } = await seat();
    const { page } = person;
    await page.locator('.content input[type=file]').setInputFiles([
      { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('plan') },
      { name: 'dot.gif', mimeType: 'image/gif', buffer: GIF },
    ]);
    await page.getByRole('button', { name: 'Remove dot.gif' }).waitFor();
    await page.evaluate(
      `${BOX}.dispatchEvent(new DragEvent('drop', { dataTransfer: ${file('dropped.txt')}, bubbles: true, cancelable: true }))`,
    );
    await page.getByRole('button', { name: 'Remove dropped.txt' }).waitFor();
    await page.evaluate(
      `${BOX}.dispatchEvent(new ClipboardEvent('paste', { clipboardData: ${file('pasted.txt')}, bubbles: true, cancelable: true }))`,
    );
    await page.getByRole('button', { name: 'Remove pasted.txt' }).waitFor();
    await page.getByRole('button', { name: 'Remove pasted.txt' }).click();
    await box.fill('Here they are');
    await page.keyboard.press('Enter');
    const sent = person.message('Here they are');
    await sent.getByRole('img', { name: 'dot.gif' }).waitFor();
    await until(async () => {
      const found = (await on.sight('kofi')).messages.find((one) => one.text === 'Here they are');
      return found?.files.map((one) => one.name).join() === 'plan.txt,dot.gif,dropped.txt' || undefined;
    });
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  });

  test('the lightning finds shortcuts and commands, and a shortcut reaches the app', async () => {
    const { on, person, box } = await seat();
    const got: string[] = [];
    const shortcut = (await on.sight('ana')).app.shortcuts.find((one) => one.type === 'global')!;
    await bolt(on, (app) =>
      app.shortcut(shortcut.callback_id, async ({ ack, shortcut }) => {
        got.push(shortcut.callback_id);
        await ack();
      }),
    );
    await person.page.getByRole('button', { name: 'Shortcuts', exact: true }).click();
    await person.page.keyboard.type(shortcut.name);
    await person.page.keyboard.press('Enter');
    await until(() => got[0]);
    expect(got).toEqual([shortcut.callback_id]);
    await person.page.getByRole('button', { name: 'Shortcuts', exact: true }).click();
    await person.page.keyboard.type('/ticket');
    await person.page.keyboard.press('Enter');
    await expect.poll(() => box.inputValue()).toBe('/ticket ');
  });

  test('what is changed is completed and formatted as what is written', async () => {
    const { person: ana } = await seat();
    await ana.write('Ask somebody');
    await ana.message('Ask somebody').waitFor();
    await ana.page.keyboard.press('ArrowUp');
    const box = ana.main.getByRole('textbox', { name: 'Edit message' });
    await box.fill('Ask @ko');
    await ana.page.getByRole('listbox', { name: 'People' }).getByRole('option', { name: /Kofi/ }).waitFor();
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('listbox').waitFor({ state: 'detached' });
    await ana.page.keyboard.type('f');
    await ana.page.getByRole('option', { name: /Kofi/ }).waitFor();
    await ana.page.keyboard.press('Enter');
    await ana.page.keyboard.press('Control+b');
    await ana.page.keyboard.type('now');
    await ana.page.keyboard.press('Enter');
    const message = ana.message('Ask @Kofi Mensah now', '(edited)');
    await message.waitFor();
    await message.locator('b, strong').filter({ hasText: 'now' }).waitFor();
  });
});
