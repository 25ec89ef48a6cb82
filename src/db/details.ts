import { z } from 'zod';
import { cause } from '../domain/causes.ts';
import { groupKey, PENDING_KINDS, personId, RESOLVE_REASONS, ticketNumber } from '../domain/language.ts';

const person = z.string().transform(personId);
const perhapsPerson = person.nullable();
const date = z.coerce.date();
const perhapsDate = date.nullable();

const resolution = z.object({
  reason: z.enum(RESOLVE_REASONS),
  by: perhapsPerson,
  at: date,
  duplicateOf: z.number().transform(ticketNumber).nullable().default(null),
  originalDone: z.boolean().default(false),
});
/** What only one state of a ticket has, as it is kept beside it. */
export const details = {
  pending: z.object({
    kind: z.enum(PENDING_KINDS),
    waitingFor: z.string(),
    wakeAt: perhapsDate,
    blockedBy: z.number().transform(ticketNumber).nullable(),
  }),
  escalated: z.object({
    seq: z.number(),
    level: z.number(),
    from: perhapsPerson,
    cause: cause.nullable().default(null),
    to: perhapsPerson,
    team: z
      .object({ group: z.string().transform(groupKey), child: z.number().transform(ticketNumber) })
      .nullable()
      .default(null),
    ask: z.string(),
    reason: z.string(),
    at: date,
    acknowledgedAt: perhapsDate,
    ackDueAt: date,
    remindedAt: perhapsDate.default(null),
    nudgedAt: perhapsDate.default(null),
    nudgeAt: perhapsDate.default(null),
    asked: z.array(z.object({ seq: z.number(), to: person })).default([]),
    endedAt: perhapsDate.default(null),
  }),
  resolved: resolution,
  workaround: z.object({ issue: z.string().nullable().default(null) }),
  cancelled: z.object({ by: person, note: z.string().nullable() }),
};
