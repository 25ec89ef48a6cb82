import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JournalRow, Message } from '../../local-slack/wire.ts';
import { answerOfFiles } from '../../src/domain/fields.ts';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { uttered } from './uttered.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;
let desk: string;
let own: Message;
let card: Message;
const PHONE = '+39 333 123 4567';

beforeAll(async () => {
  day = await openDay({ settings: { MASKING_KEYS: `2026:${'0a'.repeat(32)}` } });
  [bao, ana] = [day.person('bao'), day.person('ana')];
  desk = day.channel('support-desk');
  const request = { title: 'The scanner is dark', content: `Call ${PHONE}`, group: 'support', channel: 'slash' };
  await day.app.desk.open(personId(bao.id), request);
  own = await bao.message('his card', (m) => m.bot && isRoot(m) && wordsOf(m).includes('T-1001'));
  card = await ana.message('the card', (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('T-1001'));
});
afterAll(() => day.close());

const journal = async () => (await (await fetch(`${day.slack.url}/_local/journal`)).json()) as JournalRow[];
const uploaded = async (name: string, content: string) => {
  const bytes = Buffer.from(content).toString('base64');
  const file = await bao.act({ do: 'upload', name, mimetype: 'text/plain', content: bytes });
  return (file.ok && file.file) || 'no file';
};
const say = (text: string, files: string[], under = own) =>
  bao.act({ do: 'send', channel: under.channel, text, thread_ts: under.ts, files });
const filesUnder = async (person: PersonInSlack, root: Message) =>
  (await person.see()).messages.filter((m) => isUnder(root, m)).flatMap(({ files }) => files.map(({ name }) => name));

test('masking says which files it does not reach; those of ours that are ticked are deleted, and the history says so', async () => {
  await say('The contract', [await uploaded('contract.txt', `Call ${PHONE}`)]);
  await ana.message('the copy', (m) => isUnder(card, m) && m.files.some(({ name }) => name === 'contract.txt'));
  await day.kept('the copy', "select from sent_files where kind = 'copy' and state = 'sent'");
  await ana.command(desk, 'search T-1001');
  const found = await ana.message('what was found', (m) => m.ephemeral && wordsOf(m).includes('T-1001'));
  await ana.press('As a file (CSV)', found);
  await day.kept('the list', "select from sent_files where kind = 'list' and tickets = '{1001}'");

  await ana.command(desk, 'mask T-1001');
  const form = await ana.form('Mask in T-1001');
  const words = wordsOf(form);
  for (const said of [
    'contract.txt, copied for the agents',
    'List or report (CSV), for Ana',
    'Of these files nothing but their names is masked',
  ])
    expect(words).toContain(said);
  const [copy] = await day.rows<{ id: string }>("select id::text from sent_files where kind = 'copy'");
  await ana.submit(form, { removes: [copy!.id], found: [PHONE] });
  const done = await ana.await('the answer', ({ views }) => views.find((v) => wordsOf(v).includes('Masked in')));
  expect(wordsOf(done)).toContain('One file of the bot was deleted.');
  const [event] = await day.rows<{ input: object }>("select input from events where verb = 'mask'");
  expect(event?.input).toMatchObject({ removes: [Number(copy!.id)], words: [] });
  expect(await filesUnder(ana, card)).not.toContain('contract.txt');
  expect(await filesUnder(bao, own)).toContain('contract.txt');
  expect(await day.rows('select kind, state from sent_files order by id')).toEqual([
    { kind: 'copy', state: 'deleted' },
    { kind: 'list', state: 'sent' },
  ]);
});

test('a copy that was deleted is not made again, however often its file is shared', async () => {
  const [copy] = await day.rows<{ original: string }>("select original from sent_files where state = 'deleted'");
  await say('The contract once more', [copy!.original]);
  await say('And a plan', [await uploaded('plan.txt', 'Turn right.')]);
  await ana.message('what came after it', (m) => isUnder(card, m) && m.files.some(({ name }) => name === 'plan.txt'));
  expect(await filesUnder(bao, own)).toEqual(['contract.txt', 'contract.txt', 'plan.txt']);
  expect(await filesUnder(ana, card)).toEqual(['plan.txt']);
  const rows = await day.rows(`select kind, state from sent_files where original = '${copy!.original}'`);
  expect(rows).toEqual([{ kind: 'copy', state: 'deleted' }]);
});

test('a form that was forged deletes no file of another ticket', async () => {
  const request = { title: 'Another', content: 'Not this one.', group: 'support', channel: 'slash' };
  await day.app.desk.open(personId(bao.id), request);
  const other = await bao.message('its card', (m) => m.bot && isRoot(m) && wordsOf(m).includes('T-1002'));
  await say('Of the other one', [await uploaded('other.txt', 'Other.')], other);
  const isOther = (m: Message) => m.channel === desk && m.files.some(({ name }) => name === 'other.txt');
  await ana.message('the copy', isOther);
  const its = "select id::text from sent_files where tickets = '{1002}' and state = 'sent'";
  await day.kept('the copy', its);
  const [forged] = await day.rows<{ id: string }>(its);

  await ana.act({ do: 'close', view_id: (await ana.see()).views.at(-1)?.id ?? '', all: true });
  await ana.command(desk, 'mask T-1001');
  const form = await ana.form('Mask in T-1001');
  // Slack itself lets nobody tick what is not offered: one of the boxes that it keeps is made to mean another file.
  const { blocks } = day.slack.slack.state.views[form.id]!.body as {
    blocks: { block_id: string; element: { options: { value: string }[] } }[];
  };
  const { options } = blocks.find(({ block_id }) => block_id === 'removes')!.element;
  const own = options.map(({ value }) => value);
  expect(own).not.toContain(forged!.id);
  options[0]!.value = forged!.id;
  const from = (await journal()).at(-1)?.n ?? 0;
  await ana.submit(await ana.form('Mask in T-1001'), { removes: [forged!.id] });
  const refused = await ana.await('why not', ({ views }) => views.find(({ errors }) => 'words' in errors));
  expect(refused.errors['words']).toContain('T-1001');
  const since = (await journal()).filter(({ n }) => n > from);
  expect(since.some((row) => JSON.stringify(row).includes(`"value":"${forged!.id}"`))).toBe(true);
  expect(since.filter(({ name }) => name === 'files.delete')).toEqual([]);
  expect(await day.rows(its)).toEqual([forged]);
  expect((await ana.see()).messages.filter(isOther)).toHaveLength(1);
});

test('a file that answers a question is named, too', async () => {
  const bill = answerOfFiles([{ id: 'F0BILL00001', name: 'bill.pdf', link: 'https://files.example/bill.pdf' }]);
  const fields = { customer_code: '104233', bill };
  const request = { title: 'A bill', content: 'Too high.', type: 'complaints', fields, channel: 'slash' };
  await day.app.desk.open(personId(bao.id), request);
  await bao.message('its card', (m) => m.bot && isRoot(m) && wordsOf(m).includes('T-1003'));
  const mateo = day.person('mateo');
  await mateo.command(day.channel('billing-desk'), 'mask T-1003');
  expect(wordsOf(await mateo.form('Mask in T-1003'))).toContain('<https://files.example/bill.pdf|bill.pdf>');
});

const MANY = 100;

test(`of ${MANY} answers that are masked at once each is changed by one call, and nothing else is called for them`, async () => {
  await uttered(day, { of: own, number: 1001, by: ana.id, text: `Ring ${PHONE}` }, MANY);
  const from = (await journal()).at(-1)?.n ?? 0;
  const done = await day.app.desk.act(ticketNumber(1001), {
    verb: 'mask',
    by: personId(ana.id),
    input: { words: [PHONE] },
  });
  expect(done).toMatchObject({ kind: 'done', act: { input: { places: MANY } } });
  const waiting = "select from letters where ticket = 1001 and state not in ('sent', 'collapsed') limit 1";
  for (const until = Date.now() + 60_000; (await day.rows(waiting)).length > 0; await sleep(50))
    if (Date.now() > until) throw new Error(`not carried: ${JSON.stringify(await day.unsent())}`);
  const calls = (await journal()).filter(({ n, kind }) => n > from && kind === 'call');
  const changed = calls.flatMap(({ name, request }) =>
    name === 'chat.update' ? [(request as { ts: string }).ts] : [],
  );
  expect(new Set(changed).size).toBe(changed.length);
  expect(changed.length).toBeGreaterThanOrEqual(MANY);
  expect(calls.length - MANY).toBeLessThanOrEqual(5);
  const shown = day.slack.slack.state.messages[own.channel]?.filter((m) => JSON.stringify(m).includes(PHONE));
  expect(shown).toEqual([]);
});
