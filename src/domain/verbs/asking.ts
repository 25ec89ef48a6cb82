import { z } from 'zod';
import { closedFor } from '../group.ts';
import type { Person, PersonId } from '../language.ts';
import { bare, isOpenTicket, speaksFor, type Ticket } from '../ticket.ts';
import { hearRequester } from './handling.ts';
import { nothing, OPEN, rule, words } from './rule.ts';

/** T9, T15 to T17 and T19: what the requester decides for himself, and what both sides agree on. */
export const asking = {
  close: rule({
    from: ['answered', 'workaround', 'resolved'],
    to: ['resolved'],
    by: ['requester', 'creator'],
    input: nothing,
    moot: (ticket) =>
      ticket.state === 'resolved' && ticket.resolution.reason === 'confirmed_by_requester' && !ticket.sameAsked
        ? 'confirmed_already'
        : null,
    apply: (ticket, { by, at }) => ({
      ...bare(ticket),
      state: 'resolved',
      assignee: ticket.assignee,
      since: at,
      unread: false,
      cancelAsked: null,
      sameAsked: null,
      resolution: { reason: 'confirmed_by_requester', by: by.id, at, duplicateOf: null, originalDone: false },
    }),
  }),

  not_solved: rule({
    from: ['resolved'],
    to: ['requester_replied'],
    by: ['requester', 'creator'],
    says: 'main',
    input: z.object({ text: words }),
    withheld: ({ resolution }, { at, group }) => closedFor(group.policies, resolution.at, at),
    apply: (ticket, { at }) => hearRequester(ticket, ticket.assignee, at),
  }),

  same_problem: rule({
    from: ['resolved'],
    to: ['requester_replied'],
    by: ['requester', 'creator', 'assignee', 'lead', 'clock'],
    input: nothing,
    moot: ({ sameAsked }) => (sameAsked ? null : 'nothing_asked'),
    apply: (ticket, { at }) => hearRequester(ticket, ticket.assignee, at),
  }),

  other_problem: rule({
    from: ['resolved'],
    to: ['resolved'],
    by: ['requester', 'creator'],
    input: nothing,
    moot: ({ sameAsked }) => (sameAsked ? null : 'nothing_asked'),
    apply: (ticket) => ({ ...ticket, unread: false, sameAsked: null }),
  }),

  rate: rule({
    from: ['resolved', 'completed'],
    to: ['resolved', 'completed'],
    by: ['requester'],
    input: z.object({ score: z.coerce.number().int().min(1).max(5) }),
    moot: ({ rating }) => (rating ? 'already_rated' : null),
    apply: (ticket, { at, input: { score } }) => ({ ...ticket, rating: { score, at } }),
  }),

  ask_cancel: rule({
    from: OPEN,
    to: OPEN,
    by: ['assignee', 'lead'],
    says: 'main',
    input: z.object({ text: words }),
    moot: ({ cancelAsked }) => (cancelAsked ? 'asked_already' : null),
    apply: (ticket, { by, at }) => ({ ...ticket, cancelAsked: { by: by.id, at }, unread: false }),
  }),

  cancel: rule({
    from: OPEN,
    to: ['cancelled'],
    by: ['assignee', 'lead'],
    only: { new: ['requester', 'creator', 'lead'] },
    /** How the requester agreed, when it is not he who cancels. */
    input: z.object({ agreement: words.optional() }),
    explain: (ticket, by) =>
      by.kind === 'person' && isAsked(ticket, by) && isOpenTicket(ticket) ? 'ask_an_agent' : null,
    guard: (ticket, { by, input }) =>
      isAsked(ticket, by) || ticket.calledOff || input.agreement !== undefined ? null : 'no_agreement',
    apply: (ticket, { by, at, input }) => cancelled(ticket, by.id, input.agreement ?? null, at),
  }),

  agree: rule({
    from: OPEN,
    to: ['cancelled'],
    by: ['requester', 'creator'],
    input: nothing,
    moot: ({ cancelAsked }) => (cancelAsked ? null : 'ask_an_agent'),
    apply: (ticket, { by, at }) => cancelled(ticket, by.id, null, at),
  }),
};

/** Whose request it is: he for whom it is, he who filed it, and for a team's question that team. */
const isAsked = (ticket: Ticket, by: Person) => by.id === ticket.creator || speaksFor(by, ticket);

const cancelled = (ticket: Ticket, by: PersonId, note: string | null, at: Date) => ({
  ...bare(ticket),
  state: 'cancelled' as const,
  assignee: ticket.assignee,
  since: at,
  unread: false,
  cancelAsked: null,
  agreement: { by, note },
});
