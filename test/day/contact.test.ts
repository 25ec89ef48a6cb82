import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, bao] = [day.person('ana'), day.person('bao')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const card = (...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && words.every((w) => wordsOf(m).includes(w)),
  );

test('an agent writes to somebody first: he gets the card, under it the words, and can answer', async () => {
  await ana.command(desk, `contact <@${bao.id}>`);
  const form = await ana.form('Write to somebody');
  expect(JSON.stringify(form.blocks)).toContain(`"initial_user":"${bao.id}"`);
  await ana.submit(form, { requester: ana.id, title: 'Your new laptop', text: 'It is here. When shall I come by?' });
  await ana.await('a fault', ({ views }) => views.find(({ errors }) => 'requester' in errors));
  await ana.submit(form, { requester: bao.id, title: 'Your new laptop', text: 'It is here. When shall I come by?' });
  const said = await ana.await('that it is sent', ({ views }) =>
    views.find((v) => wordsOf(v).includes('is open, and Bao')),
  );
  await ana.act({ do: 'close', view_id: said.id });
  const words = await bao.reads('Ana López writes to', 'When shall I come by?');
  const mine = await bao.message('his card', (m) => isRoot(m) && wordsOf(m).includes('opened this to write to you'));
  expect(words.thread_ts).toBe(mine.ts);
  await card('Your new laptop', 'Answered', 'Ana');
  await bao.act({ do: 'send', channel: mine.channel, text: 'After lunch.', thread_ts: mine.ts });
  await card('Your new laptop', 'Requester replied', 'After lunch.');
  expect(await day.ticket(ticketNumber(1001))).toMatchObject({
    channel: 'outward',
    requester: bao.id,
    creator: ana.id,
    assignee: ana.id,
  });
  expect(await day.replayed(ticketNumber(1001))).toEqual(await day.ticket(ticketNumber(1001)));
});

test('whoever is no agent is told who may; an app cannot be written to', async () => {
  await bao.command(day.channel('ask-support'), 'contact');
  await bao.message('who may', (m) => m.ephemeral && wordsOf(m).includes('Only agents write to people first'));
  await ana.command(desk, 'contact');
  const form = await ana.form('Write to somebody');
  await ana.submit(form, { requester: day.slack.ids.bot, title: 'Hello', text: 'Hello?' });
  await ana.await('why not', ({ views }) => views.find(({ errors }) => errors['requester']?.includes('an app')));
  await ana.act({ do: 'close', view_id: form.id });
  await day.kept('no second ticket', `select 1 from tickets having count(*) = 1`);
});
