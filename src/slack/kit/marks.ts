/** One line of Slack's mrkdwn and the styles of its letters, both ways: what stands for a style, and what only looks so. */

/** Letters that look alike; `signs`: by which signs of emphasis, the outermost first. */
export type Run = { text: string; signs: string };

const SIGNS = ['~', '*', '_'];
/** Code is nothing but code: what stands in it is no sign, and would end the styles around it. */
const ordered = (signs: string): string =>
  signs.includes('`') ? '`' : SIGNS.filter((sign) => signs.includes(sign)).join('');

/** An address, in which nothing is a sign of anything. */
export const ADDRESS = /(?<![\p{L}\p{N}\p{M}])https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~`]/gu;
/** A sign counts between words, never within one; rows of asterisks are what masks leave, and no signs. */
const between = (sign: string, inside: string): string =>
  `(?<![\\p{L}\\p{N}\\p{M}${inside}])${sign}(?![\\s${sign}])([^\\n]*?[^\\s${inside}])${sign}(?![\\p{L}\\p{N}${inside}])`;
const MARK = new RegExp(
  [ADDRESS.source, '`([^`\\n]+)`', between('\\*', '*'), between('_', ''), between('~', '')].join('|'),
  'gu',
);

/** Stands between a word and a sign, which would not count beside it. Nobody sees it. */
export const JOINT = '\u200b';
const ENDS = /[\p{L}\p{N}\p{M}*_~`]$/u;
const BEGINS = /^[\p{L}\p{N}*_~`]/u;

/** How a line is drawn. */
export const runsOf = (line: string): Run[] => tidy(runsIn(line, ''));

function runsIn(line: string, signs: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: whole, 1: code, 2: bold, 3: italic, 4: strike, index } of line.matchAll(MARK)) {
    const inside = code ?? bold ?? italic ?? strike;
    if (inside === undefined) continue;
    const styled = ordered(signs + whole.charAt(0));
    runs.push({ text: line.slice(from, index), signs });
    runs.push(...(code === undefined ? runsIn(inside, styled) : [{ text: code, signs: styled }]));
    from = index + whole.length;
  }
  return [...runs, { text: line.slice(from), signs }];
}

/** A line that is drawn so. What was typed plainly is changed only where it would be taken for a sign. */
export function lineOf(given: readonly Run[]): string {
  const wanted = tidy(given);
  for (const guard of [(text: string) => text, outsideAddresses]) {
    const runs = tidy(wanted.map(({ text, signs }) => ({ text: signs.includes('`') ? text : guard(text), signs })));
    const line = joined(runs);
    if (same(runsOf(line), runs)) return line;
  }
  return alike(wanted.map(({ text }) => text).join(''));
}

const joined = (runs: readonly Run[]): string => {
  let line = '';
  let styled = false;
  for (const { text, signs } of runs) {
    const piece = `${signs}${text}${signs.split('').toReversed().join('')}`;
    const apart = (styled || signs !== '') && ENDS.test(line) && BEGINS.test(piece);
    line += apart ? `${JOINT}${piece}` : piece;
    styled = signs !== '';
  }
  return line;
};

const same = (some: readonly Run[], others: readonly Run[]): boolean =>
  some.length === others.length &&
  some.every((one, at) => one.text === others[at]?.text && one.signs === others[at].signs);

/** As few runs as possible, with no space at the edge of a style: Slack takes no sign beside one. */
const tidy = (runs: readonly Run[]): Run[] =>
  merged(
    merged(runs.map(({ text, signs }) => ({ text: plainly(text, signs), signs: ordered(signs) }))).flatMap(trimmed),
  );

/** A fence is no sign of a line. */
const plainly = (text: string, signs: string): string =>
  text.replaceAll(JOINT, '').replaceAll(signs.includes('`') ? /`/g : /`{3,}/g, alike);

function trimmed({ text, signs }: Run): Run[] {
  const inside = text.trim();
  if (signs === '' || inside === '') return [{ text, signs: '' }];
  const at = text.indexOf(inside);
  return [
    { text: text.slice(0, at), signs: '' },
    { text: inside, signs },
    { text: text.slice(at + inside.length), signs: '' },
  ];
}

function merged(runs: readonly Run[]): Run[] {
  const few: Run[] = [];
  for (const { text, signs } of runs) {
    const last = few.at(-1);
    if (last?.signs === signs) last.text += text;
    else if (text !== '') few.push({ text, signs });
  }
  return few;
}

/** Slack has no way to escape its signs of emphasis, so that signs which look the same stand in for them. */
const ALIKE: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
export const alike = (text: string): string => text.replaceAll(/[*_~`]/g, (sign) => ALIKE[sign] ?? sign);

function outsideAddresses(text: string): string {
  let out = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    out += unmarked(text.slice(from, index)) + address;
    from = index + address.length;
  }
  return out + unmarked(text.slice(from));
}
/** What stands within a word, as in a file's name, is no sign. */
const unmarked = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\p{N}\p{M}])[*_~]|[*_~](?![\p{L}\p{N}])|`/gu, alike);
