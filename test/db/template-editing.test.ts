import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTemplates } from '../../src/db/templates.ts';
import {
  codeOf,
  freeCode,
  removeTemplate,
  restoreTemplate,
  saveTemplate,
  templatesOf,
} from '../../src/desk/template-editing.ts';
import { groupKey } from '../../src/domain/language.ts';
import type { TemplateGiven } from '../../src/domain/templates.ts';
import { who, WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
let deps: Parameters<typeof saveTemplate>[0];
beforeAll(async () => {
  house = await openTestDesk();
  deps = { desk: house.desk, templates: openTemplates(house.sql) };
});
beforeEach(async () => {
  await house.sql`delete from templates`;
});
afterAll(() => house.close());

const support = groupKey('support');
const known = {
  groups: new Set(['support', 'billing', 'it']),
  fields: new Set(['device']),
  processing: new Map([
    ['support', new Set(['network'])],
    ['billing', new Set(['invoice'])],
  ]),
};
const hello = (more: Partial<TemplateGiven> = {}): TemplateGiven => ({
  code: 'hello',
  group: support,
  title: 'Hello',
  text: { en: 'Hello {{requester}}', it: 'Ciao {{requester}}' },
  variants: {},
  processing: null,
  acts: [],
  ...more,
});
const seenOf = async (code: string) => {
  const one = (await deps.templates.all(WORKSPACE)).find((each) => each.code === code);
  return { code, version: one?.version ?? -1 };
};
const save = (by: typeof who.lea, given: TemplateGiven, seen: Awaited<ReturnType<typeof seenOf>> | null = null) =>
  saveTemplate(deps, by, { seen, given, known });
const codes = async (by: typeof who.lea) => (await templatesOf(deps, by))?.all.map(({ code }) => code);

test('leads write for their groups, administrators for all; agents see what they may choose, and requesters nothing', async () => {
  expect(await save(who.lea, hello())).toEqual({ kind: 'saved', code: 'hello' });
  expect(await save(who.lea, hello({ code: 'all', group: null }))).toEqual({ kind: 'not_yours' });
  expect(await save(who.lea, hello({ code: 'bill', group: groupKey('billing') }))).toEqual({ kind: 'not_yours' });
  expect(await save(who.ana, hello({ code: 'mine' }))).toEqual({ kind: 'not_yours' });
  expect(await save(who.ada, hello({ code: 'all', group: null }))).toEqual({ kind: 'saved', code: 'all' });
  expect(await save(who.ada, hello({ code: 'bill', group: groupKey('billing') }))).toMatchObject({ kind: 'saved' });
  const taken = hello({ group: null, title: 'Everybody’s now' });
  expect(await save(who.lea, taken, await seenOf('hello'))).toEqual({ kind: 'not_yours' });
  expect(await save(who.lea, hello({ code: 'all' }), await seenOf('all'))).toEqual({ kind: 'not_yours' });
  expect((await codes(who.ana))?.toSorted()).toEqual(['all', 'hello']);
  expect((await codes(who.mateo))?.toSorted()).toEqual(['all', 'bill']);
  expect(await codes(who.ada)).toHaveLength(3);
  expect(await codes(who.bao)).toBeUndefined();
});

test('of two who write at once the second is told, and so is whoever takes a code that there is', async () => {
  await save(who.lea, hello());
  await save(who.lea, hello({ code: 'bye' }));
  const seen = await seenOf('hello');
  const saved = await Promise.all(['One', 'Two'].map((title) => save(who.lea, hello({ title }), seen)));
  expect(saved.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'saved']);
  expect(await save(who.lea, hello())).toEqual({ kind: 'taken' });
  expect(await save(who.lea, hello({ code: 'bye' }), await seenOf('hello'))).toEqual({ kind: 'taken' });
  await house.sql`update templates set uses = 1 where code = 'hello'`;
  expect(await save(who.lea, hello({ code: 'hi' }), await seenOf('hello'))).toEqual({ kind: 'saved', code: 'hi' });
  expect((await templatesOf(deps, who.lea))?.all).toMatchObject([
    { code: 'hi', uses: 1 },
    { code: 'bye', uses: 0 },
  ]);
});

