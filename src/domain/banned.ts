import { folded } from './folding.ts';
import type { GroupKey, Language } from './language.ts';
import type { Span } from './masking/spans.ts';

/** A word or a phrase that nobody sends to a requester: in one group or in all, in one language or in all. */
export type BannedWord = { group: GroupKey | null; language: Language | null; word: string };
/** As many as are looked for in an answer without anybody waiting for it. */
export const MOST_BANNED = 20_000;
export const LONGEST_BANNED = 100;
/** Where one stands, and how it is written in the list. */
export type Found = Span & { word: string };
export type Banned = {
  /** What stands in a text for the requester of a ticket of this group and language, in its order. */
  in(text: string, where: { group: GroupKey; language: Language }): Found[];
};

type Token = Span & { word: string };
const LETTERS = '[\\p{L}\\p{N}\\p{M}\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]+';
/**
 * Letters with their marks, and what stands unseen between them: also the signs of a style within a word, which count only
 * beside a space that nobody sees (`*hal*\u200bf`).
 */
const WORD = new RegExp(`${LETTERS}(?:(?:[*_~\`]+\\u200B[*_~\`]*|(?<=\\u200B)[*_~\`]+)${LETTERS})*`, 'gu');
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF*_~`]+/gu;
const PLAIN = /^[a-z0-9]+$/;

/** The words of a text as they are compared, each with its place. */
export function* wordsIn(text: string): Generator<Token> {
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const place = { start: match.index, end: match.index + found.length };
    if (PLAIN.test(found)) yield { ...place, word: found };
    else for (const [word] of folded(found.replaceAll(UNSEEN, '')).matchAll(WORD)) yield { ...place, word };
  }
}

/** As a word or phrase is compared; nothing where no letter is left of it. */
export const compared = (word: string): string[] => Array.from(wordsIn(word), (token) => token.word);

const HANGUL = /\p{Script=Hangul}$/u;
/** Korean writes these at the end of a word: the word before them is the same. */
const PARTICLES =
  '은 는 이 가 을 를 의 에 와 과 도 만 로 야 아 들 으로 에게 에서 한테 까지 부터 처럼 이야 이다 입니다 들은 들이 들을'.split(
    ' ',
  );

/** A word, and what it is without its particle. */
export const formsOf = (word: string): string[] =>
  HANGUL.test(word)
    ? [
        word,
        ...PARTICLES.filter((particle) => word.length > particle.length && word.endsWith(particle)).map((particle) =>
          word.slice(0, -particle.length),
        ),
      ]
    : [word];

type Node = { next: Map<string, Node>; ends: string | null };
const node = (): Node => ({ next: new Map(), ends: null });

/** Looks for whole words and phrases: a step for each word of the text, however long the list is. */
export function matcherOf(words: readonly string[]): (text: string) => Found[] {
  const root = node();
  for (const word of words) {
    let at = root;
    for (const step of compared(word)) {
      const next = at.next.get(step) ?? node();
      at.next.set(step, next);
      at = next;
    }
    if (at !== root) at.ends ??= word;
  }
  return (text) => {
    const tokens = [...wordsIn(text)];
    const found: Found[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const longest = longestFrom(root, tokens, at);
      if (!longest) continue;
      found.push({ start: tokens[at]?.start ?? 0, end: tokens[longest.last]?.end ?? 0, word: longest.word });
      at = longest.last;
    }
    return found;
  };
}

function longestFrom(root: Node, tokens: readonly Token[], from: number): { last: number; word: string } | null {
  let longest: { last: number; word: string } | null = null;
  let here: Node | undefined = root;
  for (let at = from; here && at < tokens.length; at++) {
    const { word = '' } = tokens[at] ?? {};
    const { next }: Node = here;
    const ended = formsOf(word)
      .map((form) => next.get(form)?.ends ?? null)
      .find((ends) => ends !== null);
    if (ended) longest = { last: at, word: ended };
    here = next.get(word);
  }
  return longest;
}

/** The list of a desk, made ready for a group and a language when something is first said there. */
export function bannedOf(list: readonly BannedWord[]): Banned {
  const matchers = new Map<string, (text: string) => Found[]>();
  return {
    in(text, { group, language }) {
      const key = `${group}|${language}`;
      const matcher =
        matchers.get(key) ??
        matcherOf(
          list
            .filter((one) => (one.group ?? group) === group && (one.language ?? language) === language)
            .map(({ word }) => word),
        );
      matchers.set(key, matcher);
      return matcher(text);
    },
  };
}
/** Each once, in the order of the text. */
export const namesOf = (found: readonly Found[]): string[] => [...new Set(found.map(({ word }) => word))];
