/** Programs as Bolt's documentation teaches them, each in a process of its own, by Socket Mode: what people do, and what they see. */
import { expect, test } from 'vitest';
import { OFFICE } from '../../local-slack/core/world.ts';
import { until, workspace } from '../local-slack/workspace.ts';
import { bySocket, channelOf, click, connected, manifestOf, say, sees, seesView } from './run.ts';

test('getting started: hello, a button, an answer', async () => {
  const on = await bySocket(new URL('./apps/getting-started.ts', import.meta.url));
  await say(on, 'alice', 'hello there');
  const hello = await sees(on, 'bob', /Hello <@U\w+>!/);
  expect(hello.text).toBe(`Hello <@${on.ids.users['alice']}>!`);
  expect(await click(on, 'bob', hello, 'press')).toEqual({ ok: true });
  await sees(on, 'chen', new RegExp(`<@${on.ids.users['bob']}> pressed the button`));
});

test('modals: opened, updated, pushed, refused, accepted with a last page, closed', async () => {
  const on = await bySocket(new URL('./apps/modals.js', import.meta.url));
  const order = async () => {
    await on.act('dana', { do: 'command', channel: channelOf(on), command: '/tea', text: '' });
    return seesView(on, 'dana', 'Tea');
  };
  const tea = await order();
  await click(on, 'dana', tea, 'one_more');
  await until(async () => {
    const [view] = (await on.sight('dana')).views;
    return JSON.stringify(view).includes('Cups: *2*') || undefined;
  });
  await click(on, 'dana', (await on.sight('dana')).views[0]!, 'about');
  const about = await seesView(on, 'dana', 'Our teas');
  expect((await on.sight('dana')).views).toHaveLength(2);
  await on.act('dana', { do: 'close', view_id: about.id });

  const sort = (value: string) => ({ sort: { name: { type: 'plain_text_input', value } } });
  await on.act('dana', { do: 'submit', view_id: tea.id, values: sort('coffee') });
  expect((await on.sight('dana')).views[0]?.errors).toEqual({ sort: 'We have green and black tea.' });
  await on.act('dana', { do: 'submit', view_id: tea.id, values: sort('black') });
  await seesView(on, 'dana', 'Thank you');
  await sees(on, 'dana', /2 × black/);

  const second = await order();
  await on.act('dana', { do: 'close', view_id: second.id });
  await sees(on, 'dana', /No tea, then\./);
});

test('choices from the app: plain from two letters on, in groups, and the state of the rest', async () => {
  const on = await bySocket(new URL('./apps/select-options.js', import.meta.url));
  await on.act('bob', { do: 'command', channel: channelOf(on), command: '/travel', text: '' });
  const menu = await sees(on, 'bob', /external_select/);
  expect(menu.ephemeral).toBe(true);
  const place = { kind: 'message', channel: menu.channel, ts: menu.ts } as const;
  const ask = (action_id: string, query: string) =>
    on.act('bob', { do: 'options', place, block_id: 'trip', action_id, query });
  const lisbon = { text: { type: 'plain_text', text: 'Lisbon' }, value: 'lisbon' };
  expect(await ask('city', 'li')).toMatchObject({ ok: true, options: [lisbon, { value: 'lima' }] });
  expect(await ask('country', '')).toMatchObject({
    option_groups: [{ label: { text: 'Portugal' } }, { label: { text: 'Peru' } }, { label: { text: 'Poland' } }],
  });
  await click(on, 'bob', menu, 'city', {
    value: { selected_option: lisbon },
    state: { trip: { day: { type: 'datepicker', selected_date: '2030-02-01' } } },
  });
  await sees(on, 'bob', /To Lisbon on 2030-02-01/);
});

