/** Deliveries to the app: the journal, Slack's redelivery of events, and what it holds back. */
import type { Delivery, Redelivery } from '../core/model.ts';
import { showNotice } from '../core/sight.ts';
import type { Ack, Slack } from '../core/slack.ts';
import type { Subscription } from '../core/subscription.ts';
import type { Carrier, Try } from './carrier.ts';
import { createMishaps } from './delivery-faults.ts';

/** Waits before the second, third and fourth try of an event. Source: docs.slack.dev/apis/events-api. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];
const HOUR_MS = 3_600_000;
/** An event that comes later than this is dropped, unless the app has Delayed Events. */
const TOO_LATE_MS = 2 * HOUR_MS;
const DELAYED_TRIES = 24;

const FAMILY: Record<Delivery['type'], string> = {
  events_api: 'deliver:events',
  interactive: 'deliver:interactive',
  slash_commands: 'deliver:commands',
};

/** Asked for when needed: the workspace and its carrier know each other only once both exist. */
export type Roads = { slack(): Slack; carrier(): Carrier; subscription(): Subscription };

function tellDisabled(slack: Slack): void {
  const text = `More than 95% of the events for ${slack.manifest.display_information.name} failed in the last hour: Slack sends it no more.`;
  for (const user of Object.values(slack.state.users)) if (user.is_admin) showNotice(slack, user.id, text);
}

type Once = (delivery: Delivery, attempt: Try, born: number) => Promise<Ack>;

/** One try, written down. `born`: when what it tells of happened. */
function createOnce({ slack, carrier, subscription }: Roads): Once {
  const mishaps = createMishaps(slack, carrier);
  return async (delivery, attempt, born) => {
    const { journal, faults, clock, habits } = slack();
    const fault = faults.take(FAMILY[delivery.type], `deliver:${delivery.name}`);
    const row = journal.write({
      kind: 'delivery',
      name: delivery.name,
      request: { type: delivery.type, payload: delivery.payload },
      answer: null,
      ms: null,
      attempt: attempt.attempt,
      ...(delivery.as === undefined ? {} : { as: delivery.as }),
      ...(delivery.link === undefined ? {} : { link: delivery.link }),
    });
    const late = (): boolean => !habits.delayed_events && clock.now() - born > TOO_LATE_MS;
    const ack = await mishaps.carry({ delivery, attempt, late }, fault);
    journal.close(row, ack, fault ? { fault: fault.kind.do } : {});
    if (delivery.type === 'events_api' && subscription().tried(ack.ok)) tellDisabled(slack());
    return ack;
  };
}

/** What the app hears instead of the events of a minute that are too many; no `event` stands in it. */
function limitedBody({ state }: Slack, minute: number): Delivery {
  const payload = {
    token: 'local-verification-token',
    type: 'app_rate_limited',
    team_id: state.team.id,
    minute_rate_limited: minute,
    api_app_id: state.app.id,
  };
  return { type: 'events_api', name: 'app_rate_limited', takes_payload: false, payload };
}

/** `resume`: sets the clock for all that waits, after a start or an import. */
export function createDeliver(roads: Roads): { deliver: Slack['deliver']; resume(): void } {
  const { slack, carrier, subscription } = roads;
  const once = createOnce(roads);
  const first = (): Try => ({ attempt: 0, reason: '', envelope_id: slack().mint.uuid() });

  function waitBefore(attempt: number): number | undefined {
    const early = RETRY_AFTER_MS[attempt - 1];
    if (early !== undefined || !slack().habits.delayed_events) return early;
    return attempt <= RETRY_AFTER_MS.length + DELAYED_TRIES ? HOUR_MS : undefined;
  }

  function again(delivery: Delivery, last: Ack, before: Try, attempt: number, born: number): void {
    const wait = waitBefore(attempt);
    if (last.ok || last.final === true || wait === undefined) return;
    const { habits, mint, clock } = slack();
    const next: Try = {
      attempt: habits.redelivered_attempt === 'zero' ? 0 : attempt,
      reason: carrier().reason(last.why),
      envelope_id: habits.redelivered_envelope === 'same' ? before.envelope_id : mint.uuid(),
    };
    const one = { delivery, next, tries: attempt, born, due: clock.now() + wait };
    slack().state.redeliveries[next.envelope_id] = one;
    slack().changed();
    waitFor(one);
  }

  /** Kept with the workspace: a restart forgets no try, and another world none of its own. */
  function waitFor(one: Redelivery): void {
    const { clock } = slack();
    const { envelope_id } = one.next;
    clock.after(Math.max(0, one.due - clock.now()), () => {
      const { state } = slack();
      if (state.redeliveries[envelope_id] !== one) return;
      delete state.redeliveries[envelope_id];
      slack().changed();
      if (!subscription().on) return;
      const { delivery, next, tries, born } = one;
      void once(delivery, next, born).then((ack) => again(delivery, ack, next, tries + 1, born));
    });
  }

  /** Interactions are tried once: the person is told, and may press again. Events come back three times. */
  const deliver: Slack['deliver'] = async (delivery) => {
    const isEvent = delivery.type === 'events_api';
    const born = slack().clock.now();
    const admitted = isEvent ? subscription().admit() : 'send';
    if (admitted === 'tell') void once(limitedBody(slack(), subscription().minute()), first(), born);
    if (admitted !== 'send') return { ok: false, why: 'dispatch_failed', final: true };
    const attempt = first();
    const ack = await once(delivery, attempt, born);
    if (isEvent) again(delivery, ack, attempt, 1, born);
    return ack;
  };
  return { deliver, resume: () => Object.values(slack().state.redeliveries).forEach(waitFor) };
}
