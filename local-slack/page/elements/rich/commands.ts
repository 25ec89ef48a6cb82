import type { RichTextBlock } from '@slack/types';
import { safeUrl } from '../../mrkdwn/nodes.ts';
import type { Names } from './draw.ts';
import { drawRich } from './draw.ts';
import { richOf } from './paste.ts';

export type Command = 'bold' | 'italic' | 'strike' | 'numbers' | 'list' | 'quote' | 'code' | 'codeBlock';

const native: Partial<Record<Command, string>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strikeThrough',
  numbers: 'insertOrderedList',
  list: 'insertUnorderedList',
};

/** The browser's own editing: deprecated by name, without a successor, and the only one with undo. */
function exec(name: string, value?: string): void {
  document.execCommand(name, false, value);
}

export function prepare(): void {
  exec('defaultParagraphSeparator', 'div');
  exec('styleWithCSS', 'false');
}

function around(selector: string): HTMLElement | null {
  const node = getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  const found = element?.closest<HTMLElement>(selector) ?? null;
  return found?.closest('.rich-edit') ? found : null;
}

export function isOn(command: Command): boolean {
  if (command === 'quote') return around('blockquote') !== null;
  if (command === 'code') return around('code') !== null;
  if (command === 'codeBlock') return around('pre') !== null;
  if (command === 'list') return around('ul, ol')?.tagName === 'UL';
  if (command === 'numbers') return around('ul, ol')?.tagName === 'OL';
  return document.queryCommandState(native[command] ?? '');
}

export function run(command: Command): void {
  const name = native[command];
  if (name) return exec(name);
  if (command === 'code')
    return isOn('code') ? leaveCode() : insert(withText('code', getSelection()?.toString() || '\u200B'));
  const tag = command === 'quote' ? 'blockquote' : 'pre';
  exec('formatBlock', isOn(command) ? 'div' : tag);
  // Some browsers put a line into the quote, others leave the quote as it is.
  if (isOn('quote') && command === 'quote') return;
  if (!isOn(command)) around('blockquote, pre')?.replaceWith(...(around('blockquote, pre')?.childNodes ?? []));
}

function withText(tag: string, text: string): HTMLElement {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

/** Puts a node where the caret is, and the caret behind it. */
function insert(node: HTMLElement): void {
  exec('insertHTML', node.outerHTML);
}

/** A plain character behind the code, to write on without it. */
function leaveCode(): void {
  const code = around('code');
  if (!code) return;
  const after = document.createTextNode('\u200B');
  if (getSelection()?.isCollapsed) code.after(after);
  else code.replaceWith(document.createTextNode(code.textContent ?? ''));
  if (after.isConnected) getSelection()?.collapse(after, 1);
}

export function insertLink(url: string, words: string): void {
  const safe = safeUrl(url);
  if (!safe) return;
  const link = withText('a', words || safe);
  link.setAttribute('href', safe);
  insert(link);
}

/** What was copied: an address makes a link of what is selected, formatted words keep their format outside of code. */
export function paste(copied: DataTransfer, names: Names): void {
  const text = copied.getData('text/plain');
  const selected = getSelection()?.toString() ?? '';
  const inCode = around('code, pre') !== null;
  const rich = inCode ? null : richOf(copied.getData('text/html'));
  if (selected && !inCode && /^https?:\/\/\S+$/.test(text.trim())) return insertLink(text.trim(), selected);
  if (!rich || isBare(rich)) return exec('insertText', text);
  const nodes = drawRich(rich, names);
  const box = document.createElement('div');
  // A single line goes into the line where the caret is.
  const [only] = nodes;
  if (nodes.length === 1 && only?.nodeName === 'DIV') box.append(...only.childNodes);
  else box.append(...nodes);
  exec('insertHTML', box.innerHTML);
}

/** Nothing but words. */
function isBare({ elements }: RichTextBlock): boolean {
  return elements.every(
    (part) => part.type === 'rich_text_section' && part.elements.every((one) => one.type === 'text' && !one.style),
  );
}

export function indent(by: 1 | -1): boolean {
  if (!around('li')) return false;
  exec(by === 1 ? 'indent' : 'outdent');
  return true;
}

/** Takes everything away when everything is selected: the browsers leave an empty list or quote behind. True when it did. */
export function clearAll(root: HTMLElement): boolean {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.toString().trim() !== root.innerText.trim()) return false;
  root.replaceChildren();
  return true;
}

/** Out of an empty quote or block of code. True when there was one to leave. */
export function leaveEmpty(): boolean {
  const box = around('blockquote, pre');
  if (!box || (box.textContent ?? '').trim() !== '') return false;
  const line = document.createElement('div');
  line.append(document.createElement('br'));
  box.replaceWith(line);
  getSelection()?.collapse(line, 0);
  return true;
}

const shorthand: Record<string, Command> = {
  '-': 'list',
  '*': 'list',
  '1.': 'numbers',
  '>': 'quote',
  '```': 'codeBlock',
};

/** `- ` at the beginning of a line begins a list, as in Slack. */
export function expand(): boolean {
  const { anchorNode: node, anchorOffset: at } = getSelection() ?? {};
  if (!(node instanceof Text) || at === undefined || around('li, blockquote, pre, code')) return false;
  const before = node.data.slice(0, at);
  const command = shorthand[before];
  const first = node.previousSibling === null || node.previousSibling instanceof HTMLBRElement;
  if (!command || !first) return false;
  for (let left = before.length; left > 0; left -= 1) exec('delete');
  run(command);
  return true;
}

/** The words from `@` to the caret, while somebody is being mentioned. */
export function mentionedBeforeCaret(): { sign: '@' | '#'; words: string } | null {
  const { anchorNode: node, anchorOffset: at, isCollapsed } = getSelection() ?? {};
  if (!(node instanceof Text) || !isCollapsed || around('code, pre')) return null;
  const found = /(?:^|[\s(\u200B])([@#])([\p{L}\p{N}._-]{0,30})$/u.exec(node.data.slice(0, at));
  return found ? { sign: found[1] === '#' ? '#' : '@', words: found[2] ?? '' } : null;
}

/** The words that were typed give way to a token, and the caret stands behind it, in plain letters. */
export function replaceMention(length: number, node: HTMLElement): void {
  const { anchorNode, anchorOffset } = getSelection() ?? {};
  if (!(anchorNode instanceof Text) || anchorOffset === undefined) return;
  const range = document.createRange();
  range.setStart(anchorNode, anchorOffset - length);
  range.setEnd(anchorNode, anchorOffset);
  range.deleteContents();
  const space = document.createTextNode('\u00A0');
  range.insertNode(space);
  range.insertNode(node);
  getSelection()?.collapse(space, 1);
}
