import { Fragment } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Message } from '../../wire.ts';
import { useReader } from '../blocks/reader.ts';
import { Icon } from '../frame/icons.tsx';
import { dayDivider, dayOf } from '../mrkdwn/date.ts';
import { useStore, useWorld } from '../state/store.ts';
import { MessageRow } from './message.tsx';
import type { Row } from './rows.ts';
import { follows, rowsOf } from './rows.ts';
import { SlackSays } from './slack-says.tsx';
import { NewBar } from './new-bar.tsx';
import { useListWindow } from './window.ts';
import { walk } from './walk.ts';

type Props = {
  label: string;
  channel: string;
  thread?: string | undefined;
  messages: Message[];
  /** Stands above the oldest message. */
  intro?: ComponentChildren;
  /** Stands after the first message: "3 replies" in a thread. */
  afterFirst?: ComponentChildren;
  /** Reads what was said before; null when all is there. */
  older?: (() => void) | null;
};

function useRows({ messages, channel, thread }: Props): Row[] {
  const said = useStore((state) => state.said);
  const dismissed = useStore((state) => state.dismissed);
  return useMemo(() => {
    const shown = dismissed.size > 0 ? messages.filter((one) => !dismissed.has(`${one.channel}:${one.ts}`)) : messages;
    return rowsOf(
      shown,
      said.filter((one) => one.channel === channel && one.thread === thread),
    );
  }, [messages, said, dismissed, channel, thread]);
}

export function MessageList(props: Props): VNode {
  const { label, channel, thread, intro, afterFirst, older = null } = props;
  const rows = useRows(props);
  const last = rows.at(-1);
  const mine = useWorld((world) => last !== undefined && 'message' in last && last.message.user === world.me.id);
  const list = useListWindow(rows, mine, older);
  const newFrom = useStore((state) => (state.newFrom?.channel === channel && !thread ? state.newFrom.ts : null));
  useMarked(rows, list.show);
  return (
    <div class="message-frame">
      {newFrom && <NewBar box={list.box} rows={rows} newFrom={newFrom} channel={channel} onShow={list.show} />}
      <div class="message-scroll" ref={list.box} onScroll={list.onScroll}>
        <div
          class={`message-list ${thread ? 'in-thread' : ''}`}
          role="log"
          aria-label={label}
          tabIndex={0}
          onKeyDown={walk}
        >
          {list.start === 0 && (older ? <p class="reading-older">Loading earlier messages…</p> : intro)}
          <Rows rows={list.shown} first={list.start === 0} {...{ thread, newFrom, afterFirst }} />
        </div>
      </div>
      {(list.away || list.missed > 0) && <ToNewest missed={list.missed} onGo={list.toEnd} />}
    </div>
  );
}

/** Goes to the message that a permalink names. */
function useMarked(rows: Row[], show: (key: string) => boolean): void {
  const marked = useStore((state) => state.marked);
  const [shown, setShown] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (marked && marked !== shown && show(marked)) setShown(marked);
  }, [marked, rows]);
}

type RowsProps = {
  rows: Row[];
  first: boolean; // does it begin with the oldest
  thread: string | undefined;
  newFrom: string | null;
  afterFirst: ComponentChildren;
};

function Rows({ rows, first, thread, newFrom, afterFirst }: RowsProps): VNode {
  const reader = useReader();
  const draw = useDrawn(thread !== undefined);
  return (
    <>
      {rows.map((row, n) => {
        const before = rows[n - 1];
        const newDay = !thread && (!before || dayOf(before.at, reader.tz) !== dayOf(row.at, reader.tz));
        const isNew = row.key === newFrom;
        const opens = newDay || isNew || (first && n === 1 && afterFirst !== undefined);
        return (
          <Fragment key={row.key}>
            {(newDay || isNew) && <Divider words={newDay ? dayDivider(row.at, reader) : ''} isNew={isNew} />}
            {draw(row, !opens && follows(row, before))}
            {first && n === 0 && afterFirst}
          </Fragment>
        );
      })}
    </>
  );
}

type Drawn = { of: unknown; also: number; row: VNode };

/** A message that has not changed is not drawn again, however many come after it. */
function useDrawn(inThread: boolean): (row: Row, grouped: boolean) => VNode {
  const before = useRef(new Map<string, Drawn>());
  const now = new Map<string, Drawn>();
  const last = before.current;
  before.current = now;
  return (row, grouped) => {
    if ('said' in row) return <SlackSays said={row.said} />;
    const { message, also } = row;
    const key = `${row.key} ${grouped}`;
    const known = last.get(key);
    const drawn =
      known?.of === message && known.also === also.length
        ? known
        : {
            of: message,
            also: also.length,
            row: <MessageRow message={message} also={also} inThread={inThread} grouped={grouped} />,
          };
    now.set(key, drawn);
    return drawn.row;
  };
}

function Divider({ words, isNew }: { words: string; isNew: boolean }): VNode {
  return (
    <div class={`divider ${isNew ? 'new' : ''}`} role="separator" aria-label={isNew ? 'New messages' : words}>
      {words && <span class="divider-day">{words}</span>}
      {isNew && <span class="divider-new">New</span>}
    </div>
  );
}

function ToNewest({ missed, onGo }: { missed: number; onGo: () => void }): VNode {
  return (
    <button type="button" class="to-newest" onClick={onGo}>
      <Icon name="arrowDown" size={14} />
      {missed > 0 ? `${missed} new ${missed === 1 ? 'message' : 'messages'}` : 'Jump to newest'}
    </button>
  );
}
