import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { textsOf } from '../../src/db/masking/places.ts';
import { foundIn, spansOf } from '../../src/db/masking/spans.ts';
import { partsIn } from '../../src/db/masking/uncovering.ts';
import { replay } from '../../src/db/replay.ts';
import { openStore } from '../../src/db/store.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { type Name, request, who, WORKSPACE } from '../make.ts';
import { CARD, EMAIL, FAMILY, NEW, OLD, openMaskingDesk, ringOf, SURE } from './masked.ts';
import { done, why } from './open.ts';

const { desk, act, holding, full } = await openMaskingDesk();
afterAll(() => desk.close());

const mask = async (number: TicketNumber, ...words: string[]) => done(await act(number, 'mask', 'ana', { words }));
const kept = async (number: TicketNumber) => (await openStore(desk.sql).read(WORKSPACE, number, { by: null }))!.ticket;
const parts = (number: TicketNumber) => desk.store.masking.parts(WORKSPACE, number);
const reveal = (
  verb: 'unmask' | 'destroy',
  number: TicketNumber,
  chosen: readonly { id: string }[],
  by: Name = 'lea',
) => act(number, verb, by, { ...SURE, parts: chosen.map(({ id }) => id) });
/** All words of a ticket as they are kept, wherever they are kept. */
const worded = async (number: TicketNumber) =>
  (await textsOf(desk.sql, WORKSPACE, number)).texts.filter(
    // What is done to it afterwards is written as well.
    ({ holder, text }) => !(holder === 'events.input' && text === SURE.reason),
  );
const spans = (number: TicketNumber) => desk.sql`select id from masked_spans where ticket = ${number}`;

/** Where words can be read that are masked elsewhere in the ticket. */
async function bare(number: TicketNumber) {
  const ticket = { workspace: WORKSPACE, number };
  const { texts } = await textsOf(desk.sql, WORKSPACE, number);
  const all = await spansOf(desk.sql, ticket);
  const words = partsIn(ringOf(OLD), ticket, texts, all).flatMap((part) => part.words ?? []);
  return foundIn(texts, all, words);
}

