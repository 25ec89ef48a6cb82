import { WebSocket } from 'ws';
import type { Change } from '../local-slack/wire.ts';
import { groupKey, type PersonId, personId, type TicketNumber } from '../src/domain/language.ts';
import { verbId } from '../src/slack/codec.ts';
import type { PersonInSlack } from '../test/day/person.ts';
import type { Ground } from './ground.ts';
import { cardOf, open, pressOf } from './hands.ts';
import { type House, openHouse } from './house.ts';
import { timesTable } from './table.ts';

const TICKETS_EACH = 10;
const PATIENCE_MS = 10_000;
const DESKS = [
  { group: 'support', agent: 'ana', watcher: 'kofi' },
  { group: 'billing', agent: 'mateo', watcher: 'yuki' },
  { group: 'it', agent: 'sven', watcher: 'nora' },
] as const;
const REQUESTERS = ['bao', 'giulia', 'priya', 'min'];

type Case = { ticket: TicketNumber; agent: PersonInSlack; watcher: PersonInSlack; requester: PersonInSlack };

/** From an act in local-slack to what another person's page is told. */
export async function visible(ground: Ground): Promise<string> {
  const house = await openHouse(ground, { mode: 'socket' });
  const live = await openLive(ground, house, [...DESKS.map(({ watcher }) => watcher), ...REQUESTERS]);
  const cases = await raiseAll(house);
  const times: Record<string, number[]> = {};
  const measure = async (what: string, seen: Promise<number>, began: number) => {
    (times[what] ??= []).push((await seen) - began);
  };
  const keep = 'keep: the card of a colleague';
  for (const { ticket, agent, watcher } of cases) {
    const card = await cardOf(house, agent, ticket);
    const press = pressOf(card, 'keep', ticket);
    const seen = live.see(watcher.id, (change, raw) => isCard(change, card) && !raw.includes(verbId('keep')));
    const began = performance.now();
    await agent.act(press);
    await measure(keep, seen, began);
    await house.settled();
  }
  for (const verb of ['reply', 'resolve'] as const)
    for (const { ticket, agent, watcher, requester } of cases) {
      const card = await cardOf(house, agent, ticket);
      const form = await open(agent, verb, card, ticket);
      const text = `The ${verb} to ${ticket}.`;
      const gone = verbId(verb === 'reply' ? 'work' : 'resolve');
      const changed = live.see(
        watcher.id,
        (change, raw) => isCard(change, card) && raw.includes(gone) === (verb === 'reply'),
      );
      const told = live.see(
        requester.id,
        (change, raw) => change.kind === 'message' && change.message.ts !== card.ts && raw.includes(text),
      );
      const began = performance.now();
      await agent.submit(form, verb === 'reply' ? { text } : { reason: 'solved', text });
      await measure(`${verb}: the card of a colleague`, changed, began);
      await measure(`${verb}: the words in the requester's thread`, told, began);
      await house.settled();
    }
  return [
    `From the act in local-slack (Socket Mode) to the change on the live connection of another person's page, in ms; ${cases.length}`,
    `acts of each kind, one at a time, on ${DESKS.length} desks. Goal: p50 under 150, p99 under 400. With ${cases.length} acts p99 is the slowest.`,
    '',
    timesTable(times),
  ].join('\n');
}

const isCard = (change: Change, { channel, ts }: { channel: string; ts: string }) =>
  change.kind === 'message' && change.message.channel === channel && change.message.ts === ts;

export async function raiseAll(house: House): Promise<Case[]> {
  const cases: Case[] = [];
  for (let n = 0; n < TICKETS_EACH; n++)
    for (const { group, agent, watcher } of DESKS) {
      const requester = house.person(REQUESTERS[cases.length % REQUESTERS.length] ?? '');
      const request = { title: 'VPN drops', content: 'Since Monday.', channel: 'slash', group: groupKey(group) };
      const by: PersonId = personId(requester.id);
      const outcome = await house.desk.open(by, request);
      if (outcome.kind !== 'done') throw new Error(`the ticket was ${outcome.kind}`);
      cases.push({
        ticket: outcome.ticket.number,
        agent: house.person(agent),
        watcher: house.person(watcher),
        requester,
      });
    }
  await house.settled();
  return cases;
}

type Match = (change: Change, raw: string) => boolean;

/** The live connections of several people's pages. */
export async function openLive(ground: Ground, { slackUrl, person }: House, names: readonly string[]) {
  const waiting = new Set<{ as: string; match: Match; done(at: number): void }>();
  for (const name of new Set(names)) {
    const { id } = person(name);
    const socket = new WebSocket(`${slackUrl.replace('http', 'ws')}/_local/live?as=${id}`);
    await new Promise((done, failed) => socket.once('open', done).once('error', failed));
    ground.onStop(async () => socket.terminate());
    socket.on('message', (data) => {
      const at = performance.now();
      const raw = String(data instanceof Buffer ? data : '');
      const change = JSON.parse(raw) as Change;
      for (const one of waiting) if (one.as === id && one.match(change, raw)) one.done(at);
    });
  }
  return {
    /** When this person's page is told of such a change. */
    see: (as: string, match: Match) =>
      new Promise<number>((done, failed) => {
        const late = setTimeout(() => failed(new Error(`${as} was not told in time`)), PATIENCE_MS);
        const one = {
          as,
          match,
          done(at: number) {
            clearTimeout(late);
            waiting.delete(one);
            done(at);
          },
        };
        waiting.add(one);
      }),
  };
}
