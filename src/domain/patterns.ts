/** The longest answer that is held against a pattern. */
export const LONGEST_MATCHED = 200;
/**
 * How many ways through a pattern such an answer may have: as many as three times "any number of" side by side give it,
 * for which the worst answer was measured at 30 ms. One more would take seconds.
 */
const MOST_WAYS = (LONGEST_MATCHED + 1) ** 3;

/** Why a pattern is not taken: it is no regular expression, or it could run for ever. */
export function patternFault(pattern: string): 'unreadable' | 'endless' | null {
  try {
    RegExp(pattern, 'u');
  } catch {
    return 'unreadable';
  }
  return waysThrough(pattern) > MOST_WAYS ? 'endless' : null;
}

/** Does the whole answer match? A pattern that could run for ever is never run, and so refuses nothing. */
export const matches = (pattern: string, answer: string): boolean =>
  patternFault(pattern) !== null || RegExp(`^(?:${pattern})$`, 'u').test(answer);

const PART =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\)|\||\*|\+|\?|\{\d+(?:,\d*)?\}|[\s\S]/gu;

/** In how many ways can it be tried? What follows multiplies, what is chosen among adds up, what is repeated is raised. */
function waysThrough(pattern: string): number {
  const parts = pattern.match(PART) ?? [];
  let at = 0;
  const choice = (): number => {
    let [ways, chosen] = [1, 0];
    for (; at < parts.length && parts[at] !== ')';) {
      const part = parts[at++] ?? '';
      if (part === '|') [ways, chosen] = [1, chosen + ways];
      else ways *= repeated(part.startsWith('(') ? group() : 1);
    }
    return chosen + ways;
  };
  const group = (): number => {
    const ways = choice();
    at++;
    return ways;
  };
  const repeated = (ways: number): number => {
    const often = timesOf(parts[at]);
    if (!often) return ways;
    at += parts[at + 1] === '?' ? 2 : 1;
    const [least, most] = often;
    return (most - least + 1) * ways ** most;
  };
  return choice();
}

/** How often a part stands there at least and at most; null: once, for it is not a quantifier. */
function timesOf(part: string | undefined): [number, number] | null {
  if (part === '*') return [0, LONGEST_MATCHED];
  if (part === '+') return [1, LONGEST_MATCHED];
  if (part === '?') return [0, 1];
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(part ?? '') ?? [];
  if (least === undefined) return null;
  const from = Math.min(Number(least), LONGEST_MATCHED);
  return [from, comma === '' ? from : most ? Math.min(Number(most), LONGEST_MATCHED) : LONGEST_MATCHED];
}
