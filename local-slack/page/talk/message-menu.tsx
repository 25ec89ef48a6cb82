import type { VNode } from 'preact';
import type { Message } from '../../wire.ts';
import { emojiOf } from '../emoji/find.ts';
import { Icon } from '../frame/icons.tsx';
import type { MenuItem } from '../frame/menu.tsx';
import { MenuButton } from '../frame/menu.tsx';
import { ask } from '../frame/question.tsx';
import { inspectMessage } from '../inspector/look.ts';
import { act, doAct, toast } from '../state/line.ts';
import { openThread, permalink } from '../state/route.ts';
import { getWorld, useWorld } from '../state/store.ts';
import { AppMark } from './avatar.tsx';
import { AddReaction, toggleReaction } from './reactions.tsx';

type Props = { message: Message; inThread: boolean; onEdit: () => void; onToggle: (open: boolean) => void };

const quick = ['white_check_mark', 'eyes', 'raised_hands'];

/** What floats at the corner of a message under the pointer. */
export function MessageTools({ message, inThread, onEdit, onToggle }: Props): VNode {
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
      <MenuButton
        label="More actions"
        as="tool"
        align="end"
        items={() => itemsFor(message, onEdit)}
        onToggle={onToggle}
      >
        <Icon name="more" />
      </MenuButton>
    </div>
  );
}

function itemsFor(message: Message, onEdit: () => void): MenuItem[] {
  const world = getWorld();
  const { channel, ts } = message;
  const items: MenuItem[] = [
    { label: 'Copy link', icon: <Icon name="link" />, onPick: () => void copyLink(message) },
    {
      label: message.pinned ? 'Un-pin from channel' : 'Pin to channel',
      icon: <Icon name="pin" />,
      onPick: () => doAct({ do: message.pinned ? 'unpin' : 'pin', channel, ts }),
    },
  ];
  items.push({ label: 'View as JSON', icon: <Icon name="inspect" />, onPick: () => inspectMessage(message) });
  if (message.user === world.me.id) {
    items.push(
      { label: 'Edit message', icon: <Icon name="edit" />, section: '', onPick: onEdit },
      { label: 'Delete message…', icon: <Icon name="trash" />, danger: true, onPick: () => void remove(message) },
    );
  }
  const shortcuts = world.app.shortcuts.filter((one) => one.type === 'message');
  shortcuts.forEach((one, n) =>
    items.push({
      label: one.name,
      hint: world.app.name,
      icon: <AppMark size={18} />,
      ...(n === 0 ? { section: '' } : {}),
      onPick: () => void runShortcut(one.callback_id, message),
    }),
  );
  return items;
}

async function runShortcut(callbackId: string, message: Message): Promise<void> {
  const { channel, ts } = message;
  const answer = await act({ do: 'shortcut', callback_id: callbackId, channel, ts });
  if (!answer.ok) toast(`That did not work: ${answer.error}`);
}

async function copyLink(message: Message): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.origin + permalink(message.channel, message.ts, message.thread_ts));
    toast('Link copied');
  } catch {
    toast('The browser did not allow copying.');
  }
}

async function remove({ channel, ts }: Message): Promise<void> {
  const yes = await ask({
    title: { type: 'plain_text', text: 'Delete message' },
    text: { type: 'plain_text', text: 'Are you sure you want to delete this message? This cannot be undone.' },
    confirm: { type: 'plain_text', text: 'Delete' },
    deny: { type: 'plain_text', text: 'Cancel' },
    style: 'danger',
  });
  if (yes) doAct({ do: 'delete', channel, ts });
}
