import type { RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useReader } from '../blocks/reader.ts';
import { Icon } from '../frame/icons.tsx';
import { clockTime } from '../mrkdwn/date.ts';
import { setState } from '../state/store.ts';
import type { Row } from './rows.ts';

type Props = {
  box: RefObject<HTMLDivElement | null>;
  rows: Row[];
  newFrom: string;
  channel: string;
  onShow: (key: string) => boolean;
};

/** Says how much is new while the line where it begins is above the screen. */
export function NewBar({ box, rows, newFrom, channel, onShow }: Props): VNode | null {
  const [seen, setSeen] = useState('');
  const reader = useReader();
  useEffect(() => {
    const { current } = box;
    if (!current || seen === newFrom) return;
    const look = (): void => {
      const line = current.querySelector('.divider.new');
      if (line && line.getBoundingClientRect().bottom > current.getBoundingClientRect().top) setSeen(newFrom);
    };
    look();
    current.addEventListener('scroll', look, { passive: true });
    return () => current.removeEventListener('scroll', look);
  }, [newFrom, seen, channel]);
  const at = rows.findIndex((one) => one.key === newFrom);
  const first = rows[at];
  if (seen === newFrom || !first) return null;
  const count = rows.length - at;
  return (
    <div class="new-bar">
      <button type="button" onClick={() => onShow(newFrom)}>
        <Icon name="arrowUp" size={14} />
        {count} new {count === 1 ? 'message' : 'messages'} since {clockTime(first.at, reader)}
      </button>
      <button
        type="button"
        aria-label="Forget where the new messages begin"
        onClick={() => setState({ newFrom: null })}
      >
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
