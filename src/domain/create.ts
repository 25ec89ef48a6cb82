import { z } from 'zod';
import { type Done, type Fault, faultsOf, refuse, type Refusal } from './decide.ts';
import { askedOpenly, faultsOfFields, type SubmissionType } from './fields.ts';
import type { Group } from './group.ts';
import {
  CHANNELS,
  type GroupKey,
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
import { withClocks } from './sla.ts';
import type { Birth } from './verbs.ts';
import { files, line, type Objection, person, source, words } from './verbs/rule.ts';

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
  files: files.optional(),
  /** Off: the requester hears nothing until somebody writes to him. Only an agent may leave it off, and never for himself. */
  send_to_user: z.boolean().default(true),
  /** The message in a request channel under which the Main conversation goes on. */
  main: source.optional(),
  /** The open ticket of which this one was a part. */
  splits: z.number().int().positive().max(999_999_999).transform(ticketNumber).optional(),
  /** The ticket that is over, and which this one goes on with. */
  follows: z.number().int().positive().max(999_999_999).transform(ticketNumber).optional(),
  /** The ticket whose agents ask another team, and their group. */
  parent: z.number().int().positive().max(999_999_999).transform(ticketNumber).optional(),
  asker: z.string().min(1).transform(groupKey).optional(),
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
  /** The ticket whose agents ask; only the desk itself says so. */
  parent?: Ticket | null;
  /** The ticket that is split, when the desk has let him do that. */
  whole?: Ticket;
};

/** T1 and T2: a ticket comes into being. */
export function create(input: unknown, by: Person, facts: CreateFacts): Done | Refusal {
  const parsed = intake.safeParse(input, { reportInput: true });
  if (!parsed.success) return refuse('bad_input', 'create', by, null, faultsOf(parsed.error));
  const request = { ...parsed.data, send_to_user: parsed.data.send_to_user || !isAgentFiled(parsed.data, by) };
  const stranger = mayNotRaise(request, by, facts);
  const faults: Fault[] = faultsOfFields(askedOpenly(facts.type?.fields ?? []), request.fields);
  const { group } = facts;
  if (!group?.agentsChannel) faults.push({ field: 'group', code: 'invalid' });
  if (request.type !== null && !facts.type) faults.push({ field: 'type', code: 'invalid' });
  if (request.parent !== facts.parent?.number) return refuse('no_ticket', 'create', by, null);
  if (request.splits !== facts.whole?.number) return refuse('no_ticket', 'create', by, null);
  if (request.follows !== undefined && !facts.origin) return refuse('no_ticket', 'create', by, null);
  if (facts.origin && isOpenTicket(facts.origin)) return refuse('still_open', 'create', by, facts.origin);
  if (mustNameAgent(request, by, facts)) faults.push({ field: 'to', code: 'required' });
  if (faults.length > 0 || !group) return refuse('bad_input', 'create', by, null, faults);

  if (!by.active) return refuse('not_allowed', 'create', by, null);
  if (stranger) return refuse(stranger, 'create', by, null, faults);
  if (request.to !== undefined) {
    // Only agents say who has it, and only an agent of the group can.
    if (!isAgentOf(by, request.group)) return refuse('not_allowed', 'create', by, null);
    if (!facts.target?.active) return refuse('target_left', 'create', by, null);
    if (![...facts.target.agentOf, ...facts.target.leadOf].includes(request.group))
      return refuse('target_not_agent', 'create', by, null);
  }
  const act: Birth = { verb: 'create', by, at: facts.at, input: { ...request } };
  const change = { before: null, after: born(request, by, facts), act, was: group, now: group };
  const ticket = withClocks(change);
  const letters = lettersFor(act, null, ticket, group.leads);
  return { kind: 'done', act: { ...act, clocks: ticket.clocks }, before: null, ticket, letters };
}

type Asked = z.output<typeof intake>;

const isForOther = ({ requester }: Pick<Asked, 'requester'>, by: Person): boolean =>
  requester !== undefined && requester !== by.id;
/** Filed by an agent for somebody else. */
const isAgentFiled = (request: Asked, by: Person): boolean =>
  isForOther(request, by) && by.agentOf.length + by.leadOf.length > 0;
const isAgentOf = ({ agentOf, leadOf }: Person, group: GroupKey): boolean => [...agentOf, ...leadOf].includes(group);

/** Why this person cannot ask for that one. */
function mayNotRaise(request: Asked, by: Person, { group, requester }: CreateFacts): Objection | null {
  if (!requester) return 'requester_unknown';
  if (!requester.active) return 'requester_left';
  const everybody = group?.policies.anybody_may_raise ?? true;
  return isForOther(request, by) && !isAgentFiled(request, by) && !everybody ? 'only_agents_raise' : null;
}

/** What an agent files for somebody in a group of his own has an agent from the start, unless the group allows otherwise. */
const mustNameAgent = (request: Asked, by: Person, { group }: CreateFacts): boolean =>
  group !== null &&
  request.to === undefined &&
  !group.policies.may_leave_unassigned &&
  isForOther(request, by) &&
  isAgentOf(by, group.key);

/** The first shape of a ticket, from what was asked. Pure, so that the first event can be replayed too. */
export function born(
  request: Asked,
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
    agentFields: {},
    processing: null,
    solution: null,
    group,
    priority,
    urgentSince: priority === 'urgent' ? at : null,
    channel,
    language,
    requester: request.requester ?? by.id,
    creator: by.id,
    private: request.private,
    // What is private is not talked of in a channel.
    main: request.private ? null : (request.main ?? null),
    sendToUser: request.send_to_user,
    unread: false,
    reopened: 0,
    follows: request.follows ?? null,
    parent: request.parent ?? null,
    asker: request.asker ?? null,
    calledOff: null,
    links: request.splits === undefined ? [] : [{ ticket: request.splits, how: 'split_from' as const }],
    rating: null,
    cancelAsked: null,
    sameAsked: null,
    remindedAt: null,
    archivedAt: null,
    deletedAt: null,
    consulted: [],
    escalatedBy: [],
    tags: [],
    masked: 0,
    undelivered: [],
    scheduled: null,
    byTrigger: false,
    offer: null,
    followers: [],
    createdAt: at,
    since: at,
    updatedAt: at,
    firstReplyAt: null,
    clocks: {},
  };
  return to === undefined
    ? { ...common, state: 'new', assignee: null, assignedAt: null }
    : { ...common, state: 'in_progress', assignee: to, assignedAt: at };
}
