import fc from 'fast-check';
import { json } from '../../src/db/writing.ts';
import { rowOf } from '../../src/db/rows.ts';
import { type HomeBoard, type Viewer } from '../../src/domain/boards.ts';
import { CLOCKS, isOpen, PRIORITIES, STATES, ticketNumber } from '../../src/domain/language.ts';
import { ballOf } from '../../src/domain/ball.ts';
import { bare, type Clock, type Ticket } from '../../src/domain/ticket.ts';
import { group, type Name, who, WORKSPACE } from '../make.ts';
import { ticketIn } from '../slack/views/make.ts';
import type { TestDesk } from './open.ts';

/** Tickets at random, however they came to be so, and what a naive reader says of who sees which. */

export const NOW = new Date('2026-11-21T12:00:00Z');
const HOUR = 3_600_000;
const moment = fc.integer({ min: -400, max: 0 }).map((hours) => new Date(NOW.getTime() + hours * HOUR));
const near = fc.integer({ min: -5, max: 5 }).map((hours) => new Date(NOW.getTime() + hours * HOUR));
const pick = (...names: Name[]) => fc.constantFrom(...names.map((name) => who[name]));
const seldom = fc.nat(5).map((n) => n === 0);

const clock: fc.Arbitrary<Clock> = fc
  .record({ dueAt: near, early: fc.nat(4), runs: fc.boolean() })
  .map(({ dueAt, early, runs }): Clock => ({
    target: 8 * HOUR,
    spent: 0,
    since: runs ? new Date(NOW.getTime() - HOUR) : null,
    warnAt: runs ? new Date(dueAt.getTime() - early * HOUR) : null,
    dueAt: runs ? dueAt : null,
    warnedAt: null,
    breachedAt: null,
    endedAt: null,
  }));
