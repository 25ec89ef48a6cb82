import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { emojiOf } from '../emoji/find.ts';
import { rememberEmoji } from '../emoji/recent.ts';
import { Icon } from '../frame/icons.tsx';
import { Tip, useTip } from '../frame/tip.tsx';
import { act, toast } from '../state/line.ts';
import { useWorld } from '../state/store.ts';
import { EmojiPicker } from './emoji-picker.tsx';

const reasons: Record<string, string> = {
  too_many_emoji: 'This message has as many different reactions as it can hold.',
  not_in_channel: 'Join the channel to react.',
  no_connection: 'There is no connection.',
};

export function toggleReaction(message: Message, name: string, me: string): void {
  const mine = message.reactions.some((one) => one.name === name && one.users.includes(me));
  if (!mine) rememberEmoji(name);
  void act({ do: mine ? 'unreact' : 'react', channel: message.channel, ts: message.ts, name }).then((answer) => {
    if (!answer.ok && answer.error !== 'already_reacted' && answer.error !== 'no_reaction')
      toast(reasons[answer.error] ?? `That did not work: ${answer.error}`);
  });
}

/** "Ana, Kofi and you". */
function listed(names: string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function Reactions({ message }: { message: Message }): VNode | null {
  if (message.reactions.length === 0) return null;
  return (
    <div class="reactions">
      {message.reactions.map(({ name }) => (
        <Reaction key={name} message={message} name={name} />
      ))}
      <AddReaction message={message} as="reaction add" />
    </div>
  );
}

function Reaction({ message, name }: { message: Message; name: string }): VNode {
  const me = useWorld((world) => world.me.id);
  const people = useWorld((world) => world.people);
  const anchor = useRef<HTMLButtonElement>(null);
  const tip = useTip();
  const users = message.reactions.find((one) => one.name === name)?.users ?? [];
  const others = users.filter((id) => id !== me).map((id) => people[id]?.real_name ?? id);
  const mine = users.includes(me);
  const names = listed(mine ? ['You', ...others] : others);
  const char = emojiOf(name) ?? `:${name}:`;
  return (
    <button
      type="button"
      ref={anchor}
      class={`reaction ${mine ? 'mine' : ''}`}
      aria-pressed={mine}
      aria-label={`${users.length} ${name.replaceAll('_', ' ')}, by ${names}`}
      onClick={() => toggleReaction(message, name, me)}
      {...tip.hooks}
    >
      <span>{char}</span>
      <span class="reaction-count">{users.length}</span>
      {tip.shown && (
        <Tip anchor={anchor} onHide={tip.hide}>
          <span class="tip-emoji">{char}</span>
          <b>{names}</b> reacted with :{name}:
        </Tip>
      )}
    </button>
  );
}

type AddProps = { message: Message; as: string; onToggle?: (open: boolean) => void };

export function AddReaction({ message, as, onToggle }: AddProps): VNode {
  const me = useWorld((world) => world.me.id);
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const turn = (to: boolean): void => {
    setOpen(to);
    onToggle?.(to);
    if (!to) anchor.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        class={as}
        ref={anchor}
        data-react
        aria-label="Add reaction"
        title="Add reaction"
        aria-haspopup="dialog"
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
