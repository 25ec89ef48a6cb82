import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId } from '../../src/domain/language.ts';
import type { Message, ViewSeen } from '../../local-slack/wire.ts';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

/** Looking for tickets, as an agent, as whoever asked, and as a lead. */

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let giulia: PersonInSlack;
let desk: string;
let asking: string;

beforeAll(async () => {
  day = await openDay({ tickets: true });
  [ana, giulia] = [day.person('ana'), day.person('giulia')];
  [desk, asking] = [day.channel('support-desk'), day.channel('ask-support')];
  for (let n = 1; n <= 6; n++) {
    const request = { title: `Badge number ${n}`, content: 'A new one, please.', group: 'support', channel: 'home' };
    await day.app.desk.open(personId(day.person('min').id), request);
  }
  await day.kept(
    'that every ticket can be found',
    'select 1 where not exists (select from tickets t where not exists (select from ticket_search s where s.number = t.number))',
  );
});
afterAll(() => day.close());

const place = (person: PersonInSlack) => (person === giulia ? asking : desk);
const lists = async (person: PersonInSlack, typed: string, ...words: string[]): Promise<Message> => {
  await person.command(place(person), typed);
  return person.message(
    `what was found: ${words.join(', ')}`,
    (m) => m.ephemeral && words.every((w) => wordsOf(m).includes(w)),
  );
};
const blocksOf = (view: ViewSeen) => JSON.stringify(view.blocks);

test('an agent types what is looked for, reads how it was understood, and opens a ticket from the list', async () => {
  const list = await lists(
    ana,
    'search vpn group:support',
    '*1* ticket',
    'VPN drops every hour',
    'Words: *vpn*',
    'Group: *Support*',
    '/ticket search vpn group:support',
  );
  await ana.press('Show', list);
  const ticket = await ana.window('VPN drops every hour', 'Min-jun');
  await ana.act({ do: 'close', view_id: ticket.id });
});

test('pages are turned in their place', async () => {
  const first = await lists(ana, 'search status:open,resolved,completed,cancelled', '1 to 15');
  await ana.press('Next', first);
  const second = await ana.reads('16 to', 'Previous');
  expect(second.ts).toBe(first.ts);
  const numbers = (m: Message): string[] => wordsOf(m).match(/T-\d+/g) ?? [];
  expect(numbers(second).filter((number) => numbers(first).includes(number))).toEqual([]);
  await ana.press('Previous', second);
  const again = await ana.reads('1 to 15', 'Next');
  expect(numbers(again)).toEqual(numbers(first));
});

test('what was not understood is said over a form that has the rest', async () => {
  await ana.command(desk, 'search vpn stauts:pending agent:me group:legal priority:high from:2026-02-30');
  const form = await ana.window('Did you mean `status:`?', 'There is no “legal”', 'is no day for `from:`');
  expect(blocksOf(form)).toContain('"initial_value":"vpn stauts:pending"');
  expect(blocksOf(form)).toContain('Ana López (me)');
  await ana.submit(form, { text: 'laptop', numbers: 'T-x', agents: [], priorities: [] });
  await ana.await('that it is no number', ({ views }) =>
    views.find(({ errors }) => errors['numbers']?.includes('is no ticket number')),
  );
  const [agent] = await ana.search(form, 'agents', 'kof');
  expect(agent?.text.text).toBe('Kofi Mensah');
  await ana.submit(form, {
    text: 'discount',
    numbers: '',
    agents: agent ? [agent] : [],
    priorities: ['high'],
    states: ['open'],
    sort: 'oldest',
  });
  const list = await ana.window('*1* ticket', 'Discount for forty seats', 'Agent: *Kofi Mensah*', 'Oldest first');
  await ana.press('Change', list);
  const changed = await ana.window('What', 'Words');
  expect(blocksOf(changed)).toContain('"initial_value":"discount"');
  await ana.act({ do: 'close', view_id: changed.id });
});

test('days that end before they begin are said to, also those that are counted from today', async () => {
  await ana.command(desk, 'search from:yesterday until:"last week" is:qqq');
  const form = await ana.window('end before they begin', 'There are mine, unassigned, archived');
  await ana.act({ do: 'close', view_id: form.id });
});

test('nothing found says what to loosen, and one press does', async () => {
  const none = await lists(
    ana,
    'search status:open customer:no-such-code',
    'Nothing was found',
    'leave one condition out',
  );
  await ana.press('Closed ones too', none);
  const again = await ana.reads('Nothing was found', 'Status: *All open ones, All that are over*');
  expect(again.ts).toBe(none.ts);
});

test('what was found is ticked, to do the same to all of it', async () => {
  const list = await lists(ana, 'search "badge number"', '*6* tickets');
  await ana.press('Batch', list);
  const form = await ana.window('Badge number 1', 'Badge number 6');
  await ana.act({ do: 'close', view_id: form.id });
});

test('the same from a window, in its place', async () => {
  await ana.command(desk, 'search');
  await ana.submit(await ana.window('In titles, requests and conversations'), { text: 'badge number' });
  const found = await ana.window('*6* tickets');
  await ana.press('Batch', found);
  const form = await ana.window('Tick the tickets', 'Badge number 6');
  expect(form.id).toBe(found.id);
  await ana.act({ do: 'close', view_id: form.id });
});

test('all that was found comes as a file', async () => {
  const list = await lists(ana, 'search status:open group:support', 'tickets');
  await ana.press('As a file (CSV)', list);
  await ana.reads('in your messages from Threadesk, as a file');
  await ana.message('the file', (m) => JSON.stringify(m).includes('.csv') && wordsOf(m).includes('of your search'));
});

test('whoever asked finds what is his, in his own words, and nothing else', async () => {
  const list = await lists(giulia, 'cerca badge', '*1* ticket', 'Il badge non apre', 'Abbiamo risposto');
  expect(wordsOf(list)).not.toContain('Ana López');
  await lists(giulia, 'search vpn', 'Non è stato trovato nulla', 'solo tra ciò che puoi leggere');
  await giulia.command(asking, 'search');
  const form = await giulia.window('Tra ciò che hai chiesto');
  expect(form).toMatchObject({ title: { text: 'Cerca le tue richieste' } });
  expect(blocksOf(form)).not.toContain('"block_id":"agents"');
  await giulia.submit(form, { states: ['my_turn'] });
  const found = await giulia.window('Stato: *Tocca a te*', 'Il badge non apre');
  await giulia.act({ do: 'close', view_id: found.id });
});

test.each<string>([
  `100% \\ ' " _ %`,
  `words:"\\" | & ! ( ) :* <->"`,
  `title:"'; drop table tickets; --" name:"%" email:"_" phone:"\\" tag:"{}" customer:"[a-z"`,
  `\u{1f469}\u200d\u{1f4bb} \ud83d`,
  'x'.repeat(500),
])('hostile words find nothing and break nothing: %s', async (typed) => {
  const before = (await ana.see()).messages.length;
  await ana.command(desk, `search ${typed}`);
  const said = await ana.await('an answer', ({ messages }) => (messages.length > before ? messages.at(-1) : null));
  expect(wordsOf(said)).toMatch(/Nothing was found|tickets?/);
  expect(wordsOf(said)).not.toContain('broke');
});
