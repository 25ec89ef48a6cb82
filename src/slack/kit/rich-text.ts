import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types';
import { z } from 'zod';
import { ADDRESS, alike, JOINT, lineOf, type Run, runsOf } from './marks.ts';

/**
 * What is written with styles, lists and quotes, and the text that is kept of it: mrkdwn as Slack draws it, so that whatever
 * reads texts knows one kind. `textOf(richOf(text))` is that text again, once it came from here.
 */

/** Slack's rich text as it comes in; of kinds that it may invent we read the words. */
const node = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  name: z.string().optional(),
  skin_tone: z.number().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  range: z.string().optional(),
  fallback: z.string().optional(),
  value: z.string().optional(),
  style: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  indent: z.number().optional(),
  offset: z.number().optional(),
  border: z.number().optional(),
  get elements() {
    return z.array(node).optional();
  },
});
type Node = z.output<typeof node>;
/** How people and channels are called whom somebody mentions. */
export type Names = { person(id: string): string; channel(id: string): string };
const AS_THEY_ARE: Names = { person: (id) => id, channel: (id) => id };

/** The text that is kept. */
export function textOf(rich: unknown, names: Names = AS_THEY_ARE): string {
  const parts = (node.parse(rich).elements ?? []).filter(({ elements = [] }) => elements.length > 0);
  return parts
    .flatMap((part, at) => partLines(part, names, at < parts.length - 1))
    .join('\n')
    .trim();
}

function partLines(part: Node, names: Names, goesOn: boolean): string[] {
  const { type, elements = [], border } = part;
  if (type === 'rich_text_list') {
    const lines = itemLines(part, names);
    return lines.map(border ? quoted : unquoted);
  }
  const lines = runLines(elements, names);
  if (type === 'rich_text_preformatted') return fenced(lines.map((runs) => runs.map(({ text }) => text).join('')));
  const said = lines.map(lineOf);
  if (type === 'rich_text_quote') return said.slice(0, 1 + said.findLastIndex(isWords)).map(quoted);
  // The last line of a part ends where the next part begins.
  return said.slice(0, goesOn && said.length > 1 && said.at(-1) === '' ? -1 : undefined).map(unquoted);
}

const quoted = (line: string): string => `> ${line}`;
const unquoted = (line: string): string => line.replace(/^\s*(?=>)/, `$&${JOINT}`);
const isWords = (line: string): boolean => line.trim() !== '';

const INDENT = '    ';
const BULLETS = '•◦▪';
const bulletOf = (indent: number): string => BULLETS.charAt(indent % BULLETS.length);

function itemLines({ elements = [], style, indent = 0, offset = 0 }: Node, names: Names): string[] {
  return elements.flatMap((item, at) => {
    const [first, ...rest] = runLines(item.elements ?? [], names)
      .map(lineOf)
      .filter(isWords);
    const sign = style === 'ordered' ? `${offset + at + 1}.` : bulletOf(indent);
    return first === undefined ? [] : [`${INDENT.repeat(indent)}${sign} ${first}`, ...rest];
  });
}

