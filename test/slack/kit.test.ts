import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginning,
  bold,
  context,
  cut,
  date,
  esc,
  flat,
  inline,
  LIMITS,
  mention,
  modal,
  opening,
  overflow,
  plain,
  quote,
  section,
  sections,
  select,
  textInput,
} from '../../src/slack/kit.ts';
import { parseMrkdwn } from '../../local-slack/page/mrkdwn/parse.ts';
import { hostile } from './hostile.ts';

/** Nothing but whole entities and none of Slack's markup. */
const DEAD = /^(?:[^&<>]|&(?:amp|lt|gt);)*$/s;
const HALVED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('text', () => {
  it('escapes the three characters of Slack, and they alone', () => {
    expect(esc('a & b <!channel> "c" *d*')).toBe('a &amp; b &lt;!channel&gt; "c" *d*');
    expect(esc('&amp;')).toBe('&amp;amp;');
  });

  it('leaves no word that calls a crowd', () => {
    expect(esc('@here @Channel @everyone bao@here.com')).not.toMatch(/@(?:here|channel|everyone)\b/i);
    expect(esc('bao@northwind.example')).toBe('bao@northwind.example');
  });

  it('puts what people wrote on one line and keeps right-to-left words within themselves', () => {
    expect(flat(' a\r\n\tb\u202e c ')).toBe('a b c');
    expect(flat('مرحبا')).toBe('\u2068مرحبا\u2069');
    expect(flat('*a* `b` _c_')).toBe('*a* `b` _c_');
  });

  it('shows on one line what was typed, and formats none of it', () => {
    expect(inline('*a* _b_ ~c~ `d` <y>')).toBe('∗a* ˍb_ ∼c~ ˋdˋ &lt;y&gt;');
    expect(inline('my_file_name 5 * 3')).toBe('my_file_name 5 * 3');
    expect(inline('of ******* and **')).toBe('of ∗∗∗∗∗∗∗ and ∗∗');
    const typed = fc.oneof(hostile, fc.string({ unit: fc.constantFrom('*', '_', '~', '`', ' ', 'a', '.', '\n', 'é') }));
    fc.assert(
      fc.property(typed, (text) => {
        const drawn = parseMrkdwn(`${bold('T-1042')} ${inline(text)} · ${bold('x')}`);
        const kinds = drawn.flatMap((part) => (part.is === 'lines' ? part.inside.map(({ is }) => is) : [part.is]));
        expect(kinds.filter((is) => is === 'bold')).toHaveLength(2);
        for (const formatted of ['italic', 'strike', 'code', 'pre', 'quote']) expect(kinds).not.toContain(formatted);
      }),
    );
  });

  it('cuts without halving anything', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('a&amp;bcdef', 6)).toBe('a…');
    expect(cut('a&amp;bcdef', 9)).toBe('a&amp;b…');
    expect(cut('see <@U123456>', 9)).toBe('see …');
    expect(cut('ab😀cdef', 5)).toBe('ab…');
    expect(beginning('ab😀', 3)).toBe('ab');
    expect(cut('\u2068abcdef\u2069', 6)).toBe('\u2068abc…\u2069');
  });

  it('of anything that anybody writes, nothing is live, halved or too long', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 4000 }), (text, max) => {
        for (const shown of [cut(esc(text), max), cut(inline(text), max)]) {
          expect(shown.length).toBeLessThanOrEqual(max);
          expect(shown).toMatch(DEAD);
          expect(shown).not.toMatch(HALVED);
        }
        const quoted = quote(text, max);
        expect(quoted.length).toBeLessThanOrEqual(max);
        expect(quoted.replaceAll(/^> ?/gm, '')).toMatch(DEAD);
      }),
    );
  });

  it('shows the first words of a long text and says that there are more', () => {
    expect(opening('one\ntwo')).toEqual({ quoted: '> one\n> two', whole: true });
    const long = opening('word '.repeat(1000));
    expect(long.whole).toBe(false);
    expect(long.quoted.length).toBeLessThanOrEqual(600);
    const lines = opening('x\n'.repeat(50));
    expect(lines.whole).toBe(false);
    expect(lines.quoted.split('\n')).toHaveLength(11);
  });

  it('writes dates, mentions and emphasis as Slack reads them', () => {
    expect(date(new Date('2026-11-21T09:10:59Z'))).toBe(
      '<!date^1795252259^{date_short_pretty} {time}|2026-11-21 09:10 UTC>',
    );
    expect(mention('U1')).toBe('<@U1>');
    expect(bold('a*b')).toBe('*a∗b*');
  });
});

describe('blocks', () => {
  it('never hold an empty text, which Slack refuses', () => {
    expect(plain('  ', 10).text).toBe('–');
    expect(section('').text?.text).toBe('–');
    expect(JSON.stringify(context(null, undefined, false))).toContain('–');
  });

  it('divide long words into sections and lose none', () => {
    const text = 'word '.repeat(1500).trim();
    const parts = sections(text, 10_000).map(({ text }) => text!.text);
    expect(parts.length).toBe(3);
    expect(parts.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(sections('&amp;'.repeat(3000), 10_000).every(({ text }) => DEAD.test(text!.text))).toBe(true);
  });

  it('keep five choices in an overflow and have none without choices', () => {
    const choices = Array.from({ length: 9 }, (_, n) => ({ value: String(n), label: `Choice ${n}` }));
    expect(overflow('more', choices)[0]?.options).toHaveLength(LIMITS.overflow);
    expect(overflow('more', [])).toEqual([]);
  });

  it('choose only what is among the choices', () => {
    const choices = [{ value: 'a', label: 'A' }];
    expect(select('value', choices, { initial: 'a' }).initial_option).toEqual(select('value', choices).options?.[0]);
    expect(select('value', choices, { initial: 'z' })).not.toHaveProperty('initial_option');
  });

  it('start an input with the words as they are, never with half a character', () => {
    expect(textInput('value', { initial: 'a & b' }).initial_value).toBe('a & b');
    expect(textInput('value', { initial: 'ab😀', max: 3 }).initial_value).toBe('ab');
  });

  it('cut titles and buttons of windows', () => {
    const view = modal({ title: 'x'.repeat(40), close: 'y'.repeat(40) }, []);
    expect(view.title.text.length).toBeLessThanOrEqual(LIMITS.modalTitle);
    expect(view.close!.text.length).toBeLessThanOrEqual(LIMITS.modalButton);
  });
});
