import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bolt, until } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { copied, press, rows, seatOf, toast } from './inspector.ts';
import { launch } from './person.ts';

const run = promisify(execFile);
let browser: Browser;

const button = [
  {
    type: 'actions',
    block_id: 'b',
    elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
  },
];

browserDescribe('the journal of the inspector', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('a press, what it sent and what the app did are one family, with all they carried', async () => {
    const { on, ana, drawer } = await seatOf(browser);
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
    const { on, drawer } = await seatOf(browser);
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
    const { on, ana, drawer } = await seatOf(browser);
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

  test('an upload copied as curl carries its bytes', async () => {
    const { on, ana, drawer } = await seatOf(browser);
    const content = Buffer.from("it's 100 %\n\0\xff".repeat(3000), 'latin1').toString('base64');
    const name = `the "best" of $HOME's.bin`;
    await on.act('ana', { do: 'upload', name, mimetype: 'application/octet-stream', content });
    await rows(drawer).filter({ hasText: 'personupload' }).click();
    await press(drawer, 'Copy as curl');
    await until(async () => ((await copied(ana)).includes('/_local/act') ? true : undefined));
    await run('sh', ['-c', await copied(ana)]);
    const files = Object.values(on.slack.state.files).filter((one) => one.name === name);
    expect(files.map((one) => one.content === content)).toEqual([true, true]);
  });

  test('a delivery is replayed', async () => {
    const { on, ana, drawer } = await seatOf(browser);
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
    const { on, ana, drawer } = await seatOf(browser);
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

  test('a message shows its JSON; the drawer keeps its width', async () => {
    const { on, ana, drawer } = await seatOf(browser);
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
