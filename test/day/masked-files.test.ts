import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JournalRow, Message } from '../../local-slack/wire.ts';
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
const filesUnder = async (person: PersonInSlack, root: Message) =>
  (await person.see()).messages.filter((m) => isUnder(root, m)).flatMap(({ files }) => files.map(({ name }) => name));

test('masking says which files it does not reach; those of ours that are ticked are deleted, and the history says so', async () => {
  const bytes = Buffer.from(`Call ${PHONE}`).toString('base64');
  const file = await bao.act({ do: 'upload', name: 'contract.txt', mimetype: 'text/plain', content: bytes });
  const files = file.ok && file.file ? [file.file] : [];
  await bao.act({ do: 'send', channel: own.channel, text: 'The contract', thread_ts: own.ts, files });
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

test('a copy that was deleted is not made again, and a file of another ticket cannot be deleted from here', async () => {
  await day.sql`insert into sent_files (workspace, kind, tickets, file, person, state)
    values (${day.app.desk.workspace}, 'transcript', '{1002}', 'F0OTHER', ${ana.id}, 'sent')`;
  const before = await day.rows<{ id: number }>('select id::int from sent_files where state = $$sent$$ order by id');
  await ana.act({ do: 'close', view_id: (await ana.see()).views.at(-1)?.id ?? '', all: true }).catch(() => undefined);
  await ana.command(desk, 'mask T-1001');
  const form = await ana.form('Mask in T-1001');
  const element = {
    type: 'checkboxes',
    selected_options: [{ text: { type: 'plain_text', text: 'x' }, value: String(before.at(-1)!.id) }],
  };
  await ana.act({ do: 'submit', view_id: form.id, values: { removes: { value: element } } }).catch(() => undefined);
  expect(await day.rows("select from sent_files where file = 'F0OTHER' and state = 'sent'")).toHaveLength(1);
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
