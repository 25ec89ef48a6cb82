import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Control, Message, Sight } from '../../local-slack/wire.ts';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

const T = ticketNumber(1001);
let day: Awaited<ReturnType<typeof openDay>>;
let kofi: PersonInSlack;
let ana: PersonInSlack;
let desk: string;
let asked: Message;
let root: Message;

/** Support asks and answers in one channel, its own. Kofi asks there, Ana answers. */
beforeAll(async () => {
  day = await openDay({
    edit: (file) => file.replace('request_channels: [ask-support]', 'request_channels: [support-desk]'),
  });
  [kofi, ana] = [day.person('kofi'), day.person('ana')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const card = (...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && ['T-1001', ...words].every((w) => wordsOf(m).includes(w)),
  );
const under = (top: Message, words: string) =>
  ana.message(`"${words}" under ${wordsOf(top)}`, (m) => isUnder(top, m) && wordsOf(m).includes(words));
const allUnder = async (top: Message) => (await ana.see()).messages.filter((m) => isUnder(top, m)).map(wordsOf);
async function says(who: PersonInSlack, text: string, top?: Message): Promise<string> {
  const said = await who.act({ do: 'send', channel: desk, text, ...(top && { thread_ts: top.ts }) });
  return said.ok ? (said.ts ?? '') : '';
}
const react = (ts: string, name: string) => ana.act({ do: 'react', channel: desk, ts, name });
const control = (what: Control) =>
  fetch(`${day.slack.url}/_local/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });

test('what is asked there gets a card of its own, and the requester’s card under the message that asked', async () => {
  const ts = await says(kofi, 'My headset is dead');
  await react(ts, 'ticket');
  root = await card('New', 'My headset is dead');
  asked = await ana.message('his message', (m) => m.ts === ts);
  await under(asked, 'T-1001');
  expect(root.ts).not.toBe(asked.ts);
});

test('emoji are verbs under the card, not under the message that asked', async () => {
  await react(asked.ts, 'eyes');
  await react(root.ts, 'rotating_light');
  await card('Urgent');
  expect(await day.ticket(T)).toMatchObject({ state: 'new', priority: 'urgent' });
  await react(root.ts, 'eyes');
  await card('In progress', 'Ana');
});

test('what is typed under the card stays there, whoever types it', async () => {
  await says(ana, 'CANARY he sat on it', root);
  await says(kofi, 'CANARY of my own', root);
  await day.kept(
    'both notes',
    `select 1 from messages where audience = 'internal' and text like 'CANARY%' having count(*) = 2`,
  );
  expect(await day.ticket(T)).toMatchObject({ state: 'in_progress', unread: false });
});

test('an answer by button goes under the message that asked', async () => {
  await ana.press('Reply', await card('In progress'));
  const form = await ana.await('the form', ({ views }) => views.find((v) => v.callback_id === 'form.reply'));
  await ana.submit(form, { text: 'Take the one in my drawer.' });
  await under(asked, 'Take the one in my drawer.');
  await card('Answered');
});

test('what is typed under the message that asked is of Main: the requester’s words, and an answer to them', async () => {
  await says(kofi, 'The drawer is locked.', asked);
  await card('Requester replied');
  await under(root, 'The drawer is locked.');
  await says(ana, 'The key is under the plant.', asked);
  await card('Answered');
  const main = await day.rows<{ text: string }>(`select text from messages where audience = 'main' order by seq`);
  expect(main.map(({ text }) => text)).toEqual([
    'Take the one in my drawer.',
    'The drawer is locked.',
    'The key is under the plant.',
  ]);
  expect((await allUnder(asked)).join()).not.toContain('CANARY');
});

test('no second request is made in either thread', async () => {
  let seen = 0;
  for (const top of [asked, root]) {
    seen += 1;
    const ts = await says(ana, '?show', top);
    await react(ts, 'ticket');
    const told = ({ messages }: Sight) => messages.filter((m) => m.ephemeral && wordsOf(m).includes('already')).length;
    await ana.await('that it is T-1001', (sight) => told(sight) === seen);
    await ana.act({ do: 'shortcut', callback_id: 'create_ticket_from_message', channel: desk, ts });
    const shown = await ana.await('that it is T-1001', ({ views }) =>
      views.find((view) => wordsOf(view).includes('T-1001') && wordsOf(view).includes('already')),
    );
    await ana.act({ do: 'close', view_id: shown.id, all: true });
  }
  expect(await day.rows('select from tickets')).toHaveLength(1);
});

test('when the channel is closed, the answer finds him in his messages; then all is in its place again', async () => {
  await control({ do: 'archive', channel: desk });
  await day.app.desk.act(T, { verb: 'reply', by: personId(ana.id), input: { text: 'I bring it to you.' } });
  const answer = await kofi.reads('I bring it to you.');
  expect(answer.channel).toMatch(/^D/);
  await control({ do: 'unarchive', channel: desk });
  await day.app.desk.act(T, { verb: 'reply', by: personId(ana.id), input: { text: 'Here it is.' } });
  await under(asked, 'Here it is.');
  expect((await card('Answered')).ts).toBe(root.ts);
});

test('a thread among agents that the card has left is no place for a requester', async () => {
  await day.app.desk.act(T, { verb: 'forward', by: personId(day.person('lea').id), input: { group: 'billing' } });
  await ana.message('the card that left', (m) => m.ts === root.ts && !wordsOf(m).includes('Answered'));
  const ts = await says(ana, 'The plant needs water', root);
  await react(ts, 'ticket');
  await ana.message('a card', (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('T-1002'));
  expect(await day.ticket(ticketNumber(1002))).toMatchObject({ main: null, requester: ana.id });
  await day.kept(
    'all letters',
    `select 1 where not exists (select from letters where state in ('pending', 'sending', 'unknown'))`,
  );
  expect((await allUnder(root)).join()).not.toContain('T-1002');
});
