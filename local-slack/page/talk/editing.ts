import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';

export type Editing = {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** Replaces the text and puts the caret (or a selection) in it. */
  write: (text: string, from: number, to?: number) => void;
};

/** Puts the new text in as if it had been typed, so that the browser can undo it. */
function type(box: HTMLTextAreaElement, next: string): boolean {
  const { value } = box;
  let from = 0;
  while (from < value.length && value[from] === next[from]) from += 1;
  let tail = 0;
  const most = Math.min(value.length, next.length) - from;
  while (tail < most && value.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  box.focus();
  box.setSelectionRange(from, value.length - tail);
  const words = next.slice(from, next.length - tail);
  return document.execCommand(words ? 'insertText' : 'delete', false, words);
}

/** Words that are being written, and where the caret is in them; `keep` is told of every change. */
export function useEditing(first: () => string, keep?: (text: string) => void) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first);
  const [caret, setCaret] = useState(text.length);
  const change = (next: string, at: number): void => {
    keep?.(next);
    setText(next);
    setCaret(at);
  };
  const write: Editing['write'] = (next, from, to = from) => {
    const { current } = box;
    if (current && current.value !== next && !(type(current, next) && current.value === next)) current.value = next;
    change(next, to);
    const select = (): void => {
      current?.focus();
      current?.setSelectionRange(from, to);
    };
    // At once, for the next key may come before the next frame; later only if a popup that closes took the focus.
    select();
    requestAnimationFrame(() => {
      if (document.activeElement !== current) select();
    });
  };
  /** Empties it, which nobody wants to undo. */
  const clear = (): void => change('', 0);
  return { box, text, caret, change, setCaret, write, clear };
}
