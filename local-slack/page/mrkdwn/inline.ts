import type { Inline } from './nodes.ts';
import { safeUrl, unescape } from './nodes.ts';

/** `before`: what stands before this run on its line, if anything. */
export type Manner = { autolink: boolean; before?: string };
type Step = { node: Inline; length: number };

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** One run of Slack's mrkdwn, without paragraphs. */
export function parseInline(source: string, manner: Manner): Inline[] {
  const nodes: Inline[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const step = stepAt(source, at, manner);
    if (!step) {
      text += source[at] ?? '';
      at += 1;
      continue;
    }
    if (text) nodes.push({ is: 'text', text: unescape(text) });
    text = '';
    nodes.push(step.node);
    at += step.length;
  }
  if (text) nodes.push({ is: 'text', text: unescape(text) });
  return nodes;
}

function stepAt(source: string, at: number, manner: Manner): Step | null {
  const sign = source[at] ?? '';
  if (sign === '<') return angle(source, at, manner);
  if (sign === '`') return code(source, at);
  if (sign === ':') return emoji(source, at);
  if (sign === '*' || sign === '_' || sign === '~') return styled(source, at, sign, manner);
  if (sign === 'h' && manner.autolink) return bareLink(source, at);
  return null;
}

/** Does a line begin here, marks of style aside? */
function begins(source: string, at: number, { before = '' }: Manner): boolean {
  return /(^|\n)[\s*_~]*$/.test(before + source.slice(0, at));
}

function angle(source: string, at: number, manner: Manner): Step | null {
  const end = source.indexOf('>', at);
  const inner = source.slice(at + 1, end);
  if (end < 0 || inner === '' || inner.includes('\n') || inner.includes('<')) return null;
  const node = control(inner);
  if (node?.is === 'date') node.begins = begins(source, at, manner);
  return node && { node, length: end - at + 1 };
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
  const end = source.indexOf('`', at + 1);
  const text = source.slice(at + 1, end);
  if (end < 0 || text === '' || text.includes('\n')) return null;
  return { node: { is: 'code', text: unescape(text) }, length: end - at + 1 };
}

function emoji(source: string, at: number): Step | null {
  const found = /^:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/.exec(source.slice(at, at + 80));
  // 10:30:15 is a time of day.
  if (!found?.[1] || (/^\d+$/.test(found[1]) && found[1] !== '100')) return null;
  return { node: { is: 'emoji', name: found[1] }, length: found[0].length };
}

function styled(source: string, at: number, sign: '*' | '_' | '~', manner: Manner): Step | null {
  if (/[\p{L}\p{N}]/u.test(source[at - 1] ?? '') || /[\s]|^$/.test(source[at + 1] ?? '') || source[at + 1] === sign)
    return null;
  const before = (manner.before ?? '') + source.slice(0, at);
  for (let end = at + 2; end < source.length && source[end] !== '\n'; end += 1) {
    const closes =
      source[end] === sign && !/\s/.test(source[end - 1] ?? '') && !/[\p{L}\p{N}]/u.test(source[end + 1] ?? '');
    if (closes)
      return {
        node: { is: marks[sign], inside: parseInline(source.slice(at + 1, end), { ...manner, before }) },
        length: end - at + 1,
      };
  }
  return null;
}

function bareLink(source: string, at: number): Step | null {
  if (/[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) return null;
  const found = /^https?:\/\/[^\s<>|]+/.exec(source.slice(at))?.[0]?.replace(/(?:[.,;:!?)\]'"*_~]|&gt;|&lt;)+$/, '');
  const url = found && safeUrl(unescape(found));
  return url ? { node: { is: 'link', url, inside: [{ is: 'text', text: url }] }, length: found.length } : null;
}
