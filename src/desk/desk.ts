import { clockTurns } from '../domain/clock.ts';
import type { BoardAsk, HomeLeaf } from '../domain/boards.ts';
import { create } from '../domain/create.ts';
import { nextFree } from '../domain/distribution.ts';
import { decide, mayFollow, refuse, type Refusal } from '../domain/decide.ts';
import {
  groupKey,
  type Person,
  type PersonId,
  personId,
  type Surface,
  theClock,
  ticketNumber,
  type TicketNumber,
} from '../domain/language.ts';
import type { Search } from '../domain/search.ts';
import { mayRead, type Ticket } from '../domain/ticket.ts';
import { ruleOf, type Verb } from '../domain/verbs.ts';
import { chainFor } from './above.ts';
import { heldBack } from './batch.ts';
import { readBoards, readHome } from './home.ts';
import { readMorning } from './morning.ts';
import { askTeam } from './team.ts';
import { factsFor } from './facts.ts';
import { writeBoth } from './pair.ts';
import { maskingFor } from './masking.ts';
import type { FindAsk } from './finding.ts';
import type { Reading, WhichWords } from './ports.ts';
import type { SubmissionType } from '../domain/fields.ts';
import { rehearsed, type Step } from './rehearsing.ts';
import {
  bookFor,
  type Deps,
  groupAfter,
  nobody,
  type Outcome,
  type Request,
  targetsOf,
  toldTo,
  TRIES,
} from './request.ts';
import { type Press, sendNow, sendScheduled } from './sending.ts';
import { splitOff } from './split.ts';
import { together } from './together.ts';
import { writingOf } from './writing.ts';
import type { Found, Page } from './searching.ts';
import type { Alike, SimilarAsk } from './similar.ts';

export type { Outcome, Request } from './request.ts';

/** A ticket as it was read for one person who may. */
export type Looked = Reading & { actor: Person; type: SubmissionType | null };

export type Desk = ReturnType<typeof openDesk>;

/** The one door. Every change of a ticket, by whomever, goes through `open` or `act`. */
export function openDesk(given: Omit<Deps, 'now'> & Partial<Pick<Deps, 'now'>>) {
  const deps: Deps = { now: () => new Date(), ...given };
  const { store, workspace, now } = deps;
  return {
    workspace,
    /** What is asked where a ticket is about this, and the words that nobody sends to a requester. */
    known: (ticket: Ticket) => bookFor(deps, ticket),
    /** T1, T2. `at` is given only by the seed, which tells of the past. */
    open: (
      by: PersonId,
      input: Record<string, unknown>,
      key: string | null = null,
      at = now(),
      surface: Surface | null = null,
    ) => open(deps, by, input, { key, at, surface }),
    act: (number: TicketNumber, request: Request, at?: Date) =>
      request.verb === 'escalate_to_team' ? askTeam(deps, number, request, at) : act(deps, number, request, at),
    /** What these acts would make of a ticket, one after the other, or the first that would be refused. Nothing is changed. */
    rehearse: (number: TicketNumber, by: PersonId, steps: readonly Step[]) => rehearsed(deps, number, by, steps),

    /** An answer that waits for its time goes now, in the name of whoever wrote it. */
    sendNow: (number: TicketNumber, press: Press) => sendNow(deps, act, number, press),

    /** The clock's turn on a ticket: does what is due, and only that. */
    tick: (number: TicketNumber) => tick(deps, number),

    /** A ticket as the desk itself sees it. */
    reading: (number: TicketNumber) => store.read(workspace, number, { by: null }),
    /** A ticket as one person may see it. */
    async look(number: TicketNumber, by: PersonId): Promise<Looked | Refusal> {
      const reading = await store.read(workspace, number, { by });
      const actor = reading?.actor ?? nobody(by);
      if (!reading || !mayRead(actor, reading.ticket)) return refuse('no_ticket', 'show', actor, null);
      return { ...reading, actor, type: bookFor(deps, reading.ticket).type };
    },

    /** Whom this person could escalate the ticket to, nearest first, and who is passed over. */
    chain: (reading: Reading, escalator: PersonId) => chainFor(deps, reading, escalator, now()),
    /** Words of a ticket that this person might change. */
    uttered: (number: TicketNumber, which: WhichWords) => store.uttered(workspace, number, which),
    find: (ask: FindAsk) => store.find(workspace, ask),
    /** What this person looks for, as far as he may see it. */
    async search(by: PersonId, search: Search, page: Page): Promise<Found | Refusal> {
      const person = (await store.person(workspace, by)) ?? nobody(by);
      const found = await store.search(workspace, { by: person, search, page });
      return found.kind === 'too_slow' ? refuse('too_slow', 'show', person, null) : found;
    },
    /** What is like the words that somebody is about to ask with, of what he may see. */
    async similar(by: PersonId, asked: Omit<SimilarAsk, 'by'>): Promise<Alike[]> {
      const person = await store.person(workspace, by);
      return person?.active ? store.similar(workspace, { by: person, ...asked }) : [];
    },
    /** What somebody sees in his App Home. */
    home: (person: PersonId) => readHome(deps, person),
    /** What somebody finds at the start of his working day. `zone`: where he is. */
    morning: (person: PersonId, ask: { zone: string; decisions: number }) => readMorning(deps, person, ask),
    /** The tickets of boards of his, from their beginnings. */
    onBoards: (person: PersonId, leaves: readonly HomeLeaf[], limit: number) => readBoards(deps, person, leaves, limit),
    board: (ask: BoardAsk) => store.board(workspace, ask),
    person: (id: PersonId) => store.person(workspace, id),
  };
}

