import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workspace, bolt, later, manifest, until, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { launch, PersonOnPage } from './person.ts';

let browser: Browser;

async function open(on: Workspace, name: string, channel: string): Promise<PersonOnPage> {
  const person = await PersonOnPage.open(browser, on.url, name);
  later(() => person.page.context().close());
  await person.goTo(channel);
  return person;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

browserDescribe('what comes and goes', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('a reload forgets modals and lines that only one sees; what comes afterwards is shown', async () => {
    const on = await workspace();
    await bolt(on, (app) => {
      app.command('/ticket', async ({ ack, client, command }) => {
        await ack('A word in your ear');
        await client.views.open({
          trigger_id: command.trigger_id,
          view: { type: 'modal', title: plain('A form'), blocks: [{ type: 'section', text: plain('Words') }] },
        });
      });
    });
    const ana = await open(on, 'ana', 'general');
    await ana.write('/ticket ');
    await ana.form('A form').waitFor();
    await ana.page.reload();
    await ana.conversations.waitFor();
    await ana.goTo('general');
    expect(await ana.form('A form').count()).toBe(0);
    expect(await ana.message('A word in your ear').count()).toBe(0);
    await ana.write('/ticket ');
    await ana.form('A form').waitFor();
    await ana.page.keyboard.press('Escape');
    await ana.form('A form').waitFor({ state: 'hidden' });
    await ana.message('A word in your ear').waitFor();
    expect(ana.complaints).toEqual([]);
  });

  test('a direct message that is put aside leaves the sidebar, and comes back with the next word', async () => {
    const on = await workspace();
    const [ana, kofi] = [on.ids.users['ana']!, on.ids.users['kofi']!];
    const { channel } = (await on.act('kofi', { do: 'open_dm', with: ana })) as { channel: string };
    await on.act('kofi', { do: 'send', channel, text: 'Hello' });
    const page = await open(on, 'ana', 'general');
    const link = page.conversations.getByRole('button', { name: /^Kofi Mensah/ });
    await link.hover();
    await page.conversations.getByRole('button', { name: 'Close conversation with Kofi Mensah' }).click();
    await link.waitFor({ state: 'detached' });
    await page.page.reload();
    await page.goTo('general');
    expect(await link.count()).toBe(0);
    await on.act('kofi', { do: 'send', channel, text: 'Still there?' });
    await link.waitFor();
    expect((await on.sight('kofi')).channels.find((one) => one.with === ana)?.closed).toBeUndefined();
    await on.act('ana', { do: 'close_dm', channel });
    await link.waitFor({ state: 'detached' });
    expect(await on.act('ana', { do: 'open_dm', with: kofi })).toMatchObject({ ok: true, channel });
    await link.waitFor();
    expect(await on.act('ana', { do: 'close_dm', channel: on.ids.channels['general']! })).toMatchObject({ ok: false });
  });

  test('the tip of a reaction is whole, also at the very top', async () => {
    const on = await workspace();
    const ana = await open(on, 'ana', 'random');
    await ana.page.setViewportSize({ width: 420, height: 260 });
    const mark = ana.main.locator('.reaction').first();
    await mark.scrollIntoViewIfNeeded();
    await mark.hover();
    const tip = ana.page.locator('.tip');
    await tip.filter({ hasText: 'reacted with' }).waitFor();
    const box = await tip.boundingBox();
    expect(box).not.toBeNull();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(420);
    expect(box!.y + box!.height).toBeLessThanOrEqual(260);
  });

  test('an agent says in its thread what it does, until it has answered, and proposes what to ask', async () => {
    const agent = manifest((m) => {
      m.features['agent_view'] = { agent_description: 'It answers' };
      m.oauth_config.scopes.bot.push('assistant:write');
    });
    const on = await workspace({ manifest: agent });
    const channel_id = on.ids.channels['general']!;
    const { ts: thread_ts } = (await on.act('ana', { do: 'send', channel: channel_id, text: 'Why?' })) as {
      ts: string;
    };
    const thread = { channel_id, thread_ts };
    const prompts = [{ title: 'Tell me more', message: 'Please tell me more' }];
    const ana = await open(on, 'ana', 'general');
    await ana.message('Why?').hover();
    await ana.message('Why?').getByRole('button', { name: 'Reply in thread' }).click();
    await on.call('assistant.threads.setSuggestedPrompts', { ...thread, prompts, title: 'You could ask' });
    await on.call('assistant.threads.setTitle', { ...thread, title: 'On reasons' });
    await ana.thread.getByRole('heading', { name: /^On reasons/ }).waitFor();
    await ana.thread
      .getByRole('group', { name: 'You could ask' })
      .getByRole('button', { name: 'Tell me more' })
      .click();
    await ana.reply('Please tell me more').waitFor();
    await ana.thread.getByRole('button', { name: 'Tell me more' }).waitFor({ state: 'detached' });
    await on.call('assistant.threads.setStatus', { ...thread, status: 'is thinking…' });
    const status = ana.thread.getByRole('status').filter({ hasText: 'is thinking…' });
    await status.waitFor();
    await ana.page.reload();
    await until(async () => ((await on.sight('ana')).agents[0]?.status ? true : undefined));
    await ana.goTo('general');
    await ana.openThread(ana.message('Why?'));
    await status.waitFor();
    await on.post(channel_id, 'Because', { thread_ts });
    await ana.reply('Because').waitFor();
    await status.waitFor({ state: 'detached' });
    expect(ana.complaints).toEqual([]);
  });

  test('a card that is drawn anew under the focus keeps it, and the arrows lead on from it', async () => {
    const on = await workspace();
    const actions = (words: string) => [
      { type: 'actions', elements: [{ type: 'button', action_id: words, text: plain(words) }] },
    ];
    await bolt(on, (app) => {
      app.action('Keep', async ({ ack, body, client }) => {
        await ack();
        const { channel, message } = body as unknown as { channel: { id: string }; message: { ts: string } };
        await client.chat.update({ channel: channel.id, ts: message.ts, text: 'kept', blocks: actions('Resolve') });
      });
    });
    const channel = on.ids.channels['general']!;
    await on.act('ana', { do: 'send', channel, text: 'Before it' });
    await on.post(channel, 'new', { blocks: actions('Keep') });
    const ana = await open(on, 'ana', 'general');
    const focused = () => ana.page.evaluate('document.activeElement.textContent') as Promise<string>;
    await ana.main.getByRole('button', { name: 'Keep' }).focus();
    await ana.page.keyboard.press('Enter');
    await ana.main.getByRole('button', { name: 'Resolve' }).waitFor();
    await expect.poll(focused).toContain('Resolve');
    await ana.page.keyboard.press('Tab');
    while ((await focused()) !== 'Resolve') await ana.page.keyboard.press('Tab');
    await ana.page.keyboard.press('ArrowUp');
    expect(await focused()).toContain('Before it');
  });
});
