import { setTimeout as sleep } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../local-slack/wire.ts';
import { sweep } from '../../src/db/sweep.ts';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;
let kofi: PersonInSlack;
let desk: string;
let own: Message;
let card: Message;

beforeAll(async () => {
  day = await openDay({
    edit: (file) => file.replace('max_size: 20 MB', 'max_size: 2 KB').replace('max_number: 10', 'max_number: 2'),
  });
  [bao, ana, kofi] = [day.person('bao'), day.person('ana'), day.person('kofi')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const uploaded = async (person: PersonInSlack, name: string, content: string, mimetype = 'text/plain') => {
  const bytes = Buffer.from(content).toString('base64');
  const file = await person.act({ do: 'upload', name, mimetype, content: bytes });
  return (file.ok && file.file) || 'no file';
};
const say = (person: PersonInSlack, under: Message, text: string, files: string[]) =>
  person.act({ do: 'send', channel: under.channel, text, thread_ts: under.ts, files });
const under = (root: Message, name: string) => (m: Message) => isUnder(root, m) && m.files.some((f) => f.name === name);
const text = async (message: Message) => (await fetch(new URL(message.files[0]?.url ?? '', day.slack.url))).text();
const kept = async (verb: string) => {
  const rows = await day.rows<{ files: object[] }>(
    `select m.files from messages m join events e using (workspace, ticket, seq) where e.verb = '${verb}' order by m.seq desc`,
  );
  return rows[0]?.files;
};
const whispered = (person: PersonInSlack, words: string) =>
  person.message(`a whisper of ${words}`, (m) => m.ephemeral && wordsOf(m).includes(words));
const control = (body: object) =>
  fetch(`${day.slack.url}/_local/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const sum = (content: string) => createHash('sha256').update(content).digest('hex');

test('a file of a new request: what its group does not take stands under the question, the rest goes to the agents', async () => {
  await bao.command(day.channel('general'), 'The scanner is dark');
  await bao.choose(await bao.form('New request'), 'type', 'malfunction', {
    title: 'The scanner is dark',
    content: 'See it.',
  });
  const form = await bao.await('its questions', ({ views }) =>
    views.find((view) => JSON.stringify(view.blocks).includes('fields.device')),
  );
  const answers = {
    type: 'malfunction',
    title: 'The scanner is dark',
    content: 'See it.',
    'fields.device': 'laptop',
    'fields.screen': 'Scan',
    'fields.since_when': 'Monday',
  };
  const big = await uploaded(bao, 'log.txt', 'x'.repeat(2049));
  const good = await uploaded(bao, 'scanner.txt', 'All dark.');
  await bao.submit(form, { ...answers, files: [good, big] });
  const faulty = await bao.await('why it was not taken', ({ views }) => views.find(({ errors }) => 'files' in errors));
  expect(faulty.errors['files']).toBe(
    '“log.txt” was not taken: it has 2.1 kB, and 2 kB is the most. Please send a smaller one, or a link to it. Take it out here and send again.',
  );
  expect(await day.rows('select number from tickets')).toEqual([]);
  await bao.submit(form, { ...answers, files: [good] });
  own = await bao.message('his card', (m) => m.bot && isRoot(m) && wordsOf(m).includes('T-1001'));
  card = await ana.message('the card', (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('T-1001'));
  const carried = await ana.message('the file', under(card, 'scanner.txt'));
  expect(wordsOf(carried)).toContain('From the requester');
  expect(await text(carried)).toBe('All dark.');
  await day.kept('that it was carried', "select from sent_files where state = 'sent'");
  const [sent] = await day.rows('select original, side, size::int, sum, tickets from sent_files');
  expect(sent).toEqual({ original: good, side: 'agents', size: 9, sum: sum('All dark.'), tickets: [1001] });
  await ana.message(
    'what came with it',
    (m) => isUnder(card, m) && /raised this.*📎 <.*scanner\.txt>/.test(wordsOf(m)),
  );
  await bao.press('Show', own);
  const shown = await bao.form('T-1001');
  expect(wordsOf(shown)).toMatch(/See it\.\n📎 <.*scanner\.txt>/);
  await bao.act({ do: 'close', view_id: shown.id });
  const [event] = await day.rows<{ input: { files: object[] } }>("select input from events where verb = 'create'");
  expect(event?.input.files).toMatchObject([{ id: good, name: 'scanner.txt', type: 'text/plain', size: 9 }]);
});

test('in a thread the message goes on, and its author alone is told of what was not taken', async () => {
  await day.app.desk.act(ticketNumber(1001), { verb: 'keep', by: personId(ana.id) });
  const program = await uploaded(bao, 'invoice.pdf.exe', 'MZ', 'application/octet-stream');
  const note = await uploaded(bao, 'note.txt', 'Room 4');
  await say(bao, own, 'Here is the bill.', [program, note]);
  const told = await whispered(bao, 'was not taken');
  expect(wordsOf(told)).toContain(
    '“invoice.pdf.exe” was not taken: it looks like pdf by its name but is of the kind exe, which is not allowed here.',
  );
  expect(wordsOf(told)).toContain('Your message went on without it.');
  await ana.message('his words', (m) => isUnder(card, m) && wordsOf(m).includes('Here is the bill.'));
  await ana.message('the other file', under(card, 'note.txt'));
  expect(await kept('message')).toMatchObject([{ id: note, name: 'note.txt' }]);
  const { messages } = await ana.see();
  expect(messages.filter(under(card, 'invoice.pdf.exe'))).toEqual([]);
  expect(messages.filter((m) => m.ephemeral)).toEqual([]);
});

test('the same file is carried once, however often it is shared', async () => {
  const map = await uploaded(bao, 'map.txt', 'Turn left.');
  await say(bao, own, 'A map', [map]);
  await ana.message('the file', under(card, 'map.txt'));
  await say(bao, own, 'The map once more', [map]);
  await say(bao, own, 'And a plan', [await uploaded(bao, 'plan.txt', 'Turn right.')]);
  await ana.message('what came after it', under(card, 'plan.txt'));
  expect((await ana.see()).messages.filter(under(card, 'map.txt'))).toHaveLength(1);
});

test('what an agent sends with an answer reaches the requester, and his colleagues can open it too', async () => {
  await ana.command(desk, 'reply T-1001');
  const form = await ana.form('T-1001');
  await ana.submit(form, { text: 'See the manual.', files: [await uploaded(ana, 'manual.txt', 'Turn the lamp.')] });
  const carried = await bao.message('the file', under(own, 'manual.txt'));
  expect(await text(carried)).toBe('Turn the lamp.');
  const inside = await kofi.message('the file', under(card, 'manual.txt'));
  expect(wordsOf(inside)).toContain('Sent by Ana');
  expect(await text(inside)).toBe('Turn the lamp.');
});

test('a file that is gone before it is carried, or whose way breaks off, is told of in the thread, and no half of it is shared', async () => {
  for (const [method, kind, says] of [
    ['files.info', { do: 'error', error: 'file_deleted' }, 'was deleted in Slack before it could be carried here'],
    ['files.getUploadURLExternal', { do: 'error', error: 'internal_error' }, 'could not be carried here'],
    ['files.completeUploadExternal', { do: 'error', error: 'access_denied' }, 'could not be carried here'],
  ] as const) {
    const name = `${method}.txt`;
    const file = await uploaded(bao, name, 'Lost.');
    await control({ do: 'arm', fault: { method, kind, left: method === 'files.getUploadURLExternal' ? 5 : 1 } });
    await say(bao, own, `With ${method}`, [file]);
    await ana.message(says, (m) => isUnder(card, m) && wordsOf(m).includes(name) && wordsOf(m).includes(says));
    expect((await ana.see()).messages.filter(under(card, name))).toEqual([]);
    await control({ do: 'disarm' });
  }
});

test('a file whose answer was lost was shared all the same, and nobody is told otherwise', async () => {
  const kind = { do: 'apply_then_drop' };
  await control({ do: 'arm', fault: { method: 'files.completeUploadExternal', kind, left: 1 } });
  const file = await uploaded(bao, 'last.txt', 'Here.');
  await say(bao, own, 'The last one', [file]);
  await ana.message('the file', under(card, 'last.txt'));
  await day.kept('that it was carried', `select from sent_files where original = '${file}' and state = 'sent'`);
  expect((await ana.see()).messages.filter((m) => isUnder(card, m) && /last.txt could/.test(wordsOf(m)))).toEqual([]);
});

test('what came with a form goes to the other side though the process dies before, and though it dies while at it', async () => {
  const queue = `files:${day.app.desk.workspace}:1001`;
  const held = { locked_by: 'a process that was killed', locked_at: new Date(Date.now() - 60_000) };
  await day.sql`update graphile_worker._private_job_queues set ${day.sql(held)} where queue_name = ${queue}`;
  const [before, during] = [
    await uploaded(ana, 'before.txt', 'Not begun.'),
    await uploaded(ana, 'during.txt', 'Begun.'),
  ];
  await ana.command(desk, 'reply T-1001');
  await ana.submit(await ana.form('T-1001'), { text: 'Both of them.', files: [before, during] });
  await bao.reads('Both of them.');
  const job = `select from graphile_worker._private_jobs where key like '${queue}:%'`;
  expect(await day.rows(job)).toHaveLength(1);
  const copies = `select state from sent_files where original in ('${before}', '${during}')`;
  expect(await day.rows(copies)).toEqual([]);
  await day.sql`update graphile_worker._private_jobs set ${day.sql({ ...held, attempts: 1 })} where key like ${`${queue}:%`}`;
  await day.sql`insert into sent_files (workspace, kind, tickets, original, side)
    values (${day.app.desk.workspace}, 'copy', '{1001}', ${during}, 'requester')`;
  await sweep(day.sql);
  for (const [person, root] of [
    [bao, own],
    [kofi, card],
  ] as const)
    for (const name of ['before.txt', 'during.txt']) await person.message(name, under(root, name));
  for (const until = Date.now() + 15_000; (await day.rows(job)).length > 0 && Date.now() < until;) await sleep(50);
  expect(await day.rows(copies)).toEqual(Array.from({ length: 4 }, () => ({ state: 'sent' })));
  const { messages } = await bao.see();
  expect(messages.filter((m) => under(own, 'before.txt')(m) || under(own, 'during.txt')(m))).toHaveLength(2);
});
