import { z } from 'zod';
import { LINK_KINDS, STATES, type TicketNumber } from '../language.ts';
import { bare, followable, isOpenTicket, type Link, rolesOf, type Ticket } from '../ticket.ts';
import { notOriginal, withManagement } from './closing.ts';
import { line, number, OPEN, person, rule } from './rule.ts';

const AGENTS = ['assignee', 'lead', 'admin'] as const;
const UNHELD = { new: ['agent', 'lead', 'admin'] } as const;
/** What is said of the other ticket. Repetitions are known from their own resolution and kept nowhere else. */
export const seenFromThere = z.enum([...LINK_KINDS, 'duplicate', 'merged']);
export type SeenFromThere = z.output<typeof seenFromThere>;

export const linkTo = (ticket: Ticket, other: TicketNumber): Link | undefined =>
  ticket.links.find((link) => link.ticket === other && link.how !== 'merged_into');
const without = (ticket: Ticket, other: TicketNumber): Link[] =>
  ticket.links.filter((link) => link !== linkTo(ticket, other));

/** T31: tickets that belong together, that are one, or that are several. Each is an event on both of them. */
export const linking = {
  link: rule({
    from: [...OPEN, 'resolved'],
    to: [...OPEN, 'resolved'],
    by: AGENTS,
    only: UNHELD,
    input: z.object({ with: number }),
    guard: (ticket, { input }, { named }) => {
      if (input.with === ticket.number) return 'same_ticket';
      if (!named?.readable || named.ticket.state === 'spam') return 'unknown_other';
      return linkTo(ticket, input.with) ? 'already_linked' : null;
    },
    apply: (ticket, { input }) => ({ ...ticket, links: [...ticket.links, { ticket: input.with, how: 'related' }] }),
  }),

  unlink: rule({
    from: [...OPEN, 'resolved'],
    to: [...OPEN, 'resolved'],
    by: AGENTS,
    only: UNHELD,
    input: z.object({ with: number }),
    moot: ({ links }) => (links.some(({ how }) => how !== 'merged_into') ? null : 'not_linked'),
    guard: (ticket, { input }) => (linkTo(ticket, input.with) ? null : 'not_linked'),
    apply: (ticket, { input }) => ({ ...ticket, links: without(ticket, input.with) }),
  }),

  merge: rule({
    from: OPEN,
    to: ['resolved'],
    by: AGENTS,
    only: { ...UNHELD, escalated: ['lead', 'target', 'admin'] },
    input: z.object({
      into: number,
      /** Whoever asked here, and follows the other one from then on; found out by the desk. */
      follower: person.optional(),
    }),
    closes: 'answered',
    explain: (ticket, by) => withManagement(ticket, rolesOf(by, ticket)),
    /** Its requester reads in the other what is written there, whoever asked for that one. */
    guard: (ticket, { input }, { named }) => {
      const not = notOriginal(ticket, input.into, named?.readable ? named.ticket : null);
      if (not || !named) return not;
      if (!isOpenTicket(named.ticket)) return 'original_over';
      if (named.ticket.requester !== ticket.requester && !(followable(ticket) && followable(named.ticket)))
        return 'other_requester';
      return ticket.private && !named.ticket.private ? 'private_into_open' : null;
    },
    settle: (input, { named }, { requester }) => {
      const into = named?.ticket;
      const joins = into && into.requester !== requester && !into.followers.includes(requester);
      return { into: into?.number ?? input.into, ...(joins && { follower: requester }) };
    },
    apply: (ticket, { by, at, input: { into } }) => ({
      ...bare(ticket),
      state: 'resolved',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      unread: false,
      cancelAsked: null,
      links: [...ticket.links.filter(({ how }) => how !== 'merged_into'), { ticket: into, how: 'merged_into' }],
      resolution: { reason: 'duplicate', by: by.id, at, duplicateOf: into, originalDone: false },
    }),
  }),

  split: rule({
    from: OPEN,
    to: OPEN,
    by: ['assignee', 'lead'],
    only: { new: ['agent', 'lead'] },
    input: z.object({
      title: line,
      /** The events whose words begin the new ticket: messages of Main, or the first one, the request itself. */
      messages: z.array(z.number().int().positive()).min(1).max(20),
      /** Messages among agents that go along as a note, for agents. */
      notes: z.array(z.number().int().positive()).max(20).default([]),
      /** The number of the new ticket; given by the desk. */
      made: number.optional(),
    }),
    apply: (ticket, { input: { made } }) =>
      made === undefined ? ticket : { ...ticket, links: [...ticket.links, { ticket: made, how: 'split_into' }] },
  }),

  /** What was done to another ticket, as far as it concerns this one. Nobody does it by itself: the desk writes both. */
  linked: rule({
    from: STATES,
    to: STATES,
    by: [],
    input: z.object({
      with: number,
      how: seenFromThere,
      gone: z.boolean().default(false),
      follower: person.optional(),
    }),
    apply: (ticket, { input: { with: other, how, gone, follower } }) => {
      if (how === 'duplicate') return ticket;
      if (how === 'merged') {
        const others = ticket.followers.filter((one) => one !== follower);
        return follower === undefined ? ticket : { ...ticket, followers: gone ? others : [...others, follower] };
      }
      const rest = without(ticket, other);
      return { ...ticket, links: gone ? rest : [...rest, { ticket: other, how }] };
    },
  }),
};