/** The same door, entered with one thing in hand: the history of whatever is done says which. */
export const through = (desk: Desk, surface: Surface): Desk => ({
  ...desk,
  open: (person, input, key, at) => desk.open(person, input, key, at, surface),
  act: (number, request, at) => desk.act(number, { surface, ...request }, at),
  sendNow: (number, press) => desk.sendNow(number, { surface, ...press }),
});

/** The clock's turn on a ticket: does what is due, and only that. */
async function tick(deps: Deps, number: TicketNumber, tries = TRIES): Promise<Outcome | null> {
  const { store, workspace, now } = deps;
  const reading = await store.read(workspace, number, { by: null });
  if (!reading) return null;
  const { ticket, group, other, parent, asks, free } = reading;
  const at = now();
  const how = group.policies.auto_assign;
  const next = free && how !== 'off' ? nextFree(free, how, at, Math.random(), ticket.offer?.had) : null;
  const around = { policies: group.policies, other, parent, asks, free: next?.person ?? null, at };
  const turns = clockTurns(ticket, around);
  let refused: Refusal | null = null;
  for (const turn of turns) {
    if (turn.at > at) {
      await store.wind(workspace, number, turn.at);
      break;
    }
    const { verb, input, sends } = turn;
    if (sends) {
      const sent = await sendScheduled(deps, act, number, { verb, input, version: ticket.version, ...sends });
      if (sent.kind !== 'refused') return sent;
      refused = sent;
      continue;
    }
    const given = verb === 'auto_assign' || verb === 'reoffer' ? (next ?? undefined) : undefined;
    const outcome = await act(deps, number, { verb, input, by: 'clock', version: ticket.version, turn: given });
    // Somebody else was given something meanwhile: another one may be next. Where many are given at once, it waits for its turn.
    if (given && outcome.kind === 'refused' && outcome.why === 'busy') {
      if (tries > 1) return tick(deps, number, tries - 1);
      await store.wind(workspace, number, at);
    }
    if (outcome.kind !== 'refused') return outcome;
    // What cannot be done now keeps nothing else from being done in its time.
    refused = outcome;
  }
  return refused;
}

/** The ticket that a request goes on with, for somebody who may. */
async function originOf({ store, workspace }: Deps, by: PersonId, { follows }: Record<string, unknown>) {
  if (typeof follows !== 'number' || !Number.isSafeInteger(follows)) return null;
  const reading = await store.read(workspace, ticketNumber(follows), { by });
  return reading?.actor && mayFollow(reading.actor, reading.ticket) ? reading : null;
}

