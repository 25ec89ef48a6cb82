import type { VNode } from 'preact';
import type { Message, Person } from '../../wire.ts';
import { emojiOf } from '../emoji/find.ts';
import { useWorld } from '../state/store.ts';

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

/** White or black, whichever reads better on a color given as `#RGB` or `#RRGGBB`. */
function inkOn(color: string): string {
  const digits = color.slice(1);
  const wide = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const parts = [0, 2, 4].map((at) => (Number.parseInt(wide.slice(at, at + 2), 16) / 255) ** 2.2);
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#1d1c1d' : '#fff';
}

type InitialsProps = { name: string; color: string; size: number; ink?: string; as?: string };

/** Drawn by the style, so that the letters are no part of any label. */
function Initials({ name, color, size, ink = '#fff', as = '' }: InitialsProps): VNode {
  const letters = initials(name);
  const style = {
    width: `${size}px`,
    height: `${size}px`,
    background: color,
    color: ink,
    fontSize: `${Math.round(size * (letters.length > 1 ? 0.4 : 0.55))}px`,
  };
  return <span class={`avatar ${as}`} style={style} aria-hidden="true" data-initials={letters} />;
}

/** The app's picture: its letters on the color that its manifest gives. */
export function AppMark({ size }: { size: number }): VNode {
  const name = useWorld((world) => world.app.name);
  const color = useWorld((world) => world.app.color);
  return <Initials name={name} color={color} size={size} ink={inkOn(color)} as="of-app" />;
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
  return <Initials name={person.real_name} color={person.color} size={size} />;
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
