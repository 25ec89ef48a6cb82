import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { deskLock } from '../../src/db/desk-lock.ts';
import { openRegistry } from '../../src/db/registry.ts';
import { makeFindable } from '../../src/db/search/keep.ts';
import { openTemplates } from '../../src/db/templates.ts';
import { processingOf } from '../../src/desk/book.ts';
import {
  categoriesBy,
  decideFor,
  moveCategory,
  removeCategory,
  saveCategory,
} from '../../src/desk/category-editing.ts';
import { groupKey } from '../../src/domain/language.ts';
import { definition } from '../../src/domain/triggers.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
let deps: Parameters<typeof removeCategory>[0];
let book: () => ReturnType<ReturnType<typeof openRegistry>['load']>;
const [support, billing] = [groupKey('support'), groupKey('billing')];

beforeAll(async () => {
  house = await openTestDesk();
  const { categories, triggers, load } = openRegistry(house.sql);
  deps = { desk: house.desk, categories, triggers, templates: openTemplates(house.sql) };
  book = () => load(WORKSPACE);
});
beforeEach(async () => {
  await house.sql`delete from templates`;
  await house.sql`delete from triggers`;
  for (const [group, types] of [
    [
      'support',
      [
        { key: 'how_to', name: 'How-to' },
        { key: 'network', name: { en: 'Network', it: 'Rete è giù' } },
      ],
    ],
    ['billing', [{ key: 'invoice', name: 'Invoice' }]],
  ] as const)
    await house.sql`
      update groups set policies = ${house.sql.json({ processing_types: types })}, gone_processing = '[]', said = '{}'
      where key = ${group}`;
});
afterAll(() => house.close());

const its = async (by: Name = 'lea', group = support) =>
  (await categoriesBy(deps, who[by]))?.find((one) => one.group === group);
const keys = async () => (await its())?.types.map(({ key }) => key);
const save = async (name: string | { en?: string; it?: string }, key: string | null = null, by: Name = 'lea') =>
  saveCategory(deps, who[by], { group: support, key, name, seen: (await its('ada'))?.mark ?? '' });
const remove = (key: string, by: Name = 'lea', group = support) => removeCategory(deps, who[by], { group, key });

test('what a lead says while a desk file is applied is said after it, and stands', async () => {
  const DECIDED = { document_on_close: 'required', customer_for_agents: false } as const;
  const { sql } = house;
  const waiting = async () =>
    (
      await sql`select from pg_locks where locktype = 'advisory' and not granted and database = (
      select oid from pg_database where datname = current_database())`
    ).count;
  const [before] = await sql<{ policies: object }[]>`select policies from groups where key = 'support'`;
  let said: Promise<boolean> | undefined;
  await sql.begin(async (file) => {
    await file`select pg_advisory_xact_lock(hashtext(${deskLock(WORKSPACE)}))`;
    said = decideFor(deps, who.lea, support, DECIDED);
    await vi.waitFor(async () => expect(await waiting()).toBe(1));
    await file`update groups set policies = ${file.json({ ...before?.policies })}, said = '{}' where key = 'support'`;
  });
  expect(await said).toBe(true);
  expect((await its())?.decided).toEqual(DECIDED);
  const [after] = await sql<{ said: object }[]>`select said from groups where key = 'support'`;
  expect(Object.keys(after?.said ?? {}).toSorted()).toEqual(['customer_for_agents', 'document_on_close']);
});

test('leads look after those of their groups, administrators after all, others after none', async () => {
  const groups = async (by: Name) => (await categoriesBy(deps, who[by]))?.map(({ group }) => group);
  expect(await groups('lea')).toEqual(['support']);
  expect(await groups('ada')).toEqual(expect.arrayContaining(['support', 'billing']));
  for (const by of ['ana', 'bao'] as const) {
    expect(await groups(by)).toBeUndefined();
    expect(await save('Theirs', null, by)).toEqual({ kind: 'changed' });
    expect(await remove('network', by)).toEqual({ kind: 'changed' });
    expect(await decideFor(deps, who[by], support, { document_on_close: 'off', customer_for_agents: true })).toBe(
      false,
    );
  }
  expect(await remove('invoice', 'lea', billing)).toEqual({ kind: 'changed' });
  await moveCategory(deps, who.ana, { group: support, key: 'network' });
  expect(await keys()).toEqual(['how_to', 'network']);
});

