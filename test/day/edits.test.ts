import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../local-slack/wire.ts';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;
let own: Message;
let card: Message;
const number = ticketNumber(1001);

beforeAll(async () => {
  day = await openDay();
  [bao, ana] = [day.person('bao'), day.person('ana')];
  await day.app.desk.open(personId(bao.id), {
    title: 'The lamp hums',
    content: 'All day.',
    group: 'support',
    channel: 'slash',
  });
  own = await bao.message('his card', (m) => m.bot && wordsOf(m).includes('T-1001'));
  const desk = day.channel('support-desk');
  card = await ana.message('the card', (m) => m.channel === desk && wordsOf(m).includes('T-1001'));
});
afterAll(() => day.close());

const event = (verb: string, by: PersonInSlack) =>
  day.kept(verb, `select 1 from events where ticket = ${number} and verb = '${verb}' and by_person = '${by.id}'`);
const mirror = (...words: string[]) =>
  ana.message(
    `in the thread: ${words.join(', ')}`,
    (m) => isUnder(card, m) && words.every((w) => wordsOf(m).includes(w)),
  );

test('what a requester edits or deletes is followed where the agents read it, and kept as an event', async () => {
  const sent = await bao.act({ do: 'send', channel: own.channel, text: 'Since Mondai.', thread_ts: own.ts });
  const ts = sent.ok ? (sent.ts ?? '') : '';
  const told = await mirror('Since Mondai.');
  await bao.act({ do: 'edit', channel: own.channel, ts, text: 'Since Monday.' });
  const edited = await mirror('Since Monday.', 'edited');
  expect(edited.ts).toBe(told.ts);
  await event('correct', bao);
  await bao.act({ do: 'delete', channel: own.channel, ts });
  const gone = await mirror('wrote', 'deleted');
  expect(gone.ts).toBe(told.ts);
  expect(wordsOf(gone)).not.toContain('Monday');
  await event('retract', bao);
});

test('an agent’s answer is corrected where it stands, and then taken back', async () => {
  await ana.command(card.channel, 'reply T-1001 Turn it of.');
  const answer = await bao.reads('Turn it of.');
  await ana.command(card.channel, 'correct T-1001');
  await ana.submit(await ana.form('Correct T-1001'), { text: 'Turn it off.' });
  const corrected = await bao.reads('Turn it off.', 'edited');
  expect([corrected.channel, corrected.ts]).toEqual([answer.channel, answer.ts]);
  await ana.command(card.channel, 'retract T-1001');
  const form = await ana.form('Take back T-1001');
  expect(wordsOf(form)).toContain('Turn it off.');
  await ana.submit(form, { sure: 'sure' });
  const gone = await bao.reads('took this back');
  expect(gone.ts).toBe(answer.ts);
  expect(wordsOf(gone)).not.toContain('Turn it');
  await ana.formsClosed();
});

test('a lead corrects an agent’s answer, another agent does not', async () => {
  await ana.command(card.channel, 'reply T-1001 Ask Kofy.');
  const answer = await bao.reads('Ask Kofy.');
  const correct = async (person: PersonInSlack) => {
    await person.command(card.channel, 'show T-1001');
    const first = await person.await('the ticket', ({ views }) =>
      views.findLast((view) => view.type === 'modal' && wordsOf(view).includes('Conversation')),
    );
    await person.press('Conversation', first);
    const window = await person.await('the conversation', ({ views }) =>
      views.findLast((view) => view.type === 'modal' && wordsOf(view).includes('Ask Kof')),
    );
    return { window, press: () => person.press('Correct', window) };
  };
  const kofi = await correct(day.person('kofi'));
  await expect(kofi.press()).rejects.toThrow('There is no "Correct"');
  const lea = day.person('lea');
  await (await correct(lea)).press();
  await lea.submit(await lea.form('Correct T-1001'), { text: 'Ask Kofi.' });
  const corrected = await bao.reads('Ask Kofi.', 'edited');
  expect(corrected.ts).toBe(answer.ts);
  await event('correct', lea);
});

test('what was typed in Slack only its author changes there: whoever tries it here is told so', async () => {
  await bao.act({ do: 'send', channel: own.channel, text: 'It hums still.', thread_ts: own.ts });
  await mirror('It hums still.');
  const [said] = await day.rows<{ seq: number }>(`select seq from messages where text = 'It hums still.'`);
  const outcome = await day.app.desk.act(number, {
    verb: 'correct',
    by: personId(bao.id),
    input: { of: said?.seq, text: 'Silent now.' },
  });
  expect(outcome).toMatchObject({ kind: 'refused', why: 'typed_in_slack' });
  expect(await day.replayed(number)).toEqual(await day.ticket(number));
});

test('a card that is deleted comes back with its whole story, and so does the requester’s', async () => {
  const remove = (where: Message) =>
    fetch(`${day.slack.url}/api/chat.delete`, {
      method: 'POST',
      headers: { authorization: `Bearer ${day.slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: where.channel, ts: where.ts }),
    });
  await remove(card);
  const again = await ana.message(
    'the new card',
    (m) => m.channel === card.channel && m.ts > card.ts && isRoot(m) && wordsOf(m).includes('All day.'),
  );
  await ana.message('its story', (m) => isUnder(again, m) && wordsOf(m).includes('Ask Kofi.'));
  await remove(own);
  await bao.message(
    'his new card',
    (m) => m.channel === own.channel && m.ts > again.ts && wordsOf(m).includes('T-1001'),
  );
  await day.kept(
    'both places',
    `select 1 from places where ticket = ${number} and ts > '${card.ts}' having count(*) = 2`,
  );
});
