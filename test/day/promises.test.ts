import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId, type TicketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;
let lea: PersonInSlack;

beforeAll(async () => {
  day = await openDay({ tickets: false });
  [bao, ana, lea] = [day.person('bao'), day.person('ana'), day.person('lea')];
  // Whatever day it is when this runs.
  await day.kept(
    'support is always open, and asks nobody by rule',
    `update groups set hours = null, policies = policies || '{"escalate_on": []}' where key = 'support' returning key`,
  );
});
afterAll(() => day.close());

const MINUTE = 60_000;
/** Something urgent, raised so many minutes ago: its first answer is promised within the hour. */
async function raised(title: string, minutes: number): Promise<TicketNumber> {
  const input = { title, content: `${title}.`, group: 'support', channel: 'slash', priority: 'urgent' };
  const outcome = await day.app.desk.open(personId(bao.id), input, null, new Date(Date.now() - minutes * MINUTE));
  if (outcome.kind !== 'done') throw new Error('it was not raised');
  return outcome.ticket.number;
}
const direct = (who: PersonInSlack, ...words: string[]) =>
  who.message(words.join(', '), (m) => m.channel.startsWith('D') && words.every((word) => wordsOf(m).includes(word)));
const card = (number: TicketNumber, ...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) =>
      m.channel === day.channel('support-desk') &&
      isRoot(m) &&
      [`T-${number}`, ...words].every((w) => wordsOf(m).includes(w)),
  );

test('while there is time the card says until when', async () => {
  const number = await raised('The door is locked', 1);
  await card(number, 'First answer due', 'Solution due');
});

test('who leads hears once that time is short, the card says so, and whoever answers ends it', async () => {
  const number = await raised('The shop is down', 50);
  await direct(lea, 'Time is short', `T-${number}`, 'The shop is down');
  await ana.press('Keep', await card(number, 'At risk', 'first answer due'));
  await card(number, 'In progress', 'At risk');
  await ana.command(day.channel('support-desk'), `reply T-${number} We are on it.`);
  const answered = await card(number, 'Answered');
  expect(wordsOf(answered)).not.toContain('At risk');
  expect(await day.replayed(number)).toEqual(await day.ticket(number));
});

test('what is broken is told to whoever has it and to the leads, and its requester reads of neither', async () => {
  const number = await raised('Nobody can pay', 90);
  await direct(lea, `T-${number} is late`, 'Nobody can pay');
  await card(number, 'Late', 'first answer was due');
  const { messages } = await bao.see();
  for (const message of messages) expect(wordsOf(message)).not.toMatch(/is late|At risk|Time is short|due/);
});
