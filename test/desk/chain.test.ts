import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf } from '../../src/desk/chain.ts';
import type { Hierarchy } from '../../src/desk/hierarchy.ts';
import { type Link, linksAbove } from '../../src/domain/chain.ts';
import type { ChainStep } from '../../src/domain/group.ts';
import { type PersonId, personId } from '../../src/domain/language.ts';
import { onCallAt } from '../../src/domain/rota.ts';
import { groups, later, T0 } from '../domain/make.ts';

const crowd = Array.from({ length: 8 }, (_, n) => personId(`U${n}`));
const person = fc.constantFrom(...crowd);
const some = fc.array(person, { maxLength: 4 });
const step: fc.Arbitrary<ChainStep> = fc.oneof(
  fc.constantFrom<ChainStep>('manager_of_assignee', 'group_lead'),
  person.map((id) => ({ person: id })),
  fc.record({ user_group: fc.constantFrom('duty', 'nobody'), minutes: fc.integer({ min: 1, max: 60 }) }),
  fc
    .record({
      people: fc.array(person, { minLength: 1, maxLength: 3 }),
      every: fc.constantFrom('day' as const, 'week' as const),
      from: fc.constantFrom('2026-11-02', '2027-01-01'),
      zone: fc.constantFrom('Europe/Rome', 'Asia/Tokyo'),
    })
    .map((on_call) => ({ on_call })),
);
const world = fc.record({
  chain: fc.array(step, { maxLength: 5 }).map((steps): ChainStep[] => [...steps, 'it_support']),
  leads: some,
  managers: some,
  itSupport: some,
  duty: some,
  circle: fc.boolean(),
  standing: fc.array(fc.record({ active: fc.boolean(), out: fc.option(fc.integer({ min: -60, max: 60 })) }), {
    minLength: crowd.length,
    maxLength: crowd.length,
  }),
  escalator: person,
  requester: person,
});
type World = typeof world extends fc.Arbitrary<infer Given> ? Given : never;

function chainIn({ chain, leads, managers, itSupport, duty, circle, standing, escalator, requester }: World) {
  const hierarchy: Hierarchy = {
    managers,
    itSupport,
    circle,
    userGroups: new Map([['duty', duty]]),
    standing: new Map(
      crowd.map((id, at) => {
        const out = standing[at]?.out ?? null;
        return [id, { active: standing[at]?.active ?? false, outUntil: out === null ? null : later(out) }];
      }),
    ),
  };
  return { hierarchy, found: chainOf({ ...groups.support, chain, leads }, hierarchy, { escalator, requester }, T0) };
}

describe('whatever a chain is made of', () => {
  test('nobody is asked twice, nor the escalator, nor the requester, nor who has left or is away; who is passed over is named', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { hierarchy, found } = chainIn(given);
        const people = found.links.map((link) => link.person);
        expect(new Set(people).size).toBe(people.length);
        expect(people).not.toContain(given.escalator);
        expect(people).not.toContain(given.requester);
        for (const id of people) {
          const { active, outUntil } = hierarchy.standing.get(id)!;
          expect(active && !(outUntil && outUntil > T0)).toBe(true);
        }
        for (const gap of found.gaps) if (gap.person !== null) expect(people).not.toContain(gap.person);
        const named = [...given.managers.filter(() => given.chain.includes('manager_of_assignee')), ...given.itSupport];
        for (const id of named) expect(people.includes(id) || found.gaps.some((gap) => gap.person === id)).toBe(true);
      }),
    );
  });

  test('walking it up ends: at IT support, or with the reason why not', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { found } = chainIn(given);
        const asked: { to: PersonId }[] = [];
        let open: { to: PersonId; level: number } | null = null;
        for (let level = 1; ; level++) {
          const left: readonly Link[] = open ? linksAbove(found.links, { ...open, asked }) : found.links;
          if (open) asked.push({ to: open.to });
          const [next] = left;
          if (!next) break;
          open = { to: next.person, level };
        }
        expect(asked.map(({ to }) => to)).toEqual(found.links.map((link) => link.person));
        const reached = given.itSupport.some((id) => asked.some(({ to }) => to === id));
        expect(
          reached || found.gaps.some((gap) => gap.step === 'it_support' || given.itSupport.includes(gap.person!)),
        ).toBe(true);
      }),
    );
  });
});

describe('those on call', () => {
  const rota = { people: ['a', 'b', 'c'], every: 'week' as const, from: '2026-10-19', zone: 'Europe/Rome' };
  test.each([
    ['before the first day', '2026-10-18T21:59:00Z', []],
    ['from the first midnight of that place', '2026-10-18T22:00:00Z', ['a', 'b', 'c']],
    ['in the week in which the clocks are moved', '2026-10-25T22:59:00Z', ['a', 'b', 'c']],
    ['in the next week', '2026-10-25T23:00:00Z', ['b', 'c', 'a']],
    ['after all of them', '2026-11-08T23:00:00Z', ['a', 'b', 'c']],
  ])('%s', (_when, at, people) => expect(onCallAt(rota, new Date(at))).toEqual(people));

  test('take turns by the day', () => {
    expect(onCallAt({ ...rota, every: 'day' }, new Date('2026-10-20T12:00:00Z'))[0]).toBe('b');
  });
});