const asAgent = pick('ana', 'kofi', 'lea', 'yuki', 'mateo', 'ivan', 'marta', 'gone');
const drawn = fc.record({
  state: fc.constantFrom(...STATES),
  group: fc.constantFrom(group.support, group.support, group.billing, group.it),
  requester: pick('bao', 'priya', 'ana', 'marta'),
  creator: pick('bao', 'priya', 'ana', 'kofi'),
  assignee: asAgent,
  priority: fc.constantFrom(...PRIORITIES),
  private: seldom,
  unread: seldom,
  archived: seldom,
  deleted: seldom,
  asked: seldom,
  kind: fc.constantFrom('requester' as const, 'dependency' as const, 'check' as const),
  to: pick('marta', 'lea', 'ivan', 'chiara'),
  createdAt: moment,
  since: moment,
  updatedAt: moment,
  consulted: fc.uniqueArray(pick('marta', 'chiara'), { maxLength: 1 }),
  followers: fc.uniqueArray(pick('priya', 'ana', 'yuki', 'chiara'), { maxLength: 2 }),
  clocks: fc.dictionary(fc.constantFrom(...CLOCKS), clock, { maxKeys: 3 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;
export const someTickets = fc
  .array(drawn, { minLength: 40, maxLength: 70, size: 'max' })
  .map((all) => all.map(ticketOf));

function ticketOf(given: Drawn, at: number): Ticket {
  const { state, archived, deleted, asked, kind, to, assignee, ...rest } = given;
  const common = {
    ...bare(ticketIn('new')),
    ...rest,
    workspace: WORKSPACE,
    number: ticketNumber(1001 + at),
    title: `Request ${at}`,
    type: null,
    cancelAsked: asked && isOpen(state) ? { by: assignee, at: NOW } : null,
    sameAsked: asked && state === 'resolved' ? { seq: 2, at: NOW } : null,
    archivedAt: archived ? NOW : null,
    deletedAt: deleted ? NOW : null,
    consulted: [...new Set([...rest.consulted, ...(state === 'escalated' ? [to] : [])])],
  };
  const resolution = { reason: 'solved' as const, by: assignee, at: NOW, duplicateOf: null, originalDone: false };
  const escalation = {
    seq: 2,
    level: 1,
    from: assignee,
    cause: null,
    to,
    team: null,
    ask: 'May I?',
    reason: 'It costs.',
    at: rest.since,
    acknowledgedAt: null,
    ackDueAt: NOW,
    remindedAt: null,
    nudgedAt: null,
    nudgeAt: null,
    asked: [],
    endedAt: null,
  };
  switch (state) {
    case 'new':
      return { ...common, state, assignee: null };
    case 'workaround':
      return { ...common, state, assignee, workaround: { issue: null } };
    case 'pending':
      return { ...common, state, assignee, pending: { kind, waitingFor: 'a part', wakeAt: null, blockedBy: null } };
    case 'escalated':
      return { ...common, state, assignee, escalation };
    case 'resolved':
    case 'completed':
      return { ...common, state, assignee, resolution };
    case 'cancelled':
      return { ...common, state, assignee, agreement: { by: assignee, note: null } };
    default:
      return { ...common, state, assignee };
  }
}

/** Puts these tickets in the place of all others, as they are. */
export async function putTickets({ sql }: Pick<TestDesk, 'sql'>, tickets: readonly Ticket[]): Promise<void> {
  const rows = json(tickets.map((ticket) => ({ ...rowOf(ticket), told: 0 })));
  await sql`truncate tickets cascade`;
  await sql`insert into tickets select r.* from jsonb_array_elements(${rows}::text::jsonb) e,
    lateral jsonb_populate_record(null::tickets, e) r`;
}

const running = ({ clocks }: Ticket) => Object.values(clocks).filter(({ dueAt }) => dueAt !== null);
const atRisk = (ticket: Ticket) => isOpen(ticket.state) && running(ticket).some(({ warnAt }) => warnAt! <= NOW);
const late = (ticket: Ticket) => isOpen(ticket.state) && running(ticket).some(({ dueAt }) => dueAt! <= NOW);

/** Does this board of this reader show the ticket? Said once more, from the model, without any SQL. */
export function shows(board: HomeBoard, viewer: Viewer, ticket: Ticket, agent: string | null): boolean {
  const { person } = viewer;
  const { id, agentOf, leadOf, admin } = person;
  const { state, assignee, requester, creator, consulted } = ticket;
  const here = ticket.archivedAt === null && ticket.deletedAt === null;
  const seat = agentOf.includes(ticket.group) || leadOf.includes(ticket.group);
  const works = here && (seat || (admin && !ticket.private));
  const leads = here && (leadOf.includes(ticket.group) || (admin && !ticket.private));
  const mine = here && assignee === id;
  const asked = here && requester === id && (isOpen(state) || state === 'resolved');
  switch (board) {
    case 'asked':
      return asked;
    case 'waiting':
      return asked && ballOf(ticket) === 'requester';
    case 'raised':
      return here && creator === id && requester !== id && (isOpen(state) || state === 'resolved');
    case 'followed':
      return (
        here &&
        ticket.followers.includes(id) &&
        (isOpen(state) || state === 'resolved') &&
        (!ticket.private || seat || assignee === id)
      );
    case 'ended':
      return ticket.deletedAt === null && requester === id && ['completed', 'cancelled'].includes(state);
    case 'decide':
      return here && state === 'escalated' && ticket.escalation.to === id;
    case 'held':
      return mine && isOpen(state);
    case 'progress':
      return mine && isOpen(state) && state !== 'pending';
    case 'pending':
    case 'resolved':
    case 'completed':
      return mine && state === board;
    case 'queue':
      return works && state === 'new';
    case 'replied':
      return (works || mine) && isOpen(state) && state !== 'new' && (state === 'requester_replied' || ticket.unread);
    case 'risk':
      return (works || mine) && atRisk(ticket);
    case 'open':
      return works && isOpen(state);
    case 'all':
      return works && state !== 'spam';
    case 'spam':
      return leads && state === 'spam';
    case 'late':
      return leads && late(ticket);
    case 'team':
      return (
        assignee === agent &&
        counts(viewer, ticket) &&
        (works || assignee === id || consulted.includes(id) || (state === 'escalated' && ticket.escalation.to === id))
      );
    default:
      return false;
  }
}

/** What is counted of an agent, readable or not. */
export const counts = ({ person, reports }: Viewer, ticket: Ticket): boolean =>
  isOpen(ticket.state) &&
  ticket.archivedAt === null &&
  ticket.deletedAt === null &&
  ticket.assignee !== null &&
  (person.admin || person.leadOf.includes(ticket.group) || reports.includes(ticket.assignee));