describe('a part of what is masked', () => {
  test('comes back by itself, everywhere and exactly; the rest stays where it is, and then comes back too', async () => {
    const both = `${FAMILY} with ${CARD}`;
    const number = await full(both);
    const first = await worded(number);
    await mask(number, CARD, FAMILY);
    const all = await parts(number);
    expect(all.map(({ kind, lost, where, by }) => [kind, lost, where, by])).toEqual(
      expect.arrayContaining(
        ['card', null].map((kind) => [
          kind,
          false,
          ['title', 'content', 'answers', 'messages', 'files', 'history'],
          who.ana,
        ]),
      ),
    );
    expect(JSON.stringify(all)).not.toMatch(/4111|Trần|👨/);
    const card = all.filter(({ kind }) => kind === 'card');
    const { masked } = await kept(number);

    const { ticket } = done(await reveal('unmask', number, card));
    expect(ticket.masked).toBe(masked - card[0]!.places);
    expect(await holding('Trần')).toEqual([]);
    expect(await kept(number)).toMatchObject({
      title: expect.stringMatching(/^Still about \*+ with 4111 1111 1111 1111$/),
    });
    expect((await worded(number)).filter(({ text }) => text.includes(CARD))).toHaveLength(
      first.filter(({ text }) => text.includes(CARD)).length,
    );
    expect(await replay(desk.sql, WORKSPACE, number)).toEqual(await kept(number));
    const [event] = await desk.sql`select input from events where ticket = ${number} and verb = 'unmask'`;
    expect(event!['input']).toEqual({
      reason: SURE.reason,
      sure: true,
      parts: [],
      places: card[0]!.places,
      left: ticket.masked,
      kinds: ['card'],
    });
    expect((await parts(number)).map(({ kind }) => kind)).toEqual([null]);

    // Once more, and then all of it.
    await mask(number, CARD);
    expect(await holding(CARD)).toEqual([]);
    done(await act(number, 'unmask', 'lea', SURE));
    expect(await worded(number)).toEqual(first);
    expect(await spans(number)).toHaveLength(0);
  });

  test('is named by whoever may: nothing, what is there no more and what another ticket hides bring nothing back', async () => {
    const number = await desk.raise({ content: `${CARD} and ${EMAIL}` });
    const other = await desk.raise({ content: `Mine: ${EMAIL}` });
    await mask(number, CARD, EMAIL);
    await mask(other, EMAIL);
    const before = await kept(number);
    const [card] = await parts(number);
    expect(why(await reveal('unmask', number, []))).toBe('nothing_chosen');
    expect(why(await reveal('destroy', number, []))).toBe('nothing_chosen');
    expect(why(await reveal('unmask', number, await parts(other)))).toBe('nothing_chosen');
    expect(why(await reveal('unmask', number, [card!], 'ana'))).toBe('not_allowed');
    expect(why(await act(number, 'unmask', 'lea', { reason: 'x', parts: [card!.id] }))).toBe('not_sure');
    expect(why(await act(number, 'unmask', 'lea', { ...SURE, parts: ['all'] }))).toBe('bad_input');
    expect(await kept(number)).toEqual(before);
    done(await reveal('unmask', number, [card!]));
    expect(why(await reveal('unmask', number, [card!]))).toBe('nothing_chosen');
    const of = { by: who.lea, input: { ...SURE, parts: (await parts(number)).map(({ id }) => id) } };
    const off = openDesk({ store: openStore(desk.sql, null), workspace: WORKSPACE });
    for (const verb of ['unmask', 'destroy'] as const)
      expect(why(await off.act(number, { ...of, verb }))).toBe('masking_off');
  });

  test('is the same words wherever and whenever they were masked; said later, they are masked once more', async () => {
    const number = await desk.raise({ content: `Mine: ${EMAIL}` });
    await mask(number, EMAIL);
    done(await act(number, 'note', 'ana', { text: `${EMAIL} again, ${CARD}` }));
    await mask(number, EMAIL, CARD);
    const [email, card, ...more] = await parts(number);
    expect(more).toEqual([]);
    expect([email, card]).toMatchObject([
      { kind: 'email', places: 2, where: ['content', 'messages'] },
      { kind: 'card', places: 1 },
    ]);
    done(await reveal('unmask', number, [email!]));
    expect((await worded(number)).map(({ text }) => text)).toEqual(
      expect.arrayContaining([`Mine: ${EMAIL}`, `${EMAIL} again, ${'*'.repeat(CARD.length)}`]),
    );
  });

  test('brings with it the beginning of it where a title was cut off', async () => {
    const content = `My number for all questions of this and any other kind is this one here: ${'9'.repeat(90)}`;
    const number = await desk.raise({ title: `My number is ${'9'.repeat(40)}…`, content });
    const before = await kept(number);
    await mask(number, '9'.repeat(90));
    const all = await parts(number);
    expect(all).toMatchObject([{ places: 2, where: ['title', 'content'] }]);
    done(await reveal('unmask', number, all));
    expect(await kept(number)).toMatchObject({ title: before.title, content: before.content, masked: 0 });
  });

  test('covers what stays masked within it; and is not brought back where that covers all of it', async () => {
    const number = await desk.raise({ content: 'Anna Rossi, Rossi, Anna.' });
    await mask(number, 'Anna Rossi');
    await mask(number, 'Rossi');
    const [name] = await parts(number);
    done(await reveal('unmask', number, [name!]));
    expect((await kept(number)).content).toBe('Anna *****, *****, Anna.');
    await mask(number, 'Anna');
    expect((await kept(number)).content).toBe('**** *****, *****, ****.');
    done(await act(number, 'unmask', 'lea', SURE));
    expect((await kept(number)).content).toBe('Anna Rossi, Rossi, Anna.');

    const other = await desk.raise({ content: 'Anna Rossi, Rossi, Anna B.' });
    await mask(other, 'Anna Rossi');
    await mask(other, 'Anna ', 'Rossi');
    const [whole, ...within] = await parts(other);
    expect(why(await reveal('unmask', other, [whole!]))).toBe('stays_masked');
    expect(within).toHaveLength(2);
    done(await reveal('unmask', other, [whole!, ...within]));
    expect((await kept(other)).content).toBe('Anna Rossi, Rossi, Anna B.');
  });

  test('is taken out of longer words when it is destroyed, and offered no more', async () => {
    const number = await desk.raise({ content: 'Anna Rossi, Rossi.' });
    await mask(number, 'Anna Rossi');
    await mask(number, 'Rossi');
    const [, rossi] = await parts(number);
    expect(why(await reveal('destroy', number, [rossi!], 'ana'))).toBe('not_allowed');
    expect(done(await reveal('destroy', number, [rossi!])).ticket.masked).toBe(1);
    expect(why(await reveal('unmask', number, [rossi!]))).toBe('nothing_chosen');
    expect(await parts(number)).toHaveLength(1);
    done(await act(number, 'unmask', 'lea', SURE));
    expect((await kept(number)).content).toBe('Anna *****, *****.');
    expect(await replay(desk.sql, WORKSPACE, number)).toEqual(await kept(number));
  });

  test('stays where its key is lost, and can be destroyed; the others come back', async () => {
    const number = await desk.raise({ content: `${CARD} and ${EMAIL}` });
    await mask(number, CARD);
    const later = openStore(desk.sql, ringOf(NEW));
    const through = openDesk({ store: later, workspace: WORKSPACE });
    const by = (verb: 'mask' | 'unmask' | 'destroy', input: Record<string, unknown>) =>
      through.act(number, { verb, by: who.lea, input });
    done(await by('mask', { words: [EMAIL] }));
    const [lost, email] = await later.masking.parts(WORKSPACE, number);
    expect([lost, email]).toMatchObject([
      { lost: true, kind: null, by: who.ana },
      { lost: false, kind: 'email', by: who.lea },
    ]);
    expect(why(await by('unmask', SURE))).toBe('key_lost');
    expect(why(await by('unmask', { ...SURE, parts: [lost!.id, email!.id] }))).toBe('key_lost');
    expect((await kept(number)).content).toMatch(/^\*+ and \*+$/);
    done(await by('unmask', { ...SURE, parts: [email!.id] }));
    expect((await kept(number)).content).toBe(`${'*'.repeat(CARD.length)} and ${EMAIL}`);
    expect(done(await by('destroy', { ...SURE, parts: [lost!.id] })).ticket.masked).toBe(0);
    expect(await spans(number)).toHaveLength(0);
  });
});

