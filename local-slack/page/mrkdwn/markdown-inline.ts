import type { Inline } from './nodes.ts';
import { safeUrl } from './nodes.ts';

/** A run of `*`, `_` or `~` that may open or close a style. */
type Mark = { is: 'mark'; sign: string; count: number; opens: boolean; closes: boolean };
/** A `[` that may begin a link. */
type Bracket = { is: 'bracket'; image: boolean };
type Item = Inline | Mark | Bracket;
type Step = { item: Item; length: number };

/** Markdown within a paragraph, read once from left to right: the time it takes grows with its length and no faster. */
export function parseMarkdownInline(source: string): Inline[] {
  const items: Item[] = [];
  const brackets: number[] = [];
  const unpaired = new Set<number>();
  let from = 0;
  let at = 0;
  const flush = (): void => {
    if (at > from) items.push({ is: 'text', text: source.slice(from, at) });
  };
  while (at < source.length) {
    const closes = source[at] === ']' ? brackets.pop() : undefined;
    const target = closes === undefined ? null : targetAt(source, at);
    const step = target ?? stepAt(source, at, unpaired);
    if (!step) {
      at += 1;
      continue;
    }
    flush();
    if (step.item.is === 'bracket') brackets.push(items.length);
    items.push(target ? link(items.splice(closes ?? 0), target.url) : step.item);
    at += step.length;
    from = at;
  }
  flush();
  return styled(items);
}

function link([, ...inside]: Item[], url: string): Inline {
  const shown = styled(inside);
  return safeUrl(url)
    ? { is: 'link', url, inside: shown.length > 0 ? shown : [{ is: 'text', text: url }] }
    : group(shown);
}

/** Words whose address may not be followed stay words. */
function group(inside: Inline[]): Inline {
  return inside.length === 1 && inside[0] ? inside[0] : { is: 'span', inside };
}

type Target = Step & { url: string };

function targetAt(source: string, at: number): Target | null {
  const rule =
    /\]\(\s{0,9}<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)?)>?(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)/y;
  rule.lastIndex = at;
  const found = rule.exec(source);
  return found && { item: { is: 'text', text: '' }, url: found[1] ?? '', length: found[0].length };
}

