import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useReader } from '../blocks/text.tsx';
import { Icon } from '../frame/icons.tsx';
import { dayOf } from '../mrkdwn/date.ts';
import { addDays, addMonths, fullName, inWeek, monthName, weekdayName, weeksOf } from './days.ts';

type Props = {
  id: string;
  chosen: string | null;
  onPick: (day: string) => void;
  /** Whoever begins to type a date is not looking for it here. */
  onType: (sign: string) => void;
};

/** A month to choose a day from; one day of it takes the focus, the arrows move it. */
export function Calendar({ id, chosen, onPick, onType }: Props): VNode {
  const reader = useReader();
  const today = dayOf(reader.now, reader.tz);
  const [at, setAt] = useState(chosen ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(true);
  // At once: whoever presses the next key has not waited for the next frame.
  useLayoutEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
    moved.current = false;
  }, [at]);
  const key = (event: KeyboardEvent): void => {
    const next = step(at, event, inWeek(at, reader));
    if (next) {
      moved.current = true;
      setAt(next);
    } else if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey) onType(event.key);
    else return;
    event.preventDefault();
  };
  return (
    <div class="calendar" role="dialog" aria-label="Choose a date" id={id}>
      <div class="calendar-head">
        <Turn name="back" label="Previous month" onTurn={() => setAt(addMonths(at, -1))} />
        <span class="calendar-month" aria-live="polite">
          {monthName(at, reader)}
        </span>
        <Turn name="right" label="Next month" onTurn={() => setAt(addMonths(at, 1))} />
      </div>
      <Month at={at} chosen={chosen} today={today} grid={grid} onKey={key} onPick={onPick} />
      <div class="calendar-foot">
        <button type="button" class="text-button" onClick={() => onPick(today)}>
          Today
        </button>
      </div>
    </div>
  );
}

type MonthProps = {
  at: string;
  chosen: string | null;
  today: string;
  grid: RefObject<HTMLTableElement | null>;
  onKey: (event: KeyboardEvent) => void;
  onPick: (day: string) => void;
};

function Month({ at, chosen, today, grid, onKey, onPick }: MonthProps): VNode {
  const reader = useReader();
  const weeks = weeksOf(at, reader);
  return (
    <table role="grid" aria-label={monthName(at, reader)} ref={grid} onKeyDown={onKey}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col" abbr={weekdayName(day, reader, 'long')}>
              {weekdayName(day, reader, 'short').slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} role="gridcell" aria-selected={day === chosen}>
                <button
                  type="button"
                  class={`day ${day.slice(0, 7) === at.slice(0, 7) ? '' : 'other'}`}
                  tabIndex={day === at ? 0 : -1}
                  aria-label={fullName(day, reader)}
                  aria-current={day === today ? 'date' : undefined}
                  onClick={() => onPick(day)}
                >
                  {Number(day.slice(8))}
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Turn({ name, label, onTurn }: { name: 'back' | 'right'; label: string; onTurn: () => void }): VNode {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onTurn}>
      <span class={name === 'back' ? 'turned' : ''}>
        <Icon name="right" size={16} />
      </span>
    </button>
  );
}

function step(at: string, { key, shiftKey }: KeyboardEvent, weekday: number): string | null {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -weekday, End: 6 - weekday }[key];
  if (days !== undefined) return addDays(at, days);
  const months = { PageUp: -1, PageDown: 1 }[key];
  return months === undefined ? null : addMonths(at, shiftKey ? months * 12 : months);
}
