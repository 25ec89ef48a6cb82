import { getState } from '../state/store.ts';

/** What a key does on the message that has the focus: the button of that name among its tools. */
const keys: Record<string, string> = {
  e: 'edit',
  r: 'react',
  t: 'thread',
  p: 'pin',
  u: 'unread',
  l: 'link',
  Delete: 'delete',
};

/** Arrows go from message to message; a letter does something with the one that has the focus, as in Slack. */
export function walk(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const onButton =
    target.matches('.message button:not([role], [aria-haspopup]), .message a') && event.key.startsWith('Arrow');
  if (
    !(onButton || target.matches('.message, .message-list')) ||
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return;
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.message')];
  const at = rows.findIndex((one) => one.contains(target));
  const goTo: Record<string, HTMLElement | undefined> = {
    ArrowUp: at < 0 ? rows.at(-1) : rows[at - 1],
    ArrowDown: at < 0 ? rows.at(-1) : rows[at + 1],
    Home: rows[0],
    End: rows.at(-1),
  };
  if (event.key in goTo) {
    event.preventDefault();
    return goTo[event.key]?.focus();
  }
  const wanted = keys[event.key];
  if (!wanted || at < 0 || getState().editing) return;
  event.preventDefault();
  target.dispatchEvent(new CustomEvent('message-key', { detail: wanted }));
}
