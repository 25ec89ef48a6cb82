import type { VNode } from 'preact';
import type { Message } from '../../wire.ts';
import { emojiOf } from '../emoji/find.ts';
import { Icon } from '../frame/icons.tsx';
import type { MenuItem } from '../frame/menu.tsx';
import { MenuButton } from '../frame/menu.tsx';
import { inspectMessage } from '../inspector/look.ts';
import { openThread } from '../state/route.ts';
import { getWorld, useWorld } from '../state/store.ts';
import { AppMark } from './avatar.tsx';
import { isMine, mayDelete, perform, runShortcut } from './message-deeds.ts';
import { AddReaction, toggleReaction } from './reactions.tsx';

type Props = { message: Message; inThread: boolean; onToggle: (open: boolean) => void };

const quick = ['white_check_mark', 'eyes', 'raised_hands'];

/** What floats at the corner of a message under the pointer. */
export function MessageTools({ message, inThread, onToggle }: Props): VNode {
  const me = useWorld((world) => world.me.id);
  return (
    <div class="message-tools" role="group" aria-label="Message actions">
      {quick.map((name) => (
        <button
          type="button"
          key={name}
          class="tool"
          aria-label={`React with ${name.replaceAll('_', ' ')}`}
          title={`React with :${name}:`}
          onClick={() => toggleReaction(message, name, me)}
        >
          {emojiOf(name)}
        </button>
      ))}
      <AddReaction message={message} as="tool" onToggle={onToggle} />
      {!inThread && (
        <button
          type="button"
          class="tool"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => openThread(message.channel, message.thread_ts ?? message.ts)}
        >
          <Icon name="thread" />
        </button>
      )}
      <MenuButton label="More actions" as="tool" align="end" items={() => itemsFor(message)} onToggle={onToggle}>
        <Icon name="more" />
      </MenuButton>
    </div>
  );
}

function itemsFor(message: Message): MenuItem[] {
  const item = (deed: string, label: string, icon: VNode, more: Partial<MenuItem> = {}): MenuItem => ({
    label,
    icon,
    ...more,
    onPick: () => perform(deed, message),
  });
  const { app } = getWorld();
  const shortcuts = app.shortcuts
    .filter((one) => one.type === 'message')
    .map((one, n): MenuItem => ({
      label: one.name,
      hint: app.name,
      icon: <AppMark size={18} />,
      ...(n === 0 ? { section: '' } : {}),
      onPick: () => void runShortcut(one.callback_id, message),
    }));
  return [
    item('unread', 'Mark unread', <Icon name="unread" />, { key: 'U' }),
    item('link', 'Copy link', <Icon name="link" />, { key: 'L' }),
    item('text', 'Copy message', <Icon name="copy" />),
    item('pin', message.pinned ? 'Un-pin from channel' : 'Pin to channel', <Icon name="pin" />, { key: 'P' }),
    { label: 'View as JSON', icon: <Icon name="inspect" />, onPick: () => inspectMessage(message) },
    ...(isMine(message) ? [item('edit', 'Edit message', <Icon name="edit" />, { section: '', key: 'E' })] : []),
    ...(mayDelete(message)
      ? [item('delete', 'Delete message…', <Icon name="trash" />, { danger: true, key: 'delete' })]
      : []),
    ...shortcuts,
  ];
}
