import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import type { VNode } from 'preact';
import { useReader } from '../blocks/text.tsx';
import { dayOf, instantOf, wall } from '../mrkdwn/date.ts';
import type { FieldProps } from './field.ts';
import { aria, useField } from './field.ts';

export function DateElement({ of, blockId, labelling, dispatches }: FieldProps<Datepicker>): VNode {
  const { content, choose } = useField(of, blockId, 'selected_date', dispatches);
  return (
    <input
      {...aria(labelling)}
      type="date"
      class="input date"
      data-first={of.focus_on_load ? true : undefined}
      value={typeof content === 'string' ? content : ''}
      onChange={(event) => choose(event.currentTarget.value || null)}
    />
  );
}

export function TimeElement({ of, blockId, labelling, dispatches }: FieldProps<Timepicker>): VNode {
  const { content, choose } = useField(of, blockId, 'selected_time', dispatches);
  return (
    <input
      {...aria(labelling)}
      type="time"
      class="input date"
      data-first={of.focus_on_load ? true : undefined}
      value={typeof content === 'string' ? content : ''}
      onChange={(event) => choose(event.currentTarget.value || null)}
    />
  );
}

/** The person picks by the clock on his wall; the app gets an instant. */
export function DateTimeElement({ of, blockId, labelling, dispatches }: FieldProps<DateTimepicker>): VNode {
  const { content, choose } = useField(of, blockId, 'selected_date_time', dispatches);
  const { tz } = useReader();
  const ms = typeof content === 'number' ? content * 1000 : null;
  return (
    <input
      {...aria(labelling)}
      type="datetime-local"
      class="input date"
      data-first={of.focus_on_load ? true : undefined}
      value={ms === null ? '' : `${dayOf(ms, tz)}T${wall(ms, tz)}`}
      onChange={(event) => {
        const [day, time] = event.currentTarget.value.split('T');
        choose(day && time ? instantOf(day, time.slice(0, 5), tz) : null);
      }}
    />
  );
}
