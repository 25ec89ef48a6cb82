import { z } from 'zod';
import { KINDS, PRIORITIES } from '../language.ts';
import { documented, documents, faultsOfProcessing, isDocumentedAnew, settledDocuments } from '../processing.ts';
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
    ...documents,
  }),
  /** Only what is changed is told of. */
  settle: ({ title, priority, kind, processing, solution, ...given }, facts, ticket) => ({
    ...(title !== undefined && title !== ticket.title && { title }),
    ...(priority !== undefined && priority !== ticket.priority && { priority }),
    ...(kind !== undefined && kind !== ticket.kind && { kind }),
    ...settledDocuments(ticket, { processing, solution }),
    ...settledAnswers(ticket, given, facts),
  }),
  faults: (ticket, { input }, facts) => [
    ...faultsOfProcessing(ticket, input, facts.group),
    ...faultsOfAnswers(ticket, input, facts),
  ],
  guard: (ticket, { input: { title, priority, kind, ...given } }, facts) => {
    const same = (title ?? ticket.title) === ticket.title && (priority ?? ticket.priority) === ticket.priority;
    const answers = Object.keys(changedIn(ticket, given, facts)).length === 0 && !isDocumentedAnew(ticket, given);
    return same && answers && (kind ?? ticket.kind) === ticket.kind ? 'nothing_changed' : null;
  },
  apply: (ticket, { at, input: { title, priority = ticket.priority, kind, ...given } }) => ({
    ...ticket,
    ...documented(ticket, given),
    title: title ?? ticket.title,
    priority,
    urgentSince: priority !== 'urgent' ? null : ticket.priority === 'urgent' ? ticket.urgentSince : at,
    kind: kind ?? ticket.kind,
    ...answered(ticket, given),
  }),
});