const patterns: { sign: RegExp; make: (found: RegExpExecArray) => Inline }[] = [
  { sign: /\\([!-/:-@[-`{-~])/y, make: (f) => ({ is: 'text', text: f[1] ?? '' }) },
  { sign: /<@([UW][A-Z0-9]+)>/y, make: (f) => ({ is: 'person', id: f[1] ?? '', label: '' }) },
  { sign: /<#([CG][A-Z0-9]+)>/y, make: (f) => ({ is: 'channel', id: f[1] ?? '', label: '' }) },
  { sign: /<(https?:\/\/[^\s<>]+)>/y, make: (f) => linkTo(f[1] ?? '') },
  { sign: /:([a-z0-9_+'-]{1,60}(?:::skin-tone-[2-6])?):/y, make: (f) => ({ is: 'emoji', name: f[1] ?? '' }) },
  { sign: /https?:\/\/[^\s<>()]*[^\s<>().,;:!?*_~'"\]]/y, make: (f) => linkTo(f[0]) },
];
const starts = '\\<:h';

function linkTo(url: string): Inline {
  return safeUrl(url) ? { is: 'link', url, inside: [{ is: 'text', text: url }] } : { is: 'text', text: url };
}

function stepAt(source: string, at: number, unpaired: Set<number>): Step | null {
  const sign = source[at] ?? '';
  if (sign === '`') return code(source, at, unpaired);
  if (sign === '[') return { item: { is: 'bracket', image: false }, length: 1 };
  if (sign === '!' && source[at + 1] === '[') return { item: { is: 'bracket', image: true }, length: 2 };
  if (sign === '*' || sign === '_' || sign === '~') return mark(source, at, sign);
  if (!starts.includes(sign)) return null;
  for (const { sign: rule, make } of patterns) {
    rule.lastIndex = at;
    const found = rule.exec(source);
    // 10:30:15 is a time of day.
    if (found && !/^:\d+:$/.test(found[0])) return { item: make(found), length: found[0].length };
  }
  return null;
}

/** Closed by as many backticks as opened it; `unpaired`: the counts that are known to find no partner. */
function code(source: string, at: number, unpaired: Set<number>): Step | null {
  const ticks = runOf(source, at, '`');
  const sign = '`'.repeat(ticks);
  const plain: Step = { item: { is: 'text', text: sign }, length: ticks };
  if (unpaired.has(ticks)) return plain;
  for (let end = source.indexOf(sign, at + ticks); end >= 0;) {
    const length = runOf(source, end, '`');
    if (length === ticks) {
      const text = source.slice(at + ticks, end).replaceAll('\n', ' ');
      const bare = /^ .*\S.* $/.test(text) ? text.slice(1, -1) : text;
      return { item: { is: 'code', text: bare }, length: end + ticks - at };
    }
    end = source.indexOf(sign, end + length);
  }
  unpaired.add(ticks);
  return plain;
}

function runOf(source: string, at: number, sign: string): number {
  let end = at;
  while (source[end] === sign) end += 1;
  return end - at;
}

const blank = /^\s?$/;
const word = /[\p{L}\p{N}]/u;

function mark(source: string, at: number, sign: string): Step {
  const count = runOf(source, at, sign);
  const before = source[at - 1] ?? '';
  const after = source[at + count] ?? '';
  // Within a word only asterisks and tildes style: snake_case stays as it is.
  const inWord = sign === '_' && word.test(before) && word.test(after);
  const item: Mark = {
    is: 'mark',
    sign,
    count,
    opens: !blank.test(after) && !inWord && !(sign === '_' && word.test(before)),
    closes: !blank.test(before) && !inWord && !(sign === '_' && word.test(after)),
  };
  return { item, length: count };
}

/** Styles within styles beyond this are plain text: what is nested without end cannot be drawn. */
const deepest = 32;

type Frame = { mark: Mark | null; inside: Inline[] };

/** Pairs the marks: each closing one with the nearest open one of its sign. */
function styled(items: Item[]): Inline[] {
  const frames: Frame[] = [{ mark: null, inside: [] }];
  const open: Record<string, number> = {};
  const top = (): Frame => frames.at(-1) ?? { mark: null, inside: [] };
  const drop = (): Frame => {
    const frame = frames.pop() ?? { mark: null, inside: [] };
    if (frame.mark) open[frame.mark.sign] = (open[frame.mark.sign] ?? 1) - 1;
    return frame;
  };
  const giveUp = (): void => {
    const { mark: unused, inside } = drop();
    if (unused) top().inside.push({ is: 'text', text: unused.sign.repeat(unused.count) });
    for (const one of inside) top().inside.push(one);
  };
  const close = (closer: Mark): void => {
    while (closer.count > 0 && (open[closer.sign] ?? 0) > 0) {
      while (top().mark?.sign !== closer.sign) giveUp();
      const { mark: opener, inside } = drop();
      if (!opener) return;
      const used = Math.min(2, opener.count, closer.count);
      const left = { ...opener, count: opener.count - used };
      closer.count -= used;
      const node = nodeOf(closer.sign, used, inside);
      if (left.count > 0) {
        frames.push({ mark: left, inside: [node] });
        open[left.sign] = (open[left.sign] ?? 0) + 1;
      } else top().inside.push(node);
    }
  };
  for (const item of items) {
    if (item.is === 'bracket') top().inside.push({ is: 'text', text: item.image ? '![' : '[' });
    else if (item.is === 'mark') {
      const here = { ...item };
      if (here.closes) close(here);
      if (here.count > 0 && here.opens && frames.length < deepest) {
        frames.push({ mark: here, inside: [] });
        open[here.sign] = (open[here.sign] ?? 0) + 1;
      } else if (here.count > 0) top().inside.push({ is: 'text', text: here.sign.repeat(here.count) });
    } else top().inside.push(item);
  }
  while (frames.length > 1) giveUp();
  return top().inside;
}

function nodeOf(sign: string, used: number, inside: Inline[]): Inline {
  if (sign === '~') return { is: 'strike', inside };
  return { is: used === 2 ? 'bold' : 'italic', inside };
}
