/** What an armed fault does to a delivery on its way to the app or back. */
import type { Fault } from '../wire.ts';
import { isObj } from '../core/checks/rule.ts';
import { findMessage } from '../core/find.ts';
import { revise } from '../core/messages.ts';
import type { Delivery } from '../core/model.ts';
import type { Ack, Slack } from '../core/slack.ts';
import type { Carrier, Try } from './carrier.ts';

const LOST: Ack = { ok: false, why: 'timeout', final: true };
const ELSEWHERE = 'T0ELSEWHERE';

/** What Slack's own unfurl adds to a message; nobody edited it, so it carries no `edited`. */
function unfurl(slack: Slack, { payload }: Delivery): void {
  const { event } = payload;
  if (!isObj(event)) return;
  const message = findMessage(slack, String(event['channel']), String(event['ts']));
  if (!message) return;
  const url = /<(https?:[^|>]+)/.exec(message.text)?.[1] ?? 'https://example.com/';
  const attachment = { id: 1, from_url: url, original_url: url, fallback: url, title: url, service_name: 'Example' };
  revise(slack, message, { attachments: [...message.attachments, attachment] }, null);
}

type Carry = () => Promise<Ack>;

/** Lets one event wait until the next has passed; disarming the fault lets it go as well. */
function createQueue(slack: () => Slack): {
  hold(fault: Fault, carry: Carry): Promise<Ack>;
  pass(carry: Carry): Promise<Ack>;
} {
  let held: { fault: Fault; go(): void } | undefined;

  function release(): void {
    const one = held;
    held = undefined;
    if (!one) return;
    slack().faults.spend(one.fault);
    one.go();
  }

  async function pass(carry: Carry): Promise<Ack> {
    const ack = await carry();
    release();
    return ack;
  }

  return {
    pass,
    async hold(fault, carry) {
      if (held) return pass(carry);
      const { faults } = slack();
      const stop = faults.watch(() => {
        if (!faults.all().includes(fault)) release();
      });
      await new Promise<void>((go) => {
        held = { fault, go };
      });
      stop();
      return carry();
    },
  };
}

type Trip = { delivery: Delivery; attempt: Try; late: () => boolean };

async function faulty(slack: Slack, carrier: Carrier, { delivery, attempt, late }: Trip, fault: Fault): Promise<Ack> {
  const { kind } = fault;
  const carry: Carry = () => carrier.carry(delivery, attempt);
  switch (kind.do) {
    case 'delay':
      await new Promise<void>((done) => slack.clock.after(kind.ms, done));
      return late() ? LOST : carry();
    case 'duplicate': {
      const envelope_id = kind.same_envelope === true ? attempt.envelope_id : slack.mint.uuid();
      const [ack] = await Promise.all([carry(), carrier.carry(delivery, { ...attempt, envelope_id })]);
      return ack;
    }
    case 'apply_then_drop':
      await carry();
      return { ok: false, why: 'timeout' };
    case 'apply_then_http':
    case 'apply_then_error':
      await carry();
      return { ok: false, why: 'http_error' };
    case 'skew':
      return carrier.carry(delivery, { ...attempt, skew: kind.ms });
    case 'foreign_team': {
      const payload = { ...delivery.payload, team_id: ELSEWHERE, is_ext_shared_channel: true };
      return carrier.carry({ ...delivery, payload }, attempt);
    }
    case 'unfurl': {
      const ack = await carry();
      unfurl(slack, delivery);
      return ack;
    }
    case 'lose':
      return LOST;
    case 'down':
      return { ok: false, why: 'dispatch_failed' };
    case 'http':
    case 'rate_limit':
      return { ok: false, why: 'http_error' };
    case 'drop':
    case 'error':
    case 'not_json':
      return { ok: false, why: 'timeout' };
    case 'stale':
    case 'reorder':
    case 'revoke_token':
    case 'uninstall':
      return carry();
  }
}

export type Mishaps = { carry(trip: Trip, fault: Fault | undefined): Promise<Ack> };

export function createMishaps(slack: () => Slack, carrier: () => Carrier): Mishaps {
  const queue = createQueue(slack);
  return {
    carry(trip, fault) {
      const plainly: Carry = () => carrier().carry(trip.delivery, trip.attempt);
      const isEvent = trip.delivery.type === 'events_api';
      if (fault?.kind.do === 'reorder' && isEvent) return queue.hold(fault, plainly);
      const carry: Carry = fault ? () => faulty(slack(), carrier(), trip, fault) : plainly;
      return isEvent ? queue.pass(carry) : carry();
    },
  };
}
