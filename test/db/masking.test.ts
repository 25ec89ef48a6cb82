import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { reseal } from '../../src/db/masking/reseal.ts';
import { replay } from '../../src/db/replay.ts';
import { openStore } from '../../src/db/store.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { type TicketNumber } from '../../src/domain/language.ts';
import type { Ring } from '../../src/sealing.ts';
import { request, who, WORKSPACE } from '../make.ts';
import { dumped } from './dumped.ts';
import { CARD, EMAIL, FAMILY, NEW, OLD, openMaskingDesk, ringOf, SURE } from './masked.ts';
import { done, why } from './open.ts';

const { desk, act, holding, full } = await openMaskingDesk();
afterAll(() => desk.close());

const kept = (number: TicketNumber) => openStore(desk.sql).read(WORKSPACE, number, { by: null });

describe('what is masked', () => {
  test.each([CARD, EMAIL, FAMILY])('%s is in no table any more, and comes back exactly', async (words) => {
    const number = await full(words);
    const before = await kept(number);
    const copy = await dumped(desk.sql);
    expect(await holding(words)).toEqual(expect.arrayContaining(['tickets.title', 'events.input', 'inbox.body']));

    const masked = done(await act(number, 'mask', 'kofi', { words: [words] }));
    expect(masked.ticket.masked).toBeGreaterThan(12);
    expect(await holding(words)).toEqual([]);
    const { ticket } = (await kept(number))!;
    const stars = '*'.repeat(Array.from(new Intl.Segmenter().segment(words)).length);
    expect(ticket.content).toBe(`First line.\n${stars} and once more ${stars}.`);
    expect(await replay(desk.sql, WORKSPACE, number)).toEqual(ticket);

    done(await act(number, 'unmask', 'lea', SURE));
    const after = (await kept(number))!;
    const { version, updatedAt } = after.ticket;
    expect(after.ticket).toEqual({ ...before!.ticket, version, updatedAt });
    const texts = (rows: typeof copy) =>
      rows.flatMap(({ place, text }) =>
        /^(tickets|messages|escalations|batches)\./.test(place) && text.includes(words) ? [text] : [],
      );
    expect(texts(await dumped(desk.sql)).toSorted()).toEqual(texts(copy).toSorted());
    expect(await desk.sql`select from masked_spans where ticket = ${number}`).toHaveLength(0);
  });

  test('is what the words of the law say: by whom, with a reason, and said twice', async () => {
    const number = await full('0912 345 678');
    const words = ['0912 345 678'];
    expect(why(await act(number, 'mask', 'bao', { words }))).toBe('not_allowed');
    expect(why(await act(number, 'mask', 'ana', { words: ['not there'] }))).toBe('nothing_to_mask');
    expect(why(await act(number, 'mask', 'ana', { words: ['*', 'a', ' '] }))).toBe('nothing_to_mask');
    expect(why(await act(number, 'unmask', 'lea', SURE))).toBe('nothing_masked');
    done(await act(number, 'mask', 'ana', { words }));
    expect(why(await act(number, 'mask', 'ana', { words }))).toBe('nothing_to_mask');
    expect(why(await act(number, 'unmask', 'ana', SURE))).toBe('not_allowed');
    expect(why(await act(number, 'unmask', 'lea', { reason: 'x', sure: false }))).toBe('not_sure');
    expect(why(await act(number, 'unmask', 'lea', { sure: true }))).toBe('bad_input');
    expect(why(await act(number, 'undo', 'ana'))).toBe('nothing_to_undo');
    const [event] = await desk.sql`select input from events where ticket = ${number} and verb = 'mask'`;
    expect(event!['input']).toEqual({ words: [], places: expect.any(Number), removes: [] });
  });

  test('can be masked and unmasked when the ticket is over, and in several steps', async () => {
    const number = await desk.raise({ content: `${FAMILY}, ${CARD}, ${EMAIL}` });
    const before = (await kept(number))!.ticket.content;
    done(await act(number, 'cancel', 'bao'));
    for (const words of [EMAIL, FAMILY, CARD]) done(await act(number, 'mask', 'ana', { words: [words] }));
    expect((await kept(number))!.ticket.content).toMatch(/^[*, ]+$/);
    done(await act(number, 'unmask', 'lea', SURE));
    expect((await kept(number))!.ticket.content).toBe(before);
  });

  test('is gone for ever when it is destroyed', async () => {
    const number = await desk.raise({ content: `My card: ${CARD}` });
    done(await act(number, 'mask', 'ana', { words: [CARD] }));
    expect(why(await act(number, 'destroy', 'ana', SURE))).toBe('not_allowed');
    done(await act(number, 'destroy', 'lea', SURE));
    expect(await desk.sql`select from masked_spans where ticket = ${number}`).toHaveLength(0);
    expect(why(await act(number, 'unmask', 'lea', SURE))).toBe('nothing_masked');
    expect((await kept(number))!.ticket.content).toBe(`My card: ${'*'.repeat(CARD.length)}`);
    expect(await replay(desk.sql, WORKSPACE, number)).toEqual((await kept(number))!.ticket);
  });

  test('does not come back with an edit, neither here nor in Slack', async () => {
    const ONCE = 'once.only@example.com';
    const number = await full(ONCE);
    done(await act(number, 'mask', 'ana', { words: [ONCE] }));
    done(await act(number, 'correct', 'ana', { of: 2, text: `I mean ${ONCE}, sorry.` }));
    const where = { channel: 'CHELP', ts: `17000${number}.0001` };
    await desk.store.amend(WORKSPACE, where, `Yes, ${ONCE}!!`, new Date());
    expect(await holding(ONCE)).toEqual([]);
    done(await act(number, 'unmask', 'lea', SURE));
    const said = await desk.sql<{ text: string }[]>`select text from messages where ticket = ${number} order by seq`;
    expect(said.map(({ text }) => text)).toEqual([`I mean ${ONCE}, sorry.`, `Ask for ${ONCE}`, `Yes, ${ONCE}!!`]);
  });

  test('stays masked where its key is lost, and comes back with it; old keys are followed by new ones', async () => {
    const number = await desk.raise({ content: `IBAN ${CARD}` });
    done(await act(number, 'mask', 'ana', { words: [CARD] }));
    const through = (ring: Ring | null) => openDesk({ store: openStore(desk.sql, ring), workspace: WORKSPACE });
    const unmask = (ring: Ring | null) => through(ring).act(number, { verb: 'unmask', by: who.lea, input: SURE });
    expect(why(await unmask(null))).toBe('masking_off');
    expect(why(await through(null).act(number, { verb: 'mask', by: who.lea, input: { words: ['IBAN'] } }))).toBe(
      'masking_off',
    );
    expect(why(await unmask(ringOf(NEW)))).toBe('key_lost');
    const keys = () => desk.sql`select distinct key_id from masked_spans where ticket = ${number}`;
    await reseal(desk.sql, ringOf(NEW));
    expect(await keys()).toEqual([{ key_id: '2025' }]);
    await reseal(desk.sql, ringOf(`${NEW},${OLD}`));
    expect(await keys()).toEqual([{ key_id: '2026' }]);
    done(await unmask(ringOf(NEW)));
    expect((await kept(number))!.ticket.content).toBe(`IBAN ${CARD}`);
  });

  test('is said to stand in tickets that belong with it as well', async () => {
    const words = ['split.away@example.com'];
    const number = await desk.raise({ content: `Mine is ${words[0]}` });
    done(await act(number, 'cancel', 'bao'));
    const follow = await desk.raise({ content: `Again, ${words[0]}`, follows: number });
    await desk.raise({ content: `Nothing to do with it: ${words[0]}` });
    expect(await desk.store.masking.elsewhere(WORKSPACE, number, words)).toEqual([follow]);
    expect(await desk.store.masking.elsewhere(WORKSPACE, follow, words)).toEqual([number]);
    done(await act(follow, 'mask', 'ana', { words }));
    expect(await desk.store.masking.elsewhere(WORKSPACE, number, words)).toEqual([]);
  });

  test('sealed words that are moved to another place are not unsealed there', async () => {
    const one = await desk.raise({ content: `It is ${CARD}` });
    const other = await desk.raise({ content: `It is ${EMAIL}` });
    done(await act(one, 'mask', 'ana', { words: [CARD] }));
    done(await act(other, 'mask', 'ana', { words: [EMAIL] }));
    await desk.sql`update masked_spans a set sealed = b.sealed from masked_spans b where a.ticket = ${one} and b.ticket = ${other}`;
    expect(why(await act(one, 'unmask', 'lea', SURE))).toBe('key_lost');
  });

  test('of two who mask in the same moment neither loses what the other masked', async () => {
    const number = await desk.raise({ content: `${CARD} ${EMAIL} ${FAMILY}` });
    const all = await Promise.all([CARD, EMAIL, FAMILY].map((words) => act(number, 'mask', 'ana', { words: [words] })));
    all.forEach(done);
    expect((await kept(number))!.ticket.content).toMatch(/^[* ]+$/);
    done(await act(number, 'unmask', 'lea', SURE));
    expect((await kept(number))!.ticket.content).toBe(`${CARD} ${EMAIL} ${FAMILY}`);
  });
});