test('whatever is masked and uncovered part by part, in any order, comes back exactly in the end', async () => {
  const piece = fc.oneof(
    fc.constantFrom('ab', 'abc', 'bc', 'aba', 'ba\n', 'e\u0301x', 'xe', '👨‍👩‍👧a', '🇮🇹🇩🇪', '\u0600a', '**', 'a*'),
    fc.string({ unit: 'grapheme', minLength: 2, maxLength: 5 }),
  );
  const step = fc.record({ mask: fc.boolean(), which: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('', ' '),
      fc.array(step, { minLength: 2, maxLength: 6 }),
      async (pieces, between, steps) => {
        const content = request({ content: pieces.join(between).trim() || 'x' }).content;
        const outcome = await desk.desk.open(who.bao, request({ content }));
        if (outcome.kind !== 'done') return;
        const { number } = outcome.ticket;
        const first = await worded(number);
        for (const { mask: covers, which } of steps) {
          if (covers) await act(number, 'mask', 'ana', { words: which.map((n) => pieces[n % pieces.length]) });
          else {
            const all = await parts(number);
            const chosen = all.length === 0 ? [] : which.map((n) => all[n % all.length]!);
            await reveal('unmask', number, chosen);
          }
          expect(await bare(number)).toEqual([]);
          expect(await replay(desk.sql, WORKSPACE, number)).toEqual(await kept(number));
        }
        if ((await spans(number)).length > 0) done(await act(number, 'unmask', 'lea', SURE));
        expect(await worded(number)).toEqual(first);
      },
    ),
    { numRuns: 25 },
  );
});
