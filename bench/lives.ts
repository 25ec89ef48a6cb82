import { groupKey, personId, ticketNumber } from '../src/domain/language.ts';
import { type Verb, VERBS } from '../src/domain/verbs.ts';
import type { House } from './house.ts';

/** One deed of somebody of the demo desk, or of the clock. */
type Deed = {
  verb: Verb;
  by: string;
  input?: object;
  /** So many days later than now. */
  days?: number;
};
type Life = { request?: { by?: string; input?: object }; deeds: readonly Deed[] };

const DAY = 24 * 60 * 60_000;
const words = { text: 'Please try the other gateway.' };
const silently = (reason: string) => ({ reason, sure: true });

/** The lives of tickets in which every verb is done at least once: what is counted for each verb is counted on these. */
export const LIVES: readonly Life[] = [
  {
    deeds: [
      { verb: 'keep', by: 'ana' },
      { verb: 'prepare', by: 'ana' },
      { verb: 'undo', by: 'ana' },
      { verb: 'note', by: 'ana', input: words },
      { verb: 'edit', by: 'ana', input: { priority: 'high' } },
      { verb: 'reply', by: 'ana', input: words },
      { verb: 'remind', by: 'ana' },
      { verb: 'message', by: 'bao', input: { text: 'It still drops.' } },
      { verb: 'work', by: 'ana' },
      { verb: 'pend', by: 'ana', input: { kind: 'requester', waiting_for: 'model', text: 'Which router?' } },
      { verb: 'wake', by: 'ana' },
      { verb: 'workaround', by: 'ana', input: words },
      { verb: 'work', by: 'ana' },
      { verb: 'forward', by: 'ana', input: { group: 'support', to: 'kofi' } },
      { verb: 'forward', by: 'kofi', input: { group: 'billing' } },
      { verb: 'keep', by: 'mateo' },
      { verb: 'escalate', by: 'mateo', input: { to: 'yuki', ask: 'A new router?', reason: 'It is old.' } },
      { verb: 'acknowledge', by: 'yuki' },
      { verb: 'return', by: 'yuki', input: { text: 'Yes, the cheap one.' } },
      { verb: 'escalate', by: 'mateo', input: { to: 'yuki', ask: 'The dear one?', reason: 'It is better.' } },
      { verb: 'withdraw', by: 'mateo', input: { reason: 'The cheap one will do.' } },
      { verb: 'resolve', by: 'mateo', input: { reason: 'solved', ...words } },
      { verb: 'message', by: 'bao', input: { text: 'It is back.' } },
      { verb: 'same_problem', by: 'bao' },
      { verb: 'resolve', by: 'mateo', input: { reason: 'solved', ...words } },
      { verb: 'not_solved', by: 'bao', input: { text: 'It is not.' } },
      { verb: 'resolve', by: 'mateo', input: { reason: 'solved', ...words } },
      { verb: 'message', by: 'bao', input: { text: 'Now the lamp is dark.' } },
      { verb: 'other_problem', by: 'bao' },
      { verb: 'original_done', by: 'clock' },
      { verb: 'close', by: 'bao' },
      { verb: 'rate', by: 'bao', input: { score: 5 } },
      { verb: 'complete', by: 'clock' },
      { verb: 'archive', by: 'yuki' },
      { verb: 'unarchive', by: 'yuki' },
    ],
  },
  {
    deeds: [
      { verb: 'keep', by: 'ana' },
      { verb: 'ask_cancel', by: 'ana', input: words },
      { verb: 'agree', by: 'bao' },
    ],
  },
  { deeds: [{ verb: 'cancel', by: 'bao' }] },
  {
    deeds: [
      { verb: 'warn', by: 'clock', input: { clock: 'first_response' }, days: 30 },
      { verb: 'breach', by: 'clock', input: { clock: 'first_response' }, days: 30 },
    ],
  },
  {
    deeds: [
      { verb: 'keep', by: 'ana' },
      { verb: 'reply', by: 'ana', input: words },
      { verb: 'expire', by: 'clock' },
    ],
  },
  {
    deeds: [
      { verb: 'keep', by: 'ana' },
      { verb: 'resolve_internally', by: 'ana', input: silently('spam') },
      { verb: 'restore', by: 'lea' },
      { verb: 'resolve_internally', by: 'ana', input: silently('spam') },
      { verb: 'delete', by: 'admin', input: { sure: true } },
    ],
  },
  {
    request: { by: 'ana', input: { requester: 'bao', to: 'ana', send_to_user: false } },
    deeds: [
      { verb: 'tell_requester', by: 'ana' },
      { verb: 'change_owner', by: 'lea', input: { to: 'giulia' } },
    ],
  },
];

/** Said in the tables, so that a new verb is not forgotten. */
export function notLived(): string {
  const missing = VERBS.filter((verb) => !LIVES.some(({ deeds }) => deeds.some((deed) => deed.verb === verb)));
  return missing.length === 0 ? '' : ` **Not counted, because no life has it: ${missing.join(', ')}.**`;
}

type Where = Pick<House, 'desk' | 'idOf'>;
type Around = (verb: Verb | 'create', work: (key: string) => Promise<void>) => Promise<void>;

/** Takes a ticket through its life, every deed within what counts it. */
export async function live(
  { request: { by = 'bao', input = {} } = {}, deeds }: Life,
  { desk, idOf }: Where,
  around: Around,
) {
  const born = { title: 'VPN drops', content: 'Since Monday.', channel: 'slash', group: groupKey('support') };
  let number = ticketNumber(0);
  await around('create', async (key) => {
    const outcome = await desk.open(personId(idOf(by)), { ...born, ...named(input, idOf) }, key);
    if (outcome.kind !== 'done') throw new Error(`create was ${JSON.stringify(outcome)}`);
    ({ number } = outcome.ticket);
  });
  for (const deed of deeds)
    await around(deed.verb, async (key) => {
      const who = deed.by === 'clock' ? deed.by : personId(idOf(deed.by));
      const at = new Date(Date.now() + (deed.days ?? 0) * DAY);
      const input = named(deed.input ?? {}, idOf);
      const outcome = await desk.act(number, { verb: deed.verb, by: who, input, key }, at);
      if (outcome.kind !== 'done') throw new Error(`${deed.verb} was ${JSON.stringify(outcome)}`);
    });
}

/** The people that an input names, by their ids. */
const named = (input: object, idOf: (name: string) => string): object =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) =>
      (key === 'to' || key === 'requester') && typeof value === 'string' ? [key, idOf(value)] : [key, value],
    ),
  );
