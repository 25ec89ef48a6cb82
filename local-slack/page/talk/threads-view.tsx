import { Fragment } from 'preact';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { signed, useName } from '../state/names.ts';
import { goTo, openThread } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import type { World } from '../state/store.ts';
import { Composer } from './composer.tsx';
import { MessageRow } from './message.tsx';
import { follows, rowsOf } from './rows.ts';
import { useThread, useThreadReading } from './thread-pane.tsx';

const shown = 12;
const lastReplies = 3;

/** The threads one takes part in, the latest first. */
function threadsIn(world: World): Message[] {
  return Object.values(world.talk)
    .flat()
    .filter((one) => one.follow && !one.ephemeral && world.channels[one.channel]?.members.includes(world.me.id))
    .sort((a, b) => ((a.latest_reply ?? '') < (b.latest_reply ?? '') ? 1 : -1));
}

function isFresh(parent: Message): boolean {
  return parent.follow !== undefined && (parent.latest_reply ?? '') > parent.follow.read;
}

let known: { talk: World['talk']; channels: World['channels']; fresh: Message[] } | null = null;

/** Those with something new; asked at every change, so it is found again only when what is said has changed. */
export function freshThreads(world: World): Message[] {
  const { talk, channels } = world;
  if (known?.talk !== talk || known.channels !== channels)
    known = { talk, channels, fresh: threadsIn(world).filter(isFresh) };
  return known.fresh;
}

export function ThreadsView(): VNode {
  const world = useWorld((one) => one);
  const [limit, setLimit] = useState(shown);
  const all = threadsIn(world);
  // They keep their order while one looks at them.
  const [order] = useState(() => all.map((one) => one.channel + one.ts));
  const place = (one: Message): number => order.indexOf(one.channel + one.ts);
  const list = all.toSorted((a, b) => place(a) - place(b));
  return (
    <main class="content" aria-label="Threads">
      <header class="content-head">
        <h1 class="content-title">
          <Icon name="thread" /> <span>Threads</span>
        </h1>
      </header>
      <div class="threads">
        {list.slice(0, limit).map((one) => (
          <OneThread key={one.channel + one.ts} parent={one} />
        ))}
        {list.length > limit && (
          <button type="button" class="btn earlier" onClick={() => setLimit(limit + shown)}>
            Show older threads
          </button>
        )}
        {list.length === 0 && (
          <div class="home-empty">
            <Icon name="thread" size={48} />
            <h2>No threads yet</h2>
            <p>Threads that you start, answer or are mentioned in are listed here.</p>
          </div>
        )}
      </div>
    </main>
  );
}

function OneThread({ parent }: { parent: Message }): VNode {
  const channel = useWorld((world) => world.channels[parent.channel]);
  const people = useWorld((world) => world.people);
  const name = useName(channel);
  const messages = useThread(parent.channel, parent.ts);
  const [whole, setWhole] = useState(false);
  const [fresh] = useState(() => isFresh(parent));
  useThreadReading(parent);
  const rows = useMemo(() => rowsOf(messages, []), [messages]);
  const hidden = whole ? 0 : Math.max(0, rows.length - 1 - lastReplies);
  const drawn = [...rows.slice(0, 1), ...rows.slice(1 + hidden)];
  const names = [...new Set([parent.user, ...parent.reply_users])].map((id) => people[id]?.real_name ?? id);
  const where = channel ? signed(channel, name) : '';
  return (
    <section class="one-thread" aria-label={`Thread in ${where}`}>
      <header>
        <button type="button" class="one-thread-where" onClick={() => goTo({ kind: 'channel', id: parent.channel })}>
          {where}
        </button>
        {fresh && <span class="app-badge fresh">New</span>}
        <span class="one-thread-who">{names.slice(0, 4).join(', ')}</span>
      </header>
      <div class="one-thread-box">
        {drawn.map((row, n) => (
          <Fragment key={row.key}>
            {n === 1 && hidden > 0 && (
              <button type="button" class="text-button more-replies" onClick={() => setWhole(true)}>
                Show {hidden} more {hidden === 1 ? 'reply' : 'replies'}
              </button>
            )}
            {'message' in row && (
              <MessageRow
                message={row.message}
                also={row.also}
                inThread
                grouped={n > 1 && follows(row, drawn[n - 1])}
              />
            )}
          </Fragment>
        ))}
        {channel && !channel.archived && !parent.tombstone && (
          <Composer
            channel={parent.channel}
            thread={parent.ts}
            label={`Reply to thread in ${where}`}
            placeholder="Reply…"
          />
        )}
        <button type="button" class="text-button open-thread" onClick={() => openThread(parent.channel, parent.ts)}>
          Open beside
        </button>
      </div>
    </section>
  );
}
