import type { Done } from '../../../src/domain/decide.ts';
import type { Outcome } from '../../../src/desk/desk.ts';
import type { TicketNumber } from '../../../src/domain/language.ts';
import type { Verb } from '../../../src/domain/verbs.ts';
import { tellUndelivered } from '../../../src/desk/delivering.ts';
import { carrier, type CarrierDeps } from '../../../src/slack/deliver.ts';
import type { JournalRow } from '../../../local-slack/wire.ts';
import { until } from '../../local-slack/workspace.ts';
import { house, messagesIn } from '../house.ts';

/** Waits that a test can sit through, in the proportions of the real ones. */
const QUICK = { pace: 0, looks: [20, 60, 120], backoff: { first: 20, most: 200 }, auth: 300 };

type Letter = { kind: string; state: string; error: string | null; conversation: string; attempt: number };

/** A desk with a carrier and no worker: the test says when letters are carried. */
export async function postOffice(given: Partial<CarrierDeps> = {}, options: Parameters<typeof house>[0] = {}) {
  const home = await house(options);
  const { on, desk, sql, team, who, channelOf, outbox, registry, book, clients, log } = home;
  const woken: string[] = [];
  const deps: CarrierDeps = {
    workspace: team,
    outbox,
    registry,
    book: book.now,
    clients,
    log,
    botUserId: on.ids.bot,
    wake: async (conversation) => woken.push(conversation),
    home: async () => ({ type: 'home', blocks: [] }),
    digest: async () => null,
    person: (id) => desk.person(id),
    quiet: async () => null,
    batch: async () => null,
    undelivered: tellUndelivered(desk),
    waits: QUICK,
    ...given,
  };
  const carry = carrier(deps);
  const done = (outcome: Outcome): Done => {
    if (outcome.kind !== 'done') throw new Error(outcome.kind === 'refused' ? outcome.why : outcome.kind);
    return outcome;
  };
  const waiting = async () => {
    const rows = await sql<{ conversation: string }[]>`
      select distinct conversation from letters where state in ('pending', 'sending', 'unknown') order by 1`;
    return rows.map(({ conversation }) => conversation);
  };
  const calls = async (method: string): Promise<JournalRow[]> =>
    (await on.journal()).filter(({ kind, name }) => kind === 'call' && name === method);
  return {
    ...home,
    deps,
    woken,
    waiting,
    calls,
    carry,
    deliver: (conversation: string, by = carry) => by.deliver(team, conversation),
    /** Carries until no letter waits any more. */
    async deliverAll(by = carry): Promise<void> {
      await until(async () => {
        const conversations = await waiting();
        await Promise.all(conversations.map((conversation) => by.deliver(team, conversation)));
        return (await waiting()).length === 0 ? true : undefined;
      });
    },
    async raise(by: string, more: Record<string, unknown> = {}): Promise<TicketNumber> {
      const input = { title: 'VPN drops', content: 'Every hour.', group: 'support', channel: 'slash', ...more };
      return done(await desk.open(who(by), input)).ticket.number;
    },
    act: async (ticket: TicketNumber, verb: Verb, by: string, input: unknown = {}) =>
      done(await desk.act(ticket, { verb, by: who(by), input })),
    letters: () => sql<Letter[]>`select kind, state, error, conversation, attempt from letters order by id`,
    places: () =>
      sql<{ kind: string; channel: string; ts: string }[]>`select kind, channel, ts from places order by kind`,
    /** What stands in an agents' channel, without what people chatted there before. */
    async deskSees(channel: string, as = 'ana') {
      return (await messagesIn(on, as, channelOf(channel))).filter(({ bot }) => bot);
    },
    /** What stands in somebody's DM with the bot. */
    async dmOf(name: string) {
      const sight = await on.sight(name);
      return sight.messages.filter(({ channel, bot }) => channel === sight.app.dm && bot);
    },
    support: `c:${channelOf('support-desk')}`,
    billing: `c:${channelOf('billing-desk')}`,
    to: (name: string) => `u:${who(name)}`,
  };
}
export type PostOffice = Awaited<ReturnType<typeof postOffice>>;
