import type { Phrase } from './words.ts';
import { wordsOf } from './words.ts';

/** Words as Postgres keeps and asks for them. */

/** Positions beyond this are all the same to Postgres. */
const MOST_POSITIONS = 16_000;
/** A vector may hold a megabyte; one that goes on with another holds both. */
const MOST_BYTES = 400_000;
/** Words of different texts do not stand one after another. */
const GAP = 2;

/** Words with the places where they stand, to be kept as a `tsvector`. */
export class Lexemes {
  readonly #places: Map<string, number[]>;
  #at: number;
  #left: number;
  #bytes = MOST_BYTES;

  private constructor(places: Map<string, number[]>, at: number, left: number) {
    this.#places = places;
    this.#at = at;
    this.#left = left;
  }

  static none(): Lexemes {
    return new Lexemes(new Map(), 0, MOST_POSITIONS / 2);
  }

  /** The same words, and room for as many more. */
  more(): Lexemes {
    const places = new Map([...this.#places].map(([word, at]) => [word, [...at]]));
    return new Lexemes(places, this.#at, MOST_POSITIONS / 2);
  }

  /** The words of a text, each with its mark before it. */
  add(text: string, mark = ''): this {
    this.#at += GAP;
    for (const word of wordsOf(text)) if (!this.#put(mark + word)) break;
    return this;
  }

  /** A word that is looked for as it stands. */
  addExact(word: string): this {
    this.#put(word);
    return this;
  }

  #put(word: string): boolean {
    if (this.#left <= 0 || this.#bytes <= 0) return false;
    const places = this.#places.get(word);
    if (places) places.push(++this.#at);
    else {
      this.#places.set(word, [++this.#at]);
      this.#bytes -= 3 * word.length + 8;
    }
    this.#left -= 1;
    return true;
  }

  toString(): string {
    return [...this.#places].map(([word, at]) => `${quoted(word)}:${at.slice(0, MOST_PLACES).join(',')}`).join(' ');
  }
}
/** Postgres keeps no more for one word. */
const MOST_PLACES = 255;

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** All of these phrases, as a `tsquery`. */
export const queryOf = (phrases: readonly Phrase[]): string =>
  phrases
    .map(({ words, open }) => {
      const last = words.length - 1;
      return `(${words.map((word, nth) => quoted(word) + (open && nth === last ? ':*' : '')).join(' <-> ')})`;
    })
    .join(' & ');
