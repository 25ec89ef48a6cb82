import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cover, occurrences, settled, uncover } from '../../../src/domain/masking/spans.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const signs = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('\n', '\r\n', '👨‍👩‍👧', 'e\u0301', '한국', '*', 'Đặng'),
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));
const spans = fc.array(fc.record({ start: fc.integer({ min: -3, max: 60 }), end: fc.integer({ min: -3, max: 60 }) }), {
  maxLength: 6,
});

test('what was covered comes back exactly, whatever was covered', () =>
  fc.assert(
    fc.property(text, spans, (before, parts) => {
      const { text: masked, covered } = cover(before, parts);
      expect(uncover(masked, covered)).toBe(before);
      expect(uncover(masked, covered.toReversed())).toBe(before);
    }),
  ));

test('outside of a span nothing changes; inside one stands an asterisk for each sign, and lines stay lines', () =>
  fc.assert(
    fc.property(text, spans, (before, parts) => {
      const { text: masked, covered } = cover(before, parts);
      const within = settled(before, parts);
      let [from, to] = [0, 0];
      within.forEach(({ start, end }, nth) => {
        const there = covered[nth]!;
        expect(masked.slice(to, there.start)).toBe(before.slice(from, start));
        expect(there.words).toBe(before.slice(start, end));
        const shown = masked.slice(there.start, there.end);
        expect(signs(shown)).toHaveLength(signs(there.words).length);
        expect(shown.replaceAll(/[\r\n\u2028\u2029]/g, '')).toMatch(/^\**$/);
        expect(shown.split('\n')).toHaveLength(there.words.split('\n').length);
        [from, to] = [end, there.end];
      });
      expect(masked.slice(to)).toBe(before.slice(from));
    }),
  ));

test('spans that overlap are one; those that touch stay two; a sign is never cut in two', () => {
  expect(
    settled('0123456789', [
      { start: 4, end: 7 },
      { start: 2, end: 5 },
      { start: 7, end: 8 },
    ]),
  ).toEqual([
    { start: 2, end: 7 },
    { start: 7, end: 8 },
  ]);
  expect(cover('a👨‍👩‍👧b', [{ start: 2, end: 3 }]).text).toBe('a*b');
});

test('what was written over since does not come back by halves', () => {
  const { text: masked, covered } = cover('call 0912 345 678 now', [{ start: 5, end: 17 }]);
  expect(masked).toBe('call ************ now');
  expect(uncover('call me now', covered)).toBeNull();
});

test('words are found wherever they stand, also where a title cuts them off', () => {
  const at = (where: string, ...words: string[]) => cover(where, occurrences(where, words)).text;
  expect(at('aba and ababa', 'aba')).toBe('*** and *****');
  expect(at('김철수는 김철수', '김철수')).toBe('***는 ***');
  expect(at('my number is +39 333 12…', '+39 333 1234567')).toBe('my number is **********…');
  expect(at('my number is +39…', '+39 333 1234567')).toBe('my number is +39…');
  expect(at('nothing', '')).toBe('nothing');
});

test('plain signs are counted as all others are', () =>
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', ' ', '~', '\r', '\n', '\t', '\u0301', 'é', '\u200d', '👧', '\u0600', '한'),
        maxLength: 12,
      }),
      fc.nat(12),
      fc.nat(12),
      (before, start, length) => {
        const { covered } = cover(before, [{ start, end: start + length }]);
        const edges = new Set([before.length]);
        for (const { index } of graphemes.segment(before)) edges.add(index);
        const within = settled(before, [{ start, end: start + length }]);
        for (const span of within) expect([edges.has(span.start), edges.has(span.end)]).toEqual([true, true]);
        for (const { start: from, end, words } of covered)
          expect(end - from).toBeGreaterThanOrEqual(signs(words).length);
      },
    ),
  ));
