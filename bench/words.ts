import { bannedOf } from '../src/domain/banned.ts';
import { groupKey } from '../src/domain/language.ts';
import { ms, spread, table } from './table.ts';

const WORDS = 10_000;
const CHARACTERS = 3000;
const RUNS = 200;
const WHERE = { group: groupKey('support'), language: 'en' } as const;

/** Words of two or three syllables, some with an accent, and every fifth one a phrase. */
const word = (n: number): string =>
  ['ba', 'rè', 'ti', 'mo', 'lu'][n % 5] + n.toString(36) + ['n', 'đi', 'ra', 's', 'ò'][(n >> 3) % 5];
const entry = (n: number): string => (n % 5 === 0 ? `${word(n)} ${word(n + 1)} ${word(n + 2)}` : word(n));

const TEXTS: readonly [what: string, text: string][] = [
  ['an answer without any', 'We have changed the cable, and since then it works again. '],
  ['an Italian one', 'Perché il caffè è finito, così non c’è più niente da fare per lunedì. '],
  ['a Vietnamese one', 'Chúng tôi đã kiểm tra đường truyền và sẽ báo lại cho anh chị sớm. '],
  ['a Korean one', '케이블을 교체했으니 이제 다시 정상적으로 작동합니다. 감사합니다. '],
  ['nothing but banned words', `${entry(11)} ${entry(20)} ${entry(37)} `],
];

/** How long it takes to look through an answer of the greatest length, with the list made ready and without. */
export async function words(): Promise<string> {
  const list = Array.from({ length: WORDS }, (_, n) => ({ group: null, language: null, word: entry(n) }));
  const beganAt = performance.now();
  const banned = bannedOf(list);
  banned.in('first', WHERE);
  const ready = performance.now() - beganAt;
  const rows = TEXTS.map(([what, piece]) => {
    const text = piece.repeat(Math.ceil(CHARACTERS / piece.length)).slice(0, CHARACTERS);
    const found = banned.in(text, WHERE).length;
    const times = Array.from({ length: RUNS }, () => {
      const began = performance.now();
      banned.in(text, WHERE);
      return performance.now() - began;
    });
    return [what, found, spread(times, ms)];
  });
  return Promise.resolve(
    `${WORDS} words made ready once for a group and a language: ${ms(ready)} ms.\n\n${table(
      [`${CHARACTERS} characters`, 'found', 'ms, least / median / most'],
      rows,
    )}`,
  );
}
