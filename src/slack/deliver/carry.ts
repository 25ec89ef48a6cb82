import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { OutLetter } from '../../desk/letters.ts';
import type { Registry } from '../../desk/registry.ts';
import type { SentEffects } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import type { UndeliveredWhy } from '../../domain/ticket.ts';
import { traceOf } from '../log.ts';
import { classify, closedBy, type Failure, undeliveredBy } from './classify.ts';
import { type Draw, planOf } from './draw.ts';
import { findPosts } from './find.ts';
import { DrawFault, type Plan, type Post } from './plan.ts';
import { attempt, post, type Sent, update } from './send.ts';

/** How long is waited, in ms. Tests give shorter ones. */
export type Waits = {
  /** Between two posts in one channel: Slack allows about one a second. */
  pace: number;
  /** Before each look for a post of unknown fate: what was posted is not in the history at once. */
  looks: readonly number[];
  /** Between tries of what was not applied: doubled from the first to the second. */
  backoff: { first: number; most: number };
  /** When the token is no good. */
  auth: number;
  /** Of the very many letters of a batch, between two calls of a kind: below what Slack allows, so that others get through. */
  bulk: { update: number; post: number; burst: number };
};
export const WAITS: Waits = {
  pace: 1100,
  looks: [5000, 15_000, 60_000],
  backoff: { first: 1000, most: 60_000 },
  auth: 60_000,
  bulk: { update: 1500, post: 300, burst: 20 },
};

export type Carry = Draw & {
  clients: { read: WebClient; write: WebClient };
  registry: Pick<Registry, 'closed' | 'opened'>;
  log: Logger;
  botUserId: string;
  waits: Waits;
  sleep(ms: number): Promise<void>;
  /** How often this letter was put off and looked for, in this process. */
  tries: Map<number, { failed: number; looked: number }>;
  /** An answer will not reach its requester, as things stand. */
  undelivered(letter: OutLetter, why: UndeliveredWhy): Promise<unknown>;
  /** When it is the turn of a letter of a batch. */
  turn(letter: OutLetter, plan: Plan): Date | null;
};

/** `carried`: on to the next. `put_off`: this letter waits in the outbox. `unauthorised`: nothing can be sent. */
export type Carried = 'carried' | 'put_off' | 'unauthorised';

export async function carry(deps: Carry, letter: OutLetter): Promise<Carried> {
  if (letter.state === 'sending') return lookLater(deps, letter, 'found_in_sending');
  if (letter.state === 'unknown') {
    const settled = await settle(deps, letter);
    if (settled !== 'not_there') return settled;
  }
  const plan = await planned(deps, letter);
  if ('kind' in plan) return failed(deps, letter, plan);
  const turn = deps.turn(letter, plan);
  if (turn === null) return execute(deps, letter, plan);
  await deps.outbox.stay(letter.id, turn);
  return 'put_off';
}

/** Calls to Slack that a plan needs change nothing there: whatever happens to them, they are simply made again. */
async function planned(deps: Carry, letter: OutLetter): Promise<Plan | Failure> {
  try {
    return await planOf(deps, letter);
  } catch (error) {
    if (error instanceof DrawFault) {
      deps.log.error({ letter: letter.id, ticket: letter.ticket, kind: letter.kind, ...traceOf(error) }, error.message);
      return { kind: 'rejected', error: 'draw_fault' };
    }
    const verdict = classify(error, 'conversations.open');
    if (!verdict || verdict.kind === 'done') throw error;
    return again(verdict);
  }
}

/** What stood there may be gone for good; only what passes is waited for. */
const passes = (tried: Sent | Failure): tried is Extract<Failure, { kind: (typeof PASSING)[number] }> =>
  (PASSING as readonly string[]).includes(tried.kind);
const PASSING = ['not_sent', 'ambiguous', 'rate_limited', 'auth'] as const;

/** Of a call that may be repeated it does not matter whether it was applied. */
const again = (failure: Failure): Failure =>
  failure.kind === 'ambiguous' ? { kind: 'not_sent', error: failure.error } : failure;

