/** mrkdwn and Markdown as the page reads them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, inWeek, readDay, weeksOf } from '../../local-slack/page/elements/days.ts';
import { readTime } from '../../local-slack/page/elements/times.ts';
import { parseMarkdown } from '../../local-slack/page/mrkdwn/markdown.ts';
import type { Inline, Paragraph } from '../../local-slack/page/mrkdwn/nodes.ts';
import { parseMrkdwn } from '../../local-slack/page/mrkdwn/parse.ts';

const say = (nodes: Inline[]): string =>
  nodes.map((one) => ('text' in one ? one.text : 'inside' in one ? say(one.inside) : `{${one.is}}`)).join('');

/** Paragraphs in short: a style is a letter around its words. */
function short(nodes: Inline[]): string {
  const letters: Record<string, string> = { bold: 'b', italic: 'i', strike: 's' };
  return nodes
    .map((one) => {
      if (one.is === 'text') return one.text;
      if (one.is === 'code') return `c(${one.text})`;
      if (one.is === 'link') return `a(${one.url} ${short(one.inside)})`;
      return 'inside' in one ? `${letters[one.is] ?? ''}(${short(one.inside)})` : `{${one.is}}`;
    })
    .join('');
}
const lines = (of: Paragraph[]): string[] => of.map((one) => (one.is === 'lines' ? short(one.inside) : one.is));

describe('mrkdwn', () => {
  test.each([
    ['*a* _b_ ~c~ `d`', 'b(a) i(b) s(c) c(d)'],
    ['*_nested ~styles~_*', 'b(i(nested s(styles)))'],
    ['snake_case_stays 2*3*4 a * b', 'snake_case_stays 2*3*4 a * b'],
    ['*a b', '*a b'],
    ['<https://a.example|a *b*>', 'a(https://a.example a b(b))'],
    ['<javascript:alert(1)|click>', 'click'],
    ['<data:text/html,hi>', 'data:text/html,hi'],
    ['see https://a.example/x?y=1&amp;z.', 'see a(https://a.example/x?y=1&z https://a.example/x?y=1&z).'],
    ['at 10:30:15 :tada:', 'at 10:30:15 {emoji}'],
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
  ])('%s', (source, read) => {
    expect(lines(parseMrkdwn(source))).toEqual([read]);
  });

  test('everything after >>> is quoted, from the line where it stands', () => {
    const [before, quote] = parseMrkdwn('x &gt;&gt;&gt; y\n&gt;&gt;&gt; y\nz');
    expect(lines(before ? [before] : [])).toEqual(['x >>> y']);
    expect(quote).toEqual({ is: 'quote', inside: [{ is: 'lines', inside: [{ is: 'text', text: 'y\nz' }] }] });
  });
});

describe('Markdown', () => {
  test.each([
    ['**a** *b* __c__ _d_ ~~e~~ `f`', 'b(a) i(b) b(c) i(d) s(e) c(f)'],
    ['***both***', 'i(b(both))'],
    ['**a *b* c**', 'b(a i(b) c)'],
    ['snake_case_stays 2 * 3', 'snake_case_stays 2 * 3'],
    ['[a **b**](https://a.example "t")', 'a(https://a.example a b(b))'],
    ['[x](javascript:alert(1))', 'x'],
    ['\\*not\\*', '*not*'],
    ['``a`b``', 'c(a`b)'],
    ['[a] [b](https://b.example)', '[a] a(https://b.example b)'],
  ])('%s', (source, read) => {
    expect(lines(parseMarkdown(source))).toEqual([read]);
  });

  test('lists within lists, tasks, tables, quotes, code and rules', () => {
    const source =
      '# T\n1. a\n   - b\n   - c\n2. d\n\n- [x] e\n\n> q\n\n| h | i |\n|--|-:|\n| 1 | 2 |\n\n```\nx\n```\n---';
    const found = parseMarkdown(source);
    expect(found.map((one) => one.is)).toEqual(['heading', 'list', 'list', 'quote', 'table', 'pre', 'rule']);
    const [, list, tasks, , table] = found;
    expect(list).toMatchObject({ ordered: true, items: [{ under: [{ items: [{}, {}] }] }, { under: [] }] });
    expect(tasks).toMatchObject({ items: [{ done: true }] });
    expect(table).toMatchObject({ align: ['left', 'right'], rows: [[{}, {}]] });
  });
});

describe('whatever is written', () => {
  const runs = [
    '_',
    '*',
    '~',
    '`',
    '<',
    '[',
    '](',
    '> ',
    '>',
    '*a ',
    '_a ',
    '[a](',
    '**a ',
    '*_',
    '- ',
    '|',
    'h.',
    '\\',
    ':',
  ];

  test.each(runs)('a long run of %s is read to its end', (sign) => {
    const source = sign.repeat(12_000);
    expect(say(textOf(parseMrkdwn(source))).length).toBeGreaterThan(0);
    expect(JSON.stringify(parseMarkdown(source)).length).toBeGreaterThan(0);
  });

  test('neither reader fails, and no other address becomes a link', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '|',
      'a',
      ' ',
      '\n',
      'javascript:',
      'https://a.b',
      '!',
      '#',
      '- ',
      '1. ',
      '```',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const read = JSON.stringify([parseMrkdwn(source), parseMarkdown(source)]);
        const urls = [...read.matchAll(/"url":"([^"]*)"/g)].map((one) => one[1] ?? '');
        expect(urls.filter((url) => url && !/^(https?:\/\/|mailto:)/i.test(url))).toEqual([]);
      }),
    );
  });
});

const textOf = (of: Paragraph[]): Inline[] =>
  of.flatMap((one) => {
    if (one.is === 'lines') return one.inside;
    if (one.is === 'quote') return textOf(one.inside);
    return one.is === 'pre' ? [{ is: 'text', text: one.text || ' ' } as const] : [];
  });

describe('dates and times as people type them', () => {
  const today = '2026-11-21';
  test.each([
    ['24.12.', 'en-GB', '2026-12-24'],
    ['12/24', 'en-US', '2026-12-24'],
    ['24/12/27', 'en-GB', '2027-12-24'],
    ['Dec 24', 'en-US', '2026-12-24'],
    ['24. Dezember 2027', 'de-DE', '2027-12-24'],
    ['tomorrow', 'en-US', '2026-11-22'],
    ['31.02.', 'en-GB', null],
    ['soon', 'en-GB', null],
  ])('%s (%s)', (typed, locale, day) => {
    expect(readDay(typed, today, { locale })).toBe(day);
  });

  test.each([
    ['9:07', '09:07'],
    ['0907', '09:07'],
    ['14h30', '14:30'],
    ['2pm', '14:00'],
    ['12:15 am', '00:15'],
    ['25', null],
    ['13 pm', null],
    ['later', null],
  ])('%s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test('months end where they end, and weeks begin where people think they do', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
    expect(inWeek('2026-11-22', { locale: 'en-US' })).toBe(0);
    expect(inWeek('2026-11-22', { locale: 'en-GB' })).toBe(6);
    expect(weeksOf(today, { locale: 'en-GB' })[0]?.[0]).toBe('2026-10-26');
  });
});