test('whatever is written and masked, step by step, comes back exactly', async () => {
  const word = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(), { maxLength: 4 }),
      async (words, picks) => {
        const content = request({ content: words.join(' ').trim() || 'x' }).content;
        const outcome = await desk.desk.open(who.bao, request({ content }));
        if (outcome.kind !== 'done') return;
        const { number } = outcome.ticket;
        const before = (await kept(number))!.ticket;
        for (const pick of picks) await act(number, 'mask', 'ana', { words: [words[pick % words.length]] });
        const masked = (await kept(number))!.ticket;
        expect(await replay(desk.sql, WORKSPACE, number)).toEqual(masked);
        if (masked.masked === 0) return;
        done(await act(number, 'unmask', 'lea', SURE));
        const { content: after, title } = (await kept(number))!.ticket;
        expect([after, title]).toEqual([before.content, before.title]);
      },
    ),
    { numRuns: 20 },
  );
});

test('five hundred messages are masked at once, each in its place', async () => {
  const MANY = 'many.times@example.com';
  const number = await desk.raise();
  await desk.sql`insert into messages (workspace, ticket, seq, audience, author, text, at)
    select ${WORKSPACE}, ${number}, n, 'main', ${who.bao}, 'message ' || n || ' from ' || ${MANY}, now()
    from generate_series(2, 501) n`;
  done(await act(number, 'mask', 'ana', { words: [MANY] }));
  expect(await holding(MANY)).toEqual([]);
  const [{ count } = { count: 0 }] = await desk.sql<{ count: number }[]>`
    select count(*) from masked_spans where ticket = ${number}`;
  expect(count).toBe(500);
});

test('what two tickets share comes back in any order, whichever of them was masked first', async () => {
  const words = `${FAMILY} and ${CARD}`;
  const one = await desk.raise({ content: words });
  const other = await desk.raise({ content: words });
  await desk.sql`insert into batches (workspace, by_person, act, input, numbers)
    values (${WORKSPACE}, ${who.ana}, 'reply', ${desk.sql.json({ text: words })}, ${[one, other]})`;
  done(await act(one, 'mask', 'ana', { words: [CARD] }));
  done(await act(other, 'mask', 'ana', { words: [FAMILY] }));
  const shared = async () => {
    const [batch] = await desk.sql`select input from batches where ${other} = any(numbers)`;
    return batch!['input'] as unknown;
  };
  done(await act(one, 'unmask', 'lea', SURE));
  expect(await shared()).toEqual({ text: `${'*'.repeat(10)} and ${CARD}` });
  done(await act(other, 'unmask', 'lea', SURE));
  expect(await shared()).toEqual({ text: words });
});