async function execute(deps: Carry, letter: OutLetter, plan: Plan): Promise<Carried> {
  switch (plan.do) {
    case 'nothing':
      return arrived(deps, letter, null, plan.effects);
    case 'keep':
      await deps.outbox.keep(letter.id, plan.until);
      return 'carried';
    case 'give_up':
      return failed(deps, letter, { kind: 'rejected', error: plan.error });
    case 'publish': {
      const { person, view, effects } = plan;
      const tried = await attempt('views.publish', () => deps.clients.write.views.publish({ user_id: person, view }));
      return tried.kind === 'done' ? arrived(deps, letter, null, effects) : failed(deps, letter, again(tried));
    }
    case 'update': {
      for (const { at, said } of plan.besides ?? []) {
        const left = await update(deps.clients.write, at, said);
        if (passes(left)) return failed(deps, letter, again(left));
      }
      const tried = await update(deps.clients.write, plan.at, plan.post.said);
      if (tried.kind === 'missing') return plan.only ? arrived(deps, letter, null, {}) : send(deps, letter, plan.post);
      if (tried.kind === 'rejected' && plan.post.instead)
        return send(deps, letter, { ...plan.post, ...(await plan.post.instead()), instead: undefined });
      return tried.kind === 'sent' ? reached(deps, letter, tried, {}) : failed(deps, letter, again(tried));
    }
    case 'post':
      return send(deps, letter, plan.post);
  }
}

async function send(deps: Carry, letter: OutLetter, given: Post): Promise<Carried> {
  const { clients, outbox, waits, now, sleep } = deps;
  if (given.leaving) {
    const left = await update(clients.write, given.leaving.at, given.leaving.said);
    if (passes(left)) return failed(deps, letter, again(left));
  }
  const last = await outbox.lastPost(letter.workspace, given.channel);
  const wait = last ? last.getTime() + waits.pace - now().getTime() : 0;
  if (wait > 0) await sleep(Math.min(wait, waits.pace));

  await outbox.sending(letter.id, { channel: given.channel, thread: given.thread });
  const tried = await post(clients.write, letter, given);
  if (tried.kind === 'ambiguous') return lookLater(deps, letter, tried.error);
  if (tried.kind === 'rejected' && given.instead)
    return send(deps, letter, { ...given, ...(await given.instead()), instead: undefined });
  if (tried.kind !== 'sent') return failed(deps, letter, tried);
  // An earlier try that seemed lost may have arrived meanwhile: the first one stays.
  const doubtful = (deps.tries.get(letter.id)?.looked ?? 0) > 0;
  const twins = doubtful ? await settleTwins(deps, { ...letter, ...given }) : null;
  const at = twins && 'ts' in twins ? twins : tried.at;
  return reached(deps, letter, { ...tried, at }, given.effects);
}

/** A post that may or may not have arrived: found by its mark, or not there after the last look. */
async function settle(deps: Carry, letter: OutLetter): Promise<Carried | 'not_there'> {
  const looked = (deps.tries.get(letter.id)?.looked ?? 0) + 1;
  deps.tries.set(letter.id, { failed: 0, looked });
  const found = await settleTwins(deps, letter);
  if (found !== null && 'kind' in found) {
    // What cannot be read cannot be looked for: rather twice than never.
    if (found.kind === 'rejected' || found.kind === 'missing' || found.kind === 'content') return 'not_there';
    return found.kind === 'auth' ? failed(deps, letter, found) : lookLater(deps, letter, found.error, looked - 1);
  }
  if (found) {
    const { told: toldUpTo, since: toldSince } = found;
    return arrived(deps, letter, found, { ...effectsOf(letter), toldUpTo, toldSince });
  }
  if (looked < deps.waits.looks.length) return lookLater(deps, letter, 'not_found_yet', looked);
  return 'not_there';
}

/** The first of our posts with this mark; later ones are taken back. */
async function settleTwins({ clients, botUserId, now, log }: Carry, letter: OutLetter) {
  const { channel, thread, oid, firstSentAt } = letter;
  if (channel === null) return null;
  const sought = { channel, thread, oid, since: firstSentAt ?? now() };
  const tried = await attempt('conversations.history', () => findPosts(clients.read, sought, botUserId));
  if (tried.kind !== 'done') return tried;
  const [first, ...twins] = tried.value ?? [];
  for (const { ts } of twins) {
    const gone = await attempt('chat.delete', () => clients.write.chat.delete({ channel, ts }));
    log.info({ letter: letter.id, ticket: letter.ticket, gone: gone.kind }, 'a letter had arrived twice');
  }
  return first ? { channel, ...first } : null;
}

