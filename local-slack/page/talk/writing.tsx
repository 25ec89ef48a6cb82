import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { GrowingText } from '../elements/text-input.tsx';
import type { Suggestion } from './completion.ts';
import { completionAt } from './completion.ts';
import type { useEditing } from './editing.ts';
import { applyFormat, continueList, formatOf } from './formats.ts';
import { runGlobalShortcut } from './sending.ts';

function useSuggestions(text: string, caret: number, channel: string) {
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState('');
  const completion = completionAt(text, caret, channel);
  const here = `${completion?.from}${text}`;
  // Before the next key: an arrow pressed at once is not taken back.
  useLayoutEffect(() => setActive(0), [text]);
  const open = completion && closedAt !== here ? completion : null;
  return { open, active, setActive, close: () => setClosedAt(here) };
}

/** What could be meant by the words at the caret, and taking it up. */
export function useWriting(edit: ReturnType<typeof useEditing>, channel: string) {
  const suggest = useSuggestions(edit.text, edit.caret, channel);
  const pick = (one: Suggestion): void => {
    if (!suggest.open) return;
    if (one.kind === 'shortcut') {
      edit.clear();
      void runGlobalShortcut(one.key);
      return;
    }
    const head = edit.text.slice(0, suggest.open.from) + one.insert;
    edit.write(head + edit.text.slice(edit.caret), head.length);
  };
  return { edit, suggest, pick };
}

type Use = ReturnType<typeof useWriting>;
type Props = {
  writing: Use;
  label: string;
  placeholder?: string;
  /** Of the list of suggestions. */
  id: string;
  onPaste?: (event: ClipboardEvent) => void;
  onSend: () => void;
  /** Keys that writing has no use for. */
  onKey: (event: KeyboardEvent) => void;
};

/** Where one writes a message, whether a new one or one that is changed. */
export function Writing({ writing, label, placeholder = '', id, onPaste, onSend, onKey }: Props): VNode {
  const { edit, suggest } = writing;
  return (
    <GrowingText
      {...{
        'aria-label': label,
        'aria-autocomplete': 'list',
        'aria-controls': suggest.open ? id : undefined,
        'aria-activedescendant': suggest.open ? `${id}-${suggest.active}` : undefined,
        onPaste,
        onSelect: (event: { currentTarget: HTMLTextAreaElement }) => edit.setCaret(event.currentTarget.selectionStart),
      }}
      inner={edit.box}
      class="composer-text"
      rows={1}
      value={edit.text}
      placeholder={placeholder}
      onInput={(event) => edit.change(event.currentTarget.value, event.currentTarget.selectionStart)}
      onKeyDown={(event) => {
        // What an input method is still composing is its own business; Safari says so only by the key's code.
        if (event.isComposing || event.keyCode === 229) return;
        if (writingKey(event, writing, onSend)) event.preventDefault();
        else onKey(event);
      }}
    />
  );
}

/** Did writing have a use for this key? */
function writingKey(event: KeyboardEvent, writing: Use, send: () => void): boolean {
  const { edit, suggest } = writing;
  const format = formatOf(event);
  if (format) {
    applyFormat(edit, format);
    return true;
  }
  if (suggest.open) return suggestionKey(event, writing, suggest.open, send);
  if (event.key !== 'Enter') return false;
  if (event.shiftKey) return continueList(edit);
  send();
  return true;
}

type Open = NonNullable<Use['suggest']['open']>;

function suggestionKey(event: KeyboardEvent, { suggest, edit, pick }: Use, open: Open, send: () => void): boolean {
  const chosen = open.list[suggest.active];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  // What is typed out in full is sent, not completed.
  const typed = edit.text.slice(open.from).trim().toLowerCase();
  const typedOut = event.key === 'Enter' && chosen?.whole.some((one) => one.toLowerCase() === typed);
  if (step !== undefined) suggest.setActive((suggest.active + step + open.list.length) % open.list.length);
  else if (event.key === 'Escape') suggest.close();
  else if ((event.key === 'Tab' || event.key === 'Enter') && chosen && !typedOut && !event.shiftKey) pick(chosen);
  else if (typedOut) send();
  else return false;
  event.stopPropagation();
  return true;
}
