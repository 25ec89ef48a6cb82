import { expect, it } from 'vitest';
import { answerOfFiles, asAsked, ASKS, type Ask, type Field, faultsOfFields } from '../../src/domain/fields.ts';
import { LONGEST_MATCHED, matches, patternFault } from '../../src/domain/patterns.ts';

const asked = (ask: Ask, more: Partial<Field> = {}): Field => ({ key: 'x', label: 'X', ask, required: false, ...more });
const faultOf = (field: Field, answer: string) => faultsOfFields([field], { x: answer })[0]?.code ?? null;
const options = [
  { key: 'left', label: 'Left' },
  { key: 'right', label: 'Right' },
];

/** For every kind of question: answers that are right, and answers that are not. */
const answers: Record<Ask, [Field, right: string[], wrong: string[]]> = {
  line: [asked('line', { pattern: String.raw`\d{6}` }), ['104233'], ['10423', '1042333', 'x104233']],
  text: [asked('text'), ['Two\nlines.'], []],
  choice: [asked('choice', { options }), ['left'], ['up', 'left,right']],
  several: [asked('several', { options }), ['left', 'left,right'], ['up', 'left,up']],
  number: [asked('number'), ['12', '-3', '12.5', '0'], ['twelve', '1e9', '1,5', '.', '1'.repeat(40)]],
  customer: [asked('customer'), ['104233', 'K-2291', 'IT 07/44'], ['none', '-1', `1${'0'.repeat(40)}`, '1\n2']],
  email: [asked('email'), ['ana@northwind.example'], ['ana', 'ana@', 'a@b@c.example']],
  phone: [asked('phone'), ['+39 02 1234567', '(02) 123-4567'], ['call me', '1234', '+', '1'.repeat(16)]],
  url: [asked('url'), ['https://northwind.example/a?b=c'], ['northwind', 'javascript:alert(1)', 'file:///etc/passwd']],
  date: [asked('date'), ['2026-02-28'], ['2026-02-30', 'yesterday', '28.02.2026']],
  file: [
    asked('file', { types: ['pdf'] }),
    ['bill.PDF\thttps://a.example/f\tF0A', answerOfFiles([{ id: 'F0B', name: 'a\tb\n.pdf', link: '' }])],
    ['bill.pdf', 'bill.pdf.exe\t\tF0A', 'bill.pdf\ta b\tF0A'],
  ],
  user: [asked('user'), ['U0BAO'], ['Bao', '<@U0BAO>', '']],
};

it.each(ASKS)('an answer to a %s is checked', (ask) => {
  const [field, right, wrong] = answers[ask];
  expect(right.map((answer) => faultOf(field, answer))).toEqual(right.map(() => null));
  const must = { ...field, required: true };
  expect(wrong.map((answer) => faultOf(must, answer))).toEqual(wrong.map((a) => (a === '' ? 'required' : 'invalid')));
});

it('what is not answered is a fault only where it is required', () => {
  for (const ask of ASKS) {
    expect(faultOf(asked(ask), ' ')).toBeNull();
    expect(faultOf(asked(ask, { required: true }), ' ')).toBe('required');
  }
});

it.each([
  [String.raw`\d{6}`, null],
  [String.raw`\+?[0-9 ()\/-]{6,20}`, null],
  [String.raw`[^@ ]+@[^@ ]+\.[a-z]+`, null],
  [String.raw`(?:\d{2}-){3}\d+`, null],
  [String.raw`(?=.*\d)[\p{L}\d]{8,}`, null],
  [String.raw`[(+*]+\)`, null],
  ['.*.*.*x', null],
  ['(', 'unreadable'],
  ['a)|(?:b', 'unreadable'],
  ['(a+)+', 'endless'],
  ['(a|a)*', 'endless'],
  ['(?:a|ab|b){1,60}c', 'endless'],
  ['(?:(?:a{0,9}){0,9}){0,9}', 'endless'],
  ['.*.*.*.*x', 'endless'],
  ['a?'.repeat(40) + 'a'.repeat(40), 'endless'],
  [String.raw`((?:\w+\s?)+)!`, 'endless'],
] as const)('the pattern %s is taken or refused', (pattern, fault) => expect(patternFault(pattern)).toBe(fault));

it('a pattern that could run for ever is never run, and a long answer is held against none', () => {
  expect(matches('(a+)+', `${'a'.repeat(60)}!`)).toBe(true);
  expect(faultOf(asked('line', { pattern: '.*' }), 'a'.repeat(LONGEST_MATCHED))).toBeNull();
  expect(faultOf(asked('line', { pattern: '.*' }), 'a'.repeat(LONGEST_MATCHED + 1))).toBe('too_long');
});

it('names what was answered in the order in which it is asked', () => {
  const fields = ['first', 'then', 'last'].map((key): Field => ({ key, label: key, ask: 'line', required: false }));
  expect(asAsked(fields, ['gone', 'last', 'first'])).toEqual(['first', 'last', 'gone']);
});
