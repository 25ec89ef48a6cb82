import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId, type TicketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

const MAIL = 'tran.family@example.com';
const STARS = '∗'.repeat(MAIL.length);
let day: Awaited<ReturnType<typeof openDay>>;
let lea: PersonInSlack;
let ana: PersonInSlack;
let bao: PersonInSlack;
let desk: string;
const numbers: TicketNumber[] = [];

beforeAll(async () => {
  day = await openDay({ settings: { MASKING_KEYS: `2026:${'0a'.repeat(32)}` } });
  [lea, ana, bao] = [day.person('lea'), day.person('ana'), day.person('bao')];
  desk = day.channel('support-desk');
  for (const at of [1, 2]) {
    const about = { title: `${MAIL} gets no mail, ${at}`, content: `Since monday: ${MAIL}.`, group: 'support' };
    const raised = await day.app.desk.open(personId(bao.id), { ...about, channel: 'slash' });
    if (raised.kind !== 'done') throw new Error(raised.kind);
    numbers.push(raised.ticket.number);
  }
});
afterAll(() => day.close());

/** Posts that show these words, whoever can see them. */
const shown = (words: string) =>
  Object.entries(day.slack.slack.state.messages).flatMap(([channel, messages]) =>
    messages.flatMap((message) =>
      JSON.stringify({ ...message, before: undefined }).includes(words) ? [`${channel} ${wordsOf(message)}`] : [],
    ),
  );
async function nowhere(words: string): Promise<void> {
  for (const until = Date.now() + 20_000; shown(words).length > 0; await sleep(50))
    if (Date.now() > until) throw new Error(`still shown: ${shown(words).join('\n')}`);
}
const home = (person: PersonInSlack, has: (words: string) => boolean, what: string) =>
  person.await(what, ({ home: page }) => page && has(wordsOf(page)) && page);

test('two tickets of a batch that name it: the result, the list of what one was given, Home, and what is searched', async () => {
  await lea.command(desk, 'batch');
  await lea.submit(await lea.window('Tick the tickets'), { typed: `${numbers[0]} ${numbers[1]}` });
  await lea.choose(await lea.window('For 2 tickets'), 'act', 'assign', {});
  await lea.submit(await lea.window('To whom?'), { act: 'assign', to: ana.id, note: `Write to ${MAIL}.` });
  await lea.submit(await lea.window('2 tickets', 'can be done'), {});
  await lea.closeAll();
  await lea.reads('Assigning 2 tickets', '2 done');
  await day.rows(`update letters set not_before = now() - interval '1 second' where kind = 'batched'`);
  await day.kept(
    'the wake',
    `select graphile_worker.add_job('deliver', json_build_object('workspace', workspace, 'conversation', conversation)) from letters where kind = 'batched'`,
  );
  await ana.reads('gave you 2 tickets', MAIL);
  await ana.act({ do: 'open_home' });
  await ana.press('Mine 2', await home(ana, (words) => words.includes('Mine 2'), 'her boards'));
  await home(ana, (words) => words.includes(MAIL), 'her board with it');
  await ana.command(desk, `find ${MAIL}`);
  await ana.message('what is found', (m) => m.ephemeral && wordsOf(m).includes(`${MAIL} gets no mail, 1`));
});

test('is masked in each of them, and then shown by nothing any more', async () => {
  for (const number of numbers) {
    const done = await day.app.desk.act(number, { verb: 'mask', by: personId(lea.id), input: { words: [MAIL] } });
    expect(done.kind).toBe('done');
  }
  // What the batch did is told to nobody outside before it can no longer be taken back.
  await day.rows(`update letters set not_before = now() - interval '1 second' where not_before is not null`);
  await day.kept(
    'the wake of all',
    `select graphile_worker.add_job('deliver', json_build_object('workspace', workspace, 'conversation', conversation))
     from letters where state = 'pending' group by workspace, conversation`,
  );
  await nowhere(MAIL);
  await ana.reads('gave you 2 tickets', STARS);
  await home(ana, (words) => words.includes(STARS) && !words.includes(MAIL), 'her board without it');
  await ana.command(desk, `find "${MAIL}"`);
  const none = await ana.message(
    'that nothing is found',
    (m) => m.ephemeral && wordsOf(m).includes('Nothing was found'),
  );
  expect(wordsOf(none)).not.toContain('gets no mail');
});

test('comes back in one of them alone, and for each exactly', async () => {
  const [one, other] = numbers as [TicketNumber, TicketNumber];
  const sure = { verb: 'unmask' as const, by: personId(lea.id), input: { reason: 'He asks for it.', sure: true } };
  expect((await day.app.desk.act(one, sure)).kind).toBe('done');
  expect([(await day.ticket(one))?.title, (await day.ticket(other))?.title]).toEqual([
    `${MAIL} gets no mail, 1`,
    `${'*'.repeat(MAIL.length)} gets no mail, 2`,
  ]);
  expect((await day.app.desk.act(other, sure)).kind).toBe('done');
  const [batch] = await day.rows<{ input: { note: string } }>('select input from batches');
  expect(batch?.input.note).toBe(`Write to ${MAIL}.`);
  for (const number of numbers) expect(await day.replayed(number)).toEqual(await day.ticket(number));
});