test('what is removed comes back as it was, until its code is another’s', async () => {
  await save(who.lea, hello());
  await house.sql`update templates set uses = 1 where code = 'hello'`;
  const seen = await seenOf('hello');
  expect(await removeTemplate(deps, who.ana, seen)).toBeNull();
  expect(await removeTemplate(deps, who.lea, { ...seen, version: 99 })).toBeNull();
  expect(await removeTemplate(deps, who.lea, seen)).toMatchObject({ title: 'Hello' });
  expect(await codes(who.lea)).toEqual([]);
  expect(await save(who.lea, hello(), seen)).toEqual({ kind: 'gone' });
  expect(await restoreTemplate(deps, who.ana, 'hello')).toBeNull();
  expect(await restoreTemplate(deps, who.lea, 'hello')).toMatchObject({ code: 'hello', uses: 1 });
  expect(await codes(who.lea)).toEqual(['hello']);
  await removeTemplate(deps, who.lea, await seenOf('hello'));
  expect(await save(who.ada, hello({ title: 'Another' }))).toMatchObject({ kind: 'saved' });
  expect(await restoreTemplate(deps, who.lea, 'hello')).toBeNull();
  expect((await templatesOf(deps, who.lea))?.all).toMatchObject([{ title: 'Another', uses: 0 }]);
});

test('whatever is wrong with it is said, all at once', async () => {
  const given = hello({
    code: 'keep',
    title: '',
    group: groupKey('attic'),
    text: { en: 'Hello {{requester}} {{foo}} {{field.device}}', it: `${'x'.repeat(3001)} {{field.shoe}}` },
    acts: [
      { verb: 'edit', input: { priority: 'huge' } },
      { verb: 'forward', input: { group: 'cellar' } },
      { verb: 'resolve', input: { reason: 'solved' } },
      { verb: 'pend', input: { kind: 'requester', waiting_for: 'an answer' } },
    ],
  });
  expect(await save(who.ada, given)).toMatchObject({
    kind: 'faults',
    faults: [
      { part: 'code', why: 'is_verb' },
      { part: 'title', why: 'required' },
      { part: 'group', why: 'unknown_group', named: 'attic' },
      { part: 'text', language: 'en', why: 'unknown_code', named: 'foo' },
      { part: 'text', language: 'it', why: 'too_long' },
      { part: 'text', language: 'it', why: 'unknown_code', named: 'field.shoe' },
      { part: 'acts', at: 0, why: 'makes_no_sense' },
      { part: 'acts', at: 1, why: 'unknown_group', named: 'cellar' },
      { part: 'acts', at: 3, why: 'carries_twice' },
    ],
    lacking: [
      { language: 'it', of: 'en', code: 'requester' },
      { language: 'it', of: 'en', code: 'field.device' },
    ],
  });
  expect(await codes(who.ada)).toEqual([]);
});

test('a category is one of the group’s, or of any group’s where it is for all; one that is gone stays until it is changed', async () => {
  const saved = { kind: 'saved', code: 'hello' };
  const unknown = (named: string) => ({ kind: 'faults', faults: [{ part: 'processing', named }] });
  expect(await save(who.ada, hello({ processing: 'invoice' }))).toMatchObject(unknown('invoice'));
  expect(await save(who.ada, hello({ processing: 'gone', group: null }))).toMatchObject(unknown('gone'));
  expect(await save(who.ada, hello({ processing: 'invoice', group: null }))).toEqual(saved);
  const again = async (more: Partial<TemplateGiven>) => save(who.ada, hello(more), await seenOf('hello'));
  expect(await again({ processing: 'invoice' })).toMatchObject(unknown('invoice'));
  expect(await again({ processing: 'network' })).toEqual(saved);
  await house.sql`update templates set processing = 'gone'`;
  expect(await again({ processing: 'gone', title: 'Hi' })).toEqual(saved);
  expect(await again({ processing: null })).toEqual(saved);
});

test('what is typed as a code becomes one', () => {
  expect(codeOf(' ?VPN-reset 2 ')).toBe('vpn_reset_2');
  expect(freeCode('vpn', ['vpn', 'vpn_2'])).toBe('vpn_3');
});
