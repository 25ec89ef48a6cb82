import { isCard, isCccd, isCodiceFiscale, isIban, isRrn } from './checks.ts';
import { type Span, touches } from './spans.ts';

/** What is looked for in a text, the surest first. */
export const PERSONAL = ['email', 'iban', 'codice_fiscale', 'rrn', 'card', 'cccd', 'phone'] as const;
export type Personal = (typeof PERSONAL)[number];
export type Hint = Span & { kind: Personal };

type Pattern = {
  /** Begins only where a word begins, and repeats nothing inside a repetition: it never looks twice at one place. */
  find: RegExp;
  /** How much of what was found it is; 0: it is none. */
  length(found: string): number;
};

/** Korean writes its particles at the end of a number or an address. */
const BEGINS = String.raw`(?<![\p{Script=Latin}\p{N}])`;
const ENDS = String.raw`(?![\p{Script=Latin}\p{N}])`;
const pattern = (body: string): RegExp => new RegExp(BEGINS + body + ENDS, 'gu');
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const whole = (check: (bare: string) => boolean) => (found: string) => (check(found) ? found.length : 0);
const numbers = (check: (digits: string) => boolean) => whole((found) => check(digitsOf(found)));

/** Other words or numbers may follow, set off by a space: as much of it as adds up. */
const longest =
  (check: (bare: string) => boolean) =>
  (found: string): number => {
    for (let end = found.length; end > 0; end = found.lastIndexOf(' ', end - 1))
      if (check(found.slice(0, end).replaceAll(/[ -]/g, ''))) return end;
    return 0;
  };

const LEAST_PHONE = 8;
const MOST_PHONE = 15;
/** With its country, with a 0 before it, or an Italian mobile: other rows of digits are numbers of things. */
const isPhone = (found: string): boolean => {
  const digits = digitsOf(found);
  if (digits.length < LEAST_PHONE || digits.length > MOST_PHONE || /^(\d)\1+$/.test(digits)) return false;
  return /^(?:\+|\(?0)/.test(found) || /^3\d{9}$/.test(digits);
};

const PATTERNS: Record<Personal, Pattern> = {
  email: {
    find: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@[\p{Script=Latin}\p{N}-]{1,63}(?:\.[\p{Script=Latin}\p{N}-]{1,63}){1,8}(?![\p{Script=Latin}\p{N}@])/gu,
    length: (found) => found.length,
  },
  iban: { find: pattern(String.raw`[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,36}`), length: longest(isIban) },
  codice_fiscale: { find: pattern(String.raw`[A-Za-z]{6}[A-Za-z0-9]{9}[A-Za-z]`), length: whole(isCodiceFiscale) },
  rrn: { find: pattern(String.raw`\d{6}[- ]?\d{7}`), length: numbers(isRrn) },
  card: { find: pattern(String.raw`\d(?:[ -]?\d){12,18}`), length: longest(isCard) },
  cccd: { find: pattern(String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|0\d{3} \d{4} \d{4}`), length: numbers(isCccd) },
  phone: {
    find: /(?<![\p{Script=Latin}\p{N}+(])[+(]?[+(]?\d(?:[ .\-/()]{0,2}\d){7,14}(?![\p{Script=Latin}\p{N}])/gu,
    length: whole(isPhone),
  },
};

/** What one pattern finds. What it did not take may begin another one. */
function* hintsOf(kind: Personal, text: string): Generator<Hint> {
  const { find, length } = PATTERNS[kind];
  find.lastIndex = 0;
  for (let match = find.exec(text); match; match = find.exec(text)) {
    const { 0: found, index: start } = match;
    const end = start + length(found);
    if (end > start) yield { kind, start, end };
    find.lastIndex = Math.max(end, start + 1);
  }
}

/** What looks like personal data in a text, in its order; of two that overlap, the surer. */
export function personalIn(text: string): Hint[] {
  const hints: Hint[] = [];
  for (const kind of PERSONAL)
    for (const hint of hintsOf(kind, text)) if (!hints.some((other) => touches(other, hint))) hints.push(hint);
  return hints.toSorted((a, b) => a.start - b.start);
}
