import { z } from 'zod';
import { groupKey, isOpen, STATES, ticketNumber } from '../language.ts';
import { isAskedBy } from '../asking.ts';
import { bare } from '../ticket.ts';
import { line, nothing, OPEN, person, rule } from './rule.ts';

const BEFORE = OPEN.filter((state) => state !== 'escalated');
const number = z.number().int().nonnegative().max(999_999_999).transform(ticketNumber);

/** T21, T24: another team is asked, in a ticket of its own, and answers. */
export const issue = {
  escalate_to_team: rule({
    from: BEFORE,
    to: ['escalated'],
    by: ['assignee', 'lead'],
    /** What the team reads stands in its ticket; `child` is that ticket's number, given by the desk. */
    input: z.object({
      group: z.string().min(1).transform(groupKey),
      title: line,
      child: number.default(ticketNumber(0)),
    }),
    guard: (ticket, { input }, { targetGroup }) => {
      if (input.group === ticket.group) return 'own_team';
      if (targetGroup?.kind !== 'issue') return 'not_an_issue_group';
      return targetGroup.agentsChannel ? null : 'group_has_no_channel';
    },
    apply: (ticket, { by, at, input }) => ({
      ...bare(ticket),
      state: 'escalated',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      unread: false,
      escalation: {
        seq: ticket.version + 1,
        level: 1,
        from: by.id,
        cause: null,
        to: null,
        team: { group: input.group, child: input.child },
        ask: input.title,
        reason: '',
        at,
        acknowledgedAt: null,
        ackDueAt: at,
        remindedAt: null,
        nudgedAt: null,
        nudgeAt: null,
        asked: [],
        endedAt: null,
      },
    }),
  }),

  /** The team's ticket is resolved, waits or has ended otherwise: back to whoever asked. Once; what follows is talk. */
  team_answered: rule({
    from: ['escalated'],
    to: ['escalation_answered'],
    by: ['clock'],
    closes: 'answered',
    /** How the team's ticket stands, for the history. `said`: it stands there in words already. */
    input: z.object({
      child: number.default(ticketNumber(0)),
      group: z.string().default(''),
      how: z.enum(STATES).default('resolved'),
      why: z.string().nullable().default(null),
      said: z.boolean().default(false),
    }),
    settle: (input, { child }) =>
      child
        ? { child: child.number, group: child.group, how: child.state, why: child.reason, said: child.said }
        : input,
    guard: ({ escalation }, _act, { child }) =>
      escalation.team && child?.number === escalation.team.child && isAnswer(child.state) ? null : 'not_answered',
    apply: (ticket, { at }) => ({
      ...bare(ticket),
      state: 'escalation_answered',
      assignee: ticket.assignee,
      since: at,
    }),
  }),

  /** The parent does not wait for this any more. Nobody has it: it ends. Somebody has it: he is told, and decides. */
  call_off: rule({
    from: OPEN,
    to: [...OPEN, 'cancelled'],
    by: ['clock'],
    input: nothing,
    moot: ({ parent, calledOff }) => (parent === null || calledOff ? 'called_off_already' : null),
    apply: (ticket, { at }) =>
      ticket.state === 'new'
        ? {
            ...bare(ticket),
            state: 'cancelled',
            assignee: null,
            since: at,
            unread: false,
            cancelAsked: null,
            calledOff: at,
            agreement: { by: ticket.requester, note: null },
          }
        : { ...ticket, calledOff: at, unread: true },
  }),

  /** Somebody else has the ticket that asks, or another group: from now on it is they who ask here. */
  hand_on: rule({
    from: OPEN,
    to: OPEN,
    by: ['clock'],
    input: z.object({ to: person, group: z.string().min(1).transform(groupKey) }),
    guard: (ticket, { input }) => (isAskedBy(ticket, input) ? 'nothing_changed' : null),
    apply: (ticket, { input: { to, group } }) => ({ ...ticket, requester: to, asker: group }),
  }),
};

/** States of a team's ticket in which the team has given its answer, or will give none. */
export const isAnswer = (state: (typeof STATES)[number]): boolean => state === 'pending' || !isOpen(state);
