import { edit } from './editing.ts';
import { changeAnswers } from './own-answers.ts';
import { z } from 'zod';
import { cc } from '../copying.ts';
import { beginBy } from '../distribution.ts';
import { closedFor } from '../group.ts';
import { groupKey, type PersonId } from '../language.ts';
import { bare, isOpenTicket, isTheirs, rolesOf, speaksFor, type Ticket } from '../ticket.ts';
import { isThanks } from '../thanks.ts';
import { files, nothing, OPEN, person, rule, source, words } from './rule.ts';

const WORKED = [
  'new',
  'preparing',
  'in_progress',
  'requester_replied',
  'escalation_answered',
  'pending',
  'workaround',
] as const;

/** Words, and where they stand already when they were typed in Slack itself. */
const spoken = z.object({ text: words, source: source.optional(), files: files.optional() });

/**
 * Words that stood in Internal and were sent to the requester on purpose: where they stood, and a hash of what was shown to
 * whoever sent them. There is no other way from Internal to Main.
 */
const promoted = source.extend({ preview: z.string().regex(/^[0-9a-f]{64}$/) });

/** T3, T5 to T8 and comments: who has the ticket and what is said about it. */
export const handling = {
  /** Also what he was given and has not begun yet. */
  keep: rule({
    from: ['new', 'in_progress'],
    to: ['in_progress'],
    by: ['agent', 'lead'],
    only: { in_progress: ['assignee'] },
    input: nothing,
    moot: (ticket) => (ticket.state === 'new' || ticket.offer ? null : 'already_yours'),
    explain: (ticket, by) => {
      if (by.kind !== 'person' || !isOpenTicket(ticket) || !rolesOf(by, ticket).includes('agent')) return null;
      if (ticket.assignee === by.id) return 'already_yours';
      return ticket.offer ? 'already_given' : 'already_kept';
    },
    apply: (ticket, { by, at }) =>
      ticket.state === 'in_progress'
        ? { ...ticket, unread: false }
        : { ...bare(ticket), state: 'in_progress', assignee: by.id, assignedAt: at, since: at, unread: false },
  }),

  /** T4. */
  auto_assign: rule({
    from: ['new'],
    to: ['in_progress'],
    by: ['clock'],
    /** `due`: until when he has time to begin with it. */
    input: z.object({ to: person, due: z.coerce.date().optional() }),
    settle: ({ to }, { group, at }, { priority }) => ({ to, ...beginBy(priority, group, at) }),
    guard: (ticket, _act, { target }) => {
      if (!target?.active) return 'target_left';
      return target.agentOf.includes(ticket.group) ? null : 'target_not_agent';
    },
    apply: (ticket, { at, input }) => ({
      ...bare(ticket),
      state: 'in_progress',
      assignee: input.to,
      assignedAt: at,
      since: at,
      offer: input.due ? { due: input.due, had: [input.to] } : null,
    }),
  }),

  /**
   * Whoever was given it has not begun in time: it goes on to the next one. Where nobody else is free who has not had it yet, it
   * stays with him, those who lead are told, and the clock leaves it alone.
   */
  reoffer: rule({
    from: ['in_progress'],
    to: ['in_progress'],
    by: ['clock'],
    input: z.object({ to: person.optional(), due: z.coerce.date().optional() }),
    settle: ({ to }, { group, at }, { priority }) => (to === undefined ? {} : { to, ...beginBy(priority, group, at) }),
    moot: ({ offer }) => (offer ? null : 'not_due'),
    guard: ({ offer, group }, { at, input: { to } }, { target }) => {
      if (!offer || offer.due > at) return 'not_due';
      if (to === undefined) return null;
      if (!target?.active) return 'target_left';
      if (!target.agentOf.includes(group)) return 'target_not_agent';
      return offer.had.includes(to) ? 'same_assignee' : null;
    },
    apply: (ticket, { at, input: { to, due } }) =>
      to === undefined
        ? { ...ticket, offer: null }
        : {
            ...ticket,
            assignee: to,
            assignedAt: at,
            since: at,
            offer: due ? { due, had: [...(ticket.offer?.had ?? []), to] } : null,
          },
  }),

  forward: rule({
    from: OPEN,
    to: ['in_progress', 'new'],
    by: ['assignee', 'lead', 'admin'],
    only: { new: ['agent', 'lead', 'admin'] },
    input: z.object({ to: person.optional(), group: z.string().min(1).transform(groupKey), note: words.optional() }),
    withheld: ({ byTrigger }, { group: { policies } }, roles) => {
      if (roles.includes('lead') || roles.includes('admin')) return null;
      if (!policies.assignee_may_forward) return 'forward_needs_lead';
      return byTrigger && !policies.assignee_may_forward_triggered ? 'triggered_needs_lead' : null;
    },
    guard: (ticket, { input, by }, { target, targetGroup }) => {
      if (!targetGroup?.agentsChannel) return 'group_has_no_channel';
      if (input.to === undefined)
        return input.group === ticket.group && ticket.assignee === null ? 'same_assignee' : null;
      if (!target?.active) return 'target_left';
      if (!target.agentOf.includes(input.group) && !target.leadOf.includes(input.group)) return 'target_not_agent';
      if (input.to === ticket.assignee && input.group === ticket.group)
        return input.to === by.id ? 'already_yours' : 'same_assignee';
      return null;
    },
    apply: (ticket, { at, input: { to, group } }) => {
      const moved = { ...bare(ticket), group, since: at };
      return to === undefined
        ? { ...moved, state: 'new', assignee: null, assignedAt: null }
        : { ...moved, state: 'in_progress', assignee: to, assignedAt: at };
    },
  }),

  prepare: rule({
    from: ['in_progress'],
    to: ['preparing'],
    by: ['assignee', 'lead'],
    input: nothing,
    apply: (ticket, { at }) => ({ ...bare(ticket), state: 'preparing', assignee: ticket.assignee, since: at }),
  }),

  work: rule({
    from: ['preparing', 'answered', 'workaround', 'requester_replied', 'escalation_answered'],
    to: ['in_progress'],
    by: ['assignee', 'lead'],
    input: nothing,
    apply: (ticket, { at }) => ({
      ...bare(ticket),
      state: 'in_progress',
      assignee: ticket.assignee,
      since: at,
      unread: false,
    }),
  }),

  reply: rule({
    from: [...WORKED, 'answered'],
    to: ['answered'],
    by: ['assignee', 'lead'],
    only: { new: ['agent', 'lead'] },
    says: 'main',
    input: spoken.extend({ promoted: promoted.optional(), cc }),
    apply: (ticket, { by, at }) => ({
      ...bare(ticket),
      state: 'answered',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      firstReplyAt: ticket.firstReplyAt ?? at,
      unread: false,
    }),
  }),

  message: rule({
    from: [...OPEN, 'resolved'],
    to: [...OPEN, 'resolved'],
    by: ['requester', 'creator', 'anyone'],
    says: 'main',
    /** `theirs`: for the group that asks, by another of its agents. */
    input: spoken.extend({ thanks: z.boolean().default(false), theirs: z.boolean().default(false) }),
    settle: (input, _facts, ticket, by) => ({
      ...input,
      thanks: isThanks(input.text),
      theirs: !isTheirs(ticket, by.id) && speaksFor(by, ticket),
    }),
    guard: (ticket, { input, by, at }, { group }, roles) => {
      const own = isTheirs(ticket, by.id) || speaksFor(by, ticket) || roles.includes('follower');
      if (!own && input.source === undefined) return 'not_yours';
      if (ticket.state !== 'resolved' || isThanks(input.text)) return null;
      return closedFor(group.policies, ticket.resolution.at, at);
    },
    apply: (ticket, { by, at, input }) => {
      if (!isTheirs(ticket, by.id) && !input.theirs) return { ...ticket, unread: true };
      // A thank-you wants nothing: what is resolved stays so.
      if (input.thanks && ticket.state === 'resolved') return ticket;
      // It may be something new: he is asked, and his words wait for his answer. Not where an answer was all that was missing.
      if (ticket.state === 'resolved' && ticket.resolution.reason !== 'no_response') {
        const seq = ticket.version + 1;
        return { ...ticket, unread: true, archivedAt: null, sameAsked: ticket.sameAsked ?? { seq, at } };
      }
      const waitsForThem =
        ticket.state === 'answered' ||
        ticket.state === 'workaround' ||
        ticket.state === 'resolved' ||
        (ticket.state === 'pending' && ticket.pending.kind === 'requester');
      if (waitsForThem) return hearRequester(ticket, ticket.assignee, at);
      // Asked whether nothing more shall be done, he has answered; only thanks leave it open what he means.
      return { ...ticket, unread: true, cancelAsked: input.thanks ? ticket.cancelAsked : null };
    },
  }),

  edit,
  change_answers: changeAnswers,

  note: rule({
    from: [...OPEN, 'resolved'],
    to: [...OPEN, 'resolved'],
    by: ['agent', 'lead', 'assignee', 'target', 'consulted', 'admin'],
    says: 'internal',
    /** `mentions`: who is named in it, and told. `sharer`: whose the files are, where he is another one. */
    input: spoken.extend({ mentions: z.array(person).max(50).optional(), sharer: person.optional() }),
    apply: (ticket) => ticket,
  }),
};

/** The requester is heard: it is the assignee's turn, and what was resolved is open again. */
export const hearRequester = (ticket: Ticket, assignee: PersonId, at: Date) => ({
  ...bare(ticket),
  state: 'requester_replied' as const,
  assignee,
  since: at,
  unread: true,
  cancelAsked: null,
  sameAsked: null,
  archivedAt: null,
  reopened: ticket.reopened + (ticket.state === 'resolved' ? 1 : 0),
});
