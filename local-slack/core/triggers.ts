import type { Clock } from './clock.ts';
import type { Mint } from './mint.ts';
import { refuse } from './refusal.ts';

const LIFE_MS = 3000;
const KEPT = 2000;

type Trigger = { id: string; user: string; made: number; used: boolean; view?: string };

/** Trigger ids: one person's act gives the app three seconds to open one view. */
export type Triggers = {
  make(user: string, view?: string): string;
  /** Uses it up, or refuses as Slack does. */
  take(id: string): Trigger;
};

const FORM = /^(\d{13})\.\d+\.[0-9a-f]{32}$/;

/** When an id was made, which a restart forgets and the id itself still says; a made-up one never was. */
function madeAt(id: string): number {
  const time = FORM.exec(id)?.[1];
  return time === undefined ? Infinity : Number(time);
}

export function createTriggers(clock: Clock, mint: Mint): Triggers {
  const made = new Map<string, Trigger>();
  return {
    make(user, view) {
      const id = `${clock.now()}.${mint.pick(1_000_000_000)}.${mint.hex(32)}`;
      made.set(id, { id, user, made: clock.now(), used: false, ...(view === undefined ? {} : { view }) });
      const oldest = made.keys().next().value;
      if (made.size > KEPT && oldest !== undefined) made.delete(oldest);
      return id;
    },
    take(id) {
      const trigger = made.get(id);
      if (!trigger) return refuse(clock.now() - madeAt(id) > LIFE_MS ? 'expired_trigger_id' : 'invalid_trigger_id');
      if (trigger.used) return refuse('exchanged_trigger_id');
      if (clock.now() - trigger.made > LIFE_MS) return refuse('expired_trigger_id');
      trigger.used = true;
      return trigger;
    },
  };
}
