import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { open, press, seatOf, toast } from './inspector.ts';
import { launch } from './person.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'inspector-'));
let browser: Browser;

browserDescribe('the levers of the inspector', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test('every fault can be armed, everybody is told, and one press ends it', async () => {
    const { on, ana, drawer } = await seatOf(browser);
    const kofi = await open(browser, on, 'kofi');
    await press(drawer, 'Faults');
    const armed = drawer.getByRole('list', { name: 'Armed faults' }).getByRole('listitem');
    await drawer.getByRole('spinbutton', { name: 'For the next' }).fill('3');
    await drawer.getByRole('combobox', { name: 'Method' }).selectOption('chat.update');
    const sections = drawer.locator('section').filter({ has: ana.page.locator('select') });
    const buttons = await sections.getByRole('button').all();
    for (const [n, one] of buttons.entries()) {
      await one.click();
      await until(async () => ((await armed.count()) === n + 1 ? true : undefined));
    }
    const { faults } = await on.sight('ana');
    expect(new Set(faults.map((one) => one.left))).toEqual(new Set([3]));
    expect(new Set(faults.map((one) => one.method))).toEqual(new Set(['chat.update', 'deliver:events']));
    expect(new Set(faults.map((one) => JSON.stringify(one.kind))).size).toBe(18);
    const banner = kofi.page.getByRole('status').filter({ hasText: /faults are armed/ });
    await banner.getByRole('button', { name: 'Disarm all' }).click();
    await until(async () => ((await armed.count()) === 0 ? true : undefined));
    await banner.waitFor({ state: 'hidden' });
    await press(drawer, 'Every post answers 429');
    await kofi.page.getByRole('status').filter({ hasText: 'chat.postMessage: 429' }).waitFor();
    expect((await on.call('chat.postMessage', { channel: on.ids.channels['general'], text: 'a' })).error).toBe(
      'ratelimited',
    );
  });

  test('the clock, rates, people and channels', async () => {
    const { on, ana, drawer } = await seatOf(browser);
    await press(drawer, 'Workspace');
    await press(drawer, '+1 day');
    await drawer.getByText('1 d ahead').waitFor();
    expect(on.slack.clock.ahead()).toBe(86_400_000);
    await drawer.getByRole('checkbox', { name: /Answer 429/ }).click();
    await until(() => (on.slack.rates.on ? true : undefined));
    await press(drawer, 'Deactivate Bao Tran');
    await drawer.getByRole('button', { name: 'Activate Bao Tran' }).waitFor();
    await drawer.getByRole('textbox', { name: 'Name of a new person' }).fill('Žofie Nováková');
    await press(drawer, 'Add person');
    await drawer.getByText('@zofie.novakova').first().waitFor();
    await press(drawer, 'Archive #general');
    await drawer.getByRole('button', { name: 'Unarchive #general' }).waitFor();
    await press(drawer, 'Remove app from #ask-support');
    await drawer.getByRole('button', { name: 'Add app to #ask-support' }).waitFor();
    await press(drawer, 'Rename #ask-it');
    await drawer.getByRole('textbox', { name: 'New name of #ask-it' }).fill('ask the it!');
    await ana.page.keyboard.press('Enter');
    await toast(ana, /small letters|did not work/);
    await drawer.getByRole('textbox', { name: 'New name of #ask-it' }).fill('ask-anything');
    await ana.page.keyboard.press('Enter');
    await drawer.getByRole('button', { name: 'Archive #ask-anything' }).waitFor();
  });

  test('profiles, groups, new channels and what happens to channels seldom', async () => {
    const { on, ana, drawer } = await seatOf(browser);
    const { page } = ana;
    await press(drawer, 'Workspace');
    await press(drawer, 'Profile of Bao Tran');
    const profile = drawer.getByRole('form', { name: 'Profile of Bao Tran' });
    await profile.getByRole('textbox', { name: 'Title' }).fill('Keeper of keys');
    await profile.getByRole('textbox', { name: 'Status' }).fill('At lunch');
    await page.keyboard.press('Enter');
    await profile.waitFor({ state: 'hidden' });
    expect(on.slack.state.users[on.ids.users['bao']!]).toMatchObject({
      real_name: 'Bao Tran',
      title: 'Keeper of keys',
      status: 'At lunch',
    });

    await drawer.getByRole('textbox', { name: 'Handle of a new group' }).fill('night-shift');
    await page.keyboard.press('Enter');
    await press(drawer, 'Members of @night-shift');
    const members = drawer.getByRole('group', { name: 'Members of @night-shift' });
    await members.getByRole('checkbox', { name: 'Bao Tran' }).click();
    await drawer.getByText('1 member', { exact: true }).waitFor();
    const group = on.slack.state.groups.find((one) => one.handle === 'night-shift');
    expect(group?.users).toEqual([on.ids.users['bao']]);

    await drawer.getByRole('checkbox', { name: 'private' }).check();
    await drawer.getByRole('textbox', { name: 'Name of a new channel' }).fill('secrets');
    await page.keyboard.press('Enter');
    await press(drawer, 'More for #secrets');
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('alertdialog', { name: 'Delete #secrets' }).getByRole('button', { name: 'Delete' }).click();
    await drawer.getByRole('button', { name: 'More for #secrets' }).waitFor({ state: 'hidden' });

    const before = on.ids.channels['random'];
    await press(drawer, 'More for #random');
    await page.getByRole('menuitem', { name: /Share with another/ }).click();
    await until(async () => {
      const { channels } = await on.sight('ana');
      return channels.some((one) => one.name === 'random' && one.id !== before) ? true : undefined;
    });
    // The page reads everything anew, and the drawer is where it was.
    await press(drawer, 'More for #random');
    await page.keyboard.press('Escape');

    await drawer.getByRole('textbox', { name: 'Name of the workspace' }).fill('Southwind');
    await page.keyboard.press('Enter');
    await ana.conversations.getByText('Southwind').waitFor();
    expect(on.slack.state.team.name).toBe('Southwind');
  });

  test('the workspace goes into a file and comes back; what is no workspace changes nothing', async () => {
    const { on, ana, drawer } = await seatOf(browser);
    const channel = on.ids.channels['general']!;
    await on.post(channel, 'to be kept');
    await press(drawer, 'Workspace');
    const download = ana.page.waitForEvent('download');
    await press(drawer, 'Export');
    const file = path.join(folder, 'workspace.json');
    await (await download).saveAs(file);
    const whole = (await on.control({ do: 'export' }))['world'];
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(whole);

    const chooser = drawer.getByLabel('Workspace file');
    for (const [name, text] of [
      ['broken.json', '{"version": 1,'],
      ['list.json', '[1]'],
      ['other.json', '{"version":1,"users":{}}'],
    ] as const) {
      const bad = path.join(folder, name);
      writeFileSync(bad, text);
      await chooser.setInputFiles(bad);
      await toast(ana, /Nothing was changed/);
      expect((await on.control({ do: 'export' }))['world']).toEqual(whole);
    }

    await press(drawer, 'Reset…');
    await ana.page
      .getByRole('alertdialog', { name: 'Reset the workspace' })
      .getByRole('button', { name: 'Reset' })
      .click();
    await until(async () =>
      (await on.sight('ana')).messages.some((one) => one.text === 'to be kept') ? undefined : true,
    );
    // The page has come back with the drawer as it was.
    await ana.conversations.waitFor();
    await press(drawer, 'Workspace');
    await chooser.setInputFiles(file);
    await until(async () =>
      (await on.sight('ana')).messages.some((one) => one.text === 'to be kept') ? true : undefined,
    );
    expect((await on.control({ do: 'export' }))['world']).toEqual(whole);
    await ana.goTo('general');
    await ana.message('to be kept').waitFor();
  });
});
