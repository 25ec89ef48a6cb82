import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let lea: PersonInSlack;
let ana: PersonInSlack;
let bao: PersonInSlack;
let desk: string;
const numbers: number[] = [];

beforeAll(async () => {
  day = await openDay();
  [lea, ana, bao] = [day.person('lea'), day.person('ana'), day.person('bao')];
  desk = day.channel('support-desk');
  for (let at = 1; at <= 34; at++) {
    const about = { title: `VPN drops, floor ${at}`, content: 'Every hour.', group: 'support', channel: 'slash' };
    const raised = await day.app.desk.open(bao.id as never, about);
    if (raised.kind !== 'done') throw new Error(raised.kind);
    numbers.push(raised.ticket.number);
  }
});
afterAll(() => day.close());

const boxes = (view: Awaited<ReturnType<PersonInSlack['window']>>) =>
  view.blocks.flatMap((block) => (block.block_id?.startsWith('tick_') ? [block.block_id] : []));
const begin = async (person: PersonInSlack) => {
  await person.command(desk, 'batch');
  return person.window('Tick the tickets');
};
const refused = (person: PersonInSlack, field: string, words: string) =>
  person.await(`why not: ${words}`, ({ views }) => views.find(({ errors }) => errors[field]?.includes(words)));

test('whoever only asks has no batch, and is told where his requests are', async () => {
  await bao.command(day.channel('general'), 'batch');
  await bao.message('who may', (m) => m.ephemeral && wordsOf(m).includes('for agents, leads and administrators'));
});

test('what is typed wrongly is said in its place', async () => {
  const form = await begin(lea);
  await lea.submit(form, { typed: '' });
  await refused(lea, 'typed', 'at least one ticket');
  await lea.submit(form, { typed: '1001 nonsense 9-7' });
  await refused(lea, 'typed', 'no ticket number: nonsense, 9-7');
  await lea.submit(form, { typed: '1-1000' });
  await refused(lea, 'typed', 'at most 500');
  await lea.submit(form, { typed: 'x'.repeat(3000) });
  await lea.await('a short reproach', ({ views }) =>
    views.find(({ errors }) => (errors['typed'] ?? '').includes('xxx…') && (errors['typed'] ?? '').length < 200),
  );
  await lea.submit(form, { typed: '1001 T-1002 1001, 99999' });
  const what = await lea.window('For 3 tickets');
  await lea.choose(what, 'act', 'reply', {});
  const asks = await lea.window('{{requester}}');
  await lea.submit(asks, { act: 'reply', text: 'Dear {{name}}' });
  await refused(lea, 'text', 'no code {{name}}');
  await lea.submit(asks, { act: 'reply', text: 'Dear {{requester}}' });
  const preview = await lea.window('Dear Bao');
  await lea.act({ do: 'close', view_id: preview.id });
  await lea.submit(asks, { act: 'reply', text: 'Hello {{requester}}' });
  const hello = await lea.window('Hello Bao');
  await lea.act({ do: 'close', view_id: hello.id });
  await lea.choose(asks, 'act', 'tag', {});
  const tags = await lea.window('Tags that shall go');
  await lea.submit(tags, { act: 'tag', add: ' , ' });
  await refused(lea, 'add', 'name a tag');
  await lea.submit(tags, { act: 'tag', add: Array.from({ length: 60 }, (_, n) => `tag${n}`).join() });
  await refused(lea, 'add', 'at most 20 tags');
  await lea.closeAll();
});

test('all pages are ticked, one answer goes to all of them, and all of it is taken back', async () => {
  const form = await begin(lea);
  expect(boxes(form)).toHaveLength(3);
  await lea.press('Next page', form);
  const second = await lea.window('31 to 34 of 34');
  await lea.press('Tick all 34', second);
  await lea.press('Previous', await lea.window('*34* ticked'));
  await lea.submit(await lea.window('21 to 30 of 34', '*34* ticked'), { typed: '99999' });
  const what = await lea.window('For 35 tickets');
  await lea.choose(what, 'act', 'resolve', {});
  const asks = await lea.window('{{requester}}');
  await lea.submit(asks, {
    act: 'resolve',
    text: 'Dear {{requester}}, {{title}} is mended ({{number}}).',
    reason: 'solved',
  });
  const preview = await lea.window('34 tickets', 'T-99999', 'Dear Bao', 'two minutes');
  expect(/T-\d+/.exec(wordsOf(preview))?.[0]).toBe(/T-\d+/.exec(wordsOf(form))?.[0]);
  await lea.submit(preview, {});
  await lea.window('It has begun with 35 tickets');
  await lea.closeAll();
  const result = await lea.reads('Resolving 35 tickets', '34 done', '1 left as it was', 'T-99999');
  expect(result.channel).toMatch(/^D/);
  await lea.press('All results', result);
  const results = await lea.window('1 to 20 of 35');
  await lea.press('Next page', results);
  await lea.window('21 to 35 of 35');
  await lea.closeAll();
  // Nobody outside has heard of it yet.
  const [heard] = await day.rows<{ n: number }>(
    `select count(*)::int as n from letters where kind = 'main' and state = 'sent'`,
  );
  expect(heard?.n).toBe(0);
  await lea.press('Undo all', result);
  await lea.reads('Taking back 34 tickets', '34 done');
  const taken = await lea.reads('Resolving 35 tickets', 'It was taken back');
  expect(JSON.stringify(taken.blocks)).not.toContain('Undo all');
  const open = await day.rows(`select number from tickets where state = 'new' and assignee is null`);
  expect(open).toHaveLength(34);
  for (const number of [numbers[0], numbers[33]])
    expect(await day.replayed(number as never)).toEqual(await day.ticket(number as never));
});

