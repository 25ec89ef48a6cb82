import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useReader } from '../blocks/text.tsx';
import { Icon, Spinner } from '../frame/icons.tsx';
import { Popup } from '../frame/popup.tsx';
import { dayOf } from '../mrkdwn/date.ts';
import { Calendar } from './calendar.tsx';
import { readDay, shortDate } from './days.ts';
import type { Labelling } from './field.ts';
import { aria } from './field.ts';

type Props = {
  labelling: Labelling;
  day: string | null;
  placeholder: string;
  first?: boolean | undefined;
  busy?: boolean;
  onDay: (day: string | null) => void;
};

/** What is being typed; it counts once one leaves the field or presses Enter, if it is a date. */
function useTyped(day: string | null, onDay: Props['onDay']) {
  const reader = useReader();
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (): void => {
    if (typed === null) return;
    setTyped(null);
    const empty = typed.trim() === '';
    const next = empty ? null : readDay(typed, dayOf(reader.now, reader.tz), reader);
    if (next !== day && (next || empty)) onDay(next);
  };
  return { typed, setTyped, settle };
}

/** A date that is typed or chosen from a calendar. */
export function DateField({ labelling, day, placeholder, first, busy, onDay }: Props): VNode {
  const reader = useReader();
  const anchor = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const { typed, setTyped, settle } = useTyped(day, onDay);
  const close = (): void => {
    setOpen(false);
    input.current?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    else if (typed === null) setOpen(true);
    else settle();
    event.preventDefault();
  };
  return (
    <div class={`combo signed date ${open ? 'open' : ''}`} ref={anchor}>
      <Icon name="calendar" size={16} />
      <input
        {...aria(labelling)}
        ref={input}
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? `${labelling.id}-calendar` : undefined}
        autocomplete="off"
        data-first={first ? true : undefined}
        placeholder={placeholder}
        value={typed ?? (day ? shortDate(day, reader) : '')}
        onClick={() => setOpen(true)}
        onInput={(event) => {
          setOpen(false);
          setTyped(event.currentTarget.value);
        }}
        onBlur={settle}
        onKeyDown={key}
      />
      {busy ? <Spinner /> : <Icon name="down" size={16} />}
      {open && (
        <Popup anchor={anchor} onClose={close} as="calendar-popup">
          <Calendar
            onType={(sign) => {
              setTyped(sign);
              close();
            }}
            id={`${labelling.id}-calendar`}
            chosen={day}
            onPick={(next) => {
              setTyped(null);
              close();
              if (next !== day) onDay(next);
            }}
          />
        </Popup>
      )}
    </div>
  );
}
