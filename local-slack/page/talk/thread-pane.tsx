import type { VNode } from 'preact';
import type { Message, Ts } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { closeThread } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { useName } from './channel-view.tsx';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

const none: Message[] = [];

export function ThreadPane({ channel: id, ts }: { channel: string; ts: Ts }): VNode {
  const channel = useStore((state) => state.world?.channels[id]);
  const all = useWorld((world) => world.talk[id] ?? none);
  const me = useWorld((world) => world.me.id);
  const name = useName(channel);
  const messages = all.filter((one) => one.ts === ts || one.thread_ts === ts);
  const replies = messages.filter((one) => one.ts !== ts && !one.ephemeral).length;
  const where = channel?.kind === 'im' ? name : `#${name}`;
  const count = (
    <div class="reply-line">
      <span>{replies === 0 ? 'No replies yet' : `${replies} ${replies === 1 ? 'reply' : 'replies'}`}</span>
    </div>
  );
  return (
    <aside class="thread-pane" aria-label="Thread">
      <header class="content-head">
        <h2 class="content-title">
          Thread <span class="thread-where">{where}</span>
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
        afterFirst={count}
      />
      {channel && channel.members.includes(me) && !channel.archived && (
        <Composer
          key={ts}
          channel={id}
          thread={ts}
          label={`Reply to thread in ${where}`}
          placeholder="Reply…"
          autofocus
          alsoTo={channel.kind === 'im' ? 'direct message' : `#${name}`}
        />
      )}
    </aside>
  );
}
