import { z } from 'zod';
import { type Done, type Fault, faultsOf, refuse, type Refusal } from './decide.ts';
import { faultsOfFields, type SubmissionType } from './fields.ts';
import type { Group } from './group.ts';
import {
  CHANNELS,
  groupKey,
  KINDS,
  LANGUAGES,
  type Person,
  PRIORITIES,
  type TicketNumber,
  ticketNumber,
  type WorkspaceId,
} from './language.ts';
import { lettersFor } from './notices.ts';
import { isOpenTicket, type Ticket } from './ticket.ts';
import { line, person, source, words } from './verbs/rule.ts';

/** What a request consists of, wherever it comes from. */
export const intake = z.object({
  title: line,
  content: words,
  kind: z.enum(KINDS).default('question'),
  type: z.string().nullable().default(null),
  fields: z.record(z.string(), z.string().max(3000)).default({}),
  group: z.string().min(1).transform(groupKey),
  priority: z.enum(PRIORITIES).default('normal'),
  channel: z.enum(CHANNELS),
  language: z.enum(LANGUAGES).default('en'),
  /** Whom it is for; the person who files it when nobody else is named. */
  requester: person.optional(),
  /** T2: an agent who has it from the start. */
  to: person.optional(),
  private: z.boolean().default(false),
  /** The message in a request channel under which the Main conversation goes on. */
  main: source.optional(),
  /** The ticket that is over, and which this one goes on with. */
  follows: z.number().int().positive().max(999_999_999).transform(ticketNumber).optional(),
});

export type CreateFacts = {
  at: Date;
  workspace: WorkspaceId;
  number: TicketNumber;
  group: Group | null;
  type: SubmissionType | null;
  /** The assignee named in the input, if he is known. */
  target: Person | null;
  /** Whom it is for, if he is known. */
  requester: Person | null;
  /** The ticket to go on with, if the person may see it. */
  origin: Ticket | null;
};

/** T1 and T2: a ticket comes into being. */
export function create(input: unknown, by: Person, facts: CreateFacts): Done | Refusal {
  const parsed = intake.safeParse(input, { reportInput: true });
  if (!parsed.success) return refuse('bad_input', 'create', by, null, faultsOf(parsed.error));
  const request = parsed.data;
  const faults: Fault[] = faultsOfFields(facts.type?.fields ?? [], request.fields);
  if (!facts.group?.agentsChannel) faults.push({ field: 'group', code: 'invalid' });
  if (request.type !== null && !facts.type) faults.push({ field: 'type', code: 'invalid' });
  if (request.follows !== undefined && !facts.origin) return refuse('no_ticket', 'create', by, null);
  if (facts.origin && isOpenTicket(facts.origin)) return refuse('still_open', 'create', by, facts.origin);
  if (!facts.requester?.active) faults.push({ field: 'requester', code: 'invalid' });
  if (faults.length > 0) return refuse('bad_input', 'create', by, null, faults);

  if (!by.active) return refuse('not_allowed', 'create', by, null);
  if (request.to !== undefined) {
    // Only agents say who has it, and only an agent of the group can.
    if (![...by.agentOf, ...by.leadOf].includes(request.group)) return refuse('not_allowed', 'create', by, null);
    if (!facts.target?.active) return refuse('target_left', 'create', by, null);
    if (![...facts.target.agentOf, ...facts.target.leadOf].includes(request.group))
      return refuse('target_not_agent', 'create', by, null);
  }
  const ticket = born(request, by, facts);
  const act = { verb: 'create' as const, by, at: facts.at, input: { ...request } as Record<string, unknown> };
  return { kind: 'done', act, before: null, ticket, letters: lettersFor(act, null, ticket) };
}

/** The first shape of a ticket, from what was asked. Pure, so that the first event can be replayed too. */
export function born(
  request: z.output<typeof intake>,
  by: Pick<Person, 'id'>,
  { at, workspace, number }: Pick<CreateFacts, 'at' | 'workspace' | 'number'>,
): Ticket {
  const { title, content, kind, type, fields, group, priority, channel, language, to } = request;
  const common = {
    workspace,
    number,
    version: 1,
    title,
    content,
    kind,
    type,
    fields,
    group,
    priority,
    channel,
    language,
    requester: request.requester ?? by.id,
    creator: by.id,
    private: request.private,
    main: request.main ?? null,
    unread: false,
    reopened: 0,
    follows: request.follows ?? null,
    rating: null,
    cancelAsked: null,
    remindedAt: null,
    archivedAt: null,
    deletedAt: null,
    consulted: [],
    createdAt: at,
    since: at,
    updatedAt: at,
    firstReplyAt: null,
  };
  return to === undefined
    ? { ...common, state: 'new', assignee: null, assignedAt: null }
    : { ...common, state: 'in_progress', assignee: to, assignedAt: at };
}
