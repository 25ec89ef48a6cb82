import { z } from 'zod';
import { STATES } from '../language.ts';
import { macros, templateCodes } from '../macros.ts';
import { AHEAD_MS, answer, maySettle, schedulable } from '../scheduled.ts';
import type { Ticket } from '../ticket.ts';
import { OPEN, person, rule } from './rule.ts';

const event = z.coerce.number().int().positive().max(999_999_999);
const none = ({ scheduled }: Ticket) => (scheduled ? null : ('not_scheduled' as const));
const another = ({ scheduled }: Ticket, of: number | undefined) =>
  scheduled && (of === undefined || of === scheduled.seq) ? null : ('not_scheduled' as const);

/**
 * An answer that goes out at a time. Whether it may go is asked twice: when it is written, as if it went then, and when it
 * goes, by the very verb that it is.
 */
export const scheduling = {
  schedule: rule({
    from: OPEN,
    to: OPEN,
    by: ['agent', 'assignee', 'lead', 'target'],
    input: z.object({
      verb: schedulable,
      when: z.coerce.date(),
      answer,
      acts: macros.optional(),
      templates: templateCodes.optional(),
      /** The one that it takes the place of. */
      replaces: event.optional(),
      warned: z.boolean().default(false),
    }),
    guard: ({ scheduled }, { at, input: { when, replaces } }) => {
      if (when <= at) return 'send_past';
      if (when.getTime() - at.getTime() > AHEAD_MS) return 'send_too_far';
      if (replaces !== undefined) return scheduled?.seq === replaces ? null : 'not_scheduled';
      return scheduled ? 'scheduled_already' : null;
    },
    apply: (ticket, { by, input: { verb, when, answer: given, warned, acts = [], templates = [] } }) => ({
      ...ticket,
      scheduled: {
        seq: ticket.version + 1,
        verb,
        by: by.id,
        answer: given,
        at: when,
        warned,
        held: false,
        acts,
        templates,
        stopped: null,
      },
    }),
  }),

  unschedule: rule({
    from: STATES,
    to: STATES,
    by: ['agent', 'assignee', 'lead', 'target'],
    input: z.object({ of: event.optional() }),
    moot: none,
    guard: (ticket, { by, input: { of } }, _facts, roles) => {
      const gone = another(ticket, of);
      if (gone) return gone;
      return ticket.scheduled && maySettle(ticket.scheduled, by.id, roles) ? null : 'not_your_answer';
    },
    apply: (ticket) => ({ ...ticket, scheduled: null }),
  }),

  /**
   * It was refused when its time had come: whoever wrote it gets it back. Where only an act that goes with it was (`act`), it
   * waits instead, and he says what now.
   */
  send_back: rule({
    from: STATES,
    to: STATES,
    by: ['clock'],
    input: z.object({
      of: event,
      why: z.string().max(40),
      act: z.number().int().min(0).max(20).optional(),
      to: person.optional(),
      verb: schedulable.optional(),
      answer: answer.optional(),
    }),
    moot: none,
    settle: ({ of, why, act }, _facts, { scheduled }) => ({
      of,
      why,
      ...(scheduled && { to: scheduled.by }),
      ...(act === undefined ? scheduled && { verb: scheduled.verb, answer: scheduled.answer } : { act }),
    }),
    guard: (ticket, { input }) => another(ticket, input.of),
    apply: (ticket, { input: { act, why } }) => ({
      ...ticket,
      scheduled: act === undefined || !ticket.scheduled ? null : { ...ticket.scheduled, stopped: { act, why } },
    }),
  }),
};
