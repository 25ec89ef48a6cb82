import { z } from 'zod';
import type { Group } from '../group.ts';
import { cc } from '../copying.ts';
import { RESOLVE_REASONS, type TicketNumber } from '../language.ts';
import {
  documented,
  documents,
  type Documents,
  faultsOfProcessing,
  missingDocuments,
  settledDocuments,
} from '../processing.ts';
import { bare, rolesOf, type Ticket } from '../ticket.ts';
import { answered, answering, faultsOfAnswers, missingIn, settledAnswers } from './answering.ts';
import { files, line, nothing, number, OPEN, rule, words } from './rule.ts';

/** Reasons an agent may give together with an answer. */
export const ANSWER_REASONS = [
  'solved',
  'answered',
  'duplicate',
  'via_chat',
  'via_call',
  'other',
] as const satisfies readonly (typeof RESOLVE_REASONS)[number][];

/** Reasons for which a ticket may end without an answer. Spam leads to a state of its own. */
export const SILENT_REASONS = [
  'duplicate',
  'via_chat',
  'via_call',
  'no_response',
  'test',
  'abuse',
  'spam',
  'other',
] as const satisfies readonly ((typeof RESOLVE_REASONS)[number] | 'spam')[];

/** By these nothing was solved, so that there is nothing to tell of it. */
const SAYING_NOTHING: readonly string[] = ['duplicate', 'no_response', 'test', 'abuse', 'spam'];

/** Under the questions of a form that asks for it, where something is missing. */
const faultsOfDocuments = (
  ticket: Ticket,
  input: Documents & { reason: (typeof ANSWER_REASONS)[number] | (typeof SILENT_REASONS)[number] },
  { policies }: Pick<Group, 'policies'>,
) => {
  const asked = input.solution !== undefined && !SAYING_NOTHING.includes(input.reason);
  return [
    ...faultsOfProcessing(ticket, input, { policies }),
    ...(asked ? missingDocuments(ticket, input, { policies }) : []),
  ];
};

/** What a group wants to be told before a ticket ends. */
const undocumented = (...asked: Parameters<typeof missingDocuments>) =>
  missingDocuments(...asked).length > 0 ? ('undocumented' as const) : null;

/** The escalation is management's to end, so that a ticket is not resolved over its head. */
export const withManagement = (ticket: Ticket, roles: readonly string[]) =>
  ticket.state === 'escalated' && roles.includes('assignee') ? ('with_management' as const) : null;

/** Why this ticket cannot be taken for a repetition of the other. */
export function notOriginal(ticket: Ticket, typed: TicketNumber | undefined, original: Ticket | null) {
  if (!original || original.deletedAt || typed === ticket.number) return 'unknown_duplicate' as const;
  if (original.number === ticket.number) return 'duplicate_circle' as const;
  return original.state === 'spam' || original.state === 'cancelled' ? ('original_over' as const) : null;
}

const silently = z
  .object({
    reason: z.enum(SILENT_REASONS),
    duplicate_of: number.optional(),
    /** Said twice: what is spam is hidden from its requester. */
    sure: z.boolean().default(false),
    note: words.optional(),
    ...answering,
    ...documents,
  })
  .refine(({ reason, duplicate_of }) => reason !== 'duplicate' || duplicate_of !== undefined, {
    path: ['duplicate_of'],
    params: { code: 'required' },
  });

