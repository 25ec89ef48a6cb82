import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { GrowingText } from '../elements/text-input.tsx';
import { doAct } from '../state/line.ts';
import { toSent, toTyped } from './wording.ts';

export function EditBox({ message, onDone }: { message: Message; onDone: () => void }): VNode {
  const [text, setText] = useState(() => toTyped(message.text));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const box = form.current?.querySelector('textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, []);
  /** Back to where one writes. */
  const leave = (): void => {
    const pane = form.current?.closest('.thread-pane, .content');
    onDone();
    pane?.querySelector<HTMLElement>('.composer-text')?.focus();
  };
  const save = (): void => {
    const next = toSent(text.trim());
    if (next.text && text.trim() !== toTyped(message.text))
      doAct({ do: 'edit', channel: message.channel, ts: message.ts, ...next });
    leave();
  };
  return (
    <form
      class="edit-box"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <GrowingText
        class="input"
        rows={1}
        value={text}
        {...{ 'aria-label': 'Edit message' }}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            leave();
          }
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <div class="edit-foot">
        <button type="button" class="btn" onClick={leave}>
          Cancel
        </button>
        <button type="submit" class="btn primary">
          Save
        </button>
      </div>
    </form>
  );
}
