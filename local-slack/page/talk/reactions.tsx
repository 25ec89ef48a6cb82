import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { emojiOf } from '../emoji/find.ts';
import { Icon } from '../frame/icons.tsx';
import { doAct } from '../state/line.ts';
import { useWorld } from '../state/store.ts';
import { EmojiPicker } from './emoji-picker.tsx';

export function toggleReaction(message: Message, name: string, me: string): void {
  const mine = message.reactions.some((one) => one.name === name && one.users.includes(me));
  doAct({ do: mine ? 'unreact' : 'react', channel: message.channel, ts: message.ts, name });
}

export function Reactions({ message }: { message: Message }): VNode | null {
  const me = useWorld((world) => world.me.id);
  const people = useWorld((world) => world.people);
  if (message.reactions.length === 0) return null;
  return (
    <div class="reactions">
      {message.reactions.map((one) => {
        const names = one.users.map((id) => (id === me ? 'you' : (people[id]?.real_name ?? id))).join(', ');
        const mine = one.users.includes(me);
        return (
          <button
            type="button"
            key={one.name}
            class={`reaction ${mine ? 'mine' : ''}`}
            aria-pressed={mine}
            aria-label={`${one.users.length} ${one.name.replaceAll('_', ' ')}, by ${names}`}
            title={`${names} reacted with :${one.name}:`}
            onClick={() => toggleReaction(message, one.name, me)}
          >
            <span>{emojiOf(one.name) ?? `:${one.name}:`}</span>
            <span class="reaction-count">{one.users.length}</span>
          </button>
        );
      })}
      <AddReaction message={message} as="reaction add" />
    </div>
  );
}

export function AddReaction({
  message,
  as,
  onToggle,
}: {
  message: Message;
  as: string;
  onToggle?: (open: boolean) => void;
}): VNode {
  const me = useWorld((world) => world.me.id);
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const turn = (to: boolean): void => {
    setOpen(to);
    onToggle?.(to);
  };
  return (
    <>
      <button
        type="button"
        class={as}
        ref={anchor}
        aria-label="Add reaction"
        title="Add reaction"
        aria-expanded={open}
        onClick={() => turn(!open)}
      >
        <Icon name="smilePlus" />
      </button>
      {open && (
        <EmojiPicker
          anchor={anchor}
          onClose={() => turn(false)}
          onPick={(name) => {
            turn(false);
            toggleReaction(message, name, me);
          }}
        />
      )}
    </>
  );
}
