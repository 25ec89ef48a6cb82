import { z } from 'zod';
import { ackDue, nudgeDue } from '../acknowledging.ts';
import { gap, linksAbove, passedOver } from '../chain.ts';
import type { Actor, PersonId } from '../language.ts';
import { bare, mayReadInternal, type Ticket, type TicketIn } from '../ticket.ts';
import { type Facts, nothing, OPEN, person, rule, words } from './rule.ts';

/** Open, and nobody above has been asked. */
export const BEFORE = OPEN.filter((state) => state !== 'escalated');
/** A person asks how it stands no more often than this. */
const NUDGE_PAUSE = 10 * 60_000;

type Escalated = TicketIn<'escalated'>;

/** Somebody was faster, or the question has gone on to somebody else. */
function settled(ticket: Ticket, by: Actor) {
  if (!mayReadInternal(by, ticket)) return null;
  if (ticket.state !== 'escalated') return 'escalation_over';
  return by.kind === 'person' && ticket.escalation.asked.some(({ to }) => to === by.id) ? 'sent_on' : null;
}

/** The question that a form was opened for, so that its words never end another one. */
const of = z.number().int().positive().optional();
const anew = ({ escalation: { seq, asked } }: Escalated, { of }: { of?: number | undefined }) =>
  of === undefined || of === seq || asked.some((turn) => turn.seq === of) ? null : 'asked_anew';

/** What the desk finds out about whoever is asked. */
export const step = {
  level: z.number().int().positive().default(1),
  ack_due: z.coerce.date().optional(),
  /** His step gives him a set time, without a second message. */
  once: z.boolean().default(false),
};
/** Who was passed over, for the history. */
export const passed = z.array(gap).default([]);
type Step = { level: number; ack_due?: Date | undefined; once: boolean };

export function stepTo(to: PersonId, level: number, { at, chain, group }: Facts, { priority }: Ticket): Step {
  const minutes = chain.find((link) => link.person === to)?.minutes ?? null;
  return { level, ack_due: ackDue(priority, group, at, minutes), once: minutes !== null };
}

/** A new turn of a question, or its first one. */
export const turnOf = (seq: number, to: PersonId, { level, ack_due, once }: Step, at: Date) => ({
  seq,
  to,
  level,
  at,
  acknowledgedAt: null,
  ackDueAt: ack_due ?? at,
  remindedAt: once ? at : null,
  nudgedAt: null,
  nudgeAt: null,
  endedAt: null,
});

/** The same question to the next one up the chain. */
function sentOn(ticket: Escalated, to: PersonId, given: Step, at: Date): Escalated {
  const { escalation } = ticket;
  const { seq, to: before, asked } = escalation;
  return {
    ...ticket,
    consulted: [...new Set([...ticket.consulted, to])],
    escalation: {
      ...escalation,
      ...turnOf(ticket.version + 1, to, given, at),
      asked: [...asked, ...(before ? [{ seq, to: before }] : [])],
    },
  };
}

const back = (ticket: Escalated, assignee: PersonId, at: Date) => ({
  ...bare(ticket),
  state: 'in_progress' as const,
  assignee,
  since: at,
});