test('shortcuts: a form for several people from anywhere, and one on a message', async () => {
  const on = await bySocket(new URL('./apps/shortcuts.ts', import.meta.url));
  await on.act('alice', { do: 'shortcut', callback_id: 'plan_lunch' });
  const form = await seesView(on, 'alice', 'Lunch');
  const { bob, chen } = on.ids.users;
  const answer = await on.act('alice', {
    do: 'submit',
    view_id: form.id,
    values: {
      who: { people: { type: 'multi_users_select', selected_users: [bob, chen] } },
      when: { time: { type: 'timepicker', selected_time: '13:00' } },
      where: { channel: { type: 'conversations_select', selected_conversation: channelOf(on) } },
    },
  });
  expect(answer).toEqual({ ok: true });
  for (const guest of ['bob', 'chen'])
    await sees(on, guest, (one) => one.text === `Lunch with <@${on.ids.users['alice']}> at 13:00?`);
  await sees(on, 'dana', (one) => one.channel === channelOf(on) && one.text === 'Lunch at 13:00');

  const ts = await say(on, 'dana', 'the door code is 4711');
  await on.act('dana', { do: 'shortcut', callback_id: 'remember', channel: channelOf(on), ts });
  expect(await sees(on, 'dana', /I keep in mind: the door code is 4711/)).toMatchObject({ ephemeral: true });
  expect((await on.sight('bob')).messages.filter(({ text }) => /I keep in mind/.test(text))).toEqual([]);
});

test('metadata: it travels with the message, and comes back as an event', async () => {
  const on = await bySocket(new URL('./apps/metadata.js', import.meta.url));
  await on.act('bob', { do: 'command', channel: channelOf(on), command: '/ship', text: 'P-7' });
  const { ts } = await sees(on, 'alice', (one) => one.text === 'Shipping P-7');
  expect(await sees(on, 'alice', (one) => one.text === 'parcel_shipped: {"parcel":"P-7","weight":3}')).toMatchObject({
    thread_ts: ts,
  });
});

test('middleware: for everything, for one listener, and for errors', async () => {
  const source = new URL('./apps/middleware.ts', import.meta.url);
  const on = await bySocket(source, { env: { ALERTS: '#random' } });
  const ts = await say(on, 'bob', 'first');
  await say(on, 'bob', 'who is not asked outside of a thread');
  await say(on, 'bob', 'who was it?', { thread_ts: ts });
  expect(await sees(on, 'alice', /It was bob@acme\.example/)).toMatchObject({ thread_ts: ts });
  expect((await on.sight('alice')).messages.filter(({ text }) => text.startsWith('It was'))).toHaveLength(1);
  await say(on, 'bob', 'break it');
  await sees(on, 'alice', (one) => one.channel === channelOf(on, 'random') && one.text === 'Caught: It broke');
});

test('authorization: the installation is looked up for every request', async () => {
  const on = await workspace({
    manifest: manifestOf(new URL('./apps/authorization.js', import.meta.url)),
    world: OFFICE,
  });
  const { bot, team } = on.ids;
  const installed = [[team, { botToken: on.botToken, botUserId: bot, botId: on.slack.state.app.bot_id }]];
  for (const [known, answer] of [
    [[], undefined],
    [installed, `Acme: this is my own bot, team ${team}`],
  ] as const) {
    const office = await connected(on, new URL('./apps/authorization.js', import.meta.url), {
      env: { INSTALLATIONS: JSON.stringify(known) },
    });
    const typed = await on.act('alice', { do: 'command', channel: channelOf(on), command: '/installed', text: '' });
    expect(typed).toEqual({ ok: true });
    if (answer === undefined) await until(() => /Not installed here/.test(office.program.said()) || undefined);
    else await sees(office, 'alice', (one) => one.text === answer);
    office.program.child.kill();
    await until(() => (on.sockets() === 0 ? true : undefined));
  }
});