/** T12 to T14 and T18: how a ticket ends, as far as the desk ends it. */
export const closing = {
  resolve: rule({
    from: OPEN,
    to: ['resolved'],
    by: ['assignee', 'lead'],
    only: { escalated: ['lead', 'target'] },
    says: 'main',
    input: z.object({
      reason: z.enum(ANSWER_REASONS).default('solved'),
      text: words,
      files: files.optional(),
      cc,
      ...answering,
      ...documents,
    }),
    closes: 'answered',
    /** What agents have to note before it ends is noted with it. */
    faults: (ticket, { input }, facts) => [
      ...faultsOfAnswers(ticket, input, facts),
      ...missingIn(ticket, input, facts),
      ...faultsOfDocuments(ticket, input, facts.group),
    ],
    settle: ({ reason, text, files: sent, cc: copied, processing, solution, ...given }, facts, ticket) => ({
      reason,
      text,
      ...(sent && { files: sent }),
      ...(copied && { cc: copied }),
      ...settledAnswers(ticket, given, facts),
      ...settledDocuments(ticket, { processing, solution }),
    }),
    explain: (ticket, by) => withManagement(ticket, rolesOf(by, ticket)),
    guard: (ticket, { input }, { group }) =>
      SAYING_NOTHING.includes(input.reason) ? null : undocumented(ticket, input, group),
    apply: (ticket, { by, at, input }) => ({
      ...bare(ticket),
      ...answered(ticket, input),
      ...documented(ticket, input),
      state: 'resolved',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      unread: false,
      cancelAsked: null,
      firstReplyAt: ticket.firstReplyAt ?? at,
      resolution: { reason: input.reason, by: by.id, at, duplicateOf: null, originalDone: false },
    }),
  }),

  resolve_internally: rule({
    from: OPEN,
    to: ['resolved', 'spam'],
    by: ['assignee', 'lead', 'admin'],
    only: { escalated: ['lead', 'target', 'admin'] },
    input: silently,
    closes: 'answered',
    /** The original is where the problem is really being solved: never one that repeats another. */
    settle: ({ fields, agent_fields, ...input }, facts, ticket) => ({
      ...input,
      ...(input.reason === 'duplicate' && facts.named && { duplicate_of: facts.named.ticket.number }),
      ...settledAnswers(ticket, { fields, agent_fields }, facts),
    }),
    explain: (ticket, by) => withManagement(ticket, rolesOf(by, ticket)),
    /** Of what was never solved there is nothing to note. */
    faults: (ticket, { input }, facts) => [
      ...faultsOfAnswers(ticket, input, facts),
      ...(SAYING_NOTHING.includes(input.reason) ? [] : missingIn(ticket, input, facts)),
      ...faultsOfDocuments(ticket, input, facts.group),
    ],
    guard: (ticket, { input }, { named, group }) => {
      if (input.reason === 'duplicate') return notOriginal(ticket, input.duplicate_of, named?.ticket ?? null);
      if (input.reason === 'spam' && !input.sure) return 'not_sure';
      return SAYING_NOTHING.includes(input.reason) ? null : undocumented(ticket, input, group);
    },
    apply: (ticket, { by, at, input }) => {
      const told = { ...answered(ticket, input), ...documented(ticket, input) };
      const ended = { ...bare(ticket), ...told, since: at, unread: false, cancelAsked: null };
      if (input.reason === 'spam') return { ...ended, state: 'spam', assignee: ticket.assignee };
      return {
        ...ended,
        state: 'resolved',
        assignee: ticket.assignee ?? by.id,
        assignedAt: ticket.assignedAt ?? at,
        resolution: {
          reason: input.reason,
          by: by.id,
          at,
          duplicateOf: input.reason === 'duplicate' ? (input.duplicate_of ?? null) : null,
          originalDone: false,
        },
      };
    },
  }),

  workaround: rule({
    from: ['new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending'],
    to: ['workaround'],
    by: ['assignee', 'lead'],
    says: 'main',
    input: z.object({ text: words, issue: line.optional() }),
    apply: (ticket, { by, at, input }) => ({
      ...bare(ticket),
      state: 'workaround',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      unread: false,
      firstReplyAt: ticket.firstReplyAt ?? at,
      workaround: { issue: input.issue ?? null },
    }),
  }),

  complete: rule({
    from: ['resolved'],
    to: ['completed'],
    by: ['clock', 'lead', 'admin'],
    input: nothing,
    moot: ({ sameAsked }) => (sameAsked ? 'may_be_same' : null),
    apply: (ticket, { at }) => ({
      ...bare(ticket),
      state: 'completed',
      assignee: ticket.assignee,
      since: at,
      unread: false,
      resolution: ticket.resolution,
    }),
  }),
};
