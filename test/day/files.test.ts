import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JournalRow, Message } from '../../local-slack/wire.ts';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { isSlacks } from '../../src/slack/files/copying.ts';
import { openDay } from './open.ts';
import { isUnder, PersonInSlack, rich, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;
let own: Message;
let card: Message;
const number = ticketNumber(1001);
/** Stands in everything that is said or shared among agents. */
const CANARY = 'CANARY-3b9e';

beforeAll(async () => {
  day = await openDay();
  [bao, ana] = [day.person('bao'), day.person('ana')];
  const request = { title: 'The scanner is dark', content: 'See the picture.', group: 'support', channel: 'slash' };
  await day.app.desk.open(personId(bao.id), request);
  own = await bao.message('his card', (m) => m.bot && wordsOf(m).includes('T-1001'));
  const desk = day.channel('support-desk');
  card = await ana.message('the card', (m) => m.channel === desk && wordsOf(m).includes('T-1001'));
});
afterAll(() => day.close());

async function share(person: PersonInSlack, under: Message, name: string, content: string, text = '') {
  const bytes = Buffer.from(content).toString('base64');
  const file = await person.act({ do: 'upload', name, mimetype: 'text/plain', content: bytes });
  const files = file.ok && file.file ? [file.file] : [];
  await person.act({ do: 'send', channel: under.channel, text, thread_ts: under.ts, files });
}
const fileUnder = (root: Message, name: string) => (m: Message) =>
  isUnder(root, m) && m.files.some((f) => f.name === name);

test('a file that the requester shares can be opened by the agents in their thread', async () => {
  await share(bao, own, 'scanner.txt', 'All dark.', 'Here it is.');
  const carried = await ana.message('the file', fileUnder(card, 'scanner.txt'));
  expect(wordsOf(carried)).toContain('From the requester');
  const [file] = carried.files;
  const bytes = await fetch(new URL(file?.url ?? '', day.slack.url));
  expect(await bytes.text()).toBe('All dark.');
  await ana.message('his words', (m) => isUnder(card, m) && wordsOf(m).includes('Here it is.'));
});

test('a file that an agent sends with an answer can be opened by the requester under his card', async () => {
  await ana.press('Keep', card);
  await ana.command(card.channel, 'reply T-1001');
  const form = await ana.form('T-1001');
  const content = Buffer.from('Turn the lamp.').toString('base64');
  const sent = await ana.act({ do: 'upload', name: 'manual.txt', mimetype: 'text/plain', content });
  const files = sent.ok && sent.file ? [sent.file] : [];
  const values = {
    text: { value: rich('See the manual.') },
    files: { value: { type: 'file_input', files } },
  };
  await ana.act({ do: 'submit', view_id: form.id, values });
  const carried = await bao.message('the file', fileUnder(own, 'manual.txt'));
  expect(wordsOf(carried)).toContain('Sent by Ana');
  const bytes = await fetch(new URL(carried.files[0]?.url ?? '', day.slack.url));
  expect(await bytes.text()).toBe('Turn the lamp.');
  await bao.reads('See the manual.');
});

test('what agents write and share among themselves is in no call to where the requester reads', async () => {
  await share(ana, card, `${CANARY}.txt`, CANARY, `${CANARY} in the thread`);
  const act = async (verb: string, input: object = {}, by = ana) =>
    expect(await day.app.desk.act(number, { verb, by: personId(by.id), input } as never)).toMatchObject({
      kind: 'done',
    });
  const lea = day.person('lea');
  for (const round of [1, 2]) {
    await act('note', { text: `${CANARY} note ${round}` });
    const [noted] = await day.rows<{ of: number }>("select max(seq) as of from events where verb = 'note'");
    await act('correct', { ...noted, text: `${CANARY} corrected ${round}` });
    await act('reply', { text: `An answer ${round}` });
    await act('correct', { text: `A better answer ${round}` });
    await act('message', { text: `Thanks for ${round}` }, bao);
    await act('pend', { kind: 'check', waiting_for: `${CANARY} check`, text: 'We look.' });
    await act('wake');
    await act('escalate', { to: lea.id, ask: `${CANARY} ask`, reason: `${CANARY} why` });
    await act('return', { text: `${CANARY} decision` }, lea);
    await act('workaround', { text: 'Use the other one.', issue: `${CANARY} cause` });
    await act('resolve', { text: `It is done ${round}.`, reason: 'solved' });
    await bao.reads(`It is done ${round}.`);
    await act('not_solved', { text: `Not yet ${round}` }, bao);
  }
  // The second one asks the chain, and who is asked has to answer before it can be resolved.
  const asked = `select to_person from escalations where ticket = ${number} and closed_at is null`;
  await day.kept('who is asked', asked);
  const [decides] = await day.rows<{ to_person: string }>(asked);
  const manager = new PersonInSlack(day.slack.url, decides!.to_person);
  await act('return', { text: `${CANARY} decision of the chain` }, manager);
  await act('resolve', { text: 'Now it is.', reason: 'solved' });
  await bao.reads('Now it is.');
  await ana.message('the last line', (m) => isUnder(card, m) && wordsOf(m).includes('Now it is.'));
  const answer = await fetch(`${day.slack.url}/_local/journal`);
  const rows = (await answer.json()) as JournalRow[];
  const calls = rows.filter(({ kind }) => kind === 'call').map(({ request }) => JSON.stringify(request));
  const toBao = calls.filter((call) => call.includes(own.channel) || call.includes(bao.id));
  expect(toBao.length).toBeGreaterThan(10);
  expect(toBao.filter((call) => call.includes(CANARY) && !call.includes(card.channel))).toEqual([]);
  expect(calls.some((call) => call.includes(CANARY))).toBe(true);
  const sight = await bao.see();
  expect(JSON.stringify(sight)).not.toContain(CANARY);
});

test('the token is for Slack’s own hosts', () => {
  const api = 'https://slack.com/api/';
  expect(isSlacks('https://files.slack.com/files-pri/T1-F1/a.txt', api)).toBe(true);
  for (const url of [
    'http://files.slack.com/a',
    'https://files.slack.com.evil.example/a',
    'https://evilslack.com/a',
    'https://evil.example/files.slack.com',
    'https://slack.com@evil.example/a',
    '',
  ])
    expect(isSlacks(url, api)).toBe(false);
});
