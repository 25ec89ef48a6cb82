import { isTheirs, type Ticket } from '../ticket.ts';
import type { Act, Birth } from '../verbs.ts';

/** What may happen to a ticket that a trigger can wait for. */
export const HAPPENINGS = [
  'created',
  'changed',
  'assigned',
  'wrote',
  'replied',
  'rated',
  'reopened',
  'resolved',
  'escalated',
  'at_risk',
  'late',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

type Change = { act: Act | Birth; before: Ticket | null; after: Ticket };

/** What people may sort and filter by, and somebody may want to know of when it is another. */
const SHOWN = ['title', 'priority', 'kind', 'type', 'processing', 'group', 'requester'] as const;
const saysWords = ({ input }: Act | Birth) => typeof input['text'] === 'string';

/** One row says when something has happened. */
const rows: Record<Happening, (change: Change) => boolean> = {
  created: ({ act }) => act.verb === 'create',
  changed: ({ before, after }) =>
    before !== null && (SHOWN.some((fact) => before[fact] !== after[fact]) || before.tags.join() !== after.tags.join()),
  assigned: ({ before, after }) => after.assignee !== null && after.assignee !== before?.assignee,
  wrote: ({ act, after }) =>
    (act.verb === 'message' || act.verb === 'not_solved') &&
    saysWords(act) &&
    act.by.kind === 'person' &&
    (isTheirs(after, act.by.id) || act.input['theirs'] === true),
  replied: ({ act }) => act.verb === 'reply',
  rated: ({ act }) => act.verb === 'rate',
  reopened: ({ act, before, after }) => act.verb !== 'undo' && before !== null && after.reopened > before.reopened,
  resolved: ({ before, after }) => after.state === 'resolved' && before?.state !== 'resolved',
  escalated: ({ before, after }) => after.state === 'escalated' && before?.state !== 'escalated',
  at_risk: ({ act }) => act.verb === 'warn',
  late: ({ act }) => act.verb === 'breach',
};

/** All that one event is, for whoever waits for something. */
export const happeningsOf = (act: Act | Birth, before: Ticket | null, after: Ticket): Happening[] =>
  HAPPENINGS.filter((one) => rows[one]({ act, before, after }));
