import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types';
import { emojiOf } from '../../emoji/find.ts';

type Style = { bold?: true; italic?: true; strike?: true; underline?: true; code?: true };
type List = Extract<RichTextBlockElement, { type: 'rich_text_list' }>;

const tags: Record<string, keyof Style> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  U: 'underline',
  CODE: 'code',
};

/** What stands in an editor, in Slack's shape; null when nothing does. */
export function readRich(root: HTMLElement): RichTextBlock | null {
  const found: RichTextBlockElement[] = [];
  let open: RichTextElement[] | null = null;
  /** As Slack has it, words that something follows end with a line break; empty lines between the two are more of them. */
  const flush = (goesOn: boolean): void => {
    const words = merged([...(open ?? []), ...(open && goesOn ? [newline] : [])]);
    const elements = trimmed(words, { start: found.length === 0, end: !goesOn });
    if (elements.length > 0) found.push({ type: 'rich_text_section', elements });
    open = null;
  };
  const line = (nodes: Node[], style: Style): void => {
    const before: RichTextElement[] = open ?? [];
    // A break at its end only keeps an empty line open.
    const shown = nodes.at(-1)?.nodeName === 'BR' ? nodes.slice(0, -1) : nodes;
    open = [...before, ...(open ? [newline] : []), ...shown.flatMap((node) => inlinesIn(node, style))];
  };
  let loose: Node[] = [];
  const settle = (): void => {
    if (loose.length > 0) line(loose, {});
    loose = [];
  };
  for (const node of [...root.childNodes].flatMap(unboxed)) {
    const block = node instanceof HTMLElement ? blockIn(node) : null;
    if (block) {
      settle();
      flush(true);
      join(found, block);
    } else if (node instanceof HTMLElement && isLine(node)) {
      settle();
      line([...node.childNodes], {});
    } else loose.push(node);
  }
  settle();
  flush(false);
  return found.length > 0 ? { type: 'rich_text', elements: found } : null;
}

/** Lines of one quote, and of one block of code, stay together. */
function join(found: RichTextBlockElement[], more: RichTextBlockElement[]): void {
  for (const one of more) {
    const last = found.at(-1);
    if (last?.type === 'rich_text_quote' && one.type === last.type)
      last.elements = merged([...last.elements, newline, ...one.elements]);
    else if (last?.type === 'rich_text_preformatted' && one.type === last.type)
      last.elements = merged([...last.elements, newline, ...one.elements]) as typeof last.elements;
    else found.push(one);
  }
}

const newline: RichTextElement = { type: 'text', text: '\n' };
/** A browser begins a list, a quote or code within the line in which it was asked for. */
const unboxed = (node: Node): Node[] =>
  node instanceof Element && isLine(node) && node.querySelector('ul, ol, blockquote, pre')
    ? [...node.childNodes].flatMap(unboxed)
    : [node];
const isList = (node: Node): boolean => /^[OU]L$/.test(node.nodeName);
const isLine = (node: Element): boolean => node.tagName === 'DIV' || node.tagName === 'P';

function blockIn(node: HTMLElement): RichTextBlockElement[] | null {
  if (isList(node)) return listsIn(node, 0);
  if (node.tagName === 'BLOCKQUOTE') {
    const elements = linesIn(node);
    return elements.length > 0 ? [{ type: 'rich_text_quote', elements }] : [];
  }
  if (node.tagName !== 'PRE') return null;
  const text = textOf(node).replace(/\n$/, '');
  return text ? [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] : [];
}

function textOf(node: Node): string {
  if (node instanceof HTMLBRElement) return '\n';
  if (node.childNodes.length === 0) return bare(node.textContent ?? '');
  const words = [...node.childNodes].map(textOf).join('');
  return node instanceof Element && isLine(node) ? `${words}\n` : words;
}

