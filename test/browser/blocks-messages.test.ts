/** The elements of a message, by mouse and by keyboard, and what the app is told of each. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { type Gallery, openGallery } from './gallery/gallery.ts';
import { launch, PersonOnPage } from './person.ts';

const option = (value: string, text: string) => ({ text: { type: 'plain_text', text, emoji: true }, value });

browserDescribe('the elements of a message', () => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;
  let ana: PersonOnPage;

  beforeAll(async () => {
    gallery = await openGallery();
    browser = await launch();
    ana = await PersonOnPage.open(browser, gallery.slack.url, 'ana');
    await ana.goTo('general');
    ({ page } = ana);
    await page.setViewportSize({ width: 1400, height: 4000 });
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });
  beforeEach(() => {
    gallery.actions.length = 0;
  });

  const button = (name: string): Locator => ana.main.getByRole('button', { name, exact: true });
  const told = (): Promise<Record<string, unknown>> => until(() => gallery.actions.at(-1));

  test('buttons, by mouse and by keyboard; a slow one shows that it waits', async () => {
    await button('Primary').click();
    expect(await told()).toMatchObject({
      type: 'button',
      block_id: 'buttons',
      action_id: 'primary',
      value: 'primary',
      style: 'primary',
      text: { type: 'plain_text', text: 'Primary', emoji: true },
    });
    await button('Plain').focus();
    await page.keyboard.press('Enter');
    await until(() => (gallery.actions.at(-1)?.action_id === 'plain' ? true : undefined));
    await button('Slow').click();
    await ana.main.locator('.btn.busy').waitFor();
    await ana.main.locator('.btn.busy').waitFor({ state: 'hidden' });
    expect(gallery.actions.map((one) => one.action_id)).toEqual(['primary', 'plain', 'slow']);
  });

  test('a link opens elsewhere and the app is told', async () => {
    const link = ana.main.getByRole('link', { name: 'A link', exact: true });
    expect(await link.getAttribute('rel')).toContain('noopener');
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await opened.close();
    expect(await told()).toMatchObject({ action_id: 'link', url: 'https://example.com/' });
  });

  test('a confirmation in the app’s words: no tells nothing, yes tells', async () => {
    await button('Ask first').click();
    const question = page.getByRole('alertdialog', { name: 'Close the ticket?' });
    await question.getByText('This cannot be undone.').waitFor();
    await question.getByRole('button', { name: 'Keep it' }).click();
    await question.waitFor({ state: 'hidden' });
    await button('Ask first').press('Enter');
    await question.getByRole('button', { name: 'Close it' }).press('Enter');
    expect(await told()).toMatchObject({ action_id: 'sure' });
    expect(gallery.actions).toHaveLength(1);
  });

  test('the three dots, by keyboard', async () => {
    await button('More options').first().press('Enter');
    await page.getByRole('menuitem', { name: 'Copy' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await told()).toMatchObject({ type: 'overflow', selected_option: { value: 'copy' } });
  });

  const chosen: [string, string, (field: Locator) => Promise<void>, object][] = [
    ['A colour', 'static_select', (field) => type(field, 'green'), { selected_option: option('green', 'Green') }],
    ['A ticket', 'external_select', searchTicket, { selected_option: option('TCK-2', 'TCK-2') }],
    ['Select a date', 'datepicker', (field) => type(field, '2026-12-24'), { selected_date: '2026-12-24' }],
    ['Select a time', 'timepicker', (field) => type(field, '8.15'), { selected_time: '08:15' }],
    ['Colours', 'multi_static_select', (field) => type(field, 'blue'), { selected_options: [{ value: 'blue' }] }],
  ];
  async function type(field: Locator, words: string): Promise<void> {
    await field.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  async function searchTicket(field: Locator): Promise<void> {
    await field.click();
    await page.getByText('Type at least 2 characters to search').waitFor();
    await page.keyboard.type('nothing');
    await page.getByText('No results').waitFor();
    await field.fill('tck-2');
    await page.getByRole('option', { name: 'TCK-2' }).click();
  }

  test.each(chosen)('%s, a %s', async (name, kind, choose, value) => {
    await choose(ana.main.getByRole('combobox', { name, exact: true }).first());
    expect(await told()).toMatchObject({ type: kind, ...value });
    await page.keyboard.press('Escape');
  });

  test('people, channels and conversations', async () => {
    const { users, channels } = gallery.slack.ids;
    await type(ana.main.getByRole('combobox', { name: 'Select a person' }).first(), 'kofi');
    expect(await told()).toMatchObject({ type: 'users_select', selected_user: users['kofi'] });
    await type(ana.main.getByRole('combobox', { name: 'Select a channel' }), 'ask-it');
    await until(() => (gallery.actions.length === 2 ? true : undefined));
    expect(await told()).toMatchObject({ type: 'channels_select', selected_channel: channels['ask-it'] });
    await type(ana.main.getByRole('combobox', { name: 'Select a conversation' }), 'random');
    await until(() => (gallery.actions.length === 3 ? true : undefined));
    expect(await told()).toMatchObject({ type: 'conversations_select', selected_conversation: channels['random'] });
  });

  test('the last of several is taken away by Backspace', async () => {
    const { users } = gallery.slack.ids;
    await ana.main.getByRole('combobox', { name: /Select people/ }).click();
    await page.keyboard.press('Backspace');
    expect(await told()).toMatchObject({ type: 'multi_users_select', selected_users: [users['ana']] });
    await page.keyboard.press('Escape');
    await button('Remove Ana López').click();
    await until(() => (gallery.actions.length === 2 ? true : undefined));
    expect(await told()).toMatchObject({ selected_users: [] });
  });

  test('radio buttons by arrows, checkboxes by the space bar', async () => {
    await ana.main.getByRole('radio', { name: 'Red' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await told()).toMatchObject({ type: 'radio_buttons', selected_option: option('green', 'Green') });
    await ana.main.getByRole('checkbox', { name: 'Done' }).press('Space');
    await until(() => (gallery.actions.length === 2 ? true : undefined));
    expect(await told()).toMatchObject({ type: 'checkboxes', selected_options: [option('done', 'Done')] });
  });

  test('a thumb stays pressed', async () => {
    await button('Mark as good').click();
    expect(await told()).toMatchObject({ type: 'feedback_buttons', action_id: 'feedback', value: 'good' });
    expect(await button('Mark as good').getAttribute('aria-pressed')).toBe('true');
    expect(await button('Mark as bad').getAttribute('aria-pressed')).toBe('false');
    await button('Delete answer').click();
    await until(() => (gallery.actions.at(-1)?.action_id === 'trash' ? true : undefined));
  });

  test('a data table turns its pages, sorts and searches', async () => {
    const table = ana.main.locator('.data-table');
    const names = (): Promise<string[]> => table.locator('tbody th').allInnerTexts();
    expect(await names()).toEqual(['Zoe', 'Adam', 'Mia', 'Leo', 'Ida']);
    await table.getByRole('button', { name: 'Next page' }).click();
    await table.getByText('6–10 of 12').waitFor();
    await table.getByRole('button', { name: 'Agent' }).click();
    expect(await names()).toEqual(['Adam', 'Ann', 'Ben', 'Eva', 'Ida']);
    await table.getByRole('button', { name: 'Solved' }).click();
    await table.getByRole('button', { name: 'Solved' }).click();
    expect(await table.getByRole('columnheader', { name: 'Solved' }).getAttribute('aria-sort')).toBe('descending');
    expect(await table.locator('tbody td').first().innerText()).toBe('11');
    await table.getByRole('searchbox').fill('zoe');
    expect(await names()).toEqual(['Zoe']);
  });

  test('a carousel moves by arrows and by its buttons', async () => {
    const strip = ana.main.getByRole('group', { name: 'Cards' });
    const moved = (): Promise<number> => strip.evaluate((node) => node.scrollLeft);
    await strip.focus();
    await page.keyboard.press('ArrowRight');
    await until(async () => ((await moved()) > 200 ? true : undefined));
    await button('Previous cards').click();
    await until(async () => ((await moved()) < 10 ? true : undefined));
  });

  test('a chart says its numbers to those who do not see it', async () => {
    const chart = ana.main.getByRole('table', { name: 'Where tickets come from' });
    expect(await chart.getByRole('row').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Slack\s+45$/)]),
    );
  });

  test('nothing that an app sends runs or hides where it leads', async () => {
    expect(await ana.main.locator('a[href^="javascript:"], a[href^="data:"]').count()).toBe(0);
    const liar = ana.main.getByRole('link', { name: 'https://bank.example' });
    expect(await liar.getAttribute('title')).toBe('https://evil.example/path');
    expect(ana.complaints.filter((one) => !one.includes('ERR_NAME_NOT_RESOLVED'))).toEqual([]);
  });
});
