import type { VNode } from 'preact';
import type { Message, Person } from '../../wire.ts';
import { emojiOf } from '../emoji/find.ts';
import { useWorld } from '../state/store.ts';

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

/** The app's picture: a ticket. */
export function AppMark({ size }: { size: number }): VNode {
  return (
    <svg class="avatar" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" fill="#0b4f6c" />
      <path
        d="M7 13a2 2 0 0 1 2-2h18a2 2 0 0 1 2 2v2.600a2.500 2.500 0 0 0 0 4.800V23a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-2.600a2.500 2.500 0 0 0 0-4.800z"
        fill="#fff"
      />
      <path d="M21.500 13.500v9" stroke="#0b4f6c" stroke-width="1.600" stroke-dasharray="1.800 1.900" />
      <path
        d="m11 18.200 2.300 2.300 4-4.600"
        fill="none"
        stroke="#e8912d"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function SlackMark({ size }: { size: number }): VNode {
  return (
    <svg class="avatar" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" fill="#f4ede4" />
      <g stroke-width="4" stroke-linecap="round">
        <path d="M14.500 9v8" stroke="#36c5f0" />
        <path d="M19 14.500h8" stroke="#2eb67d" />
        <path d="M21.500 19v8" stroke="#ecb22e" />
        <path d="M9 21.500h8" stroke="#e01e5a" />
      </g>
    </svg>
  );
}

export function Avatar({ person, size }: { person: Person | undefined; size: number }): VNode {
  const bot = useWorld((world) => world.app.bot);
  if (person?.id === bot) return <AppMark size={size} />;
  if (!person || person.id === 'USLACKBOT') return <SlackMark size={size} />;
  const style = {
    width: `${size}px`,
    height: `${size}px`,
    background: person.color,
    fontSize: `${Math.round(size * 0.4)}px`,
  };
  return (
    // Drawn by the style, so that the letters are no part of any label.
    <span class="avatar" style={style} aria-hidden="true" data-initials={initials(person.real_name)} />
  );
}

/** An app may lend a message another face: an emoji or a picture. */
export function MessageAvatar({ message, size }: { message: Message; size: number }): VNode {
  const person = useWorld((world) => world.people[message.user]);
  const emoji = message.icon && emojiOf(message.icon.replaceAll(':', ''));
  if (emoji) {
    return (
      <span
        class="avatar emoji-face"
        style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.62}px` }}
        aria-hidden="true"
      >
        {emoji}
      </span>
    );
  }
  if (message.icon && /^https?:\/\//.test(message.icon))
    return <img class="avatar" src={message.icon} alt="" width={size} height={size} />;
  return <Avatar person={person} size={size} />;
}

/** A full dot for who has the page open, a ring for who has not. */
export function Presence({ id }: { id: string }): VNode {
  const active = useWorld((world) => world.active.includes(id));
  return <span class={`presence ${active ? 'active' : ''}`} aria-hidden="true" title={active ? 'Active' : 'Away'} />;
}
