import { folded } from '../../domain/folding.ts';

/**
 * How words are made comparable, the same for what is kept and for what is looked for: without case and diacritics, and
 * scripts that put no spaces between words as pairs of letters.
 */

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Runs of letters of scripts that are written without spaces, or, as Korean, with particles stuck to the words. */
const RUN =
  /[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;
/** In code points; a longer word is looked for by its beginning. */
const LONGEST = 64;

/** A piece of text: a word as a whole, or a run of letters that stand without spaces. */
type Piece = { run: boolean; letters: string };

/** The words of a text, in their order. */
function* piecesOf(text: string): Generator<Piece> {
  for (const [word] of folded(text).matchAll(WORD)) {
    let from = 0;
    for (const { 0: run, index } of word.matchAll(RUN)) {
      if (index > from) yield { run: false, letters: shortened(word.slice(from, index)) };
      yield { run: true, letters: run };
      from = index + run.length;
    }
    if (from < word.length) yield { run: false, letters: shortened(word.slice(from)) };
  }
}

const shortened = (word: string): string =>
  word.length <= LONGEST ? word : Array.from(word).slice(0, LONGEST).join('');

/** The words under which a text is found. A run is kept as its pairs, and its last letter alone. */
export function* wordsOf(text: string): Generator<string> {
  for (const { run, letters } of piecesOf(text)) {
    if (run) {
      const each = Array.from(letters);
      for (const [nth, letter] of each.entries()) yield letter + (each[nth + 1] ?? '');
    } else yield letters;
  }
}

/** Words that are looked for one after another. `open`: the last of them may go on. */
export type Phrase = { words: readonly string[]; open: boolean };

/** Shorter beginnings stand for too many words. */
const SHORTEST_BEGINNING = 3;
/** More than this nobody means. */
const MOST_PHRASES = 20;
const MOST_WORDS = 40;

/** What was typed, as phrases that must all be there: what stands "in quotes" stands there so, another word may go on. */
export function phrasesOf(typed: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [nth, part] of typed.split(/["“”„«»]/).entries()) {
    const quoted = nth % 2 === 1;
    for (const chunk of quoted ? [part] : part.split(/[\s'’`]+/)) {
      const phrase = phraseOf(chunk, quoted);
      if (phrase) phrases.push(phrase);
      if (phrases.length === MOST_PHRASES) return phrases;
    }
  }
  return phrases;
}

function phraseOf(chunk: string, quoted: boolean): Phrase | null {
  const words: string[] = [];
  let open = false;
  for (const { run, letters } of piecesOf(chunk)) {
    const each = run ? Array.from(letters) : [];
    // A single letter is the beginning of its pairs; of more letters each pair is there.
    if (run && each.length > 1)
      for (const [i, letter] of each.slice(0, -1).entries()) words.push(letter + (each[i + 1] ?? ''));
    else words.push(letters);
    open = run ? each.length === 1 : !quoted && Array.from(letters).length >= SHORTEST_BEGINNING;
    if (words.length >= MOST_WORDS) break;
  }
  return words.length === 0 ? null : { words: words.slice(0, MOST_WORDS), open };
}
