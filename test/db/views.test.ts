import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepView, renameView, viewFor, viewsOf } from '../../src/desk/views.ts';
import type { Asked } from '../../src/domain/search.ts';
import { MOST_VIEWS, type ViewOwner } from '../../src/domain/views.ts';
import { actor, group, type Name, who, WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const shelf = () => ({ views: house.store.views, workspace: WORKSPACE });
const said: Asked = { states: ['open'], agents: ['me'], created: { from: '-7d' } };
const keep = (by: Name, name: string, owner: ViewOwner = { person: who[by] }) =>
  keepView(shelf(), actor(by), { name, owner, said });
const named = async (by: Name) => (await viewsOf(shelf(), actor(by))).map(({ name }) => name);

test('of several that are saved under one name at once one is, and the others are told', async () => {
  for (const [name, owner] of [
    ['Today', { person: who.lea }],
    ['Nobody’s', { group: group.support }],
  ] as const) {
    const ends = await Promise.all(
      ['', ' ', '  '].flatMap((space) => [keep('lea', name + space, owner), keep('lea', name.toUpperCase(), owner)]),
    );
    expect(ends.filter((end) => end === 'saved')).toHaveLength(1);
    expect(ends.filter((end) => end === 'taken')).toHaveLength(5);
  }
  expect((await named('lea')).map((name) => name.toLowerCase())).toEqual(['today', 'nobody’s']);
});

test('of two that get one name at once one does', async () => {
  for (const name of ['One', 'Two']) expect(await keep('ana', name)).toBe('saved');
  const own = (await viewsOf(shelf(), actor('ana'))).filter(({ owner }) => 'person' in owner);
  const [one, two] = own.map(({ id }) => id);
  const ends: Promise<string>[] = [];
  // Seen free by both, and written by the other one first.
  await house.sql.begin(async (other) => {
    await other`update saved_views set key = 'four' where id = ${one!}`;
    ends.push(renameView(shelf(), actor('ana'), two!, 'Four'), keep('ana', 'FOUR '));
    const waits = () => other`select from pg_locks where not granted and pid <> pg_backend_pid()`;
    while ((await waits()).length < 2) await sleep(5);
  });
  expect(await Promise.all(ends)).toEqual(['taken', 'taken']);
  expect(await named('ana')).toContain('Two');
});

test('each is kept as it was said, for its own person and its group, and no more than there is room for', async () => {
  const [mine] = await viewsOf(shelf(), actor('ana'));
  expect(mine).toMatchObject({ owner: { person: who.ana }, said });
  expect(await viewFor(shelf(), actor('kofi'), mine!.id)).toBeNull();
  expect((await named('kofi')).map((name) => name.toLowerCase())).toEqual(['nobody’s']);
  expect(await named('yuki')).toEqual([]);
  expect(await renameView(shelf(), actor('kofi'), mine!.id, 'Mine now')).toBe('gone');
  expect(await keep('kofi', 'For all', { group: group.support })).toBe('not_allowed');
  for (let at = 0; at < MOST_VIEWS; at++) expect(await keep('bao', `View ${at}`)).toBe('saved');
  expect(await keep('bao', 'One more')).toBe('too_many');
  // What another version kept is a view of nothing, and no fault.
  await house.sql`update saved_views set said = '{"colour":"red"}' where id = ${mine!.id}`;
  expect((await viewFor(shelf(), actor('ana'), mine!.id))?.said).toEqual({});
});

test('the App Home names his own first, then those of his groups', async () => {
  expect(await keep('kofi', 'Zebra')).toBe('saved');
  const viewer = await house.store.viewer(WORKSPACE, who.kofi);
  expect(viewer?.views.map(({ name, group: of }) => [name.toLowerCase(), of])).toEqual([
    ['zebra', null],
    ['nobody’s', 'support'],
  ]);
});