test('a robot: it hears, reacts, sets topics, pins, sees edits, obeys a reaction and greets who joins', async () => {
  const on = await bySocket(new URL('./apps/robot.js', import.meta.url));
  const robot = `<@${on.ids.bot}>`;
  const badger = await say(on, 'bob', 'A badger!');
  await sees(on, 'bob', (one) => one.ts === badger && one.reactions.some(({ name }) => name === 'badger'));
  await say(on, 'bob', `${robot} open the pod bay doors`);
  const answer = await sees(on, 'bob', /I'm afraid/);
  await say(on, 'bob', 'open the garage doors');
  await say(on, 'bob', `${robot} topic is badgers`);
  await until(async () => (await on.sight('alice')).channels.find(({ topic }) => topic === 'badgers'));
  const kept = await say(on, 'bob', `${robot} keep this`);
  await sees(on, 'alice', (one) => one.ts === kept && one.pinned);
  await on.act('bob', { do: 'edit', channel: channelOf(on), ts: badger, text: 'A hedgehog!' });
  await sees(on, 'alice', /It said "A badger!" before\./);
  await on.act('alice', { do: 'react', channel: channelOf(on), ts: answer.ts, name: 'wastebasket' });
  await until(async () => {
    const { messages } = await on.sight('alice');
    return messages.some(({ ts }) => ts === answer.ts) ? undefined : true;
  });
  await on.control({ do: 'add_person', name: 'eve', real_name: 'Eve', email: 'eve@acme.example' });
  await sees(on, 'alice', /Welcome <@U\w+>/);
  expect((await on.sight('bob')).messages.some(({ text }) => /garage/.test(text) && text.startsWith('Opening'))).toBe(
    false,
  );
});

test('files: two uploaded at once by the app, and one read that a person shares', async () => {
  const on = await bySocket(new URL('./apps/files.js', import.meta.url));
  await on.act('chen', { do: 'command', channel: channelOf(on), command: '/report', text: '' });
  const report = await sees(on, 'alice', (one) => one.files.length === 2);
  expect(report.text).toBe('Here it is');
  expect(report.files.map(({ name }) => name)).toEqual(['visits.csv', 'summary.txt']);
  const bytes = await fetch(new URL(report.files[0]!.url, on.url));
  expect(await bytes.text()).toBe('day,visits\nmonday,3\n');
  const content = Buffer.from('Dear all').toString('base64');
  const made = await on.act('chen', { do: 'upload', name: 'letter.txt', mimetype: 'text/plain', content });
  const { file } = made as { file: string };
  await on.act('chen', { do: 'send', channel: channelOf(on), text: 'look', files: [file] });
  await sees(on, 'alice', /letter\.txt begins with "Dear "/);
});

test('links: one to the app’s own site gets a card', async () => {
  const on = await bySocket(new URL('./apps/links.js', import.meta.url));
  const ts = await say(on, 'dana', 'Try https://recipes.example.com/r/42 today');
  await sees(on, 'alice', (one) => one.ts === ts && JSON.stringify(one).includes('Recipe 42'));
});

test('a custom step: it waits for a person, and ends once', async () => {
  const on = await bySocket(new URL('./apps/custom-step.js', import.meta.url));
  const inputs = { person: on.ids.users['dana'], question: 'May we begin?' };
  const order = { do: 'run_function', callback_id: 'ask_person', user: on.ids.users['alice']!, inputs } as const;
  const { execution } = (await on.control(order)) as unknown as { execution: { id: string } };
  const asked = await sees(on, 'dana', /May we begin\?/);
  expect(on.slack.state.executions[execution.id]).toMatchObject({ state: 'running' });
  await click(on, 'dana', asked, 'agree');
  expect(await sees(on, 'dana', (one) => one.text === 'Agreed.')).toMatchObject({ ts: asked.ts });
  expect(on.slack.state.executions[execution.id]).toMatchObject({
    state: 'completed',
    outputs: { person: on.ids.users['dana'] },
  });
  const failed = { ...order, inputs: { ...inputs, question: '' } };
  const second = (await on.control(failed)) as unknown as { execution: { id: string } };
  await until(() => on.slack.state.executions[second.execution.id]?.state !== 'running' || undefined);
  expect(on.slack.state.executions[second.execution.id]).toMatchObject({
    state: 'failed',
    error: 'There is no question',
  });
});

test('an assistant: a message in a thread with it', async () => {
  const on = await bySocket(new URL('./apps/assistant.ts', import.meta.url));
  const { channel } = (await on.act('chen', { do: 'open_dm', with: on.ids.bot })) as { channel: string };
  const thread_ts = await say(on, 'chen', 'hello', { channel });
  await say(on, 'chen', 'How is the weather?', { channel, thread_ts });
  expect(await sees(on, 'chen', (one) => one.text === 'You ask: How is the weather?')).toMatchObject({ thread_ts });
});
