import { z } from 'zod';
import type { Fault } from '../decide.ts';
import { faultsOfFields } from '../fields.ts';
import { KINDS, PRIORITIES } from '../language.ts';
import type { Ticket } from '../ticket.ts';
import { type Facts, line, OPEN, rule } from './rule.ts';

type Answers = Readonly<Record<string, string>>;

/** Those of the answers that are not what they were. An empty one takes the answer away. */
const changedIn = ({ fields: were }: Ticket, fields: Answers): Answers =>
  Object.fromEntries(Object.entries(fields).filter(([key, answer]) => answer.trim() !== (were[key] ?? '')));

/** Only what is changed has to be right: what stood there before may have been asked otherwise. */
function faults(ticket: Ticket, fields: Answers, { type }: Facts): Fault[] {
  const changed = changedIn(ticket, fields);
  const asked = type?.fields ?? [];
  const unasked = Object.keys(changed).filter((key) => !asked.some((field) => field.key === key));
  return [
    ...faultsOfFields(
      asked.filter(({ key }) => key in changed),
      changed,
    ),
    ...unasked.map((field): Fault => ({ field, code: 'invalid' })),
  ];
}

function answered(ticket: Ticket, fields: Answers): Answers {
  const changed = changedIn(ticket, fields);
  if (Object.keys(changed).length === 0) return ticket.fields;
  return Object.fromEntries(
    Object.entries({ ...ticket.fields, ...changed }).flatMap(([key, answer]) =>
      answer.trim() === '' ? [] : [[key, answer.trim()]],
    ),
  );
}

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
    fields: z.record(z.string().max(80), z.string().max(3000)).optional(),
  }),
  settle: ({ fields, ...input }, _facts, ticket) => {
    const changed = changedIn(ticket, fields ?? {});
    return Object.keys(changed).length === 0 ? input : { ...input, fields: changed };
  },
  faults: (ticket, { input: { fields = {} } }, facts) => faults(ticket, fields, facts),
  guard: (ticket, { input: { title, priority, kind, fields = {} } }) => {
    const same = (title ?? ticket.title) === ticket.title && (priority ?? ticket.priority) === ticket.priority;
    const answers = answered(ticket, fields) === ticket.fields;
    return same && answers && (kind ?? ticket.kind) === ticket.kind ? 'nothing_changed' : null;
  },
  apply: (ticket, { at, input: { title, priority = ticket.priority, kind, fields = {} } }) => ({
    ...ticket,
    title: title ?? ticket.title,
    priority,
    urgentSince: priority !== 'urgent' ? null : ticket.priority === 'urgent' ? ticket.urgentSince : at,
    kind: kind ?? ticket.kind,
    fields: answered(ticket, fields),
  }),
});
