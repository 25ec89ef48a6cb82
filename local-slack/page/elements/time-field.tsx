import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useReader } from '../blocks/text.tsx';
import { clockTime, wall } from '../mrkdwn/date.ts';
import type { Choice } from './combobox.tsx';
import { Combobox } from './combobox.tsx';
import type { Labelling } from './field.ts';
import { quarters, readTime } from './times.ts';

type Props = {
  labelling: Labelling;
  time: string | null;
  placeholder: string;
  zone?: string | undefined;
  first?: boolean | undefined;
  busy?: boolean;
  onTime: (time: string | null) => void;
};

/** A time of day: the quarters of the hour to choose from, any minute to type. */
export function TimeField({ labelling, time, placeholder, zone, first, busy, onTime }: Props): VNode {
  const reader = useReader();
  const [typed, setTyped] = useState('');
  const choice = (one: string): Choice => ({
    key: one,
    label: clockTime(Date.parse(`2026-01-01T${one}:00Z`), { tz: 'UTC', locale: reader.locale }),
  });
  const all = quarters.map(choice);
  const words = typed.trim().toLowerCase();
  const exact = readTime(words);
  const alike = all.filter((one) => one.key !== exact && `${one.label} ${one.key}`.toLowerCase().includes(words));
  const choices = words === '' ? all : [...(exact ? [choice(exact)] : []), ...alike];
  const [hours] = wall(reader.now, reader.tz).split(':');
  return (
    <Combobox
      labelling={labelling}
      multi={false}
      sign="clock"
      tail={zone}
      placeholder={placeholder}
      first={first}
      busy={busy}
      note={choices.length === 0 ? 'No such time' : undefined}
      startAt={`${hours}:00`}
      groups={[{ label: '', choices }]}
      chosen={time ? [choice(time)] : []}
      onQuery={setTyped}
      onChoose={([next]) => onTime(next ?? null)}
    />
  );
}
