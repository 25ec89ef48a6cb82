import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workspace, bolt, later, until, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { launch, PersonOnPage } from './person.ts';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'inspector-'));
let browser: Browser;

type Seat = { on: Workspace; ana: PersonOnPage; drawer: Locator };

async function open(on: Workspace, name: string): Promise<PersonOnPage> {
  const person = await PersonOnPage.open(browser, on.url, name);
  later(() => person.page.context().close());
  await person.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return person;
}

/** Ana with the inspector open. */
async function seat(): Promise<Seat> {
  const on = await workspace();
  const ana = await open(on, 'ana');
  await ana.page.getByRole('button', { name: 'Inspector' }).click();
  return { on, ana, drawer: ana.page.getByRole('complementary', { name: 'Inspector' }) };
}

const rows = (drawer: Locator): Locator => drawer.getByRole('listbox', { name: 'Journal' }).getByRole('option');
const press = (drawer: Locator, name: string): Promise<void> =>
  drawer.getByRole('button', { name, exact: true }).click();
const copied = (person: PersonOnPage): Promise<string> =>
  person.page.evaluate<string>('navigator.clipboard.readText()');
const toast = (person: PersonOnPage, words: RegExp): Promise<void> =>
  person.page.getByRole('status').filter({ hasText: words }).first().waitFor();

const button = [
  {
    type: 'actions',
    block_id: 'b',
    elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
  },
];

