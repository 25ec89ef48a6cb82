import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bannedOf, compared, formsOf, matcherOf, wordsIn } from '../../src/domain/banned.ts';
import { decide } from '../../src/domain/decide.ts';
import { type BANNED_HOW, policies } from '../../src/domain/group.ts';
import { groupKey } from '../../src/domain/language.ts';
import { cast, facts, groups, ticketIn } from './make.ts';

const found = (list: string[], text: string) =>
  matcherOf(list)(text).map(({ word, start, end }) => `${word}: ${text.slice(start, end)}`);

test.each<[string[], string, string[]]>([
  [['idiot'], 'You IDIOT, idiots and idiotic.', ['idiot: IDIOT']],
  [['shut up', 'shut'], 'Shut  up! Shut. Up', ['shut up: Shut  up', 'shut up: Shut. Up']],
  [['idiot'], 'id\u200Biot, ｉｄｉｏｔ', ['idiot: id\u200Biot', 'idiot: ｉｄｉｏｔ']],
  // Styles within a word, as the composer keeps them; a sign without an unseen space is none, and parts words.
  [
    ['idiot'],
    'i\u200B_*dio*_\u200Bt *id*\u200Biot id\u200B*iot*',
    ['idiot: i\u200B_*dio*_\u200Bt', 'idiot: id*\u200Biot', 'idiot: id\u200B*iot'],
  ],
  [['idiot'], 'id*iot, id_iot, id* iot, id*\u200B iot', []],
  [['!', '…'], 'What! …', []],
  // Italian: accents of any writing, and articles before an apostrophe.
  [['perché no', 'scemo'], 'PERCHE NO, perche\u0301 no', ['perché no: PERCHE NO', 'perché no: perche\u0301 no']],
  [['idiota'], "dell’idiota, l'Idiòta, idiotavano", ['idiota: idiota', 'idiota: Idiòta']],
  // Vietnamese: composed, taken apart, and with the letter that Unicode does not take apart.
  [['đồ ngốc'], 'Anh là ĐỒ NGỐC. do ngoc', ['đồ ngốc: ĐỒ NGỐC', 'đồ ngốc: do ngoc']],
  [['đồ ngốc'], 'đồ ngốc'.normalize('NFD'), [`đồ ngốc: ${'đồ ngốc'.normalize('NFD')}`]],
  [['ngu'], 'Người Nguyễn ngủ nguội', ['ngu: ngủ']],
  // Korean: with its particles, but not inside another word.
  [['바보'], '바보! 바보는 바보입니다. 울보, 바보상자', ['바보: 바보', '바보: 바보는', '바보: 바보입니다']],
  [['멍청한 녀석'], '멍청한 녀석들이 왔다', ['멍청한 녀석: 멍청한 녀석들이']],
  [['바보'.normalize('NFD')], '바보', [`${'바보'.normalize('NFD')}: 바보`]],
])('%j in %s', (list, text, expected) => expect(found(list, text)).toEqual(expected));

/** Every phrase at every place, the longest first, from left to right. */
function naive(list: readonly string[], text: string): number[] {
  const tokens = [...wordsIn(text)];
  const words = tokens.map(({ word }) => word);
  const phrases = list.map((word) => compared(word)).filter((phrase) => phrase.length > 0);
  const all: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const here = phrases.filter((phrase) =>
      phrase.every((word, n) =>
        n === phrase.length - 1 ? formsOf(words[at + n] ?? '').includes(word) : words[at + n] === word,
      ),
    );
    const [longest] = here.toSorted((a, b) => b.length - a.length);
    if (!longest) continue;
    all.push(tokens[at]?.start ?? -1);
    at += longest.length - 1;
  }
  return all;
}

const SYLLABLES = ['ma', 'má', 'MÀ', 'đồ', 'do', 'ngốc', '바보', '바보는', '은', 'è', 'e\u0301', 'ß', 'a'];
const phrase = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const speech = fc
  .array(fc.tuple(fc.constantFrom(...SYLLABLES), fc.constantFrom(' ', ', ', '', '-', '\n')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));
const list = fc.array(fc.oneof(phrase, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 });

test('what is found is what a search of every phrase at every place finds', () => {
  fc.assert(
    fc.property(list, fc.oneof(speech, fc.string({ unit: 'grapheme', maxLength: 80 })), (words, text) => {
      const found = matcherOf(words)(text);
      expect(found.map(({ start }) => start)).toEqual(naive(words, text));
      for (const { word, start, end } of found) {
        expect(words).toContain(word);
        expect(end).toBeGreaterThan(start);
      }
    }),
    { numRuns: 500 },
  );
});

test('a list for a group or a language is looked for there and nowhere else', () => {
  const banned = bannedOf([
    { group: null, language: null, word: 'one' },
    { group: groups.support.key, language: null, word: 'two' },
    { group: null, language: 'it', word: 'tre' },
  ]);
  const all = (group: string, language: 'en' | 'it') =>
    banned.in('One two tre', { group: groupKey(group), language }).map(({ word }) => word);
  expect([all('support', 'en'), all('billing', 'en'), all('billing', 'it')]).toEqual([
    ['one', 'two'],
    ['one'],
    ['one', 'tre'],
  ]);
});

describe('what an agent says to a requester', () => {
  const banned = bannedOf([{ group: null, language: null, word: 'idiot' }]);
  const says = (
    how: (typeof BANNED_HOW)[number],
    verb: Parameters<typeof decide>[1]['verb'],
    input: object,
    { by = cast.ana, knowing = false, state = 'in_progress' as const } = {},
  ) => {
    const group = { ...groups.support, policies: policies.parse({ banned_words: how }) };
    const done = decide(ticketIn(state), { verb, by, input, knowing }, facts({ group, banned }));
    return done.kind === 'refused' ? done.why : done.kind;
  };
  const text = 'He is an IDIOT.';

  test('is held back, or asked for once more, whichever verb says it', () => {
    for (const [verb, input] of [
      ['reply', { text }],
      ['resolve', { text }],
      ['pend', { kind: 'requester', waiting_for: 'your number', text }],
      ['pend', { kind: 'check', waiting_for: 'the idiot from the shop' }],
      ['workaround', { text }],
      ['ask_cancel', { text }],
    ] as const) {
      expect([verb, says('block', verb, input)]).toEqual([verb, 'banned_words']);
      expect([verb, says('block', verb, input, { knowing: true })]).toEqual([verb, 'banned_words']);
      expect([verb, says('warn', verb, input)]).toEqual([verb, 'unwise_words']);
      expect([verb, says('warn', verb, input, { knowing: true })]).toEqual([verb, 'done']);
      expect([verb, says('off', verb, input)]).toEqual([verb, 'done']);
    }
  });

  test('is free among agents, in what was typed in Slack itself, and to whoever asked', () => {
    expect(says('block', 'note', { text })).toBe('done');
    expect(says('block', 'reply', { text, source: { channel: 'C1', ts: '1.1' } })).toBe('done');
    expect(says('block', 'message', { text }, { by: cast.bao })).toBe('done');
  });

  test('the refusal names the words, and the form of the same verb is the next step', () => {
    const group = { ...groups.support, policies: policies.parse({ banned_words: 'block' }) };
    const done = decide(
      ticketIn('in_progress'),
      { verb: 'reply', by: cast.ana, input: { text } },
      facts({ group, banned }),
    );
    expect(done).toMatchObject({ kind: 'refused', words: ['idiot'], next: ['reply', expect.anything(), 'show'] });
  });
});
