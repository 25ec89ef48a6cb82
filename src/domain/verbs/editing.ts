import { z } from 'zod';
import { KINDS, PRIORITIES } from '../language.ts';
import { answered, answering, changedIn, faultsOfAnswers, settledAnswers } from './answering.ts';
import { line, OPEN, rule } from './rule.ts';

/** What was said of a ticket at its beginning is put right. */
export const edit = rule({
  from: [...OPEN, 'resolved'],
  to: [...OPEN, 'resolved'],
  by: ['assignee', 'lead', 'admin'],
  only: { new: ['agent', 'lead', 'admin'] },
  input: z.object({
    title: line.optional(),
    priority: z.enum(PRIORITIES).optional(),
    kind: z.enum(KINDS).optional(),
    ...answering,
  }),
  /** Only what is changed is told of. */
  settle: ({ title, priority, kind, ...given }, facts, ticket) => ({
    ...(title !== undefined && title !== ticket.title && { title }),
    ...(priority !== undefined && priority !== ticket.priority && { priority }),
    ...(kind !== undefined && kind !== ticket.kind && { kind }),
    ...settledAnswers(ticket, given, facts),
  }),
  faults: (ticket, { input }, facts) => faultsOfAnswers(ticket, input, facts),
  guard: (ticket, { input: { title, priority, kind, ...given } }, facts) => {
    const same = (title ?? ticket.title) === ticket.title && (priority ?? ticket.priority) === ticket.priority;
    const answers = Object.keys(changedIn(ticket, given, facts)).length === 0;
    return same && answers && (kind ?? ticket.kind) === ticket.kind ? 'nothing_changed' : null;
  },
  apply: (ticket, { at, input: { title, priority = ticket.priority, kind, ...given } }) => ({
    ...ticket,
    title: title ?? ticket.title,
    priority,
    urgentSince: priority !== 'urgent' ? null : ticket.priority === 'urgent' ? ticket.urgentSince : at,
    kind: kind ?? ticket.kind,
    ...answered(ticket, given),
  }),
});
