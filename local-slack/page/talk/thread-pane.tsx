import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Message, Ts } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { loadThread } from '../state/history.ts';
import { doAct } from '../state/line.ts';
import { signed, useName } from '../state/names.ts';
import { closeThread, goTo, isDirect } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { AgentFoot, useAgent } from './agent.tsx';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

const none: Message[] = [];

export function useThread(channel: string, ts: Ts): Message[] {
  const all = useWorld((world) => world.talk[channel] ?? none);
  useEffect(() => void loadThread(channel, ts), [channel, ts]);
  return useMemo(() => all.filter((one) => one.ts === ts || one.thread_ts === ts), [all, ts]);
}

/** A thread that one looks at is read. */
export function useThreadReading(parent: Message | undefined): void {
  const fresh = parent?.follow !== undefined && (parent.latest_reply ?? '') > parent.follow.read;
  const { channel = '', ts = '', latest_reply: latest } = parent ?? {};
  useEffect(() => {
    const read = (): void => {
      if (fresh && document.visibilityState === 'visible') doAct({ do: 'read', channel, thread_ts: ts });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [channel, ts, latest]);
}

function RepliesLine({ messages, ts }: { messages: Message[]; ts: Ts }): VNode {
  const count = messages.filter((one) => one.ts !== ts && !one.ephemeral).length;
  return (
    <div class="reply-line">
      <span>{count === 0 ? 'No replies yet' : `${count} ${count === 1 ? 'reply' : 'replies'}`}</span>
    </div>
  );
}

export function ThreadPane({ channel: id, ts }: { channel: string; ts: Ts }): VNode {
  const channel = useStore((state) => state.world?.channels[id]);
  const me = useWorld((world) => world.me.id);
  const messages = useThread(id, ts);
  const parent = messages.find((one) => one.ts === ts);
  const title = useAgent(id, ts)?.title;
  useThreadReading(parent);
  const name = useName(channel);
  const where = channel ? signed(channel, name) : '';
  const mayAnswer = channel && parent && !parent.tombstone && channel.members.includes(me) && !channel.archived;
  return (
    <aside class="thread-pane" aria-label="Thread">
      <header class="content-head">
        <h2 class="content-title">
          <span>{title || 'Thread'}</span>
          <button type="button" class="thread-where" onClick={() => goTo({ kind: 'channel', id }, { marked: ts })}>
            {where}
          </button>
        </h2>
        <span class="grow" />
        <button type="button" class="icon-button" aria-label="Close thread" title="Close thread" onClick={closeThread}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList
        key={ts}
        label={`Thread in ${where}`}
        channel={id}
        thread={ts}
        messages={messages}
        afterFirst={<RepliesLine messages={messages} ts={ts} />}
      />
      <AgentFoot channel={id} ts={ts} />
      {mayAnswer && (
        <Composer
          key={ts}
          channel={id}
          thread={ts}
          label={`Reply to thread in ${where}`}
          placeholder="Reply…"
          autofocus
          alsoTo={isDirect(channel) ? 'direct message' : `#${name}`}
        />
      )}
    </aside>
  );
}
