import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { useReader } from '../blocks/reader.ts';
import { Icon } from '../frame/icons.tsx';
import { ago, bareTime, clockTime, slackDate } from '../mrkdwn/date.ts';
import { openProfile, openThread, permalink } from '../state/route.ts';
import { setState, useStore, useWorld } from '../state/store.ts';
import { Avatar, MessageAvatar } from './avatar.tsx';
import { EditBox } from './edit-box.tsx';
import { Files } from './files.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageTools } from './message-menu.tsx';
import { perform } from './message-deeds.ts';
import { Reactions } from './reactions.tsx';
import { msOf } from './rows.ts';
import { OnlyYou } from './slack-says.tsx';

type MessageProps = { message: Message; also: Message[]; grouped: boolean; inThread: boolean };

const PASSING = 40; // ms: rows that only scroll by under the pointer draw no tools

/** Is the pointer over it, or the focus in it? Each by itself: a dialog that opens from it takes the one and gives back the other. */
function useHot(row: RefObject<HTMLElement | null>) {
  const [over, setOver] = useState(false);
  const [within, setWithin] = useState(false);
  const coming = useRef(0);
  const leave = (): void => {
    clearTimeout(coming.current);
    coming.current = 0;
    setOver(false);
  };
  const enter = (): void => {
    coming.current ||= window.setTimeout(() => setOver(true), PASSING);
  };
  useEffect(() => leave, []);
  return {
    hot: over || within,
    hooks: {
      onMouseEnter: enter,
      onMouseMove: enter,
      onMouseLeave: leave,
      onFocusIn: () => setWithin(true),
      onFocusOut: (event: FocusEvent) => setWithin(row.current?.contains(event.relatedTarget as Node | null) ?? false),
    },
  };
}

/** Letters pressed while it has the focus. */
function useKeys(row: RefObject<HTMLElement | null>, message: Message): void {
  const latest = useRef(message);
  latest.current = message;
  useEffect(() => {
    const { current } = row;
    const key = (event: Event): void => {
      const { detail } = event as CustomEvent<string>;
      if (detail === 'react') current?.querySelector<HTMLElement>('.message-tools [data-react]')?.click();
      else perform(detail, latest.current);
    };
    current?.addEventListener('message-key', key);
    return () => current?.removeEventListener('message-key', key);
  }, []);
}

/** When the app draws its message anew, what had the focus may be gone: then the message has it, and Tab goes on from there. */
function useFocusInside(row: RefObject<HTMLElement | null>, message: Message): void {
  const held = row.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (held && document.activeElement === document.body) row.current?.focus({ preventScroll: true });
  }, [message]);
}

export function MessageRow({ message, also, grouped, inThread }: MessageProps): VNode {
  const person = useWorld((world) => world.people[message.user]);
  const marked = useStore((state) => state.marked === message.ts);
  const editing = useStore((state) => state.editing === message.ts);
  const [held, setHeld] = useState(false);
  const row = useRef<HTMLElement>(null);
  const { hot, hooks } = useHot(row);
  useKeys(row, message);
  useFocusInside(row, message);
  const reader = useReader();
  const name = message.username ?? person?.real_name ?? message.user;
  const time = clockTime(msOf(message.ts), reader);
  const classes = [
    'message',
    grouped && 'grouped',
    message.ephemeral && 'ephemeral',
    marked && 'marked',
    message.pinned && 'pinned',
    editing && 'editing',
  ];
  const tools = (hot || held) && !message.ephemeral && !message.tombstone && !editing;
  return (
    <article
      ref={row}
      class={classes.filter(Boolean).join(' ')}
      aria-label={`${name}, ${time}`}
      data-ts={message.ts}
      tabIndex={-1}
      {...hooks}
    >
      <Notes message={message} inThread={inThread} />
      <div class="message-side">
        {grouped ? (
          <span class="side-time">{bareTime(msOf(message.ts), reader)}</span>
        ) : (
          <AvatarButton message={message} />
        )}
      </div>
      <div class="message-main">
        {!grouped && <Head message={message} name={name} time={time} inThread={inThread} />}
        {editing ? (
          <EditBox message={message} onDone={() => setState({ editing: null })} />
        ) : (
          <MessageBody message={message} also={also} />
        )}
        {message.files.length > 0 && <Files files={message.files} />}
        <Reactions message={message} />
        {!inThread && message.reply_count > 0 && <ThreadBar message={message} />}
      </div>
      {tools && <MessageTools message={message} inThread={inThread} onToggle={setHeld} />}
    </article>
  );
}

