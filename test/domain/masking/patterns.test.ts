import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCard, isIban, isRrn } from '../../../src/domain/masking/checks.ts';
import { personalIn } from '../../../src/domain/masking/patterns.ts';

const found = (text: string) => personalIn(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

test.each([
  ['write to bao.tran+it@example.co.uk.', ['email: bao.tran+it@example.co.uk']],
  ['viết cho trần@ví-dụ.vn nhé', ['email: trần@ví-dụ.vn']],
  ['my card 4111 1111 1111 1111 12/28', ['card: 4111 1111 1111 1111']],
  ['4111-1111-1111-1112 and 5555555555554444', ['card: 5555555555554444']],
  ['0000 0000 0000 0000', []],
  ['IBAN IT60 X054 2811 1010 0000 0123 456 grazie', ['iban: IT60 X054 2811 1010 0000 0123 456']],
  [
    'it60x0542811101000000123456, DE89370400440532013000',
    ['iban: it60x0542811101000000123456', 'iban: DE89370400440532013000'],
  ],
  ['IT60X0542811101000000123457', []],
  ['codice fiscale RSSMRA85T10A562S', ['codice_fiscale: RSSMRA85T10A562S']],
  ['RSSMRA85T10A562T', []],
  ['CCCD 001093012345, not 999093012345', ['cccd: 001093012345']],
  ['CCCD 079 201 004 567', ['cccd: 079 201 004 567']],
  ['주민등록번호는 900101-1234568입니다, bao@example.kr로', ['rrn: 900101-1234568', 'email: bao@example.kr']],
  ['주민등록번호 900101-1234568', ['rrn: 900101-1234568']],
  ['900101-1234567', []],
  ['990231-1234567', []],
  ['call +39 333 123 4567 or (02) 1234-5678', ['phone: +39 333 123 4567', 'phone: (02) 1234-5678']],
  ['0912 345 678', ['phone: 0912 345 678']],
  ['3331234567', ['phone: 3331234567']],
  ['on 2026-11-22 at 10:30, T-100234, 192.168.10.254, 12.345.678', []],
])('%s', (text, expected) => expect(found(text)).toEqual(expected));

test('a wrong digit is seen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
      const digits = '4111111111111111';
      const other = (Number(digits[place]) + more) % 10;
      expect(isCard(digits.slice(0, place) + other + digits.slice(place + 1))).toBe(false);
      const iban = 'DE89370400440532013000';
      const at = place + 4;
      expect(isIban(iban.slice(0, at) + ((Number(iban[at]) + more) % 10) + iban.slice(at + 1))).toBe(false);
    }),
  );
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((last) => isRrn(`900101123456${last}`))).toHaveLength(1);
});

test('what is born since the digits are drawn by lot needs none that adds up', () =>
  expect([isRrn('2110103000000'), isRrn('2110103000001'), isRrn('2113103000001')]).toEqual([true, true, false]));

test('hints never overlap, are in order and within the text, whatever is written', () => {
  const piece = fc.oneof(
    fc.constantFrom('a@b.it', '4111 1111 1111 1111', '+39 333 1234567', ' ', '-', '.', '0', 'IT60 X054', '@'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const hint of personalIn(text)) {
        expect(hint.start).toBeGreaterThanOrEqual(end);
        expect(hint.end).toBeGreaterThan(hint.start);
        ({ end } = hint);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each(['a', '1', '1 ', 'a.', 'a@', '1-', '(1', '+1', 'IT60 ', 'A1'])(
  'forty thousand characters of "%s" are looked at',
  (piece) => expect(personalIn(piece.repeat(40_000 / piece.length)).every(({ start, end }) => start < end)).toBe(true),
);
