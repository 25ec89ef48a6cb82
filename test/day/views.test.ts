import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message, ViewSeen } from '../../local-slack/wire.ts';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

/** Searches that are kept under a name: a person's own, and a group's that its lead keeps. */

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let lea: PersonInSlack;
let bao: PersonInSlack;
let desk: string;
let asking: string;

beforeAll(async () => {
  day = await openDay({ tickets: true });
  [ana, lea, bao] = [day.person('ana'), day.person('lea'), day.person('bao')];
  [desk, asking] = [day.channel('support-desk'), day.channel('ask-support')];
  await day.kept(
    'that every ticket can be found',
    'select 1 where not exists (select from tickets t where not exists (select from ticket_search s where s.number = t.number))',
  );
});
afterAll(() => day.close());

const types = async (person: PersonInSlack, typed: string, ...words: string[]): Promise<Message> => {
  await person.command(person === bao ? asking : desk, typed);
  return person.message(words.join(', '), (m) => m.ephemeral && words.every((w) => wordsOf(m).includes(w)));
};
const fault = (person: PersonInSlack, field: string, words: string) =>
  person.await(words, ({ views }) => views.find(({ errors }) => errors[field]?.includes(words)));
const close = (person: PersonInSlack, view: ViewSeen) => person.act({ do: 'close', view_id: view.id });

test('an agent keeps a search under a name, opens it by that name, renames it, deletes it and has it again', async () => {
  const list = await types(ana, 'search agent:me status:open', 'Agent: *Ana López*');
  await ana.press('Save as view', list);
  const form = await ana.window('Agent: *Ana López*', 'Name');
  expect(JSON.stringify(form.blocks)).not.toContain('"block_id":"owner"');
  await ana.submit(form, { name: 'mine' });
  await fault(ana, 'name', 'always there');
  await ana.submit(form, { name: ' – ' });
  await fault(ana, 'name', 'letters or digits');
  await ana.submit(form, { name: 'My <open> ones' });
  await close(ana, await ana.window('Saved. Open it with'));
  const mine = await types(ana, 'view my <open> ONES', '*My &lt;open&gt; ones* · *', 'Toner for the printer');
  expect(wordsOf(mine)).toContain('agent:me');
  const views = await types(ana, 'views', 'My &lt;open&gt; ones', 'mine:progress', 'unhappy');
  expect(wordsOf(views)).not.toContain('the spam box');
  await ana.press('Rename', views);
  const rename = await ana.form('Rename view');
  await ana.submit(rename, { name: 'Today' });
  await close(ana, await ana.window('Renamed.'));
  const renamed = await types(ana, 'list', '*Today*');
  await ana.press('Delete', renamed);
  const gone = await ana.reads('The view “Today” is deleted');
  await types(ana, 'view today', 'There is no view “today”');
  await ana.press('Save it again', gone);
  const again = await ana.form('Save as view');
  expect(JSON.stringify(again.blocks)).toContain('"initial_value":"Today"');
  await ana.submit(again, { name: 'Today' });
  await close(ana, await ana.window('Saved. Open it with'));
  await types(ana, 'view toady', 'Did you mean `today`?');
});

test('a lead keeps one for her group, which everybody there opens and only leads change', async () => {
  const list = await types(lea, 'search group:support is:unassigned', 'Nobody yet');
  await lea.press('Save as view', list);
  await lea.submit(await lea.window('For whom?'), { name: 'Nobodys', owner: 'group.support' });
  await close(lea, await lea.window('Saved.'));
  const views = await types(ana, 'views', 'Nobodys* of Support');
  await ana.press('Open', {
    ...views,
    blocks: views.blocks.filter((block) => JSON.stringify(block).includes('Nobodys')),
  });
  const opened = await ana.reads('*Nobodys* ·', 'The web shop shows an error');
  expect(opened.ts).toBe(views.ts);
  await types(ana, 'view nobodys', '*Nobodys* ·');
  const [kept] = await day.rows<{ id: number }>(`select id from saved_views where name = 'Nobodys'`);
  const menu = JSON.stringify(views.blocks.find((block) => JSON.stringify(block).includes('Nobodys')));
  expect(menu).toContain(`"run.${kept?.id}"`);
  expect(menu).not.toContain(`"remove.${kept?.id}"`);
  await types(bao, 'view nobodys', 'There is no view');
});

test('the lists that are always there show what they say, and the spam box to leads only', async () => {
  await types(lea, 'list spam', '*spam* · *1* ticket');
  await types(ana, 'list spam', 'There is no view “spam”');
  await types(ana, 'view mine:pending', '*mine:pending* · *1* ticket', 'Toner for the printer');
  await types(ana, 'view unhappy', '*unhappy*', 'Mood');
  await types(bao, 'list mine', '*mine* · *', 'Discount for forty seats');
});

test('a list that is no view is what somebody asks for', async () => {
  await bao.command(asking, 'list of printers on the second floor');
  const form = await bao.form('New request');
  expect(JSON.stringify(form.blocks)).toContain('list of printers on the second floor');
  await close(bao, form);
});

test('the App Home has it in the menu of boards, and opens it as a list', async () => {
  await ana.act({ do: 'open_home' });
  const home = await ana.await('a home with views', ({ home }) => home && has(home, 'Nobodys (of Support)') && home);
  await choose(ana, 'Nobodys (of Support)', home);
  const list = await ana.window('*Nobodys* ·', 'The web shop shows an error');
  await close(ana, list);
  // Deleted by its lead meanwhile.
  const views = await types(lea, 'views', 'Nobodys');
  await lea.press('Delete', views);
  await ana.await('a home without it', ({ home }) => home && !has(home, 'Nobodys'));
});

type Options = { value: string; text: { text: string } }[];
type Select = { action_id: string; option_groups?: { options: Options }[] };
const has = (home: ViewSeen, words: string) => JSON.stringify(home.blocks).includes(words);

async function choose(person: PersonInSlack, label: string, home: ViewSeen): Promise<void> {
  const block = home.blocks.find((one) => JSON.stringify(one).includes('"go.home.boards"'));
  const [menu] = home.blocks
    .flatMap((one) => ('elements' in one ? (one.elements as Select[]) : []))
    .filter(({ option_groups }) => option_groups);
  const option = menu?.option_groups?.flatMap(({ options }) => options).find(({ text }) => text.text === label);
  if (!menu || !option) throw new Error(`There is no "${label}" in: ${wordsOf(home)}`);
  const value = { type: 'static_select', selected_option: option };
  const place = { kind: 'view', view_id: home.id } as const;
  await person.act({ do: 'click', place, block_id: block?.block_id ?? '', action_id: menu.action_id, value });
}