test('one is added, called otherwise and put elsewhere; a name that is no name or taken is refused', async () => {
  expect(await save({ en: 'Lost access', it: 'Accesso perso' })).toEqual({ kind: 'saved' });
  await moveCategory(deps, who.lea, { group: support, key: 'lost_access' });
  await moveCategory(deps, who.lea, { group: support, key: 'lost_access' });
  await moveCategory(deps, who.lea, { group: support, key: 'lost_access' });
  expect(await keys()).toEqual(['lost_access', 'how_to', 'network']);
  expect(await save('The way to', 'how_to')).toEqual({ kind: 'saved' });
  expect((await its())?.types[1]).toEqual({ key: 'how_to', name: 'The way to' });
  expect(await save('')).toEqual({ kind: 'wrong', why: 'no_name' });
  expect(await save({ en: 'Cables', it: 'RETE E GIU' })).toEqual({ kind: 'wrong', why: 'same_name' });
  expect(await save({ en: 'Network', it: 'Rete' }, 'network')).toEqual({ kind: 'saved' });
  const seen = (await its())?.mark ?? '';
  await save('Printers');
  expect(await saveCategory(deps, who.ada, { group: support, key: null, name: 'Late', seen })).toEqual({
    kind: 'changed',
  });
  const many = Array.from({ length: 100 }, (_, at) => ({ key: `k${at}`, name: `Name ${at}` }));
  await house.sql`update groups set policies = ${house.sql.json({ processing_types: many })} where key = 'support'`;
  expect(await save('One more')).toEqual({ kind: 'wrong', why: 'too_many' });
});

test('what is taken away stays what tickets were about: by its name, found by it, and no other is called by its key', async () => {
  const number = await house.raise();
  const act = (verb: 'keep' | 'edit' | 'resolve', input: object = {}) =>
    house.desk.act(number, { verb, by: who.ana, input });
  done(await act('keep'));
  done(await act('edit', { processing: 'network' }));
  await makeFindable(house.sql, WORKSPACE, { ticket: number });
  const found = async (word: string) => {
    const page = { now: new Date(), tz: 'UTC', limit: 20 };
    const answer = await house.desk.search(who.ana, { processing: [word] }, page);
    return answer.kind === 'found' ? answer.tickets.map((one) => one.number) : [];
  };
  expect(await deps.categories.uses(WORKSPACE, support, ['network', 'how_to'])).toEqual(
    new Map([
      ['network', 1],
      ['how_to', 0],
    ]),
  );
  expect(await save({ en: 'Cables', it: 'Cavi' }, 'network')).toEqual({ kind: 'saved' });
  expect(await found('cavi')).toEqual([number]);
  expect(await remove('network')).toEqual({ kind: 'removed' });
  expect(await keys()).toEqual(['how_to']);
  expect(processingOf(await book(), { group: support, processing: 'network' })).toEqual({
    name: { en: 'Cables', it: 'Cavi' },
    gone: true,
  });
  // Of another group's it is known as well: there it was before it was forwarded.
  expect(processingOf(await book(), { group: billing, processing: 'how_to' })).toEqual({ name: 'How-to', gone: false });
  expect(await found('cavi')).toEqual([number]);
  done(await act('edit', { title: 'Another', processing: 'network' }));
  expect(
    why(await house.desk.act(await house.raise(), { verb: 'edit', by: who.lea, input: { processing: 'network' } })),
  ).toBe('bad_input');
  await save('Network');
  expect(await keys()).toEqual(['how_to', 'network_2']);
});

test('what a trigger or a template still names is not taken away, unless the same stands in another group for all', async () => {
  const trigger = (group: string | null) =>
    definition.parse({
      name: 'Nets',
      group,
      on: ['resolved'],
      conditions: [{ of: 'processing', is: 'is', values: ['network'] }],
      results: [{ do: 'notify', whom: 'leads' }],
    });
  const hello = { code: 'hello', title: 'Hello', text: { en: 'Hello' }, variants: {}, acts: [] };
  const template = (group: typeof support | null) => ({ ...hello, group, processing: 'network' });
  await deps.triggers.add(WORKSPACE, 'nets', { given: trigger('support'), by: who.lea });
  await deps.templates.add(WORKSPACE, template(support), who.lea);
  expect(await remove('network')).toEqual({ kind: 'named', triggers: ['Nets'], templates: ['Hello'] });
  await house.sql`update triggers set group_key = null`;
  await house.sql`update templates set group_key = null`;
  expect(await remove('network')).toMatchObject({ kind: 'named' });
  const same = house.sql.json({ processing_types: [{ key: 'network', name: 'Network' }] });
  await house.sql`update groups set policies = ${same} where key = 'billing'`;
  expect(await remove('network')).toEqual({ kind: 'removed' });
});

test('how its tickets end is said in Slack, by whom is kept, and what was so already is nobody’s', async () => {
  const said = async () => {
    const [row] = await house.sql<
      { said: Record<string, { by: string }> }[]
    >`select said from groups where key = 'support'`;
    return Object.entries(row?.said ?? {}).map(([policy, { by }]) => [policy, by]);
  };
  expect(await decideFor(deps, who.lea, support, { document_on_close: 'required', customer_for_agents: true })).toBe(
    true,
  );
  expect((await its())?.decided).toEqual({ document_on_close: 'required', customer_for_agents: true });
  expect(await said()).toEqual([['document_on_close', who.lea]]);
  await decideFor(deps, who.ada, support, { document_on_close: 'required', customer_for_agents: true });
  expect(await said()).toEqual([['document_on_close', who.lea]]);
  expect((await its())?.types).toHaveLength(2);
});
