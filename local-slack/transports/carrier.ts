import type { Delivery } from '../core/model.ts';
import type { Ack } from '../core/slack.ts';

export type Try = {
  attempt: number;
  reason: string;
  envelope_id: string;
  /** How far off the time of an HTTP signature is (ms). */
  skew?: number;
};

/** A way to the app: Socket Mode or signed HTTP. One try, one answer. */
export type Carrier = {
  carry(delivery: Delivery, attempt: Try): Promise<Ack>;
  /** Why an event comes again, in this way's own words. */
  reason(why: Extract<Ack, { ok: false }>['why']): string;
};

export const ACK_MS = 3000;
