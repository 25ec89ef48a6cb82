import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workspace, later, until, workspace } from '../local-slack/workspace.ts';
import { browserDescribe } from '../setup/browser.ts';
import { launch, PersonOnPage } from './person.ts';

let browser: Browser;

async function open(on: Workspace, name: string, channel?: string): Promise<PersonOnPage> {
  const person = await PersonOnPage.open(browser, on.url, name);
  later(() => person.page.context().close());
  if (channel) await person.goTo(channel);
  return person;
}

const link = (on: Workspace, person: PersonOnPage, name: string): Locator =>
  person.conversations.getByRole('button', { name: new RegExp(`^${name}\\b`) });
const address = (channel: string, ts: string): string => `/archives/${channel}/p${ts.replace('.', '')}`;
const say = async (on: Workspace, as: string, channel: string, text: string, thread?: string): Promise<string> => {
  const answer = await on.act(as, {
    do: 'send',
    channel: on.ids.channels[channel]!,
    text,
    ...(thread ? { thread_ts: thread } : {}),
  });
  if (!answer.ok || !answer.ts) throw new Error(JSON.stringify(answer));
  return answer.ts;
};

browserDescribe('talking on the page', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('what one writes stands in the other window at once, unread there until it is looked at', async () => {
    const on = await workspace();
    const [ana, kofi] = [await open(on, 'ana', 'general'), await open(on, 'kofi', 'support-desk')];
    const general = link(on, kofi, 'general');
    await ana.write('Lunch is here');
    await kofi.conversations.getByRole('button', { name: /^general unread/ }).waitFor();
    await ana.write('@Kofi Mensah , yours too');
    await kofi.conversations.getByRole('button', { name: /^general 1 mentions/ }).waitFor();
    await general.click();
    await kofi.main.getByRole('separator', { name: 'New messages' }).waitFor();
    await kofi.message('Lunch is here').waitFor();
    await kofi.conversations.getByRole('button', { name: 'general', exact: true }).waitFor();
    expect(kofi.complaints).toEqual([]);
  });

  test('a message can be marked unread, and stays so until one comes back to it', async () => {
    const on = await workspace();
    await say(on, 'kofi', 'general', 'first');
    await say(on, 'kofi', 'general', 'second');
    const ana = await open(on, 'ana', 'general');
    await ana.conversations.getByRole('button', { name: 'general', exact: true }).waitFor();
    await ana.chooseFor(ana.message('first'), /Mark unread/);
    await ana.conversations.getByRole('button', { name: /^general unread/ }).waitFor();
    await ana.goTo('random');
    expect((await on.sight('ana')).channels.find((one) => one.name === 'general')?.unread).toBe(2);
    await ana.goTo('general');
    await ana.conversations.getByRole('button', { name: 'general', exact: true }).waitFor();
  });

  test('edit with the arrow, react, pin, delete after a question: the other window follows', async () => {
    const on = await workspace();
    const [ana, kofi] = [await open(on, 'ana', 'general'), await open(on, 'kofi', 'general')];
    await ana.write('The door is opne');
    await kofi.message('The door is opne').waitFor();
    await ana.page.keyboard.press('ArrowUp');
    await ana.page.keyboard.press('Control+a');
    await ana.page.keyboard.type('The door is *open*');
    await ana.page.keyboard.press('Enter');
    const seen = kofi.message('The door is open', '(edited)');
    await seen.waitFor();
    await seen.hover();
    await seen.getByRole('button', { name: 'Add reaction' }).click();
    await kofi.page.keyboard.type('tada');
    await kofi.page.keyboard.press('Enter');
    const tada = ana.message('The door is open').getByRole('button', { name: '1 tada, by Kofi Mensah' });
    await tada.click();
    await kofi.message('The door').getByRole('button', { name: '2 tada, by You and Ana López' }).waitFor();
    await kofi.chooseFor(kofi.message('The door'), /Pin to channel/);
    await ana.page.getByRole('button', { name: '1 pinned' }).waitFor();
    await ana.chooseFor(ana.message('The door'), /Delete message/);
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await ana.chooseFor(ana.message('The door'), /Delete message/);
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await kofi.message('The door').waitFor({ state: 'detached' });
    expect([...ana.complaints, ...kofi.complaints]).toEqual([]);
  });

  test('the tools of a message stay while the pointer does, also after a dialog', async () => {
    const on = await workspace();
    await say(on, 'ana', 'general', 'Mine');
    const ana = await open(on, 'ana', 'general');
    const mine = ana.message('Mine');
    await ana.chooseFor(mine, /Delete message/);
    await mine.hover({ force: true });
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await mine.hover();
    await mine.getByRole('button', { name: 'More actions' }).click();
    await ana.page.getByRole('menuitem', { name: /Copy link/ }).waitFor();
  });

  test('a permalink opens the message, a reply in its thread, also one written in a message', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const root = await say(on, 'kofi', 'general', 'Where is the ladder?');
    const reply = await say(on, 'lea', 'general', 'Behind the door', root);
    await say(on, 'kofi', 'random', `See ${on.url}${address(channel, root)}`);
    const ana = await open(on, 'ana', 'random');
    await ana
      .message('See')
      .getByRole('link', { name: /archives/ })
      .click();
    await ana.page.getByRole('main', { name: 'general' }).waitFor();
    await ana.main.locator('.message.marked').filter({ hasText: 'ladder' }).waitFor();
    await ana.page.goto(`${on.url}${address(channel, reply)}?thread_ts=${root}&cid=${channel}&as=ana`);
    await ana.thread.locator('.message.marked').filter({ hasText: 'Behind the door' }).waitFor();
  });

  test('a thread: counted at its parent, followed by who takes part, sent to the channel as well', async () => {
    const on = await workspace();
    const root = await say(on, 'ana', 'general', 'Who has the keys?');
    const [ana, kofi] = [await open(on, 'ana', 'random'), await open(on, 'kofi', 'general')];
    await kofi.message('Who has the keys?').hover();
    await kofi.message('Who has the keys?').getByRole('button', { name: 'Reply in thread' }).click();
    await kofi.thread.getByRole('checkbox', { name: /Also send to #general/ }).check();
    await kofi.writeInThread('I have');
    await kofi.message('replied to a thread', 'I have').waitFor();
    await kofi.main.getByRole('article').filter({ hasText: '1 reply' }).waitFor();
    const threads = ana.conversations.getByRole('button', { name: /^Threads/ });
    await ana.conversations.getByRole('button', { name: /^Threads unread/ }).waitFor();
    await threads.click();
    const mine = ana.page.getByRole('region', { name: 'Thread in #general' });
    await mine.getByRole('article').filter({ hasText: 'I have' }).waitFor();
    await mine.getByRole('textbox', { name: /^Reply to thread/ }).fill('Thanks!');
    await ana.page.keyboard.press('Enter');
    await kofi.reply('Thanks!').waitFor();
    await ana.conversations.getByRole('button', { name: 'Threads', exact: true }).waitFor();
    expect((await on.sight('ana')).messages.find((one) => one.ts === root)?.reply_count).toBe(2);
  });

  test('a new channel is made, described, left and found again', async () => {
    const on = await workspace();
    const ana = await open(on, 'ana');
    await ana.page.getByRole('button', { name: 'Add channels' }).click();
    await ana.page.getByRole('menuitem', { name: /Create/ }).click();
    const form = ana.form('Create a channel');
    await form.getByLabel('Name').fill('general');
    await form.getByRole('button', { name: 'Create', exact: true }).click();
    await form.getByRole('alert').filter({ hasText: 'already' }).waitFor();
    await form.getByLabel('Name').fill('Spring party');
    await form.getByRole('button', { name: 'Create', exact: true }).click();
    await ana.page.getByRole('main', { name: 'spring-party' }).waitFor();
    await ana.main.getByRole('button', { name: 'spring-party' }).click();
    const details = ana.page.getByRole('dialog', { name: /spring-party/ });
    await details.getByRole('button', { name: 'Edit topic' }).click();
    await ana.page.keyboard.type('Cake');
    await details.getByRole('button', { name: 'Save' }).click();
    await ana.main.locator('.topic').filter({ hasText: 'Cake' }).waitFor();
    await details.getByRole('tab', { name: /Members/ }).click();
    await details.getByRole('searchbox').fill('kofi');
    await details.getByRole('button', { name: 'Add Kofi Mensah' }).click();
    await until(async () => {
      const found = (await on.sight('kofi')).channels.find((one) => one.name === 'spring-party');
      return found?.members.includes(on.ids.users['kofi']!) || undefined;
    });
    expect(ana.complaints).toEqual([]);
  });

  test('several people at once: a group that bears their names, for each of them', async () => {
    const on = await workspace();
    const [ana, kofi] = [await open(on, 'ana'), await open(on, 'kofi')];
    await ana.page.getByRole('button', { name: 'New direct message' }).click();
    const form = ana.form('New message');
    await form.getByRole('checkbox', { name: 'Choose Kofi Mensah' }).check();
    await form.getByRole('searchbox').fill('bao');
    await form.getByRole('checkbox', { name: 'Choose Bao Tran' }).check();
    await form.getByRole('button', { name: 'Message 2 people' }).click();
    await ana.page.getByRole('main', { name: 'Bao, Kofi' }).waitFor();
    await ana.write('Just us three');
    await kofi.conversations.getByRole('button', { name: /^Ana, Bao 1 mentions/ }).click();
    await kofi.message('Just us three').waitFor();
  });

  test('somebody who is not here: the page says so and offers those who are', async () => {
    const on = await workspace();
    const context = await browser.newContext();
    later(() => context.close());
    const page = await context.newPage();
    await page.goto(`${on.url}/?as=nobody-here`);
    await page.getByRole('heading', { name: /no “nobody-here”/ }).waitFor();
    await page.getByRole('link', { name: /Kofi Mensah/ }).click();
    await page.getByRole('button', { name: 'You are Kofi Mensah' }).waitFor();
  });

  test('F6 goes round the regions, and Escape closes what stands at the side', async () => {
    const on = await workspace();
    await say(on, 'kofi', 'general', 'Hello');
    const ana = await open(on, 'ana', 'general');
    await ana.message('Hello').getByRole('button', { name: 'Kofi Mensah' }).click();
    const profile = ana.page.getByRole('complementary', { name: 'Profile' });
    await profile.getByText('Support agent').waitFor();
    const region = (): Promise<string> =>
      ana.page.evaluate<string>(
        "document.activeElement?.closest('.top-bar, .rail, .sidebar, .content, .thread-pane')?.className ?? ''",
      );
    const met: string[] = [];
    for (let turns = 0; turns < 5; turns += 1) {
      await ana.page.keyboard.press('F6');
      met.push(await region());
    }
    expect([...met].sort()).toEqual(['content', 'rail', 'sidebar ', 'thread-pane profile', 'top-bar']);
    while ((await region()) !== 'thread-pane profile') await ana.page.keyboard.press('F6');
    await ana.page.keyboard.press('Escape');
    await profile.waitFor({ state: 'detached' });
  });
});