async function open(
  deps: Deps,
  by: PersonId,
  input: Record<string, unknown>,
  { key, at, surface }: { key: string | null; at: Date; surface: Surface | null },
): Promise<Outcome> {
  const { store, workspace } = deps;
  const word = (name: string) => (typeof input[name] === 'string' && input[name] !== '' ? input[name] : null);
  const group = word('group');
  const to = word('to');
  const { actor, ...facts } = await store.readIntake(workspace, {
    by,
    requester: personId(word('requester') ?? by),
    group: group === null ? null : groupKey(group),
    type: word('type'),
    target: to === null ? null : personId(to),
  });
  const origin = await originOf(deps, by, input);
  const owner = group === null && facts.group ? { group: facts.group.key } : {};
  const done = create({ ...input, ...owner }, actor ?? nobody(by), {
    ...facts,
    at,
    workspace,
    number: ticketNumber(0),
    origin: origin?.ticket ?? null,
  });
  if (done.kind === 'refused' || !facts.group) return done;
  const { number, repeated } = await store.writeNew(writingOf(done, facts.group, key, surface, origin));
  return repeated ? { kind: 'repeated', number } : { ...done, ticket: { ...done.ticket, number } };
}

async function act(deps: Deps, number: TicketNumber, request: Request, at?: Date): Promise<Outcome> {
  const { store, workspace, now } = deps;
  const { verb, by, input, key = null, version, batch, turn, knowing = false, scheduled, pressed } = request;
  const { surface = by === 'clock' ? 'clock' : null, besides = [], templates = [] } = request;
  if (by !== 'clock' && besides.length > 0) return together(deps, number, { ...request, by, besides });
  const ask = { by: by === 'clock' ? null : by, key, ...targetsOf(input) };
  const none = by === 'clock' ? theClock : nobody(by);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reading = await store.read(workspace, number, ask);
    if (!reading) return refuse('no_ticket', verb, none, null);
    if (reading.repeated || (version !== undefined && version !== reading.ticket.version))
      return { kind: 'repeated', number };
    const actor = by === 'clock' ? theClock : (reading.actor ?? none);
    const when = at ?? now();
    const last = verb === 'undo' ? await store.last(workspace, number) : null;
    const child = verb === 'team_answered' ? await store.child(workspace, number) : null;
    // Somebody came between the two reads: what was done last is not of the ticket that was read.
    if (last && last.seq !== reading.ticket.version) continue;
    const said = await utteredFor(deps, number, verb, by, input);
    const masking = await maskingFor(deps, number, verb, input);
    const known = await factsFor(deps, reading, { actor, verb, by, input, last, at: when });
    const facts = { ...known, said: said ?? null, child, masked: masking?.masked ?? null };
    const done = decide(reading.ticket, { verb, by: actor, input, knowing, scheduled, pressed }, facts);
    // The words were read after the ticket: a refusal has to be one of the ticket that they belong to.
    if (done.kind === 'refused' && said !== undefined && (await hasMoved(deps, reading.ticket))) continue;
    if (done.kind === 'refused') return toldTo(actor, done);
    if (verb === 'split') {
      const parted = await splitOff(deps, reading, done, key, surface);
      if (parted) return parted;
      continue;
    }
    const parent = await parentOf(deps, done.ticket);
    const writing = {
      ...writingOf(done, groupAfter(reading, done.ticket), key, surface, null, parent),
      turn,
      templates,
    };
    const held = batch === undefined ? writing : heldBack(writing, batch);
    const written = await (masking?.write(held) ?? writeBoth(store, held, facts.named, last));
    if (written === 'written') return done;
    if (written === 'repeated') return { kind: 'repeated', number };
    if (turn) break;
  }
  return refuse('busy', verb, none, null);
}

/** The ticket whose agents asked, where this one's conversation goes on. */
const parentOf = async ({ store, workspace }: Deps, { parent }: Ticket) =>
  parent === null ? null : store.read(workspace, parent, { by: null });

/** The words that an input wants to change: those it names, else the last that the desk posted for this person. */
async function utteredFor(
  { store, workspace }: Deps,
  number: TicketNumber,
  verb: Verb,
  by: Request['by'],
  input: unknown,
) {
  if (!ruleOf(verb).rewords || by === 'clock') return undefined;
  const { of } = (input ?? {}) as Record<string, unknown>;
  const named = typeof of === 'number' && Number.isSafeInteger(of);
  return store.uttered(workspace, number, named ? { of } : { lastBy: by });
}

const hasMoved = async ({ store, workspace }: Deps, { number, version }: Ticket): Promise<boolean> =>
  (await store.read(workspace, number, { by: null }))?.ticket.version !== version;
