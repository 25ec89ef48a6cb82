/** Deliveries to the app: faults, the journal, and Slack's redelivery of events. */
import type { Fault } from '../wire.ts';
import type { Ack, Delivery, Slack } from '../core/slack.ts';
import type { Carrier, Retry } from './carrier.ts';

/** Waits before the second, third and fourth try of an event. Source: docs.slack.dev/apis/events-api. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

const FAULT_NAME: Record<Delivery['type'], string> = {
  events_api: 'deliver:events',
  interactive: 'deliver:interactive',
  slash_commands: 'deliver:commands',
};

const FIRST: Retry = { attempt: 0, reason: '' };

export function createDeliver(slack: () => Slack, carrier: () => Carrier): (delivery: Delivery) => Promise<Ack> {
  async function once(delivery: Delivery, retry: Retry): Promise<Ack> {
    const { journal, faults } = slack();
    const fault = faults.take(FAULT_NAME[delivery.type]);
    const row = journal.write({
      kind: 'delivery',
      name: delivery.name,
      request: { type: delivery.type, payload: delivery.payload },
      answer: null,
      ms: null,
      attempt: retry.attempt,
      ...(delivery.as === undefined ? {} : { as: delivery.as }),
      ...(delivery.link === undefined ? {} : { link: delivery.link }),
    });
    const ack = fault ? await faulty(delivery, retry, fault) : await carrier().carry(delivery, retry);
    journal.close(row, ack, fault ? { fault: fault.kind.do } : {});
    return ack;
  }

  async function faulty(delivery: Delivery, retry: Retry, fault: Fault): Promise<Ack> {
    const { kind } = fault;
    switch (kind.do) {
      case 'delay':
        await new Promise<void>((done) => slack().clock.after(kind.ms, done));
        return carrier().carry(delivery, retry);
      case 'duplicate': {
        const [first] = await Promise.all([carrier().carry(delivery, retry), carrier().carry(delivery, retry)]);
        return first;
      }
      case 'apply_then_drop':
        await carrier().carry(delivery, retry);
        return { ok: false, why: 'timeout' };
      case 'lose':
        return { ok: false, why: 'lost' };
      case 'drop':
      case 'error':
        return { ok: false, why: 'timeout' };
      case 'http':
      case 'rate_limit':
        return { ok: false, why: 'http_error' };
    }
  }

  /** Interactions are tried once: the person is told, and may press again. Events come back three times. */
  return async (delivery) => {
    const ack = await once(delivery, FIRST);
    if (ack.ok || ack.why === 'lost' || delivery.type !== 'events_api') return ack;
    again(delivery, 1, ack);
    return ack;
  };

  function again(delivery: Delivery, attempt: number, last: Ack): void {
    const wait = RETRY_AFTER_MS[attempt - 1];
    if (wait === undefined || last.ok) return;
    const reason = last.why === 'http_error' ? 'http_error' : 'timeout';
    slack().clock.after(wait, () => {
      void once(delivery, { attempt, reason }).then((ack) => {
        if (!ack.ok && ack.why !== 'lost') again(delivery, attempt + 1, ack);
      });
    });
  }
}
