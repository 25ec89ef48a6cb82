/** Programs as Bolt's documentation teaches them, each in a process of its own, over signed HTTP: what people do, and what they see. */
import { expect, test } from 'vitest';
import { until } from '../local-slack/workspace.ts';
import { byHttp, channelOf, click, say, sees } from './run.ts';

test('a web server in CommonJS: the clicked message is replaced', async () => {
  const on = await byHttp(new URL('./apps/web-server.cjs', import.meta.url));
  await say(on, 'bob', 'Good evening everybody');
  const asked = await sees(on, 'bob', /\*Good evening\*, how are you\?/);
  await click(on, 'alice', asked, 'mood_bad');
  const answered = await sees(on, 'bob', new RegExp(`<@${on.ids.users['alice']}> is tired\\.`));
  expect(answered.ts).toBe(asked.ts);
  expect(on.sockets()).toBe(0);
});

test('App Home: everybody has their own', async () => {
  const on = await byHttp(new URL('./apps/app-home.ts', import.meta.url));
  const home = (as: string, count: number) =>
    until(async () => {
      const view = (await on.sight(as)).home;
      const words = `<@${on.ids.users[as]}>, you have done *${count}* things.`;
      return view && JSON.stringify(view.blocks).includes(words) ? view : undefined;
    });
  await on.act('alice', { do: 'open_home' });
  await on.act('bob', { do: 'open_home' });
  await click(on, 'alice', await home('alice', 0), 'done');
  await click(on, 'alice', await home('alice', 1), 'done');
  await home('alice', 2);
  await home('bob', 0);
});

test('commands: answers in the ack, later, for all, several; and a bare sentence from Slack when nobody answers', async () => {
  const on = await byHttp(new URL('./apps/commands.js', import.meta.url));
  const type = (command: string, text = '') => on.act('chen', { do: 'command', channel: channelOf(on), command, text });
  await type('/echo', 'one two');
  expect(await sees(on, 'chen', (one) => one.text === 'one two')).toMatchObject({ ephemeral: true });
  await type('/shout', 'fire');
  expect(await sees(on, 'alice', (one) => one.text === 'FIRE')).toMatchObject({ ephemeral: false });
  await type('/count');
  await sees(on, 'chen', (one) => one.text === '3');
  const texts = (await on.sight('chen')).messages.map(({ text }) => text);
  expect(texts.filter((text) => /^(?:Counting\.\.\.|[123])$/.test(text))).toEqual(['Counting...', '1', '2', '3']);
  await type('/whoami');
  await sees(on, 'chen', new RegExp(`^/whoami: you are <@${on.ids.users['chen']}>, in <#${channelOf(on)}`));
  expect(await type('/nobody')).toMatchObject({ said: expect.stringContaining('/nobody') });
});

test('a receiver of one’s own', async () => {
  const on = await byHttp(new URL('./apps/custom-receiver.ts', import.meta.url), '/');
  const ts = await say(on, 'dana', `<@${on.ids.bot}> hello?`);
  expect(await sees(on, 'dana', /You called, <@U\w+>\?/)).toMatchObject({ thread_ts: ts });
  await on.act('dana', { do: 'command', channel: channelOf(on), command: '/receive', text: '' });
  await sees(on, 'dana', (one) => one.text === 'Received.' && one.ephemeral);
});

test('Express, with a page of the app’s own', async () => {
  const on = await byHttp(new URL('./apps/express-receiver.js', import.meta.url), '/hooks/events');
  const random = channelOf(on, 'random');
  await on.act('dana', { do: 'leave', channel: random });
  await on.act('dana', { do: 'join', channel: random });
  await sees(on, 'alice', (one) => one.channel === random && one.text === `<@${on.ids.users['dana']}> is here.`);
  const [row] = (await on.journal()).filter(({ kind }) => kind === 'delivery');
  expect(row).toBeDefined();
});

test('AWS Lambda', async () => {
  const on = await byHttp(new URL('./apps/lambda.cjs', import.meta.url), '/');
  const ts = await say(on, 'bob', 'are you there?');
  expect(await sees(on, 'bob', /Here I am\./)).toMatchObject({ thread_ts: ts });
  await on.act('bob', { do: 'command', channel: channelOf(on), command: '/lambda', text: '' });
  await sees(on, 'bob', (one) => one.text === 'Ran for bob');
});

test('properties of the request, and an answer of the app’s own to what it does not know', async () => {
  const on = await byHttp(new URL('./apps/custom-properties.ts', import.meta.url));
  const type = (command: string) => on.act('bob', { do: 'command', channel: channelOf(on), command, text: '' });
  await type('/agent');
  await sees(on, 'bob', /You came by Slackbot 1\.0/);
  await type('/lost');
  await sees(on, 'bob', (one) => one.text === 'Nobody is at home');
});
