import type { Inline, Paragraph } from './nodes.ts';
import { safeUrl } from './nodes.ts';

/** The Markdown that a `markdown` block may hold: the common part of it. */
export function parseMarkdown(source: string): Paragraph[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const found: Paragraph[] = [];
  let at = 0;
  while (at < lines.length) {
    const [paragraph, taken] = block(lines, at);
    if (paragraph) found.push(paragraph);
    at += taken;
  }
  return found;
}

const item = /^(\s*)([-*+]|\d+[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
const tableRule = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;

function block(lines: string[], at: number): [Paragraph | null, number] {
  const line = lines[at] ?? '';
  if (line.trim() === '') return [null, 1];
  const fence = /^\s*(```|~~~)/.exec(line)?.[1];
  if (fence) return fenced(lines, at, fence);
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading) return [{ is: 'heading', level: heading[1]?.length ?? 1, inside: inline(heading[2] ?? '') }, 1];
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return [{ is: 'rule' }, 1];
  if (/^\s*>/.test(line)) return quoted(lines, at);
  if (item.test(line)) return listed(lines, at);
  if (line.includes('|') && tableRule.test(lines[at + 1] ?? '')) return table(lines, at);
  return plain(lines, at);
}

/** How many lines from `at` on satisfy the test. */
function run(lines: string[], at: number, test: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && test(lines[end] ?? '')) end += 1;
  return end - at;
}

function fenced(lines: string[], at: number, fence: string): [Paragraph, number] {
  const length = run(lines, at + 1, (line) => !line.trim().startsWith(fence));
  return [{ is: 'pre', text: lines.slice(at + 1, at + 1 + length).join('\n') }, length + 2];
}

function quoted(lines: string[], at: number): [Paragraph, number] {
  const length = run(lines, at, (line) => /^\s*>/.test(line));
  const inner = lines.slice(at, at + length).map((line) => line.replace(/^\s*> ?/, ''));
  return [{ is: 'quote', inside: parseMarkdown(inner.join('\n')) }, length];
}

function listed(lines: string[], at: number): [Paragraph, number] {
  const length = run(lines, at, (line) => item.test(line));
  const rows = lines.slice(at, at + length).map((line) => item.exec(line));
  const sign = rows[0]?.[2] ?? '-';
  const items = rows.map((row) => ({
    inside: inline(row?.[4] ?? ''),
    depth: Math.floor((row?.[1]?.length ?? 0) / 2),
    ...(row?.[3] ? { done: row[3] !== ' ' } : {}),
  }));
  return [{ is: 'list', ordered: /\d/.test(sign), start: Number.parseInt(sign, 10) || 1, items }, length];
}

function table(lines: string[], at: number): [Paragraph, number] {
  const cells = (line: string): Inline[][] =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inline(cell.trim()));
  const length = run(lines, at + 2, (line) => line.includes('|'));
  const rows = lines.slice(at + 2, at + 2 + length).map(cells);
  return [{ is: 'table', head: cells(lines[at] ?? ''), rows }, length + 2];
}

function plain(lines: string[], at: number): [Paragraph, number] {
  const stops = (line: string): boolean =>
    line.trim() === '' || /^(#{1,6}\s|\s*>|\s*```)/.test(line) || item.test(line);
  const length = Math.max(
    1,
    run(lines, at, (line) => !stops(line)),
  );
  return [{ is: 'lines', inside: inline(lines.slice(at, at + length).join('\n')) }, length];
}

type Rule = { sign: RegExp; make: (found: RegExpExecArray) => Inline };

const rules: Rule[] = [
  { sign: /`([^`\n]+)`/, make: (f) => ({ is: 'code', text: f[1] ?? '' }) },
  {
    sign: /!?\[([^\]\n]*)\]\(([^)\s]+)[^)]*\)/,
    make: (f) => {
      const url = safeUrl(f[2] ?? '');
      return url ? { is: 'link', url, inside: inline(f[1] ?? '') } : { is: 'text', text: f[1] ?? '' };
    },
  },
  { sign: /(\*\*|__)(?=\S)([\s\S]*?\S)\1/, make: (f) => ({ is: 'bold', inside: inline(f[2] ?? '') }) },
  { sign: /~~(?=\S)([\s\S]*?\S)~~/, make: (f) => ({ is: 'strike', inside: inline(f[1] ?? '') }) },
  {
    sign: /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}])/u,
    make: (f) => ({ is: 'italic', inside: inline(f[2] ?? '') }),
  },
  { sign: /<@([UW][A-Z0-9]+)>/, make: (f) => ({ is: 'person', id: f[1] ?? '', label: '' }) },
  { sign: /<#([CG][A-Z0-9]+)>/, make: (f) => ({ is: 'channel', id: f[1] ?? '', label: '' }) },
  { sign: /:([a-z0-9_+-]+):/, make: (f) => ({ is: 'emoji', name: f[1] ?? '' }) },
  {
    sign: /https?:\/\/[^\s<>)]+[^\s<>).,;:!?]/,
    make: (f) => ({ is: 'link', url: f[0], inside: [{ is: 'text', text: f[0] }] }),
  },
];

/** The leftmost rule that fits cuts the text in three; the rest goes on the same way. */
function inline(source: string): Inline[] {
  let first: { found: RegExpExecArray; rule: Rule } | null = null;
  for (const rule of rules) {
    const found = rule.sign.exec(source);
    if (found && (!first || found.index < first.found.index)) first = { found, rule };
  }
  if (!first) return source ? [{ is: 'text', text: source }] : [];
  const { found, rule } = first;
  const before: Inline[] = found.index > 0 ? [{ is: 'text', text: source.slice(0, found.index) }] : [];
  return [...before, rule.make(found), ...inline(source.slice(found.index + found[0].length))];
}
