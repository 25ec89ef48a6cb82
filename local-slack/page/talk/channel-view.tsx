import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Channel, Message } from '../../wire.ts';
import { Mrkdwn } from '../blocks/text.tsx';
import { Icon } from '../frame/icons.tsx';
import { doAct } from '../state/line.ts';
import { isTopLevel } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer.tsx';
import { MembersButton } from './members.tsx';
import { MessageList } from './message-list.tsx';

const none: Message[] = [];

export function useName(channel: Channel | undefined): string {
  const other = useWorld((world) => world.people[channel?.with ?? '']?.real_name);
  return other ?? channel?.name ?? '';
}

/** What one sees is read, as long as the page is looked at. */
export function useReading(channel: Channel | undefined): void {
  const id = channel?.id ?? '';
  const unread = channel?.unread ?? 0;
  useEffect(() => {
    const read = (): void => {
      if (id && unread > 0 && document.visibilityState === 'visible') doAct({ do: 'read', channel: id });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [id, unread]);
}

export function ChannelView({ id }: { id: string }): VNode {
  const channel = useStore((state) => state.world?.channels[id]);
  const name = useName(channel);
  useReading(channel);
  if (!channel) return <main class="content empty">This conversation is not here any more.</main>;
  return (
    <main class="content" aria-label={name}>
      <header class="content-head">
        <ChannelTitle channel={channel} name={name} />
        {channel.topic && (
          <div class="topic">
            <Mrkdwn text={channel.topic} />
          </div>
        )}
        <span class="grow" />
        {channel.kind !== 'im' && <MembersButton channel={channel} />}
      </header>
      <Talk channel={channel} />
    </main>
  );
}

function ChannelTitle({ channel, name }: { channel: Channel; name: string }): VNode {
  const other = useWorld((world) => world.people[channel.with ?? '']);
  return (
    <h1 class="content-title">
      {other ? <Avatar person={other} size={24} /> : <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />}
      <span>{name}</span>
    </h1>
  );
}

/** The messages of a channel and the composer under them. */
export function Talk({ channel }: { channel: Channel }): VNode {
  const all = useWorld((world) => world.talk[channel.id] ?? none);
  const me = useWorld((world) => world.me.id);
  const name = useName(channel);
  const shown = all.filter((one) => isTopLevel(one.ts, one.thread_ts) || one.broadcast);
  const where = channel.kind === 'im' ? name : `#${name}`;
  return (
    <>
      <MessageList
        key={channel.id}
        label={channel.kind === 'im' ? `Messages with ${name}` : `Messages in #${name}`}
        channel={channel.id}
        messages={shown}
        intro={<Intro channel={channel} name={name} />}
      />
      {channel.archived ? (
        <div class="closed-bar">This channel is archived.</div>
      ) : channel.members.includes(me) ? (
        <Composer
          key={channel.id}
          channel={channel.id}
          label={`Message to ${where}`}
          placeholder={`Message ${where}`}
          autofocus={innerWidth > 700}
        />
      ) : (
        <div class="closed-bar">
          <b># {name}</b>
          <button type="button" class="btn primary" onClick={() => doAct({ do: 'join', channel: channel.id })}>
            Join Channel
          </button>
        </div>
      )}
    </>
  );
}

function Intro({ channel, name }: { channel: Channel; name: string }): VNode {
  const other = useWorld((world) => world.people[channel.with ?? '']);
  if (other) {
    return (
      <div class="intro">
        <Avatar person={other} size={64} />
        <h2>{name}</h2>
        <p>This conversation is just between {name} and you.</p>
      </div>
    );
  }
  return (
    <div class="intro">
      <h2>
        <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} size={26} /> {name}
      </h2>
      <p>This is the very beginning of the {channel.kind === 'private' ? 'private ' : ''}channel.</p>
    </div>
  );
}