test('tickets given to somebody ping him once; what is not one’s own is left, with the rule', async () => {
  const form = await begin(lea);
  await lea.submit(form, { typed: `${numbers[0]}-${numbers[4]}` });
  const what = await lea.window('For 5 tickets');
  await lea.choose(what, 'act', 'assign', {});
  const asks = await lea.window('To whom?');
  expect(wordsOf(asks)).not.toContain('Anybody');
  expect(JSON.stringify(asks.blocks)).toMatch(/only agents of these stand here: [^,]*Support[^,]*\."/);
  expect(JSON.stringify(asks.blocks)).not.toContain('Mateo');
  await lea.submit(asks, { act: 'assign', to: ana.id, note: 'Same cause.' });
  await lea.submit(await lea.window('5 tickets', 'can be done'), {});
  await lea.closeAll();
  await lea.reads('Assigning 5 tickets', '5 done');
  await day.rows(`update letters set not_before = now() - interval '1 second' where kind = 'batched'`);
  await day.kept(
    'the wake',
    `select graphile_worker.add_job('deliver', json_build_object('workspace', workspace, 'conversation', conversation)) from letters where kind = 'batched'`,
  );
  await ana.reads('gave you 5 tickets', 'Same cause.');
  const { messages } = await ana.see();
  expect(messages.filter((m) => m.channel.startsWith('D') && wordsOf(m).includes('VPN drops, floor 1'))).toHaveLength(
    1,
  );

  const hers = await begin(ana);
  await ana.submit(hers, { typed: `${numbers[0]} ${numbers[10]}` });
  const act = await ana.window('For 2 tickets');
  await ana.choose(act, 'act', 'pend', {});
  const pend = await ana.window('waiting for');
  await ana.submit(pend, { act: 'pend', kind: 'check', waiting_for: '' });
  await refused(ana, 'waiting_for', '');
  await ana.submit(pend, { act: 'pend', kind: 'check', waiting_for: 'the provider' });
  const preview = await ana.window('1 ticket', 'will be left as it is', `T-${numbers[10]}`, 'You can: ');
  await ana.submit(preview, {});
  await ana.reads('Pending 2 tickets', '1 done', '1 left as it was');
  await ana.closeAll();
});

test('a board is ticked as it stands, and several repeat one ticket', async () => {
  await lea.act({ do: 'open_home' });
  const home = await lea.await('her home', (seen) => seen.home && wordsOf(seen.home).includes('Queue') && seen.home);
  await lea.press('Batch', home);
  const form = await lea.window('Tick the tickets', '1 to 29 of 29');
  expect(wordsOf(form)).not.toContain('floor 1 ');
  await lea.submit(form, { typed: `${numbers[20]} ${numbers[21]} ${numbers[22]}` });
  const what = await lea.window('For 3 tickets');
  await lea.choose(what, 'act', 'resolve_internally', {});
  const asks = await lea.window('Of which ticket is it a duplicate?');
  await lea.submit(asks, { act: 'resolve_internally', reason: 'duplicate', duplicate_of: '' });
  await refused(lea, 'duplicate_of', 'of which ticket');
  await lea.submit(asks, { act: 'resolve_internally', reason: 'duplicate', duplicate_of: `T-${numbers[20]}` });
  await lea.submit(await lea.window('2 tickets', 'can be done', '1 ticket', 'will be left'), {});
  await lea.reads('Resolving 3 tickets internally', '2 done', '1 left as it was');
  await lea.closeAll();
  expect(await day.ticket(numbers[22] as never)).toMatchObject({
    state: 'resolved',
    resolution: { reason: 'duplicate', duplicateOf: numbers[20] },
  });
  const open = await begin(lea);
  expect(wordsOf(open)).toContain('1 to 30 of 32');
  await lea.closeAll();
});
