import { parseMarkdownInline } from './markdown-inline.ts';
import type { Align, Inline, ListItem, Paragraph } from './nodes.ts';

/** Quotes and lists deeper than this are read as plain lines. */
const deepest = 12;

/** The Markdown that a `markdown` block may hold. */
export function parseMarkdown(source: string): Paragraph[] {
  return blocks(source.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n'), 0);
}

function blocks(lines: string[], depth: number): Paragraph[] {
  const found: Paragraph[] = [];
  let at = 0;
  while (at < lines.length) {
    const [paragraph, taken] = block(lines, at, depth);
    if (paragraph) found.push(paragraph);
    at += taken;
  }
  return found;
}

type Item = { indent: number; ordered: boolean; start: number; done?: boolean; words: string };

function itemIn(line: string): Item | null {
  const found = /^( *)([-*+]|\d{1,9}[.)])(?: +|$)(?:\[([ xX])\] +)?/.exec(line);
  if (!found) return null;
  const [all, indent = '', sign = '', tick] = found;
  const task = tick === undefined ? {} : { done: tick !== ' ' };
  const ordered = /^\d/.test(sign);
  const start = ordered ? Number.parseInt(sign, 10) : 1;
  return { indent: indent.length, ordered, start, ...task, words: line.slice(all.length) };
}

const isFence = (line: string): string | undefined => /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
const isHeading = (line: string): boolean => /^#{1,6} /.test(line);
const isQuote = (line: string): boolean => /^ {0,3}>/.test(line);
const isRule = (line: string): boolean => /^([-*_])(?: *\1){2,}$/.test(line.trim());
const isTableRule = (line: string): boolean =>
  line.includes('-') && line.includes('|') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));

function block(lines: string[], at: number, depth: number): [Paragraph | null, number] {
  const line = lines[at] ?? '';
  if (line.trim() === '') return [null, 1];
  const fence = isFence(line);
  if (fence) return fenced(lines, at, fence);
  if (isHeading(line)) return [heading(line), 1];
  if (isRule(line)) return [{ is: 'rule' }, 1];
  if (isQuote(line) && depth < deepest) return quoted(lines, at, depth);
  if (itemIn(line) && depth < deepest) return listed(lines, at);
  if (line.includes('|') && isTableRule(lines[at + 1] ?? '')) return table(lines, at);
  return plain(lines, at);
}

/** How many lines from `at` on satisfy the test. */
function run(lines: string[], at: number, test: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && test(lines[end] ?? '')) end += 1;
  return end - at;
}

function heading(line: string): Paragraph {
  const level = /^#+/.exec(line)?.[0].length ?? 1;
  let words = line.slice(level).trim();
  while (words.endsWith('#')) words = words.slice(0, -1);
  return { is: 'heading', level, inside: parseMarkdownInline(words.trimEnd()) };
}

function fenced(lines: string[], at: number, fence: string): [Paragraph, number] {
  const length = run(lines, at + 1, (line) => !line.trim().startsWith(fence));
  return [{ is: 'pre', text: lines.slice(at + 1, at + 1 + length).join('\n') }, length + 2];
}

function quoted(lines: string[], at: number, depth: number): [Paragraph, number] {
  const length = run(lines, at, isQuote);
  const inner = lines.slice(at, at + length).map((line) => line.replace(/^ {0,3}> ?/, ''));
  return [{ is: 'quote', inside: blocks(inner, depth + 1) }, length];
}

/** Bullets after numbers begin a list of their own. */
function isOther(first: Pick<Item, 'indent' | 'ordered'>, item: Item): boolean {
  return item.indent < first.indent + 2 && item.ordered !== first.ordered;
}

/** The items of a list and of those within it: deeper by at least two spaces is inside. */
function listed(lines: string[], at: number): [Paragraph, number] {
  const items: Item[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const item = itemIn(line);
    const last = items.at(-1);
    if (item && items[0] && isOther(items[0], item)) break;
    if (item && !isRule(line)) items.push(item);
    else if (last && /^ {2,}\S/.test(line)) last.words += `\n${line.trim()}`;
    else if (line.trim() !== '' || !itemIn(lines[end + 1] ?? '')) break;
  }
  return [nest(items, 0).list, end - at];
}

function nest(items: Item[], from: number, depth = 0): { list: Paragraph; next: number } {
  const first = items[from] ?? { indent: 0, ordered: false, start: 1 };
  const list: ListItem[] = [];
  let at = from;
  while (at < items.length) {
    const item = items[at];
    const last = list.at(-1);
    if (!item || (depth > 0 && item.indent < first.indent) || isOther(first, item)) break;
    if (last && item.indent >= first.indent + 2 && depth < deepest) {
      const inner = nest(items, at, depth + 1);
      last.under.push(inner.list);
      at = inner.next;
    } else {
      const task = item.done === undefined ? {} : { done: item.done };
      list.push({ inside: parseMarkdownInline(item.words), under: [], ...task });
      at += 1;
    }
  }
  return { list: { is: 'list', ordered: first.ordered, start: first.start, items: list }, next: at };
}

function cellsOf(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function table(lines: string[], at: number): [Paragraph, number] {
  const cells = (line: string): Inline[][] => cellsOf(line).map(parseMarkdownInline);
  const align = cellsOf(lines[at + 1] ?? '').map((cell): Align => {
    if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right';
    return 'left';
  });
  const length = run(lines, at + 2, (line) => line.includes('|'));
  const rows = lines.slice(at + 2, at + 2 + length).map(cells);
  return [{ is: 'table', align, head: cells(lines[at] ?? ''), rows }, length + 2];
}

function plain(lines: string[], at: number): [Paragraph, number] {
  const goesOn = (line: string): boolean =>
    line.trim() !== '' && !isHeading(line) && !isQuote(line) && !isFence(line) && !itemIn(line) && !isRule(line);
  const length = 1 + run(lines, at + 1, goesOn);
  const words = lines.slice(at, at + length).map((line) => line.trim());
  return [{ is: 'lines', inside: parseMarkdownInline(words.join('\n')) }, length];
}