const effectsOf = ({ kind, seq }: OutLetter): SentEffects => {
  switch (kind) {
    case 'card':
    case 'requester_card':
      return { place: { kind, seq: 0 } };
    case 'escalation_card':
      return { place: { kind, seq } };
    case 'main':
      return { mainSeq: seq };
    case 'thread':
    case 'retell':
    case 'again':
    case 'line':
    case 'ping':
    case 'channel_ping':
    case 'trigger_trouble':
    case 'home':
    case 'digest':
    case 'left':
    case 'closed_channel':
    case 'batch':
    case 'batched':
      return {};
  }
};

function reached(deps: Carry, letter: OutLetter, { at, plain }: Sent, effects: SentEffects): Promise<Carried> {
  if (plain)
    deps.log.error({ letter: letter.id, ticket: letter.ticket, kind: letter.kind }, 'Slack did not take our blocks');
  return arrived(deps, letter, at, effects);
}

async function arrived(
  { outbox, tries, registry }: Carry,
  { id, workspace }: OutLetter,
  at: { channel: string; ts: string } | null,
  effects: SentEffects,
): Promise<Carried> {
  const wasClosed = await outbox.sent(id, at && { channel: at.channel, ts: at.ts }, effects);
  if (wasClosed && at) await registry.opened(workspace, at.channel);
  tries.delete(id);
  return 'carried';
}

async function lookLater(deps: Carry, { id }: OutLetter, error: string, looked = 0): Promise<Carried> {
  const { outbox, waits, now, tries } = deps;
  tries.set(id, { failed: 0, looked });
  // The looks are counted from the try: 5, 15 and 60 seconds after it.
  const wait = (waits.looks[looked] ?? 0) - (waits.looks[looked - 1] ?? 0);
  await outbox.later(id, 'unknown', new Date(now().getTime() + wait), error);
  return 'put_off';
}

async function failed(deps: Carry, letter: OutLetter, failure: Failure): Promise<Carried> {
  const { outbox, log, waits, now, tries } = deps;
  const { id, ticket, kind } = letter;
  const putOff = async (ms: number) => outbox.later(id, 'pending', new Date(now().getTime() + ms), failure.error);
  switch (failure.kind) {
    case 'rate_limited':
      await putOff(failure.waitMs + Math.random() * 250);
      return 'put_off';
    case 'not_sent':
    case 'ambiguous': {
      const { failed: times, looked } = tries.get(id) ?? { failed: 0, looked: 0 };
      tries.set(id, { failed: times + 1, looked });
      await putOff(Math.min(waits.backoff.first * 2 ** times, waits.backoff.most));
      return 'put_off';
    }
    case 'auth':
      log.error({ error: failure.error }, 'Slack does not accept our token: nothing is sent');
      await putOff(waits.auth);
      return 'unauthorised';
    case 'missing':
    case 'content':
    case 'rejected':
      log.warn({ letter: id, ticket, kind, error: failure.error }, 'a letter could not be carried');
      // First: what is told twice is told once, and a letter that has failed is not looked at again.
      if (await isAnswer(deps, letter)) await deps.undelivered(letter, undeliveredBy(failure));
      await outbox.failed(id, failure.error);
      await noteClosed(deps, letter, failure.error);
      tries.delete(id);
      return 'carried';
  }
}

/** Verbs by which those speak who have asked. */
const THEIRS: readonly Told['verb'][] = ['message', 'not_solved'];
/** Words of agents for the requester that stand nowhere yet. */
async function isAnswer({ outbox }: Carry, { kind, workspace, ticket, seq }: OutLetter): Promise<boolean> {
  if (kind !== 'main' || ticket === null) return false;
  const told = await outbox.told(workspace, ticket, seq);
  return told?.said?.audience === 'main' && !THEIRS.includes(told.verb) && !told.stands;
}

/** A letter among agents has no other place to go: whoever looks after the channel is told that it is closed. */
async function noteClosed({ registry }: Carry, { kind, workspace, conversation }: OutLetter, error: string) {
  const why = closedBy(error);
  if (why !== null && (kind === 'card' || kind === 'thread'))
    await registry.closed(workspace, conversation.slice('c:'.length), why);
}