/** For the mouse alone: the name beside it does the same by keyboard. */
function AvatarButton({ message }: { message: Message }): VNode {
  return (
    <button
      type="button"
      class="avatar-button"
      tabIndex={-1}
      aria-hidden="true"
      onClick={() => openProfile(message.user)}
    >
      <MessageAvatar message={message} size={36} />
    </button>
  );
}

function Notes({ message, inThread }: { message: Message; inThread: boolean }): VNode {
  const root = message.thread_ts;
  return (
    <>
      {message.ephemeral && <OnlyYou />}
      {message.pinned && (
        <div class="message-note">
          <Icon name="pin" size={14} /> Pinned
        </div>
      )}
      {message.broadcast && root && (
        <div class="message-note">
          {inThread ? (
            'Also sent to the channel'
          ) : (
            <>
              replied to a thread:{' '}
              <button type="button" class="text-button" onClick={() => openThread(message.channel, root)}>
                <RootWords channel={message.channel} ts={root} />
              </button>
            </>
          )}
        </div>
      )}
    </>
  );
}

/** The first words of what is answered. */
function RootWords({ channel, ts }: { channel: string; ts: string }): VNode {
  const text = useWorld((world) => world.talk[channel]?.find((one) => one.ts === ts)?.text ?? '');
  const plain = text
    .replaceAll(/<[^>|]*\|([^>]*)>/g, '$1')
    .replaceAll(/[*_~`<>]/g, '')
    .replaceAll('&amp;', '&');
  return <>{plain.length > 60 ? `${plain.slice(0, 60)}…` : plain || 'a thread'}</>;
}

type HeadProps = { message: Message; name: string; time: string; inThread: boolean };

function Head({ message, name, time, inThread }: HeadProps): VNode {
  const reader = useReader();
  const unix = Math.floor(msOf(message.ts) / 1000);
  const address = permalink(message.channel, message.ts, message.thread_ts);
  return (
    <div class="message-head">
      <button type="button" class="message-name" onClick={() => openProfile(message.user)}>
        {name}
      </button>
      {message.bot && <span class="app-badge">APP</span>}
      <a class="message-time" href={address} title={slackDate(unix, '{date_long} {time_secs}', reader)}>
        {inThread ? slackDate(unix, '{date_short_pretty} {time}', reader) : time}
      </a>
    </div>
  );
}

function ThreadBar({ message }: { message: Message }): VNode {
  const people = useWorld((world) => world.people);
  const reader = useReader();
  const count = message.reply_count;
  const last = message.latest_reply
    ? `Last reply ${ago(msOf(message.latest_reply), { now: reader.now, locale: 'en' })}`
    : '';
  const fresh = message.follow !== undefined && (message.latest_reply ?? '') > message.follow.read;
  return (
    <button type="button" class="thread-bar" onClick={() => openThread(message.channel, message.ts)}>
      <span class="thread-faces">
        {message.reply_users.slice(0, 5).map((id) => (
          <Avatar key={id} person={people[id]} size={24} />
        ))}
      </span>
      <span class={`thread-count ${fresh ? 'fresh' : ''}`}>
        {count} {count === 1 ? 'reply' : 'replies'}
      </span>
      <span class="thread-last">{last}</span>
      <span class="thread-view">View thread</span>
      <Icon name="right" size={16} />
    </button>
  );
}
