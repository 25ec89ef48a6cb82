import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Control } from '../../local-slack/wire.ts';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;

beforeAll(async () => {
  day = await openDay();
  [bao, ana] = [day.person('bao'), day.person('ana')];
});
afterAll(() => day.close());

const control = (what: Control) =>
  fetch(`${day.slack.url}/_local/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });

test('a message in a request channel becomes a ticket whose Main is its thread', async () => {
  const asked = day.channel('ask-support');
  const sent = await bao.act({ do: 'send', channel: asked, text: 'The lamp hums <!channel> & smells' });
  const ts = sent.ok ? (sent.ts ?? '') : '';
  await ana.act({ do: 'shortcut', callback_id: 'create_ticket_from_message', channel: asked, ts });
  const form = await ana.await('his words in the form', ({ views }) =>
    views.find((v) => v.callback_id === 'form.create'),
  );
  await ana.submit(form, { type: 'how_to' });
  const root = await bao.message('his message', (m) => m.ts === ts);
  const card = await bao.message('the card in its thread', (m) => isUnder(root, m) && wordsOf(m).includes('T-1001'));
  expect(card.channel).toBe(asked);
});

test('whoever has it answers by writing in that thread; a colleague only adds', async () => {
  const root = await bao.message('his message', (m) => isRoot(m) && wordsOf(m).includes('The lamp hums'));
  await ana.act({ do: 'send', channel: root.channel, text: 'Switch it off, please.', thread_ts: root.ts });
  await day.kept('an answer', `select 1 from tickets where number = 1001 and state = 'answered'`);
  await day.person('priya').act({ do: 'send', channel: root.channel, text: 'Mine hums too.', thread_ts: root.ts });
  await day.kept(
    'her words',
    `select 1 from messages where ticket = 1001 and audience = 'main' and text = 'Mine hums too.'`,
  );
  await day.kept('the state', `select 1 from tickets where number = 1001 and state = 'answered' and unread`);
});

test('when that channel is closed, the answer finds him in his messages', async () => {
  await control({ do: 'archive', channel: day.channel('ask-support') });
  await ana.command(day.channel('support-desk'), 'reply T-1001 A new lamp is on its way.');
  const answer = await bao.reads('A new lamp is on its way.');
  expect(answer.channel).toMatch(/^D/);
});

test('words to the bot alone are asked about, put where they belong, and the question is gone', async () => {
  const dm = await bao.act({ do: 'open_dm', with: day.slack.ids.bot });
  const channel = dm.ok ? (dm.channel ?? '') : '';
  await bao.act({ do: 'send', channel, text: 'It got worse.' });
  const question = await bao.message(
    'the question',
    (m) => m.channel === channel && wordsOf(m).includes('Is this about'),
  );
  await bao.press('T-1001 The lamp hums <!channel> & smells', question);
  await day.kept('his words', `select 1 from messages where ticket = 1001 and text = 'It got worse.'`);
  await bao.await('no question any more', ({ messages }) =>
    messages.every((m) => !wordsOf(m).includes('Is this about')),
  );
});
