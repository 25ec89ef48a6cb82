import { z } from 'zod';
import { groupKey, PRIORITIES } from '../language.ts';
import { bare } from '../ticket.ts';
import { BEFORE } from './escalation.ts';
import { OPEN, person, rule } from './rule.ts';

/** Which trigger did it, and how many of them led to it, one by another. */
export const triggeredBy = z.object({ key: z.string(), name: z.string(), depth: z.number().int().positive() });

/** What triggers do, each through the same door as people. */
export const triggering = {
  /** To somebody, or to a group's queue. */
  assign_by_trigger: rule({
    from: BEFORE,
    to: ['in_progress', 'new'],
    by: ['clock'],
    input: z.object({
      trigger: triggeredBy,
      group: z.string().min(1).transform(groupKey),
      to: person.optional(),
    }),
    guard: (ticket, { input }, { target, targetGroup }) => {
      if (!targetGroup?.agentsChannel) return 'group_has_no_channel';
      if (input.to === undefined)
        return input.group === ticket.group && ticket.assignee === null ? 'same_assignee' : null;
      if (!target?.active) return 'target_left';
      if (!target.agentOf.includes(input.group) && !target.leadOf.includes(input.group)) return 'target_not_agent';
      return input.to === ticket.assignee && input.group === ticket.group ? 'same_assignee' : null;
    },
    apply: (ticket, { at, input: { to, group } }) => {
      const moved = { ...bare(ticket), group, since: at };
      return to === undefined
        ? { ...moved, state: 'new', assignee: null, assignedAt: null }
        : { ...moved, state: 'in_progress', assignee: to, assignedAt: at };
    },
  }),

  /** What it is and how urgent. */
  change_by_trigger: rule({
    from: [...OPEN, 'resolved'],
    to: [...OPEN, 'resolved'],
    by: ['clock'],
    input: z.object({
      trigger: triggeredBy,
      priority: z.enum(PRIORITIES).optional(),
      type: z.string().min(1).optional(),
    }),
    guard: (ticket, { input: { priority, type } }) =>
      (priority ?? ticket.priority) === ticket.priority && (type ?? ticket.type) === ticket.type
        ? 'nothing_changed'
        : null,
    apply: (ticket, { at, input: { priority = ticket.priority, type } }) => ({
      ...ticket,
      priority,
      urgentSince: priority !== 'urgent' ? null : ticket.priority === 'urgent' ? ticket.urgentSince : at,
      type: type ?? ticket.type,
    }),
  }),

  /** Somebody, or a channel of agents, is told of what happened. */
  tell_by_trigger: rule({
    from: [...OPEN, 'resolved', 'completed', 'cancelled'],
    to: [...OPEN, 'resolved', 'completed', 'cancelled'],
    by: ['clock'],
    input: z.object({
      trigger: triggeredBy,
      people: z.array(person).max(50).default([]),
      /** Into whose agents' channel. */
      group: z.string().min(1).transform(groupKey).optional(),
    }),
    guard: (_ticket, { input: { people, group } }, { targetGroup }) => {
      if (group !== undefined) return targetGroup?.agentsChannel ? null : 'group_has_no_channel';
      return people.length === 0 ? 'nothing_changed' : null;
    },
    apply: (ticket) => ticket,
  }),
};