/** Slack keeps the lists within a list beside it, each with how deep it stands. */
function listsIn(list: Element, indent: number): List[] {
  const style = list.tagName === 'OL' ? 'ordered' : 'bullet';
  const found: List[] = [];
  let items: RichTextSection[] = [];
  let counted = 0;
  const flush = (): void => {
    if (items.length === 0) return;
    const offset = style === 'ordered' && counted > 0 ? { offset: counted } : {};
    found.push({ type: 'rich_text_list', style, indent, elements: items, border: 0, ...offset });
    counted += items.length;
    items = [];
  };
  for (const child of list.children) {
    const inner = isList(child) ? [child] : [...child.children].filter(isList);
    if (!isList(child)) {
      const words = [...child.childNodes].filter((node) => !isList(node)).flatMap((node) => inlinesIn(node, {}));
      items.push({ type: 'rich_text_section', elements: trimmed(merged(words)) });
    }
    if (inner.length > 0) flush();
    found.push(...inner.flatMap((one) => listsIn(one, indent + 1)));
  }
  flush();
  return found;
}

function linesIn(node: Element): RichTextElement[] {
  const parts = [...node.childNodes].flatMap((one): RichTextElement[] =>
    one instanceof Element && isLine(one) ? [newline, ...inlinesIn(one, {})] : inlinesIn(one, {}),
  );
  return trimmed(merged(parts));
}

function inlinesIn(node: Node, style: Style): RichTextElement[] {
  if (node instanceof Text) return wordsIn(bare(node.data), style);
  if (!(node instanceof HTMLElement)) return [];
  if (node.tagName === 'BR') return [newline];
  const styled = { ...style, ...styleOf(node) };
  const shown = Object.keys(styled).length > 0 ? { style: styled } : {};
  if (node.dataset['piece']) return [{ ...(JSON.parse(node.dataset['piece']) as RichTextElement), ...shown }];
  if (node instanceof HTMLAnchorElement) {
    const url = node.getAttribute('href') ?? '';
    const text = node.textContent ?? '';
    return [{ type: 'link', url, ...(text && text !== url ? { text } : {}), ...shown }];
  }
  return [...node.childNodes].flatMap((one) => inlinesIn(one, styled));
}

function styleOf(node: HTMLElement): Style {
  const tag = tags[node.tagName];
  return tag ? { [tag]: true } : {};
}

/** The editor's own marks: places to stand, and spaces that must not fold. */
function bare(text: string): string {
  return text.replaceAll('\u200B', '').replaceAll('\u00A0', ' ');
}

function wordsIn(text: string, style: Style): RichTextElement[] {
  const shown = Object.keys(style).length > 0 ? { style } : {};
  const say = (words: string): RichTextElement[] => (words ? [{ type: 'text', text: words, ...shown }] : []);
  if (style.code) return say(text);
  return text.split(/(:[a-z0-9_+'-]{1,60}(?:::skin-tone-[2-6])?:)/).flatMap((part, n) => {
    const name = part.slice(1, -1);
    return n % 2 === 1 && emojiOf(name) ? [emojiElement(name)] : say(part);
  });
}

function emojiElement(name: string): RichTextElement {
  const codes = Array.from(emojiOf(name) ?? '', (char) => char.codePointAt(0)?.toString(16) ?? '');
  const unicode = codes.filter(Boolean).join('-');
  return { type: 'emoji', name, ...(unicode ? { unicode } : {}) };
}

function merged(elements: RichTextElement[]): RichTextElement[] {
  const found: RichTextElement[] = [];
  for (const one of elements) {
    const last = found.at(-1);
    const alike = JSON.stringify(last?.style) === JSON.stringify(one.style);
    if (last?.type === 'text' && one.type === 'text' && alike)
      found[found.length - 1] = { ...last, text: last.text + one.text };
    else found.push(one);
  }
  return found;
}

/** Without the empty lines around it. */
function trimmed(elements: RichTextElement[], { start, end } = { start: true, end: true }): RichTextElement[] {
  const found = [...elements];
  const cut = (at: number, pattern: RegExp): boolean => {
    const one = found.at(at);
    if (one?.type !== 'text' || !pattern.test(one.text)) return false;
    const text = one.text.replace(pattern, '');
    found.splice(at, 1, ...(text ? [{ ...one, text }] : []));
    return text === '';
  };
  if (start) while (cut(0, /^\n+/));
  if (end) while (cut(-1, /\n+$/));
  return found;
}
