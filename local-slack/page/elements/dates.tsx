import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useReader } from '../blocks/text.tsx';
import { dayOf, instantOf, wall } from '../mrkdwn/date.ts';
import { DateField } from './date-field.tsx';
import type { FieldProps } from './field.ts';
import { useField } from './field.ts';
import { promptOf } from './prompt.ts';
import { TimeField } from './time-field.tsx';
import { zoneName } from './times.ts';

export function DateElement({ of, blockId, labelling, dispatches }: FieldProps<Datepicker>): VNode {
  const { content, busy, choose } = useField(of, blockId, 'selected_date', dispatches);
  return (
    <DateField
      labelling={labelling}
      day={typeof content === 'string' ? content : null}
      placeholder={promptOf(of)}
      first={of.focus_on_load}
      busy={busy}
      onDay={choose}
    />
  );
}

export function TimeElement({ of, blockId, labelling, dispatches }: FieldProps<Timepicker>): VNode {
  const { content, busy, choose } = useField(of, blockId, 'selected_time', dispatches);
  const { now } = useReader();
  return (
    <TimeField
      labelling={labelling}
      time={typeof content === 'string' ? content : null}
      placeholder={promptOf(of)}
      zone={of.timezone ? zoneName(of.timezone, now) : undefined}
      first={of.focus_on_load}
      busy={busy}
      onTime={choose}
    />
  );
}

/** The person picks by the clock on his wall; the app gets an instant, once both halves are there. */
export function DateTimeElement({ of, blockId, labelling, dispatches }: FieldProps<DateTimepicker>): VNode {
  const { content, busy, choose } = useField(of, blockId, 'selected_date_time', dispatches);
  const { tz, now } = useReader();
  const ms = typeof content === 'number' ? content * 1000 : null;
  const [half, setHalf] = useState<{ day?: string | null; time?: string | null }>({});
  const day = ms === null ? (half.day ?? null) : dayOf(ms, tz);
  const time = ms === null ? (half.time ?? null) : wall(ms, tz);
  const take = (next: { day: string | null; time: string | null }): void => {
    setHalf(next);
    const instant = next.day && next.time ? instantOf(next.day, next.time, tz) : null;
    if (instant !== content) choose(instant);
  };
  const part = (name: string) => ({
    id: `${labelling.id}-${name}`,
    label: name === 'date' ? 'Date' : 'Time',
    describedBy: labelling.describedBy,
    invalid: labelling.invalid ?? false,
    required: labelling.required ?? false,
  });
  const name = labelling.labelledBy ? undefined : labelling.label;
  return (
    <div class="date-time" role="group" aria-labelledby={labelling.labelledBy} aria-label={name}>
      <DateField
        labelling={part('date')}
        day={day}
        placeholder="Select a date"
        first={of.focus_on_load}
        busy={busy}
        onDay={(next) => take({ day: next, time })}
      />
      <TimeField
        labelling={part('time')}
        time={time}
        placeholder="Select a time"
        zone={zoneName(tz, ms ?? now)}
        onTime={(next) => take({ day, time: next })}
      />
    </div>
  );
}
