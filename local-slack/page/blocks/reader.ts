import type { Reader } from '../mrkdwn/date.ts';
import { useWorld } from '../state/store.ts';

/** The reader's zone, manner and present moment. */
export function useReader(): Reader {
  const tz = useWorld((world) => world.me.tz);
  const locale = useWorld((world) => world.me.locale);
  const lag = useWorld((world) => world.lag);
  return { tz, locale, now: Date.now() + lag };
}
