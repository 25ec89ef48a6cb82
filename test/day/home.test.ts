import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JournalRow, ViewSeen } from '../../local-slack/wire.ts';
import { digest } from '../../src/db/digest.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let lea: PersonInSlack;

beforeAll(async () => {
  day = await openDay();
  [ana, bao, lea] = [day.person('ana'), day.person('bao'), day.person('lea')];
});
afterAll(() => day.close());

async function raise(by: PersonInSlack, title: string, group = 'support'): Promise<TicketNumber> {
  const outcome = await day.app.desk.open(by.id as never, { title, content: 'Every hour.', group, channel: 'slash' });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.ticket.number;
}
async function act(number: TicketNumber, verb: Verb, by: PersonInSlack, input: unknown = {}): Promise<void> {
  const outcome = await day.app.desk.act(number, { verb, by: by.id as never, input });
  if (outcome.kind !== 'done') throw new Error(outcome.kind === 'refused' ? outcome.why : outcome.kind);
}
const homeOf = (person: PersonInSlack, what: string, has: (words: string) => boolean): Promise<ViewSeen> =>
  person.await(`a home ${what}`, ({ home }) => home && has(wordsOf(home)) && home);
const reads = (person: PersonInSlack, ...words: string[]) =>
  homeOf(person, `with "${words.join('" and "')}"`, (all) => words.every((word) => all.includes(word)));
const lacks = (person: PersonInSlack, word: string) =>
  homeOf(person, `without "${word}"`, (all) => !all.includes(word));

type Options = { value: string; text: { text: string } }[];
type Select = { action_id: string; options?: Options; option_groups?: { options: Options }[] };

/** Chooses from a menu of the App Home, by its words. */
async function choose(person: PersonInSlack, label: string, home: ViewSeen): Promise<void> {
  for (const { block_id = '', ...block } of home.blocks)
    for (const menu of ('elements' in block ? block.elements : []) as Select[]) {
      const options = menu.options ?? menu.option_groups?.flatMap((group) => group.options) ?? [];
      const option = options.find(({ text }) => text.text === label);
      const value = { type: 'static_select', selected_option: option };
      const place = { kind: 'view', view_id: home.id } as const;
      if (option) return void (await person.act({ do: 'click', place, block_id, action_id: menu.action_id, value }));
    }
  throw new Error(`There is no "${label}" in: ${wordsOf(home)}`);
}

const published = async (person: PersonInSlack): Promise<JournalRow[]> => {
  const rows = (await (await fetch(`${day.slack.url}/_local/journal`)).json()) as JournalRow[];
  return rows.filter(
    ({ kind, name, request }) =>
      kind === 'call' && name === 'views.publish' && JSON.stringify(request).includes(person.id),
  );
};

test('two hundred changes at once are drawn once a second at most, and the last is what is', async () => {
  const numbers: TicketNumber[] = [];
  for (let at = 0; at < 10; at++) numbers.push(await raise(bao, `Burst ${at}`));
  await ana.act({ do: 'open_home' });
  await reads(ana, '*10* waiting in my groups');
  const before = await published(ana);
  await Promise.all(
    numbers.map(async (number, at) => {
      await act(number, 'keep', ana);
      for (let turn = 0; turn < 19; turn++) await act(number, 'edit', ana, { title: `Burst ${at}, edit ${turn}` });
    }),
  );
  await reads(ana, '*10* with me', '*0* waiting in my groups');
  await ana.press('Mine 10', await reads(ana, 'Mine 10'));
  await reads(ana, ...numbers.map((_number, at) => `Burst ${at}, edit 18`));
  const during = (await published(ana)).slice(before.length);
  const [first, last] = [during[0]?.at ?? 0, during.at(-1)?.at ?? 0];
  // One for each second that went by, one at its beginning, one at its end, and the one that she pressed for.
  expect(during.length).toBeLessThanOrEqual(Math.floor((last - first) / 1000) + 3);
  expect(during.length).toBeGreaterThan(0);
});

test('it stays where somebody is, whatever happens meanwhile', async () => {
  await lea.act({ do: 'open_home' });
  const first = await reads(lea, 'Queue');
  await lea.press('Load 10', first);
  const load = await reads(lea, 'Who has how much', 'Ana López', '*10* open');
  await lea.press('Show tickets', load);
  await reads(lea, 'Open tickets of Ana López', 'Burst 3, edit 18');
  await act(1004 as TicketNumber, 'resolve', ana, { text: 'Done.' });
  await lacks(lea, 'Burst 3, edit 18');
  await lea.press('Who has how much', await reads(lea, 'Open tickets of Ana López'));
  await reads(lea, '*9* open');
});

test('spam is for those who lead, and is restored from there', async () => {
  const number = await raise(bao, 'Buy gold');
  await act(number, 'keep', ana);
  await act(number, 'resolve_internally', ana, { reason: 'spam', sure: true });
  await choose(lea, 'Spam 1', await reads(lea, 'Who has how much', 'Spam 1'));
  await lea.press('Restore', await reads(lea, 'Spam box', 'Buy gold'));
  await reads(lea, 'The spam box is empty');
  expect(JSON.stringify((await ana.see()).home)).not.toContain('Spam');
});

test('a ticket that goes to another group leaves, and whoever joins a group sees its work', async () => {
  const number = await raise(bao, 'Goes away');
  await ana.press('Queue 1', await reads(ana, 'Queue 1'));
  await reads(ana, 'Goes away');
  await bao.act({ do: 'open_home' });
  await reads(bao, 'My requests', 'Goes away');
  await act(number, 'forward', lea, { group: 'billing' });
  await reads(ana, 'The queue is empty');
  await ana.act({ do: 'invite', channel: day.channel('support-desk'), user: bao.id });
  await reads(bao, 'waiting in my groups');
});

test('at the start of his working day an agent is told what waits for him, unless he wants not to be', async () => {
  // It is eleven where she works, and she began a moment ago.
  const east = 11 - new Date().getUTCHours();
  const span = ['11:00-18:00'];
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const hours = JSON.stringify({
    zone: `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`,
    week: Object.fromEntries(days.map((each) => [each, span])),
    holidays: [],
  });
  const kofi = day.person('kofi');
  for (const who of [ana, kofi]) {
    await act(await raise(bao, `Waits for ${who.id}`), 'keep', who);
    await who.command(day.channel('support-desk'), 'digest on');
    await who.reads('At the start of your working day');
    if (who === kofi) await who.command(day.channel('support-desk'), 'digest off');
    await who.command(day.channel('support-desk'), 'quiet');
    await who.reads('told of everything at once', who === kofi ? 'You are not told' : 'At the start');
  }
  await day.rows(`update people set digest_on = null, hours = '${hours}' where id in ('${ana.id}', '${kofi.id}')`);
  expect(await digest(day.sql, day.app.desk.workspace, new Date())).toBeGreaterThan(0);
  const told = await ana.reads('Good morning. For you today:', 'Burst');
  expect(wordsOf(told)).not.toContain(`Waits for ${kofi.id}`);
  await ana.press('Not in the morning', told);
  await ana.press('Tell me in the morning', await ana.reads('You are not told in the morning'));
  await ana.reads('At the start of your working day you are told');
  expect(JSON.stringify((await kofi.see()).messages)).not.toContain('For you today:');
});
