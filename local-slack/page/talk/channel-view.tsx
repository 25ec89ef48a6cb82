import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Channel, Message } from '../../wire.ts';
import { loadOlder } from '../state/history.ts';
import { doAct } from '../state/line.ts';
import { signed, useName } from '../state/names.ts';
import { isDirect, isTopLevel } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { ChannelBar } from './channel-bar.tsx';
import { ChannelHead } from './channel-head.tsx';
import { Composer } from './composer.tsx';
import { Intro } from './intro.tsx';
import { MessageList } from './message-list.tsx';

const none: Message[] = [];

/** What one sees is read, as long as the page is looked at, unless one has just marked it unread. */
export function useReading(channel: Channel | undefined): void {
  const id = channel?.id ?? '';
  const unread = channel?.unread ?? 0;
  const kept = useStore((state) => state.keptUnread === id);
  useEffect(() => {
    const read = (): void => {
      if (id && unread > 0 && !kept && document.visibilityState === 'visible') doAct({ do: 'read', channel: id });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [id, unread, kept]);
}

export function ChannelView({ id }: { id: string }): VNode {
  const channel = useStore((state) => state.world?.channels[id]);
  const name = useName(channel);
  useReading(channel);
  if (!channel) return <main class="content empty">This conversation is not here any more.</main>;
  return (
    <main class="content" aria-label={name}>
      <ChannelHead channel={channel} name={name} />
      <ChannelBar channel={channel} />
      <Talk channel={channel} />
    </main>
  );
}

/** The messages of a channel and the composer under them. */
export function Talk({ channel }: { channel: Channel }): VNode {
  const { id } = channel;
  const all = useWorld((world) => world.talk[id] ?? none);
  const from = useWorld((world) => world.older[id] ?? '');
  const name = useName(channel);
  const shown = useMemo(
    () => all.filter((one) => one.ts >= from && (isTopLevel(one.ts, one.thread_ts) || one.broadcast) && !isBare(one)),
    [all, from],
  );
  return (
    <>
      <MessageList
        key={id}
        label={isDirect(channel) ? `Messages with ${name}` : `Messages in #${name}`}
        channel={id}
        messages={shown}
        older={from ? () => void loadOlder(id) : null}
        intro={<Intro channel={channel} name={name} />}
      />
      <Foot channel={channel} name={name} />
    </>
  );
}

/** A deleted message whose thread has gone as well. */
function isBare(message: Message): boolean {
  return message.tombstone && message.reply_count === 0;
}

function Foot({ channel, name }: { channel: Channel; name: string }): VNode {
  const me = useWorld((world) => world.me.id);
  const guest = useWorld((world) => world.me.is_restricted);
  const app = useWorld((world) =>
    channel.with === world.app.bot && !world.app.messages_enabled ? world.app.name : '',
  );
  const where = signed(channel, name);
  if (channel.archived) return <ArchivedBar channel={channel} />;
  if (app) return <div class="closed-bar">Sending messages to {app} has been turned off.</div>;
  if (!channel.members.includes(me)) return <JoinBar channel={channel} guest={guest} />;
  return (
    <Composer
      key={channel.id}
      channel={channel.id}
      label={`Message to ${where}`}
      placeholder={`Message ${where}`}
      autofocus={innerWidth > 700}
    />
  );
}

function ArchivedBar({ channel }: { channel: Channel }): VNode {
  const mayOpen = useWorld((world) => channel.members.includes(world.me.id) && !world.me.is_restricted);
  return (
    <div class="closed-bar">
      <span>
        You are viewing <b>#{channel.name}</b>, an archived channel.
      </span>
      {mayOpen && (
        <button type="button" class="btn" onClick={() => doAct({ do: 'unarchive', channel: channel.id })}>
          Unarchive
        </button>
      )}
    </div>
  );
}

function JoinBar({ channel, guest }: { channel: Channel; guest: boolean }): VNode {
  const [asked, setAsked] = useState(false);
  return (
    <div class="closed-bar">
      <b># {channel.name}</b>
      <button
        type="button"
        class="btn primary"
        disabled={guest || asked}
        onClick={() => {
          setAsked(true);
          doAct({ do: 'join', channel: channel.id });
        }}
      >
        Join Channel
      </button>
    </div>
  );
}
