import type { Inline } from './nodes.ts';
import { safeUrl, unescape } from './nodes.ts';

/** `before`: what stands before this run on its line, if anything. */
export type Manner = { autolink: boolean; before?: string };
type Step = { node: Inline; length: number };
type Sign = keyof typeof marks;
/** `closed`: up to where it is known that a sign finds no partner, so that each is looked for only once. */
type Run = { source: string; manner: Manner; closed: Record<Sign, number> };

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const wordy = /[\p{L}\p{N}]/u;

/** One run of Slack's mrkdwn, without paragraphs; its time grows with its length and no faster. */
export function parseInline(source: string, manner: Manner): Inline[] {
  const run: Run = { source, manner, closed: { '*': 0, _: 0, '~': 0 } };
  const nodes: Inline[] = [];
  let from = 0;
  let at = 0;
  const flush = (): void => {
    if (at > from) nodes.push({ is: 'text', text: unescape(source.slice(from, at)) });
  };
  while (at < source.length) {
    const step = stepAt(run, at);
    if (!step) {
      at += 1;
      continue;
    }
    flush();
    nodes.push(step.node);
    at += step.length;
    from = at;
  }
  flush();
  return nodes;
}

function stepAt(run: Run, at: number): Step | null {
  const { source, manner } = run;
  const sign = source[at] ?? '';
  if (sign === '<') return angle(source, at, manner);
  if (sign === '`') return code(source, at);
  if (sign === ':') return emoji(source, at);
  if (sign === '*' || sign === '_' || sign === '~') return styled(run, at, sign);
  if (sign === 'h' && manner.autolink) return bareLink(source, at);
  return null;
}

/** Does a line begin here, marks of style aside? */
function begins(source: string, at: number, { before = '' }: Manner): boolean {
  const text = before + source.slice(0, at);
  let end = text.length;
  while (end > 0 && /[^\S\n]|[*_~]/.test(text[end - 1] ?? '')) end -= 1;
  return end === 0 || text[end - 1] === '\n';
}

function angle(source: string, at: number, manner: Manner): Step | null {
  const rule = /[^<>\n]+/y;
  rule.lastIndex = at + 1;
  const inner = rule.exec(source)?.[0];
  if (!inner || source[rule.lastIndex] !== '>') return null;
  const node = control(inner);
  if (node?.is === 'date') node.begins = begins(source, at, manner);
  return node && { node, length: inner.length + 2 };
}

function control(inner: string): Inline | null {
  const bar = inner.indexOf('|');
  const head = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : unescape(inner.slice(bar + 1));
  if (head.startsWith('@')) return { is: 'person', id: head.slice(1), label };
  if (head.startsWith('#')) return { is: 'channel', id: head.slice(1), label };
  if (head.startsWith('!')) return special(head.slice(1), label);
  const url = safeUrl(unescape(head));
  if (!url) return { is: 'text', text: label || unescape(head) };
  const shown = label || url.replace(/^mailto:/i, '');
  return {
    is: 'link',
    url,
    inside: label ? parseInline(inner.slice(bar + 1), { autolink: false }) : [{ is: 'text', text: shown }],
  };
}

function special(word: string, label: string): Inline {
  if (word.startsWith('subteam^')) return { is: 'group', id: word.slice(8), label };
  if (word.startsWith('date^')) {
    const [, unix = '', format = '', url = ''] = word.split('^');
    const words = { format: unescape(format), url: unescape(url), fallback: label };
    return { is: 'date', unix: Number(unix), ...words, begins: true };
  }
  if (word === 'here' || word === 'channel' || word === 'everyone') return { is: 'everybody', range: word };
  return { is: 'text', text: label || word };
}

function code(source: string, at: number): Step | null {
  const rule = /[^`\n]+/y;
  rule.lastIndex = at + 1;
  const text = rule.exec(source)?.[0];
  if (!text || source[rule.lastIndex] !== '`') return null;
  return { node: { is: 'code', text: unescape(text) }, length: text.length + 2 };
}

function emoji(source: string, at: number): Step | null {
  const found = /^:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/.exec(source.slice(at, at + 80));
  // 10:30:15 is a time of day.
  if (!found?.[1] || (/^\d+$/.test(found[1]) && found[1] !== '100')) return null;
  return { node: { is: 'emoji', name: found[1] }, length: found[0].length };
}

function styled(run: Run, at: number, sign: Sign): Step | null {
  const { source, manner, closed } = run;
  if (at < closed[sign] || wordy.test(source[at - 1] ?? '')) return null;
  const next = source[at + 1] ?? '';
  if (next === '' || next === sign || /\s/.test(next)) return null;
  let end = at + 2;
  for (; end < source.length && source[end] !== '\n'; end += 1) {
    if (source[end] !== sign || /\s/.test(source[end - 1] ?? '') || wordy.test(source[end + 1] ?? '')) continue;
    const before = (manner.before ?? '') + source.slice(0, at);
    const inside = parseInline(source.slice(at + 1, end), { ...manner, before });
    return { node: { is: marks[sign], inside }, length: end - at + 1 };
  }
  closed[sign] = end;
  return null;
}

function bareLink(source: string, at: number): Step | null {
  if (wordy.test(source[at - 1] ?? '')) return null;
  const rule = /https?:\/\/[^\s<>|]+/y;
  rule.lastIndex = at;
  const found = withoutTail(rule.exec(source)?.[0] ?? '');
  const url = safeUrl(unescape(found));
  return url ? { node: { is: 'link', url, inside: [{ is: 'text', text: url }] }, length: found.length } : null;
}

/** What ends a sentence does not belong to the address in it. */
function withoutTail(address: string): string {
  let end = address.length;
  for (;;) {
    const tail = /(?:[.,;:!?)\]'"*_~]|&gt;|&lt;)$/.exec(address.slice(Math.max(0, end - 4), end))?.[0];
    if (!tail) return address.slice(0, end);
    end -= tail.length;
  }
}
