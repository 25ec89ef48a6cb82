import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOf } from '../../src/slack/order.ts';

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
