import { z } from 'zod';
import { cc } from '../copying.ts';
import { PENDING_KINDS, type State } from '../language.ts';
import { bare, silentSince } from '../ticket.ts';
import { files, line, nothing, number, rule, words } from './rule.ts';

const pendInput = z
  .object({
    kind: z.enum(PENDING_KINDS),
    waiting_for: line,
    blocked_by: number.optional(),
    wake_at: z.coerce.date().optional(),
    text: words.optional(),
    files: files.optional(),
    cc,
  })
  .refine(({ kind, text }) => kind !== 'requester' || text !== undefined, {
    path: ['text'],
    params: { code: 'required' },
    // Said together with what else is wrong, not after it.
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** A person reminds a requester no more often than this. */
const REMIND_PAUSE = 10 * 60_000;

const endedAs = (state: State | null): 'done' | 'cancelled' | 'spam' =>
  state === 'cancelled' || state === 'spam' ? state : 'done';

/** T10, T11: a ticket that waits, what ends its waiting, and what happens when a requester stays silent. */
export const waiting = {
  pend: rule({
    from: ['in_progress', 'preparing', 'answered', 'requester_replied', 'escalation_answered', 'workaround'],
    to: ['pending'],
    by: ['assignee', 'lead'],
    says: 'main',
    input: pendInput,
    guard: (ticket, { input, at }, { named }) => {
      if (input.blocked_by !== undefined && (!named || input.blocked_by === ticket.number)) return 'unknown_blocking';
      return input.wake_at && input.wake_at <= at ? 'date_past' : null;
    },
    apply: (ticket, { at, input }) => ({
      ...bare(ticket),
      state: 'pending',
      assignee: ticket.assignee,
      since: at,
      unread: false,
      firstReplyAt: ticket.firstReplyAt ?? (input.text ? at : null),
      pending: {
        kind: input.kind,
        waitingFor: input.waiting_for,
        wakeAt: input.wake_at ?? null,
        blockedBy: input.blocked_by ?? null,
      },
    }),
  }),

  wake: rule({
    from: ['pending'],
    to: ['in_progress'],
    by: ['clock', 'assignee', 'lead'],
    input: nothing,
    apply: (ticket, { at }) => ({ ...bare(ticket), state: 'in_progress', assignee: ticket.assignee, since: at }),
  }),

  remind: rule({
    from: ['answered', 'pending'],
    to: ['answered', 'pending'],
    by: ['clock', 'assignee', 'lead'],
    input: nothing,
    moot: (ticket) => (silentSince(ticket) ? null : 'not_their_turn'),
    guard: ({ remindedAt, since }, { by, at }) =>
      by.kind === 'person' && remindedAt && remindedAt >= since && at.getTime() - remindedAt.getTime() < REMIND_PAUSE
        ? 'reminded_already'
        : null,
    apply: (ticket, { at }) => ({ ...ticket, remindedAt: at }),
  }),

  expire: rule({
    from: ['answered', 'pending'],
    to: ['resolved'],
    by: ['clock'],
    input: nothing,
    moot: (ticket) => (silentSince(ticket) ? null : 'not_their_turn'),
    apply: (ticket, { at }) => ({
      ...bare(ticket),
      state: 'resolved',
      assignee: ticket.assignee,
      since: at,
      unread: false,
      cancelAsked: null,
      resolution: { reason: 'no_response', by: null, at, duplicateOf: null, originalDone: false },
    }),
  }),

  original_done: rule({
    from: ['resolved'],
    to: ['resolved'],
    by: ['clock'],
    /** How the other one ended; found out by the desk. */
    input: z.object({ ended: z.enum(['done', 'cancelled', 'spam']).default('done') }),
    settle: (_input, { otherState }) => ({ ended: endedAs(otherState) }),
    apply: (ticket) => ({ ...ticket, resolution: { ...ticket.resolution, originalDone: true } }),
  }),
};
