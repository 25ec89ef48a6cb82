import { z } from 'zod';
import { faultsOf } from '../domain/decide.ts';
import { askedOpenly, faultsOfFields, type SubmissionType } from '../domain/fields.ts';
import { ruleOf, type Verb } from '../domain/verbs.ts';
import { milliseconds } from './duration.ts';
import type { Complaint } from './fault.ts';
import type { DeskOfFile, StepOfFile, TicketOfFile } from './schema.ts';
import { typeList } from './tree.ts';

/** The input of a step as the desk takes it; `wake_in` counts from `now`, so that a wake lies ahead whenever it is told. */
export function inputOf({ with: given }: StepOfFile, now: Date): Record<string, unknown> {
  const { wake_in: wakeIn, ...input } = given;
  if (wakeIn === undefined) return input;
  const ahead = typeof wakeIn === 'string' ? milliseconds(wakeIn) : null;
  return { ...input, wake_at: ahead === null ? wakeIn : new Date(now.getTime() + ahead) };
}

/** What can be known about a ticket's past before it is told. */
export function pastFaults({ tickets, types }: DeskOfFile): Complaint[] {
  const entries = typeList(types);
  return tickets.flatMap((ticket, index) => {
    const path = ['tickets', index];
    const end = ticket.then.reduce((sum, { after }) => sum + after, 0);
    return [
      ...answerFaults(path, ticket, entries),
      ...(end > ticket.ago
        ? [{ path: [...path, 'ago'], says: 'would end in the future: its steps take longer than it is ago' }]
        : []),
      ...ticket.then.flatMap((step, at) => stepFaults([...path, 'then', at], step)),
    ];
  });
}

function answerFaults(
  path: readonly PropertyKey[],
  ticket: TicketOfFile,
  types: readonly SubmissionType[],
): Complaint[] {
  const fields = askedOpenly(types.find(({ key }) => key === ticket.type)?.fields ?? []);
  const unasked = Object.keys(ticket.fields).filter((key) => !fields.some((field) => field.key === key));
  return [
    ...faultsOfFields(fields, ticket.fields).map(({ field, code }) => ({
      path: [...path, 'fields', field],
      says:
        code === 'required'
          ? `needs an answer to "${field}" under fields`
          : `has an answer to "${field}" that its type does not allow`,
    })),
    ...unasked.map((key) => ({
      path: [...path, 'fields', key],
      says: `answers "${key}", which its type does not ask`,
    })),
  ];
}

function stepFaults(path: readonly PropertyKey[], step: StepOfFile): Complaint[] {
  const { input } = ruleOf(step.do);
  const given = inputOf(step, new Date());
  const parsed = input.safeParse(given);
  const wrong = parsed.success
    ? []
    : faultsOf(parsed.error).map(({ field, code }) => ({
        path: [...path, 'with', field],
        says: `${words[code]} "${field}" with ${step.do}`,
      }));
  const known = input instanceof z.ZodObject ? Object.keys(input.shape) : Object.keys(given);
  const unknown = Object.keys(given).filter((key) => !known.includes(key));
  return [
    ...wrong,
    ...unknown.map((key) => ({
      path: [...path, 'with', key],
      says: `gives "${key}", which ${nameOfVerb(step.do)} does not take; it takes ${known.join(', ') || 'nothing'}`,
    })),
  ];
}

const nameOfVerb = (verb: Verb) => `"${verb}"`;
const words = { required: 'needs', too_long: 'has too many characters in', invalid: 'has something wrong in' } as const;
