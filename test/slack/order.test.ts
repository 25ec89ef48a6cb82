import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../../src/domain/verbs.ts';
import { asksHelp, orderOf, slipOf } from '../../src/slack/order.ts';
import { namedIn, nearestTo, TYPED } from '../../src/slack/typed.ts';

const BOT = 'U0BOT';

describe('an order typed in a thread', () => {
  test.each([
    ['?keep', { verb: 'keep', words: '' }],
    ['  ?KEEP  ', { verb: 'keep', words: '' }],
    ['?resolve It was the cable.\nReally.', { verb: 'resolve', words: 'It was the cable.\nReally.' }],
    ['?resolve-internally', { verb: 'resolve_internally', words: '' }],
    ['<@U0BOT> reply Try again.', { verb: 'reply', words: 'Try again.' }],
    ['<@U0BOT|threadesk>, show', { verb: 'show', words: '' }],
    ['<@U0BOT>: note same router', { verb: 'note', words: 'same router' }],
  ])('%s', (text, order) => expect(orderOf(text, BOT)).toEqual(order));

  test.each([
    'keep',
    '?',
    '? keep',
    '?what is going on',
    'Why? reply to him',
    '?message hello',
    '?expire',
    '??keep',
    '<@UOTHER> keep',
    'please <@U0BOT> keep this',
    '?keeper',
    '?keep?',
  ])('%s is for people', (text) => expect(orderOf(text, BOT)).toBeNull());

  test('whatever people write, without the mark it is never an order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/^\s*(?:\?|<@U0BOT)/.test(text));
        expect(orderOf(text, BOT)).toBeNull();
      }),
    );
  });
});

describe('a slip of the fingers', () => {
  test.each([
    ['?kepe', 'keep'],
    ['?resovle It was the cable.', 'resolve'],
    ['<@U0BOT> forwrad', 'forward'],
    ['?resolve-internaly', 'resolve_internally'],
  ])('%s', (text, meant) => expect(slipOf(text, BOT)?.meant).toBe(meant));

  test.each(['?keep', '?what is going on', '?', 'kepe', '?nonsense is a note', '?ok', '?it', '?message hello'])(
    '%s is none',
    (text) => expect(slipOf(text, BOT)).toBeNull(),
  );

  test('one letter too many, too few or swapped is still understood, and a verb is never a slip', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPED), fc.nat(), fc.constantFrom('drop', 'double', 'swap'), (verb, nth, how) => {
        const at = nth % (verb.length - 1);
        const head = verb.slice(0, at);
        const [one = '', two = ''] = [verb[at], verb[at + 1]];
        const tail = verb.slice(at + 2);
        const typed =
          how === 'drop'
            ? head + two + tail
            : how === 'double'
              ? head + one + one + two + tail
              : head + two + one + tail;
        fc.pre(typed.length > 2 && !TYPED.some((known) => known === typed));
        expect(nearestTo(typed)).not.toBeNull();
      }),
    );
    for (const verb of VERBS) if (TYPED.includes(verb)) expect(nearestTo(verb)).toBeNull();
  });
});

describe('in a thread', () => {
  test('another ticket is named behind a verb that takes no words', () => {
    expect(namedIn('keep', 'T-1002')).toBe(1002);
    expect(namedIn('keep', '#1002')).toBe(1002);
    expect(namedIn('keep', '1002')).toBeNull();
    expect(namedIn('reply', 'T-1002 is the same')).toBeNull();
    expect(namedIn('keep', '')).toBeNull();
  });

  test.each(['?help', '? help', '<@U0BOT>', '<@U0BOT> help', ' <@U0BOT|threadesk>, Help '])(
    '%s asks for help',
    (text) => expect(asksHelp(text, BOT)).toBe(true),
  );
  test.each(['help', '?helping', '<@U0BOT> help me', '?'])('%s does not', (text) =>
    expect(asksHelp(text, BOT)).toBe(false),
  );
});
