import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { makeFindable } from '../../src/db/search/keep.ts';
import { readCategories } from '../../src/db/categories.ts';
import { groupKey, type TicketNumber } from '../../src/domain/language.ts';
import type { Search } from '../../src/domain/search.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

/** What a ticket was about and how it was solved. */
let house: TestDesk;
const start = new Date('2026-03-02T09:00:00Z');
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const TYPES = [
  { key: 'how_to', name: 'How-to' },
  { key: 'network', name: { en: 'Network', it: 'Rete è giù' } },
];
const wants = (document_on_close: string) =>
  house.sql`update groups set policies = ${house.sql.json({ processing_types: TYPES, document_on_close })}
    where key = 'support'`;
const act = (number: TicketNumber, verb: Verb, by: Name, input: object = {}, when = at(60)) =>
  house.desk.act(number, { verb, by: who[by], input }, when);
const kept = async (number: TicketNumber) => (await house.desk.reading(number))?.ticket;

beforeAll(async () => {
  house = await openTestDesk();
});
afterAll(() => house.close());

test('an agent says it at the end or before, it stays, and replaying the events gives it back', async () => {
  await wants('ask');
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  const unknown = await act(number, 'edit', 'ana', { processing: 'refund' });
  expect(unknown).toMatchObject({ why: 'bad_input', faults: [{ field: 'processing', code: 'invalid' }] });
  done(await act(number, 'edit', 'ana', { processing: 'how_to' }));
  expect(why(await act(number, 'edit', 'ana', { processing: 'how_to', solution: '' }))).toBe('nothing_changed');
  done(await act(number, 'resolve', 'ana', { text: 'Done.', processing: 'network', solution: 'A new router.' }));
  expect(await kept(number)).toMatchObject({ processing: 'network', solution: 'A new router.' });
  done(await act(number, 'edit', 'ana', { solution: '' }));
  expect(await kept(number)).toMatchObject({ processing: 'network', solution: null });
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(await kept(number));
  const [edited] =
    await house.sql`select input from events where ticket = ${number} and verb = 'edit' order by seq desc`;
  expect(edited?.['input']).toEqual({ solution: '' });
});

test('a group may want it before anything that was solved ends, however it ends', async () => {
  await wants('required');
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  // Typed in a thread nothing of it was asked; of a form it stands under the questions.
  expect(why(await act(number, 'resolve', 'ana', { text: 'Done.' }))).toBe('undocumented');
  expect(await act(number, 'resolve', 'ana', { text: 'Done.', processing: '', solution: '' })).toMatchObject({
    why: 'bad_input',
    faults: [
      { field: 'processing', code: 'required' },
      { field: 'solution', code: 'required' },
    ],
  });
  expect(why(await act(number, 'resolve_internally', 'ana', { reason: 'via_call' }))).toBe('undocumented');
  done(await act(number, 'edit', 'ana', { processing: 'how_to', solution: 'Showed him where.' }));
  done(await act(number, 'resolve_internally', 'ana', { reason: 'via_call' }));
  const nothing = await house.raise();
  done(await act(nothing, 'keep', 'ana'));
  done(await act(nothing, 'resolve_internally', 'ana', { reason: 'test' }));
  await wants('ask');
});

test('is found by what it is called in any language, and by agents in the words of how it was solved', async () => {
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  done(await act(number, 'resolve', 'ana', { text: 'Done.', processing: 'network', solution: 'Zirconium antenna.' }));
  await makeFindable(house.sql, WORKSPACE, { ticket: number });
  const found = async (by: Name, search: Search) => {
    const page = { now: at(100), tz: 'UTC', limit: 20 };
    const answer = await house.desk.search(who[by], search, page);
    return answer.kind === 'found' ? answer.tickets.map((one) => one.number) : [];
  };
  const states: Search = { states: ['resolved'] };
  for (const processing of ['network', 'NETWORK', 'rete e giu'])
    expect(await found('ana', { ...states, processing: [processing] })).toContain(number);
  expect(await found('ana', { ...states, processing: ['how_to'] })).not.toContain(number);
  expect(await found('ana', { text: 'zirconium' })).toEqual([number]);
  expect(await found('bao', { text: 'zirconium' })).toEqual([]);
  expect(await found('bao', { ...states, processing: ['network'] })).toEqual([]);
});

test('is counted by group and category, as far as it is somebody’s to count', async () => {
  await house.sql`update tickets set deleted_at = now()`;
  const solved = async (processing: string | undefined, minutes: number, to: Name = 'ana') => {
    const outcome = await house.desk.open(
      who.kofi,
      { title: 'T', content: 'C', group: 'support', channel: 'slash', to: who[to] },
      null,
      at(0),
    );
    const { number } = done(outcome).ticket;
    done(await act(number, 'resolve', to, { text: 'Done.', ...(processing && { processing }) }, at(minutes)));
  };
  for (const minutes of [10, 20, 60]) await solved('network', minutes);
  await solved('how_to', 5, 'kofi');
  await solved(undefined, 7);
  const period = { from: at(0), until: at(100) };
  const count = async (name: Name, all: boolean, groups: string[]) =>
    (
      await readCategories(house.sql, WORKSPACE, { ...period, all, groups: groups.map(groupKey), person: who[name] })
    ).map(({ processing, count: many, median }) => [processing, many, Math.round(median)]);
  const every = [
    ['network', 3, 20],
    ['how_to', 1, 5],
    [null, 1, 7],
  ];
  expect(await count('ada', true, [])).toEqual(every);
  expect(await count('lea', false, ['support'])).toEqual(every);
  expect(await count('mateo', false, ['billing'])).toEqual([]);
  expect(await count('kofi', false, [])).toEqual([['how_to', 1, 5]]);
});

test('what a requester was told last is read, of the tickets that may be read, with who decides over him', async () => {
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  done(await act(number, 'reply', 'ana', { text: 'First.' }, at(200)));
  done(await act(number, 'note', 'ana', { text: 'A note.' }, at(201)));
  done(await act(number, 'reply', 'ana', { text: 'Second.' }, at(202)));
  const customer = (numbers: TicketNumber[]) => house.store.customer(WORKSPACE, { person: who.ana, numbers });
  expect(await customer([number])).toMatchObject({
    manager: who.lea,
    answers: [{ ticket: number, author: who.ana, text: 'Second.' }],
  });
  expect(await customer([])).toEqual({ manager: who.lea, answers: [] });
});
