import { z } from 'zod';
import {
  CLOCKS,
  ESCALATION_RULES,
  groupKey,
  LINK_KINDS,
  type PersonId,
  personId,
  ticketNumber,
  workspaceId,
} from '../domain/language.ts';
import { scheduled } from '../domain/scheduled.ts';
import { bare, type Clocks, type Ticket, UNDELIVERED_WHYS } from '../domain/ticket.ts';
import { details } from './details.ts';
import type { tickets } from './schema.ts';

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : S;
/** A row as Postgres names it, from the table as Drizzle names it. */
type Raw<T> = { [K in keyof T & string as Snake<K>]: T[K] };
export type TicketRow = Raw<typeof tickets.$inferSelect>;
/** A ticket as it is written; how far its thread has been told is not the ticket's business. */
type Written = Omit<TicketRow, 'told'>;

export const BORN_WITH = [
  'title',
  'content',
  'kind',
  'type',
  'fields',
  'agent_fields',
  'channel',
  'language',
  'requester',
  'creator',
  'main_channel',
  'main_ts',
  'private',
  'follows',
  'parent',
  'asker',
  'created_at',
] as const satisfies (keyof TicketRow)[];

const person = z.string().transform(personId);
const perhapsPerson = person.nullable();
const date = z.coerce.date();
const perhapsDate = date.nullable();

const escalatedBy = z.array(z.enum(ESCALATION_RULES));
const links = z.array(z.object({ ticket: z.number().transform(ticketNumber), how: z.enum(LINK_KINDS) }));
const undelivered = z.array(z.object({ seq: z.number(), why: z.enum(UNDELIVERED_WHYS), told: z.number().optional() }));
const rating = z.object({ score: z.number(), at: date }).nullable();
const sameAsked = z.object({ seq: z.number(), at: date }).nullable();
export const clocks = z.partialRecord(
  z.enum(CLOCKS),
  z.object({
    target: z.number().nullable(),
    spent: z.number(),
    since: perhapsDate,
    warnAt: perhapsDate,
    dueAt: perhapsDate,
    warnedAt: perhapsDate,
    breachedAt: perhapsDate,
    endedAt: perhapsDate,
  }),
) satisfies z.ZodType<Clocks>;
const offer = z.object({ due: date, had: z.array(person) }).nullable();
const cancelAsked = z.object({ by: person, at: date }).nullable();
/** The shape that the state has, with its detail checked. */
export function ticketFrom(row: TicketRow): Ticket {
  const common = commonFrom(row);
  const { state, detail } = row;
  const assignee = perhapsPerson.parse(row.assignee);
  switch (state) {
    case 'new':
      return { ...common, state, assignee: null };
    case 'preparing':
    case 'in_progress':
    case 'requester_replied':
    case 'escalation_answered':
    case 'answered':
      return { ...common, state, assignee: holder(row, assignee) };
    case 'workaround':
      return { ...common, state, assignee: holder(row, assignee), workaround: details.workaround.parse(detail) };
    case 'pending':
      return { ...common, state, assignee: holder(row, assignee), pending: details.pending.parse(detail) };
    case 'escalated':
      return { ...common, state, assignee: holder(row, assignee), escalation: details.escalated.parse(detail) };
    case 'resolved':
      return { ...common, state, assignee: holder(row, assignee), resolution: details.resolved.parse(detail) };
    case 'completed':
      return { ...common, state, assignee, resolution: details.resolved.parse(detail) };
    case 'cancelled':
      return { ...common, state, assignee, agreement: details.cancelled.parse(detail) };
    case 'spam':
      return { ...common, state, assignee };
  }
}

function commonFrom(row: TicketRow): ReturnType<typeof bare> {
  const main =
    row.main_channel === null || row.main_ts === null ? null : { channel: row.main_channel, ts: row.main_ts };
  return {
    workspace: workspaceId(row.workspace),
    number: ticketNumber(row.number),
    version: row.version,
    title: row.title,
    content: row.content,
    kind: row.kind,
    type: row.type,
    fields: row.fields,
    agentFields: row.agent_fields,
    processing: row.processing,
    solution: row.solution,
    group: groupKey(row.group_key),
    priority: row.priority,
    urgentSince: row.urgent_since,
    channel: row.channel,
    language: row.language,
    requester: personId(row.requester),
    creator: personId(row.creator),
    main,
    private: row.private,
    sendToUser: row.send_to_user,
    unread: row.unread,
    reopened: row.reopened,
    follows: row.follows === null ? null : ticketNumber(row.follows),
    parent: row.parent === null ? null : ticketNumber(row.parent),
    asker: row.asker === null ? null : groupKey(row.asker),
    calledOff: row.called_off,
    byTrigger: row.by_trigger,
    offer: offer.parse(row.offer),
    links: links.parse(row.links),
    followers: row.followers.map(personId),
    tags: row.tags,
    masked: row.masked,
    undelivered: undelivered.parse(row.undelivered),
    scheduled: scheduled.nullable().parse(row.scheduled),
    rating: rating.parse(row.rating),
    cancelAsked: cancelAsked.parse(row.cancel_asked),
    sameAsked: sameAsked.parse(row.same_asked),
    remindedAt: row.reminded_at,
    archivedAt: row.archived_at,
    deletedAt: row.deleted_at,
    consulted: row.consulted.map(personId),
    escalatedBy: escalatedBy.parse(row.escalated_by),
    createdAt: row.created_at,
    since: row.since,
    updatedAt: row.updated_at,
    assignedAt: row.assigned_at,
    firstReplyAt: row.first_reply_at,
    clocks: clocks.parse(row.clocks),
  };
}

function holder({ workspace, number, state }: TicketRow, assignee: PersonId | null): PersonId {
  if (assignee === null) throw new Error(`Ticket ${number} of ${workspace} is ${state} and nobody has it.`);
  return assignee;
}

export function rowOf(ticket: Ticket): Written {
  const {
    group,
    main,
    fields,
    agentFields,
    sendToUser,
    cancelAsked,
    calledOff,
    sameAsked,
    remindedAt,
    archivedAt,
    deletedAt,
    urgentSince,
    escalatedBy,
    tags,
    byTrigger,
    ...rest
  } = bare(ticket);
  const { createdAt, updatedAt, assignedAt, firstReplyAt, ...same } = rest;
  return {
    ...same,
    state: ticket.state,
    assignee: ticket.assignee,
    fields,
    agent_fields: agentFields,
    group_key: group,
    main_channel: main?.channel ?? null,
    main_ts: main?.ts ?? null,
    send_to_user: sendToUser,
    cancel_asked: cancelAsked,
    same_asked: sameAsked,
    urgent_since: urgentSince,
    escalated_by: escalatedBy,
    tags: [...tags],
    by_trigger: byTrigger,
    called_off: calledOff,
    reminded_at: remindedAt,
    archived_at: archivedAt,
    deleted_at: deletedAt,
    created_at: createdAt,
    updated_at: updatedAt,
    assigned_at: assignedAt,
    first_reply_at: firstReplyAt,
    detail: detailOf(ticket),
  };
}

function detailOf(ticket: Ticket): unknown {
  switch (ticket.state) {
    case 'pending':
      return ticket.pending;
    case 'escalated':
      return ticket.escalation;
    case 'resolved':
    case 'completed':
      return ticket.resolution;
    case 'cancelled':
      return ticket.agreement;
    case 'workaround':
      return ticket.workaround;
    case 'new':
    case 'preparing':
    case 'in_progress':
    case 'requester_replied':
    case 'escalation_answered':
    case 'answered':
    case 'spam':
      return {};
  }
}