/** T20, T22 to T26: a person up the chain is asked for a decision, and it comes back. */
export const escalation = {
  escalate: rule({
    from: BEFORE,
    to: ['escalated'],
    by: ['assignee', 'lead'],
    input: z.object({ to: person, ask: words, reason: words, ...step }),
    settle: (input, facts, ticket) => ({
      ...input,
      ...stepTo(input.to, facts.chain.findIndex((link) => link.person === input.to) + 1, facts, ticket),
    }),
    guard: (_ticket, { by, input }, { chain, target }) => {
      if (input.to === by.id) return 'escalate_to_self';
      if (!target?.active) return 'target_left';
      return chain.some((link) => link.person === input.to) ? null : 'not_in_chain';
    },
    apply: (ticket, { by, at, input }) => ({
      ...bare(ticket),
      consulted: [...new Set([...ticket.consulted, input.to])],
      state: 'escalated',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      // Whoever asks for a decision has read what the requester wrote.
      unread: false,
      escalation: {
        ...turnOf(ticket.version + 1, input.to, input, at),
        from: by.id,
        cause: null,
        team: null,
        ask: input.ask,
        reason: input.reason,
        asked: [],
      },
    }),
  }),

  acknowledge: rule({
    from: ['escalated'],
    to: ['escalated'],
    by: ['target'],
    explain: settled,
    input: z.object({ due: z.coerce.date().nullable().default(null) }),
    settle: (_input, { at, group }, { priority }) => ({ due: nudgeDue(priority, group, at) }),
    moot: ({ escalation }) => (escalation.acknowledgedAt ? 'already_acknowledged' : null),
    apply: (ticket, { at, input }) => ({
      ...ticket,
      escalation: { ...ticket.escalation, acknowledgedAt: at, nudgeAt: input.due },
    }),
  }),

  /** By the clock, when nothing was heard in time; by whoever waits, when he wants to. */
  nudge: rule({
    from: ['escalated'],
    to: ['escalated'],
    by: ['clock', 'escalator', 'assignee', 'lead'],
    explain: settled,
    moot: ({ escalation: { to } }) => (to === null ? 'team_asked' : null),
    input: z.object({ due: z.coerce.date().nullable().default(null) }),
    settle: (_input, { at, group }, { priority, escalation }) => ({
      due: escalation.acknowledgedAt ? nudgeDue(priority, group, at) : ackDue(priority, group, at, null),
    }),
    guard: ({ escalation }, { by, at }) => {
      const { nudgedAt, acknowledgedAt, remindedAt, ackDueAt, nudgeAt } = escalation;
      if (by.kind === 'person')
        return nudgedAt && at.getTime() - nudgedAt.getTime() < NUDGE_PAUSE ? 'nudged_already' : null;
      const due = acknowledgedAt ? nudgeAt : remindedAt ? null : ackDueAt;
      return due && due <= at ? null : 'not_due';
    },
    apply: (ticket, { by, at, input: { due } }) => {
      const escalation = { ...ticket.escalation, nudgedAt: at };
      if (escalation.acknowledgedAt) return { ...ticket, escalation: { ...escalation, nudgeAt: due } };
      // What a person asks in between neither shortens nor lengthens the time to acknowledge.
      if (by.kind === 'person') return { ...ticket, escalation };
      return { ...ticket, escalation: { ...escalation, remindedAt: at, ackDueAt: due ?? at } };
    },
  }),

  send_higher: rule({
    from: ['escalated'],
    to: ['escalated'],
    by: ['target'],
    explain: settled,
    closes: 'sent_higher',
    input: z.object({ to: person, note: words.optional(), of, ...step }),
    settle: (input, facts, ticket) => ({
      ...input,
      ...stepTo(input.to, ticket.escalation.level + 1, facts, ticket),
    }),
    guard: (ticket, { input }, { chain }) => {
      if (anew(ticket, input)) return 'asked_anew';
      const above = linksAbove(chain, ticket.escalation);
      if (above.length === 0) return 'chain_ended';
      return above.some((link) => link.person === input.to) ? null : 'not_in_chain';
    },
    apply: (ticket, { at, input }) => sentOn(ticket, input.to, input, at),
  }),

  /** Nobody acknowledged in time: the next one is asked, and where there is none, those who lead are told. */
  time_out: rule({
    from: ['escalated'],
    to: ['escalated'],
    by: ['clock'],
    closes: 'timed_out',
    input: z.object({ to: person.optional(), passed, ...step }),
    moot: ({ escalation: { to, acknowledgedAt, endedAt } }) =>
      to === null ? 'team_asked' : acknowledgedAt ? 'already_acknowledged' : endedAt ? 'chain_ended' : null,
    settle: (_input, facts, ticket) => {
      const { escalation } = ticket;
      const [next] = linksAbove(facts.chain, escalation);
      const chain = { links: facts.chain, gaps: facts.gaps ?? [] };
      const missed = passedOver(chain, escalation.to, next?.person ?? null);
      return next
        ? { to: next.person, passed: missed, ...stepTo(next.person, escalation.level + 1, facts, ticket) }
        : { passed: missed, level: escalation.level, once: false };
    },
    guard: ({ escalation: { remindedAt, ackDueAt } }, { at }) => (remindedAt && ackDueAt <= at ? null : 'not_due'),
    apply: (ticket, { at, input }) =>
      input.to === undefined
        ? { ...ticket, escalation: { ...ticket.escalation, endedAt: at } }
        : sentOn(ticket, input.to, input, at),
  }),

  return: rule({
    from: ['escalated'],
    to: ['escalation_answered'],
    by: ['target'],
    explain: settled,
    says: 'internal',
    closes: 'answered',
    input: z.object({ text: words, of }),
    guard: (ticket, { input }) => anew(ticket, input),
    apply: (ticket, { at }) => ({
      ...bare(ticket),
      state: 'escalation_answered',
      assignee: ticket.assignee,
      since: at,
    }),
  }),

  take_over: rule({
    from: ['escalated'],
    to: ['in_progress'],
    by: ['target'],
    explain: settled,
    closes: 'taken',
    input: nothing,
    apply: (ticket, { by, at }) => ({ ...back(ticket, by.id, at), assignedAt: at }),
  }),

  decline: rule({
    from: ['escalated'],
    to: ['in_progress'],
    by: ['target'],
    explain: settled,
    closes: 'declined',
    input: z.object({ reason: words, of }),
    guard: (ticket, { input }) => anew(ticket, input),
    apply: (ticket, { at }) => back(ticket, ticket.assignee, at),
  }),

  withdraw: rule({
    from: ['escalated'],
    to: ['in_progress'],
    by: ['escalator', 'assignee', 'lead'],
    explain: settled,
    closes: 'withdrawn',
    input: z.object({ reason: words, of }),
    guard: (ticket, { input }) => anew(ticket, input),
    apply: (ticket, { at }) => back(ticket, ticket.assignee, at),
  }),
};
