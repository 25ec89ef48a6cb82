import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Message, Person } from '../../wire.ts';
import { Blocks } from '../blocks/block.tsx';
import { Mrkdwn, useReader } from '../blocks/text.tsx';
import { SurfaceScope } from '../elements/surface.tsx';
import { Icon } from '../frame/icons.tsx';
import { ago, bareTime, clockTime, slackDate } from '../mrkdwn/date.ts';
import { openDm, openThread, permalink } from '../state/route.ts';
import { getState, setState, useStore, useWorld } from '../state/store.ts';
import { Avatar, MessageAvatar } from './avatar.tsx';
import { EditBox } from './edit-box.tsx';
import { Files } from './files.tsx';
import { Folded } from './folded.tsx';
import { MessageTools } from './message-menu.tsx';
import { Reactions } from './reactions.tsx';

export type MessageProps = { message: Message; grouped: boolean; inThread: boolean };

export function msOf(ts: string): number {
  return Math.floor(Number.parseFloat(ts) * 1000);
}

function nameOf(message: Message, person: Person | undefined): string {
  return message.username ?? person?.real_name ?? message.user;
}

export function MessageRow({ message, grouped, inThread }: MessageProps): VNode {
  const person = useWorld((world) => world.people[message.user]);
  const marked = useStore((state) => state.marked === message.ts);
  const [hot, setHot] = useState(false);
  const [held, setHeld] = useState(false);
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLElement>(null);
  const reader = useReader();
  const name = nameOf(message, person);
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
      onMouseEnter={() => setHot(true)}
      onMouseLeave={() => setHot(false)}
      onFocusIn={() => setHot(true)}
      onFocusOut={(event) => setHot(row.current?.contains(event.relatedTarget as Node | null) ?? false)}
    >
      <Notes message={message} inThread={inThread} />
      <div class="message-side">
        {grouped ? (
          <span class="side-time">{bareTime(msOf(message.ts), reader)}</span>
        ) : (
          <MessageAvatar message={message} size={36} />
        )}
      </div>
      <div class="message-main">
        {!grouped && <Head message={message} name={name} time={time} inThread={inThread} />}
        {editing ? <EditBox message={message} onDone={() => setEditing(false)} /> : <Body message={message} />}
        {message.files.length > 0 && <Files files={message.files} />}
        <Reactions message={message} />
        {!inThread && message.reply_count > 0 && <ThreadBar message={message} />}
      </div>
      {tools && (
        <MessageTools message={message} inThread={inThread} onEdit={() => setEditing(true)} onToggle={setHeld} />
      )}
    </article>
  );
}

function Notes({ message, inThread }: { message: Message; inThread: boolean }): VNode {
  return (
    <>
      {message.ephemeral && (
        <div class="message-note">
          <Icon name="eye" size={14} /> Only visible to you
        </div>
      )}
      {message.pinned && (
        <div class="message-note">
          <Icon name="pin" size={14} /> Pinned
        </div>
      )}
      {message.broadcast && !inThread && message.thread_ts && (
        <div class="message-note">
          replied to{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => openThread(message.channel, message.thread_ts ?? message.ts)}
          >
            a thread
          </button>
        </div>
      )}
    </>
  );
}

function Head({
  message,
  name,
  time,
  inThread,
}: {
  message: Message;
  name: string;
  time: string;
  inThread: boolean;
}): VNode {
  const reader = useReader();
  const me = useWorld((world) => world.me.id);
  const unix = Math.floor(msOf(message.ts) / 1000);
  const open = (): void => {
    if (message.user !== me) void openDm(message.user);
  };
  return (
    <div class="message-head">
      <button type="button" class="message-name" onClick={open}>
        {name}
      </button>
      {message.bot && <span class="app-badge">APP</span>}
      <a
        class="message-time"
        href={permalink(message.channel, message.ts, inThread ? message.thread_ts : undefined)}
        title={slackDate(unix, '{date_long} {time_secs}', reader)}
      >
        {time}
      </a>
    </div>
  );
}

function Body({ message }: { message: Message }): VNode {
  const join =
    message.subtype?.endsWith('_join') || message.subtype?.endsWith('_leave') || message.subtype?.includes('channel_');
  if (message.tombstone) return <div class="message-body gone">This message was deleted.</div>;
  const blocks = message.blocks.length > 0;
  return (
    <div class={`message-body ${join ? 'quiet' : ''}`}>
      {blocks ? (
        <SurfaceScope
          place={{ kind: 'message', channel: message.channel, ts: message.ts }}
          blocks={message.blocks}
          thread={message.thread_ts}
        >
          <Folded of={message}>
            <Blocks of={message.blocks} />
          </Folded>
        </SurfaceScope>
      ) : (
        <Folded of={message}>
          <Mrkdwn text={message.text} />
        </Folded>
      )}
      {message.edited && !message.bot && <span class="edited">(edited)</span>}
      {message.ephemeral && (
        <div class="ephemeral-foot">
          <button type="button" class="text-button" onClick={() => dismiss(message)}>
            Dismiss message
          </button>
        </div>
      )}
    </div>
  );
}

function dismiss(message: Message): void {
  setState({ dismissed: new Set([...getState().dismissed, `${message.channel}:${message.ts}`]) });
}

function ThreadBar({ message }: { message: Message }): VNode {
  const people = useWorld((world) => world.people);
  const reader = useReader();
  const count = message.reply_count;
  const last = message.latest_reply
    ? `Last reply ${ago(msOf(message.latest_reply), { now: reader.now, locale: 'en' })}`
    : '';
  return (
    <button type="button" class="thread-bar" onClick={() => openThread(message.channel, message.ts)}>
      <span class="thread-faces">
        {message.reply_users.slice(0, 5).map((id) => (
          <Avatar key={id} person={people[id]} size={24} />
        ))}
      </span>
      <span class="thread-count">
        {count} {count === 1 ? 'reply' : 'replies'}
      </span>
      <span class="thread-last">{last}</span>
      <span class="thread-view">View thread</span>
      <Icon name="right" size={16} />
    </button>
  );
}