function fenced(lines: readonly string[]): string[] {
  const text = lines
    .join('\n')
    .replaceAll(JOINT, '')
    .replaceAll(/^\n+|\n+$/g, '')
    .replaceAll(/^`|`$|`{3,}/g, alike);
  return text === '' ? [] : `\`\`\`${text}\`\`\``.split('\n');
}

/** What stands in a section, line by line. */
function runLines(elements: readonly Node[], names: Names): Run[][] {
  const lines: Run[][] = [[]];
  for (const { text, signs } of elements.flatMap((one) => runsOfPiece(one, names)))
    for (const [at, line] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push({ text: line, signs });
    }
  return lines;
}

const STYLES = { bold: '*', italic: '_', strike: '~', code: '`' } as const;
const STYLE_NAMES = Object.keys(STYLES) as (keyof typeof STYLES)[];

function runsOfPiece(piece: Node, names: Names): Run[] {
  const { style } = piece;
  const signs =
    typeof style === 'object' ? STYLE_NAMES.filter((name) => style[name] === true).map((name) => STYLES[name]) : [];
  const [text, ...rest] = wordsOf(piece, names);
  return [{ text, signs: signs.join('') }, ...rest.map((plain) => ({ text: plain, signs: '' }))];
}

/** What is read of it, and what stands behind that. Nothing in it calls anybody. */
function wordsOf(piece: Node, names: Names): [string, ...string[]] {
  const { type, text = '', url = '', name = '', skin_tone } = piece;
  if (type === 'link') return linked(text, url.replace(/^mailto:/, ''));
  if (type === 'emoji') return [`:${name}:${skin_tone && !name.includes('::') ? `:skin-tone-${skin_tone}:` : ''}`];
  if (type === 'user') return [`@${names.person(piece.user_id ?? '')}`];
  if (type === 'channel') return [`#${names.channel(piece.channel_id ?? '')}`];
  if (type === 'broadcast') return [`@${piece.range ?? ''}`];
  if (type === 'usergroup') return ['@group'];
  return [text || piece.fallback || piece.value || ''];
}

/** Words that hide an address are followed by it: whoever reads them sees where they lead. */
const linked = (text: string, address: string): [string, ...string[]] =>
  text === '' || text === address ? [address] : [text, ` (${address})`];

/** A text as it is put into an input to be changed; undefined: there is nothing in it. */
export function richOf(text: string): RichTextBlock | undefined {
  const parts = partsOf(text.replaceAll('\r\n', '\n').trim());
  const elements = parts.map((part, at) => (at < parts.length - 1 ? goingOn(part) : part));
  return elements.length === 0 ? undefined : { type: 'rich_text', elements };
}

/** A text that was written elsewhere, as it is kept once it has stood in such an input. */
export const settled = (text: string): string => {
  const rich = richOf(text);
  return rich ? textOf(rich) : '';
};

const goingOn = (part: RichTextBlockElement): RichTextBlockElement =>
  part.type === 'rich_text_section' ? { ...part, elements: together([...part.elements, NEWLINE]) } : part;

/** Blocks of code, and what stands between them. */
function partsOf(text: string): RichTextBlockElement[] {
  const parts = text.split(/```([^`](?:[\s\S]*?[^`])??)```(?!`)/);
  return parts.flatMap((part, at): RichTextBlockElement[] => {
    if (at % 2 === 1) {
      const code = part.replaceAll(/^\n+|\n+$/g, '');
      return code === '' ? [] : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] }];
    }
    const between = at > 0 && at < parts.length - 1;
    if (part === '' || (between && part === '\n')) return [];
    const lines = part.replace(at > 0 ? /^\n/ : /^$/, '').replace(at < parts.length - 1 ? /\n$/ : /^$/, '');
    return linesOf(lines.split('\n'));
  });
}

type Line = { kind: 'quote' | 'text'; line: string } | { kind: 'item'; line: string; indent: number; number: number };

const ITEM = /^((?: {4}){0,8})([•◦▪]|[1-9]\d{0,2}\.) (.*)$/;
function kindOf(line: string): Line {
  if (line.startsWith('>')) return { kind: 'quote', line: line.replace(/^> ?/, '') };
  const [, spaces = '', sign = '', words = ''] = ITEM.exec(line) ?? [];
  const indent = spaces.length / INDENT.length;
  const number = Number.parseInt(sign, 10) || 0;
  return sign !== '' && words.trim() !== '' && (number > 0 || sign === bulletOf(indent))
    ? { kind: 'item', line: words, indent, number }
    : { kind: 'text', line };
}

/** Does it go on with what the line before it began? */
function belongs(one: Line, before: Line | undefined): boolean {
  if (one.kind !== 'item' || before?.kind !== 'item') return one.kind === before?.kind;
  return one.indent === before.indent && one.number === (before.number && before.number + 1);
}

function linesOf(lines: readonly string[]): RichTextBlockElement[] {
  const groups: Line[][] = [];
  for (const line of lines.map(kindOf)) {
    const last = groups.at(-1);
    if (belongs(line, last?.at(-1))) last?.push(line);
    else groups.push([line]);
  }
  return groups.map((group): RichTextBlockElement => {
    const [first] = group;
    if (first?.kind === 'item') {
      const { indent, number } = first;
      return {
        type: 'rich_text_list',
        style: number > 0 ? 'ordered' : 'bullet',
        indent,
        border: 0,
        ...(number > 1 && { offset: number - 1 }),
        elements: group.map((item) => section([item])),
      };
    }
    return first?.kind === 'quote' ? { ...section(group), type: 'rich_text_quote' } : section(group);
  });
}

const NEWLINE = { type: 'text', text: '\n' } as const satisfies RichTextElement;
const section = (lines: readonly Line[]): RichTextSection => ({
  type: 'rich_text_section',
  elements: together(
    lines.flatMap(({ line }, at) => [...(at > 0 ? [NEWLINE] : []), ...runsOf(line).flatMap(piecesOf)]),
  ),
});

/** Names as Slack has them; what stands behind a colon within a word is none, and a time of day neither. */
const EMOJI = /(?<![\p{L}\p{N}:]):(?!\d+:)([a-z0-9_+'-]+):(?![\p{L}\p{N}:])/gu;
const LIVE = new RegExp(`(${ADDRESS.source})|${EMOJI.source}`, 'gu');

function piecesOf({ text, signs }: Run): RichTextElement[] {
  const names = STYLE_NAMES.filter((name) => signs.includes(STYLES[name]));
  const style = names.length > 0 && { style: Object.fromEntries(names.map((name) => [name, true])) };
  const words = (part: string): RichTextElement[] => (part === '' ? [] : [{ type: 'text', text: part, ...style }]);
  if (signs.includes('`')) return words(text);
  const pieces: RichTextElement[] = [];
  let from = 0;
  for (const { 0: whole, 1: url, 2: name = '', index } of text.matchAll(LIVE)) {
    if (url !== undefined && !URL.canParse(url)) continue;
    pieces.push(...words(text.slice(from, index)));
    pieces.push(url === undefined ? { type: 'emoji', name, ...style } : { type: 'link', url, ...style });
    from = index + whole.length;
  }
  return [...pieces, ...words(text.slice(from))];
}

/** Plain words and line breaks beside one another are one piece. */
function together(pieces: readonly RichTextElement[]): RichTextElement[] {
  const few: RichTextElement[] = [];
  for (const piece of pieces) {
    const last = few.at(-1);
    if (last?.type === 'text' && piece.type === 'text' && !last.style && !piece.style)
      few.splice(-1, 1, { ...last, text: last.text + piece.text });
    else few.push(piece);
  }
  return few;
}
