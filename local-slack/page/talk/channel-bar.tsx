import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Channel, Message } from '../../wire.ts';
import { useReader } from '../blocks/reader.ts';
import { Link } from '../blocks/inline.tsx';
import { Emoji } from '../blocks/inline.tsx';
import { Icon } from '../frame/icons.tsx';
import { Popup } from '../frame/popup.tsx';
import { slackDate } from '../mrkdwn/date.ts';
import { doAct } from '../state/line.ts';
import { goToMessage } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import { MessageAvatar } from './avatar.tsx';
import { MessageBody } from './message-body.tsx';
import { msOf } from './rows.ts';

const none: Message[] = [];

/** Under the name of a channel, if there are any: its pinned messages and its bookmarks. */
export function ChannelBar({ channel }: { channel: Channel }): VNode | null {
  const talk = useWorld((world) => world.talk[channel.id] ?? none);
  const pinned = talk.filter((one) => one.pinned);
  if (pinned.length === 0 && channel.bookmarks.length === 0) return null;
  return (
    <div class="channel-bar">
      {pinned.length > 0 && <PinsButton pinned={pinned} />}
      {channel.bookmarks.map((one) => (
        <Link key={one.id} url={one.link}>
          {one.emoji ? <Emoji name={one.emoji.replaceAll(':', '')} /> : <Icon name="bookmark" size={14} />} {one.title}
        </Link>
      ))}
    </div>
  );
}

function PinsButton({ pinned }: { pinned: Message[] }): VNode {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    anchor.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        ref={anchor}
        class="pins-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="pin" size={14} /> {pinned.length} pinned
      </button>
      {open && (
        <Popup anchor={anchor} onClose={close} as="pins">
          <div role="dialog" aria-label="Pinned messages">
            {pinned.toReversed().map((one) => (
              <Pinned key={one.ts} message={one} onGo={close} />
            ))}
          </div>
        </Popup>
      )}
    </>
  );
}

function Pinned({ message, onGo }: { message: Message; onGo: () => void }): VNode {
  const name = useWorld((world) => message.username ?? world.people[message.user]?.real_name ?? message.user);
  const reader = useReader();
  const { channel, ts } = message;
  return (
    <article class="pinned-item" aria-label={`Pinned message of ${name}`}>
      <div class="message-head">
        <MessageAvatar message={message} size={20} />
        <b>{name}</b>
        <span class="message-time">{slackDate(msOf(ts) / 1000, '{date_short_pretty}', reader)}</span>
        <span class="grow" />
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onGo();
            void goToMessage(channel, ts, message.thread_ts === ts ? undefined : message.thread_ts);
          }}
        >
          View in conversation
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Un-pin"
          title="Un-pin"
          onClick={() => doAct({ do: 'unpin', channel, ts })}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
      <MessageBody message={message} also={[]} />
    </article>
  );
}
