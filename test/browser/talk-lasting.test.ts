import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { post } from '../../local-slack/core/messages.ts';
import { type LocalSlack, startLocalSlack } from '../../local-slack/server.ts';
import { MANIFEST, later, until, WORLD, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { launch, PersonOnPage } from './person.ts';

const MANY = 10_000;
let browser: Browser;

async function open(url: string, name: string, channel: string): Promise<PersonOnPage> {
  const person = await PersonOnPage.open(browser, url, name);
  later(() => person.page.context().close());
  await person.goTo(channel);
  return person;
}

/** Fills a channel; answers the ts of each message. */
function fill({ slack, ids }: LocalSlack, name: string, count: number): string[] {
  const channel = slack.state.channels[ids.channels[name]!]!;
  const writers = [ids.users['ana']!, ids.users['kofi']!, ids.users['lea']!];
  return Array.from({ length: count }, (_, n) => {
    const text = `Line ${n}${n % 7 === 0 ? '\nwith a second line' : ''}`;
    return post(slack, channel, { user: writers[Math.floor(n / 3) % 3]!, text, at: Date.now() - (count - n) * 1000 })
      .ts;
  });
}

const scroller = (person: PersonOnPage): Locator => person.main.locator('.message-scroll');
const topOf = async (row: Locator): Promise<number> => (await row.boundingBox())?.y ?? Number.NaN;

browserDescribe('a page that stays open', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('ten thousand messages: few are sent and few are drawn, older ones come by scrolling and nothing jumps', async () => {
    const on = await workspace();
    const all = fill(on, 'general', MANY);
    const sight = await on.sight('ana');
    const channel = on.ids.channels['general']!;
    expect(sight.messages.filter((one) => one.channel === channel)).toHaveLength(100);
    expect(sight.older[channel]).toBe(all.at(-100));
    const ana = await open(on.url, 'ana', 'general');
    await ana.message(`Line ${MANY - 1}`).waitFor();
    const drawn = (): Promise<number> => ana.main.locator('.message').count();
    expect(await drawn()).toBeLessThan(200);
    let met = 0;
    for (let turns = 0; turns < 200 && met < 400; turns += 1) {
      await scroller(ana).hover();
      await ana.page.mouse.wheel(0, -1500);
      const first = await ana.main.locator('.message').first().getAttribute('data-ts');
      met = MANY - all.indexOf(first!);
    }
    expect(met).toBeGreaterThanOrEqual(400);
    expect(await drawn()).toBeLessThan(200);
    // Somebody speaks while one reads above: what one reads stays, and a button leads down.
    const middle = ana.main.locator('.message').nth(Math.floor((await drawn()) / 2));
    const ts = await middle.getAttribute('data-ts');
    const row = ana.main.locator(`[data-ts="${ts}"]`);
    const before = await topOf(row);
    await on.act('kofi', { do: 'send', channel, text: 'And one more' });
    await ana.page.getByRole('button', { name: '1 new message' }).waitFor();
    expect(Math.abs((await topOf(row)) - before)).toBeLessThanOrEqual(1);
    await ana.page.getByRole('button', { name: '1 new message' }).click();
    await ana.message('And one more').waitFor();
    await ana.page.getByRole('button', { name: /new message|newest/ }).waitFor({ state: 'detached' });
    expect(ana.complaints).toEqual([]);
  });

  test('a permalink into the far past opens there, and what was said around it', async () => {
    const on = await workspace();
    const all = fill(on, 'general', 1500);
    const channel = on.ids.channels['general']!;
    const ana = await open(on.url, 'ana', 'random');
    await ana.page.goto(`${on.url}/archives/${channel}/p${all[40]!.replace('.', '')}?as=ana`);
    const found = ana.main.locator('.message.marked').filter({ hasText: 'Line 40' });
    await found.waitFor();
    await ana.main.getByRole('article').filter({ hasText: 'Line 39' }).first().waitFor();
    await ana.page.getByRole('button', { name: 'Jump to newest' }).click();
    await ana.message('Line 1499').waitFor();
  });

  test('a thread that began long ago is whole when it is opened from its newest reply', async () => {
    const on = await workspace();
    const channel = on.slack.state.channels[on.ids.channels['general']!]!;
    const [kofi, lea] = [on.ids.users['kofi']!, on.ids.users['lea']!];
    const ago = (seconds: number): number => Date.now() - seconds * 1000;
    const { ts: thread_ts } = post(on.slack, channel, { user: kofi, text: 'Who has the key?', at: ago(900) });
    post(on.slack, channel, { user: lea, text: 'Not me', thread_ts, at: ago(800) });
    fill(on, 'general', 150);
    post(on.slack, channel, { user: lea, text: 'It was in my coat', thread_ts, broadcast: true });
    const ana = await open(on.url, 'ana', 'general');
    await ana.message('It was in my coat').getByRole('button', { name: 'a thread' }).click();
    await ana.thread.getByText('Who has the key?').waitFor();
    await ana.thread.getByText('Not me').waitFor();
  });

  test('many unread: a bar says how many, and leads to where they begin', async () => {
    const on = await workspace();
    const all = fill(on, 'general', 90);
    const ana = on.ids.users['ana']!;
    on.slack.state.channels[on.ids.channels['general']!]!.read[ana] = all[35]!;
    const page = await open(on.url, 'ana', 'general');
    await page.page.getByRole('button', { name: /new messages since/ }).click();
    await page.main.getByRole('separator', { name: 'New messages' }).waitFor();
    // What she wrote herself, in lines 36 to 38, is not new to her.
    const next = page.main.locator('xpath=.//*[@aria-label="New messages"]/following::article[1]');
    expect(await next.innerText()).toContain('Line 39');
    await page.page.getByRole('button', { name: /new messages since/ }).waitFor({ state: 'detached' });
  });

  test('the workspace restarts: a banner, then the page catches up and keeps the draft', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lasting-'));
    later(async () => rmSync(folder, { recursive: true }));
    const options = { manifest: MANIFEST, world: WORLD, rates: false, stateFile: path.join(folder, 'state.json') };
    const first = await startLocalSlack({ ...options, port: 0 });
    const channel = first.ids.channels['general']!;
    const kofi = first.ids.users['kofi']!;
    const ana = await open(first.url, 'ana', 'general');
    const box = ana.main.getByRole('textbox', { name: /^Message to/ });
    await box.fill('half a thought');
    await first.close();
    await ana.page.getByText('Connecting to the workspace').waitFor();
    await ana.page.keyboard.press('Enter');
    await ana.page.getByRole('status').filter({ hasText: 'there is no connection' }).waitFor();
    await expect.poll(() => box.inputValue()).toBe('half a thought');
    const second = await startLocalSlack({ ...options, port: Number(new URL(first.url).port) });
    later(() => second.close());
    const act = { as: kofi, do: 'send', channel, text: 'Said meanwhile' };
    await fetch(`${second.url}/_local/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    await ana.message('Said meanwhile').waitFor();
    await ana.page.getByText('Connecting to the workspace').waitFor({ state: 'detached' });
    await expect(box.inputValue()).resolves.toBe('half a thought');
    await box.press('Enter');
    await until(() => second.slack.state.messages[channel]!.find((one) => one.text === 'half a thought'));
  });

  test('a notice in a thread stands in the thread', async () => {
    const on = await workspace();
    const ana = await open(on.url, 'ana', 'general');
    await ana.write('Root');
    await ana.message('Root').hover();
    await ana.message('Root').getByRole('button', { name: 'Reply in thread' }).click();
    await ana.writeInThread('/ticket in here');
    await ana.reply('/ticket', 'not supported in threads').waitFor();
    await ana.reply('not supported').getByRole('button', { name: 'Dismiss message' }).click();
    await ana.reply('not supported').waitFor({ state: 'detached' });
  });
});
