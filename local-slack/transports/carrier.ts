import type { Ack, Delivery } from '../core/slack.ts';

export type Retry = { attempt: number; reason: string };

/** A way to the app: Socket Mode or signed HTTP. One try, one answer. */
export type Carrier = {
  carry(delivery: Delivery, retry: Retry): Promise<Ack>;
};

export const ACK_MS = 3000;