browserDescribe('the inspector', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test('a press, what it sent and what the app did are one family, with all they carried', async () => {
    const { on, ana, drawer } = await seat();
    await bolt(on, (app) =>
      app.action('go', async ({ ack, body, client }) => {
        await ack();
        const view = {
          type: 'modal' as const,
          title: { type: 'plain_text' as const, text: 'Here' },
          blocks: [{ type: 'divider' as const }],
        };
        await client.views.open({ trigger_id: (body as { trigger_id: string }).trigger_id, view });
      }),
    );
    await ana.goTo('general');
    await on.post(on.ids.channels['general']!, 'press', { blocks: button });
    await ana.main.getByRole('button', { name: 'Go', exact: true }).click();
    await ana.form('Here').getByRole('button', { name: 'Close' }).first().click();
    await rows(drawer).filter({ hasText: 'personclick' }).click();
    const details = drawer.getByRole('region', { name: /^Row \d+: click/ });
    await details.getByRole('button', { name: 'call views.open' }).waitFor();
    await details.getByRole('button', { name: 'delivery block_actions' }).click();
    const payload = drawer.getByRole('region', { name: /: block_actions/ });
    await payload.getByText('trigger_id: ').first().waitFor();
    await payload.getByRole('button', { name: 'Copy JSON' }).click();
    await toast(ana, /The row copied/);
    const row = JSON.parse(await copied(ana)) as { request: { payload: { actions: { action_id: string }[] } } };
    expect(row.request.payload.actions[0]?.action_id).toBe('go');
    expect(await drawer.locator('.row.kin').count()).toBeGreaterThanOrEqual(3);
  });

  test('filters, pause and clear', async () => {
    const { on, drawer } = await seat();
    const channel = on.ids.channels['general']!;
    await on.post(channel, 'an apple');
    await on.post(channel, 'a pear');
    await on.call('chat.postMessage', { channel: 'C0', text: 'nowhere' });
    await drawer.getByRole('searchbox').fill('APPLE postmessage');
    await until(async () => ((await rows(drawer).count()) === 1 ? true : undefined));
    await drawer.getByRole('searchbox').fill('');
    await press(drawer, 'Only errors');
    await rows(drawer).filter({ hasText: 'channel_not_found' }).waitFor();
    await press(drawer, 'Deliveries');
    await until(async () => ((await rows(drawer).count()) === 1 ? true : undefined));
    await press(drawer, 'Only errors');
    await press(drawer, 'Pause');
    await on.post(channel, 'while it stands still');
    await drawer.getByText(/paused, \d+ new/).waitFor();
    expect(await rows(drawer).filter({ hasText: 'stands still' }).count()).toBe(0);
    await press(drawer, 'Go on');
    await rows(drawer).filter({ hasText: 'stands still' }).waitFor();
    await press(drawer, 'Clear');
    await drawer.getByText('Nothing that fits').waitFor();
    await on.post(channel, 'after it');
    await rows(drawer).filter({ hasText: 'after it' }).waitFor();
  });

  test('the command that is copied does the same again, whatever stands in it', async () => {
    const { on, ana, drawer } = await seat();
    const channel = on.ids.channels['general']!;
    const words = `it's "quoted" $HOME \`id\` \\ 100% &amp; ñ 😀\nsecond line`;
    const times = async (): Promise<number> =>
      (await on.sight('ana')).messages.filter((one) => one.text.includes('second line')).length;
    await on.post(channel, words, { blocks: button });
    await rows(drawer).filter({ hasText: 'chat.postMessage' }).click();
    await press(drawer, 'Copy as curl');
    await toast(ana, /The command copied/);
    const { stdout } = await run('sh', ['-c', await copied(ana)]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, message: { text: words } });
    expect(await times()).toBe(2);
    await on.act('ana', { do: 'send', channel, text: words });
    await rows(drawer).filter({ hasText: 'personsend' }).click();
    await press(drawer, 'Copy as curl');
    await until(async () => ((await copied(ana)).includes('/_local/act') ? true : undefined));
    await run('sh', ['-c', await copied(ana)]);
    expect(await times()).toBe(4);
  });

  test('a delivery is replayed', async () => {
    const { on, ana, drawer } = await seat();
    const heard: string[] = [];
    await bolt(on, (app) =>
      app.message(async ({ message }) => {
        heard.push((message as { text: string }).text);
      }),
    );
    await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'once more' });
    await rows(drawer).filter({ hasText: 'deliverymessage' }).click();
    await press(drawer, 'Replay');
    await toast(ana, /Delivered again, and acknowledged/);
    expect(heard).toEqual(['once more', 'once more']);
  });

  test('ten thousand rows are there, few are drawn, and the keys go through them', async () => {
    const { on, ana, drawer } = await seat();
    for (let n = 0; n < 10_000; n += 1) {
      const row = on.slack.journal.write({ kind: 'call', name: `test.n${n}`, request: { n }, answer: null, ms: null });
      on.slack.journal.close(row, { status: 200, body: { ok: true } });
    }
    await drawer.getByText('10,000 rows').waitFor();
    await rows(drawer).filter({ hasText: 'test.n9999' }).waitFor();
    expect(await rows(drawer).count()).toBeLessThan(120);
    const list = drawer.getByRole('listbox');
    await list.focus();
    await ana.page.keyboard.press('Home');
    await drawer.getByRole('region', { name: /^Row \d+:/ }).waitFor();
    const first = Number(await rows(drawer).first().getAttribute('aria-posinset'));
    expect(first).toBe(1);
    await ana.page.keyboard.press('ArrowDown');
    await ana.page.keyboard.press('ArrowDown');
    expect(await list.locator('[aria-selected=true]').getAttribute('aria-posinset')).toBe('3');
    await ana.page.keyboard.press('End');
    await drawer.getByRole('region', { name: /test\.n9999/ }).waitFor();
    await on.post(on.ids.channels['general']!, 'still alive');
    await rows(drawer).filter({ hasText: 'still alive' }).first().waitFor();
    expect(ana.complaints).toEqual([]);
  });

  test('every fault can be armed, everybody is told, and one press ends it', async () => {
    const { on, ana, drawer } = await seat();
    const kofi = await open(on, 'kofi');
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
    const { on, ana, drawer } = await seat();
    await press(drawer, 'Workspace');
    await press(drawer, '+1 day');
    await drawer.getByText('1 d ahead').waitFor();
    expect(on.slack.clock.ahead()).toBe(86_400_000);
    await drawer.getByRole('checkbox', { name: /Answer 429/ }).click();
    await until(() => (on.slack.rates.on ? true : undefined));
    await press(drawer, 'Deactivate Bao Tran');
    await drawer.getByRole('button', { name: 'Activate Bao Tran' }).waitFor();
    await drawer.getByRole('textbox', { name: 'Name of a new person' }).fill('Žofie Nováková');
    await press(drawer, 'Add');
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

  test('the workspace goes into a file and comes back; what is no workspace changes nothing', async () => {
    const { on, ana, drawer } = await seat();
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
  });

  test('a message shows its JSON; the drawer keeps its width', async () => {
    const { on, ana, drawer } = await seat();
    await ana.goTo('general');
    const ts = await on.post(on.ids.channels['general']!, 'look inside');
    await ana.chooseFor(ana.message('look inside'), /View as JSON/);
    const json = drawer.getByRole('region', { name: `Message ${ts}` });
    await json.getByText('"look inside"').first().waitFor();
    await rows(drawer).filter({ hasText: 'chat.postMessage' }).waitFor();
    const edge = drawer.getByRole('separator', { name: 'Width of the inspector' });
    const width = async (): Promise<number> => (await drawer.boundingBox())!.width;
    const before = await width();
    await edge.focus();
    await ana.page.keyboard.press('ArrowLeft');
    await ana.page.keyboard.press('ArrowLeft');
    expect(await width()).toBe(before + 48);
    await ana.page.reload();
    await drawer.waitFor();
    expect(await width()).toBe(before + 48);
  });
});
