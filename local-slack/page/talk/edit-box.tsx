import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { Popup } from '../frame/popup.tsx';
import { doAct } from '../state/line.ts';
import { FormatBar } from './composer-bars.tsx';
import { useEditing } from './editing.ts';
import { Suggestions } from './suggestions.tsx';
import { toSent, toTyped } from './wording.ts';
import { useWriting, Writing } from './writing.tsx';

const LIST = 'suggestions-edit';

type Props = { message: Message; onDone: () => void };

function useEdit({ message, onDone }: Props) {
  const edit = useEditing(() => toTyped(message.text));
  const writing = useWriting(edit, message.channel);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { current } = edit.box;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  /** Back to where one writes. */
  const leave = (): void => {
    const pane = form.current?.closest('.thread-pane, .content');
    onDone();
    pane?.querySelector<HTMLElement>('.composer-wrap .composer-text')?.focus();
  };
  const save = (): void => {
    const text = edit.text.trim();
    const next = toSent(text);
    if (next.text && text !== toTyped(message.text))
      doAct({ do: 'edit', channel: message.channel, ts: message.ts, ...next });
    leave();
  };
  return { edit, writing, form, leave, save };
}

export function EditBox(props: Props): VNode {
  const { edit, writing, form, leave, save } = useEdit(props);
  const { suggest } = writing;
  return (
    <form
      class="edit-box composer"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormatBar edit={edit} />
      <Writing
        {...{ writing, id: LIST, label: 'Edit message', onSend: save }}
        onKey={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          leave();
        }}
      />
      {suggest.open && (
        <Popup anchor={form} onClose={suggest.close} as="of-suggestions" wide>
          <Suggestions
            id={LIST}
            of={suggest.open}
            active={suggest.active}
            onActive={suggest.setActive}
            onPick={writing.pick}
          />
        </Popup>
      )}
      <div class="edit-foot">
        <button type="button" class="btn small" onClick={leave}>
          Cancel
        </button>
        <button type="submit" class="btn small primary">
          Save
        </button>
      </div>
    </form>
  );
}
