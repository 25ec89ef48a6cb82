import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import { STATES } from '../../src/domain/language.ts';
import { notices } from '../../src/domain/notices.ts';
import { VERBS } from '../../src/domain/verbs.ts';
import { inputFor } from '../db/inputs.ts';
import { cast, facts, groups, ticketIn } from './make.ts';

const people = Object.values(cast);
const ids = fc.subarray(people.map(({ id }) => id));
const many = fc.array(fc.constantFrom(...people.map(({ id }) => id)), { maxLength: 6 });
const telling = VERBS.filter((verb) => notices[verb].some((told) => told.startsWith('ping')));
const asked = fc
  .constantFrom(...telling)
  .chain((verb) => fc.record({ verb: fc.constant(verb), given: inputFor(verb) }));

test('whoever follows, is named, leads or asks: one ping for each event, and none for what one did oneself', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...STATES),
      ids,
      many,
      fc.constantFrom(...people),
      asked,
      (state, followers, mentions, by, { verb, given }) => {
        const ticket = { ...ticketIn(state), followers, creator: cast.kofi.id };
        const input = verb === 'note' ? { ...given, mentions } : given;
        const target = people.find(({ id }) => id === given['to']) ?? null;
        const outcome = decide(ticket, { verb, by, input }, facts({ target, targetGroup: groups.billing }));
        if (outcome.kind !== 'done') return;
        const pinged = outcome.letters.flatMap((letter) => (letter.kind === 'ping' ? [letter.to] : []));
        expect(new Set(pinged).size).toBe(pinged.length);
        expect(pinged).not.toContain(by.id);
        if (pinged.length > 0) reached.add(verb);
        // What agents say among themselves is told to those whom it names, and to no follower.
        if (verb === 'note')
          expect(pinged.toSorted()).toEqual([...new Set(mentions)].filter((id) => id !== by.id).toSorted());
      },
    ),
    { numRuns: 3000 },
  );
  expect([...reached]).toEqual(expect.arrayContaining(['note', 'reply', 'close']));
});
