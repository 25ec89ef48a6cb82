import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../src/domain/batch.ts';
import { filled, unknownCodes } from '../../src/domain/codes.ts';

describe('what was typed', () => {
  test.each([
    ['1001 1003-1005, T-1042', [1001, 1003, 1004, 1005, 1042], []],
    ['t1001;#1002\n1001', [1001, 1002], []],
    ['T-5 – T-7', [5, 6, 7], []],
    ['9-7 abc 0 12345678901', [], ['9-7', 'abc', '0', '12345678901']],
    ['', [], []],
  ])('%s', (typed, numbers, unread) => {
    expect(numbersIn(typed)).toEqual({ numbers, unread });
  });
  test('a range of a million is counted no further than needed', () => {
    expect(numbersIn('1-999999999').numbers.length).toBe(501);
  });
  test('codes are filled once, and those that there are not are named', () => {
    const filling = { requester: 'Bao', number: 'T-1', title: '{{agent}} $& {{nope}}', agent: 'Ana', group: 'Support' };
    expect(filled('{{ Requester }}: {{title}} ({{number}}) {{x}}', filling)).toBe(
      'Bao: {{agent}} $& {{nope}} (T-1) {{x}}',
    );
    expect(unknownCodes('{{x}} {{requester}} {{ na me }} {{x}} {{}}')).toEqual(['x', 'na me', '']);
  });
});
