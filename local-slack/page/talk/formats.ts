import type { IconName } from '../frame/icons.tsx';
import type { Editing } from './editing.ts';

export type Format = {
  label: string;
  icon: IconName;
  around?: string;
  before?: string;
  gap?: boolean;
  /** With Ctrl or ⌘; `shift` as well where it says so. */
  key: string;
  shift?: boolean;
};

export const formats: Format[] = [
  { label: 'Bold', icon: 'bold', around: '*', key: 'b' },
  { label: 'Italic', icon: 'italic', around: '_', key: 'i' },
  { label: 'Strikethrough', icon: 'strike', around: '~', key: 'x', shift: true },
  { label: 'Ordered list', icon: 'numbers', before: '1. ', gap: true, key: '7', shift: true },
  { label: 'Bulleted list', icon: 'list', before: '• ', key: '8', shift: true },
  { label: 'Blockquote', icon: 'quote', before: '> ', gap: true, key: '9', shift: true },
  { label: 'Code', icon: 'code', around: '`', gap: true, key: 'c', shift: true },
  { label: 'Code block', icon: 'codeBlock', around: '```', key: 'Enter', shift: true },
];

export function keysOf({ key, shift }: Format): string {
  return `Ctrl+${shift ? 'Shift+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;
}

/** The format that these keys ask for. A digit is told by its place: with Shift it writes another sign. */
export function formatOf(event: KeyboardEvent): Format | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const pressed = /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key;
  return formats.find(
    (one) => one.key.toLowerCase() === pressed.toLowerCase() && (one.shift ?? false) === event.shiftKey,
  );
}

const marker = /^(?:• |> |\d+\. )/;

export function applyFormat(edit: Editing, format: Format): void {
  const { selectionStart: from = 0, selectionEnd: to = 0 } = edit.box.current ?? {};
  const { text } = edit;
  if (format.around) return surround(edit, format.around, from, to);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const ended = text.indexOf('\n', to);
  const end = ended < 0 ? text.length : ended;
  const lines = text.slice(start, end).split('\n');
  const sign = (n: number): string => (format.before === '1. ' ? `${n + 1}. ` : (format.before ?? ''));
  const has = lines.every((line, n) => line.startsWith(sign(n)));
  const next = lines.map((line, n) => (has ? '' : sign(n)) + line.replace(marker, '')).join('\n');
  edit.write(text.slice(0, start) + next + text.slice(end), start + next.length);
}

/** Pressed again on the same words it takes the signs away. */
function surround(edit: Editing, sign: string, from: number, to: number): void {
  const { text } = edit;
  const { length } = sign;
  if (text.slice(from - length, from) === sign && text.slice(to, to + length) === sign) {
    const bare = text.slice(0, from - length) + text.slice(from, to) + text.slice(to + length);
    return edit.write(bare, from - length, to - length);
  }
  const next = text.slice(0, from) + sign + text.slice(from, to) + sign + text.slice(to);
  edit.write(next, from + length, to + length);
}

/** A new line in a list begins with the list's sign; in an empty item it ends the list. False: an ordinary new line. */
export function continueList(edit: Editing): boolean {
  const { selectionStart: at = 0, selectionEnd: to = 0 } = edit.box.current ?? {};
  const { text } = edit;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, at);
  const found = /^(?:• |> |(\d+)\. )/.exec(line);
  if (!found || at !== to) return false;
  const [sign, number] = found;
  if (line === sign) {
    edit.write(text.slice(0, start) + text.slice(at), start);
    return true;
  }
  const words = `\n${number ? `${Number(number) + 1}. ` : sign}`;
  edit.write(text.slice(0, at) + words + text.slice(at), at + words.length);
  return true;
}
