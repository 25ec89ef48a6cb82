import { Fragment } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { Mrkdwn, useReader } from '../blocks/text.tsx';
import { Icon } from '../frame/icons.tsx';
import { clockTime, dayDivider, dayOf } from '../mrkdwn/date.ts';
import type { Said } from '../state/store.ts';
import { getState, setState, useStore, useWorld } from '../state/store.ts';
import { SlackMark } from './avatar.tsx';
import { MessageRow, msOf } from './message.tsx';

type Row = { at: number; message: Message } | { at: number; said: Said };
type Props = {
  label: string;
  channel: string;
  thread?: string | undefined;
  messages: Message[];
  /** Stands above the oldest message. */
  intro?: ComponentChildren;
  /** Stands after the first message: "3 replies" in a thread. */
  afterFirst?: ComponentChildren;
};

const pageful = 120;

/** Messages of one person close together share a head. */
function follows(message: Message, before: Row | undefined): boolean {
  if (!before || !('message' in before)) return false;
  const previous = before.message;
  const same =
    previous.user === message.user &&
    previous.username === message.username &&
    previous.ephemeral === message.ephemeral;
  const plain =
    !message.subtype?.startsWith('channel_') && !previous.subtype?.startsWith('channel_') && !message.broadcast;
  return same && plain && !previous.tombstone && msOf(message.ts) - before.at < 5 * 60_000;
}

export function MessageList({ label, channel, thread, messages, intro, afterFirst }: Props): VNode {
  const [limit, setLimit] = useState(pageful);
  const said = useStore((state) => state.said);
  const dismissed = useStore((state) => state.dismissed);
  const newFrom = useStore((state) => (state.newFrom?.channel === channel && !thread ? state.newFrom.ts : null));
  const reader = useReader();
  const rows: Row[] = [
    ...messages
      .filter((one) => !dismissed.has(`${one.channel}:${one.ts}`))
      .map((message) => ({ at: msOf(message.ts), message })),
    ...said.filter((one) => one.channel === channel && one.thread === thread).map((one) => ({ at: one.at, said: one })),
  ].sort((a, b) => a.at - b.at);
  const last = rows.at(-1);
  const mine = useWorld((world) => last !== undefined && 'message' in last && last.message.user === world.me.id);
  const scroll = useScroll(rows.length, channel + (thread ?? ''), mine);
  const shown = rows.slice(-limit);
  const draw = useDrawn(thread !== undefined);
  return (
    <div class="message-scroll" ref={scroll.box} onScroll={scroll.onScroll}>
      <div
        class={`message-list ${thread ? 'in-thread' : ''}`}
        role="log"
        aria-label={label}
        tabIndex={0}
        onKeyDown={walk}
      >
        {rows.length > limit ? (
          <button type="button" class="btn earlier" onClick={() => setLimit(limit + 300)}>
            Show earlier messages
          </button>
        ) : (
          intro
        )}
        {shown.map((row, n) => {
          const before = shown[n - 1];
          const newDay = !thread && (!before || dayOf(before.at, reader.tz) !== dayOf(row.at, reader.tz));
          const isNew = 'message' in row && row.message.ts === newFrom;
          return (
            <Fragment key={'message' in row ? row.message.ts : row.said.id}>
              {(newDay || isNew) && <Divider words={newDay ? dayDivider(row.at, reader) : ''} isNew={isNew} />}
              {'message' in row ? (
                draw(row.message, !newDay && !isNew && !(afterFirst && n === 1) && follows(row.message, before))
              ) : (
                <SlackSays said={row.said} time={clockTime(row.at, reader)} />
              )}
              {n === 0 && afterFirst}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

/** A message that has not changed is not drawn again, however many come after it. */
function useDrawn(inThread: boolean): (message: Message, grouped: boolean) => VNode {
  const before = useRef(new Map<string, { message: Message; row: VNode }>());
  const now = new Map<string, { message: Message; row: VNode }>();
  const last = before.current;
  before.current = now;
  return (message, grouped) => {
    const key = `${message.ts} ${grouped}`;
    const known = last.get(key);
    const row =
      known?.message === message ? known.row : <MessageRow message={message} inThread={inThread} grouped={grouped} />;
    now.set(key, { message, row });
    return row;
  };
}

/** Arrows go from message to message. */
function walk(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !target.matches('.message, .message-list')) return;
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.message')];
  const at = rows.indexOf(target);
  const next = at < 0 ? rows.at(-1) : rows[at + (event.key === 'ArrowUp' ? -1 : 1)];
  event.preventDefault();
  next?.focus();
}

/** Stays at the bottom while one is there, and goes there with one's own words; goes to the message that a permalink names. */
function useScroll(count: number, key: string, mine: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef(0);
  const marked = useStore((state) => state.marked);
  const toEnd = (): void => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  };
  useLayoutEffect(() => {
    atEnd.current = true;
    toEnd();
  }, [key]);
  useLayoutEffect(() => {
    if (mine && seen.current > 0 && count > seen.current) atEnd.current = true;
    seen.current = count;
    toEnd();
  }, [count]);
  useEffect(() => {
    const grown = new ResizeObserver(toEnd);
    if (box.current) grown.observe(box.current);
    if (box.current?.firstElementChild) grown.observe(box.current.firstElementChild);
    return () => grown.disconnect();
  }, []);
  useLayoutEffect(() => {
    const target = marked && box.current?.querySelector(`[data-ts="${CSS.escape(marked)}"]`);
    if (!target) return;
    atEnd.current = false;
    target.scrollIntoView({ block: 'center' });
  }, [marked, key]);
  const onScroll = (): void => {
    const { current } = box;
    if (current) atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 60;
  };
  return { box, onScroll };
}

function Divider({ words, isNew }: { words: string; isNew: boolean }): VNode {
  return (
    <div class={`divider ${isNew ? 'new' : ''}`} role="separator" aria-label={isNew ? 'New messages' : words}>
      {words && <span class="divider-day">{words}</span>}
      {isNew && <span class="divider-new">New</span>}
    </div>
  );
}

function SlackSays({ said, time }: { said: Said; time: string }): VNode {
  return (
    <article class="message ephemeral" aria-label={`Slackbot, ${time}`} tabIndex={-1}>
      <div class="message-note">
        <Icon name="eye" size={14} /> Only visible to you
      </div>
      <div class="message-side">
        <SlackMark size={36} />
      </div>
      <div class="message-main">
        <div class="message-head">
          <b class="message-name">Slackbot</b>
          <span class="message-time">{time}</span>
        </div>
        <div class="message-body">
          <Mrkdwn text={said.text} />
          <div class="ephemeral-foot">
            <button
              type="button"
              class="text-button"
              onClick={() => setState({ said: getState().said.filter((one) => one.id !== said.id) })}
            >
              Dismiss message
            </button>
          </div>
        </div>
      </div>
    </article>
  );
}
