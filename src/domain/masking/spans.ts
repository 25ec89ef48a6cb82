/** A part of a text, in UTF-16 units; `end` is behind its last one. */
export type Span = { start: number; end: number };
/** Words that stand masked in a text: where, and what they were. */
export type Covered = Span & { words: string };

export const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Signs that never join with another: where only these stand, nothing slow has to be asked. */
const PLAIN = /^[ -~]*$/;
const isBreak = (grapheme: string): boolean => /^[\r\n\u2028\u2029]+$/.test(grapheme);
/** One asterisk for each sign that people see; lines stay lines. */
const asterisks = (words: string): string => (PLAIN.test(words) ? '*'.repeat(words.length) : covering(words));
const covering = (words: string): string =>
  Array.from(graphemes.segment(words), ({ segment }) => (isBreak(segment) ? segment : '*')).join('');

/** Spans in order, those that overlap as one, and none that is empty, outside the text or cuts a character in two. */
export function settled(text: string, spans: readonly Span[]): Span[] {
  const sorted = spans
    .map((span) => aligned(text, span))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && touches(last, span)) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** As far as the signs reach that it touches: half of one would still be read. */
function aligned(text: string, { start, end }: Span): Span {
  const [from, to] = [Math.max(0, Math.trunc(start)), Math.min(text.length, Math.trunc(end))];
  if (!(from < to)) return { start: 0, end: 0 };
  if ([from, to].every((at) => PLAIN.test(text.slice(Math.max(0, at - 1), at + 1)))) return { start: from, end: to };
  const segments = graphemes.segment(text);
  const last = segments.containing(to - 1);
  return { start: segments.containing(from)?.index ?? from, end: last ? last.index + last.segment.length : to };
}

/** The text with these parts covered, and what is needed to uncover them; `start` and `end` are those in the covered text. */
export function cover(text: string, spans: readonly Span[]): { text: string; covered: Covered[] } {
  const covered: Covered[] = [];
  let masked = '';
  let at = 0;
  for (const { start, end } of settled(text, spans)) {
    masked += text.slice(at, start);
    const words = text.slice(start, end);
    const from = masked.length;
    masked += asterisks(words);
    covered.push({ start: from, end: masked.length, words });
    at = end;
  }
  return { text: masked + text.slice(at), covered };
}

/** The text as it was before; null where somebody has written over what was covered since. */
export function uncover(text: string, covered: readonly Covered[]): string | null {
  let clear = text;
  for (const { start, end, words } of covered.toSorted((a, b) => b.start - a.start)) {
    if (clear.slice(start, end) !== asterisks(words)) return null;
    clear = clear.slice(0, start) + words + clear.slice(end);
  }
  return clear;
}

const LEAST_CUT = 4;
/** Where any of these words stand in a text; at its end also the beginning of them, where three dots cut them off. */
export function occurrences(text: string, all: readonly string[]): Span[] {
  return all.flatMap((words) => {
    const found: Span[] = [];
    if (words === '') return found;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      found.push({ start: at, end: at + words.length });
    const cut = text.endsWith('…') ? text.slice(0, -1) : '';
    for (let length = Math.min(words.length - 1, cut.length); length >= LEAST_CUT; length--)
      if (cut.endsWith(words.slice(0, length))) {
        found.push({ start: cut.length - length, end: cut.length });
        break;
      }
    return found;
  });
}
