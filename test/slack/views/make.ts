import type { Book, PersonCard } from '../../../src/desk/book.ts';
import type { Drawing, EscalationRow } from '../../../src/desk/outbox.ts';
import type { InternalText, MainText, Told } from '../../../src/desk/told.ts';
import { type Group, policies, sla } from '../../../src/domain/group.ts';
import {
  groupKey,
  type PersonId,
  personId,
  type State,
  ticketNumber,
  workspaceId,
} from '../../../src/domain/language.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import type { SubmissionType } from '../../../src/domain/fields.ts';

/** Saturday, 21 November 2026, in UTC. */
export const at = (time: string): Date => new Date(`2026-11-21T${time}:00Z`);
export const now = at('10:30');

export const ana = personId('UANA');
export const kofi = personId('UKOFI');
export const lea = personId('ULEA');
export const marta = personId('UMARTA');
export const bao = personId('UBAO');

const person = (id: PersonId, name: string): [PersonId, PersonCard] => [
  id,
  { id, name, email: null, language: 'en', tz: 'Europe/Rome', active: true, guest: false, bot: false },
];

export const support: Group = {
  key: groupKey('support'),
  name: 'Support',
  kind: 'consultation',
  language: 'en',
  agentsChannel: 'CDESK',
  leads: [lea],
  chain: ['manager_of_assignee', 'it_support'],
  policies: policies.parse({}),
  hours: null,
  sla: sla.parse({}),
};

const type = (key: string, parent: string | null, en: string, it: string): SubmissionType => ({
  key,
  parent,
  name: { en, it },
  group: groupKey('support'),
  hint: null,
  fields: [],
});

const types: readonly SubmissionType[] = [
  type('technical', null, 'Technical', 'Tecnico'),
  {
    ...type('malfunction', 'technical', 'Malfunction', 'Guasto'),
    hint: { en: 'Which device, and since when?', it: 'Quale dispositivo, e da quando?' },
    fields: [
      {
        key: 'customer_code',
        label: { en: 'Customer code', it: 'Codice cliente' },
        ask: 'line',
        required: true,
        pattern: '\\d{6}',
        otherwise: {
          en: 'The customer code has 6 digits, for example 104233.',
          it: 'Il codice cliente ha 6 cifre, per esempio 104233.',
        },
      },
      {
        key: 'device',
        label: { en: 'Device', it: 'Dispositivo' },
        ask: 'choice',
        required: false,
        editable: 'requester',
        options: [
          { key: 'laptop', label: { en: 'Laptop', it: 'Portatile' } },
          { key: 'phone', label: { en: 'Phone', it: 'Telefono' } },
        ],
      },
    ],
  },
  type('how_to', 'technical', 'How-to', 'Come si fa'),
  { ...type('payments', null, 'Payments', 'Pagamenti'), group: groupKey('billing') },
];

export const book: Book = {
  workspace: workspaceId('T1'),
  groups: [
    { ...support, requestChannels: ['CASK'], members: [ana, kofi, lea] },
    {
      ...support,
      key: groupKey('billing'),
      name: 'Billing',
      agentsChannel: 'CBILL',
      leads: [],
      requestChannels: [],
      members: [],
    },
  ],
  types,
  people: new Map([
    person(ana, 'Ana López'),
    person(kofi, 'Kofi Mensah'),
    person(lea, 'Lea Fischer'),
    person(marta, 'Marta Rossi'),
    person(bao, 'Bao Tran'),
  ]),
};

const base = {
  workspace: workspaceId('T1'),
  number: ticketNumber(1042),
  version: 3,
  title: 'VPN drops every hour',
  content: 'Since Monday the connection drops about every hour.\nMy laptop is a ThinkPad.',
  kind: 'incident' as const,
  type: 'malfunction',
  fields: { customer_code: '104233', device: 'laptop' },
  agentFields: {},
  processing: null,
  solution: null,
  group: groupKey('support'),
  priority: 'high' as const,
  channel: 'slash' as const,
  language: 'en' as const,
  requester: bao,
  creator: bao,
  main: null,
  private: false,
  sendToUser: true,
  unread: false,
  reopened: 0,
  follows: null,
  parent: null,
  asker: null,
  calledOff: null,
  byTrigger: false,
  offer: null,
  links: [],
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
  followers: [],
  urgentSince: null,
  createdAt: at('09:10'),
  since: at('09:40'),
  updatedAt: at('09:40'),
  assignedAt: at('09:12'),
  firstReplyAt: null,
  clocks: {},
};
const held = { ...base, assignee: ana };
const resolution = { reason: 'solved' as const, by: ana, at: at('09:40'), duplicateOf: null, originalDone: false };

export const escalated = {
  seq: 3,
  level: 1,
  from: ana,
  cause: null,
  to: marta,
  team: null,
  ask: 'May I order a replacement laptop for Bao? 1,150 EUR.',
  reason: 'Bao has a customer call at eleven.',
  at: at('09:40'),
  acknowledgedAt: null,
  ackDueAt: at('10:10'),
  remindedAt: null,
  nudgedAt: null,
  nudgeAt: null,
  asked: [],
  endedAt: null,
};

const tickets: Record<State, Ticket> = {
  new: { ...base, state: 'new', assignee: null, assignedAt: null, since: at('09:10') },
  preparing: { ...held, state: 'preparing' },
  in_progress: { ...held, state: 'in_progress' },
  requester_replied: { ...held, state: 'requester_replied', unread: true },
  escalation_answered: { ...held, state: 'escalation_answered' },
  answered: { ...held, state: 'answered' },
  pending: {
    ...held,
    state: 'pending',
    pending: {
      kind: 'requester',
      waitingFor: 'printer model',
      wakeAt: new Date('2026-11-22T09:00:00Z'),
      blockedBy: null,
    },
  },
  workaround: { ...held, state: 'workaround', workaround: { issue: null } },
  escalated: { ...held, state: 'escalated', escalation: escalated },
  resolved: { ...held, state: 'resolved', resolution },
  completed: { ...held, state: 'completed', resolution },
  cancelled: { ...held, state: 'cancelled', agreement: { by: ana, note: 'Bao agreed.' } },
  spam: { ...held, state: 'spam' },
};

/** T-1042 in one state, with other facts where a test needs them. */
export const ticketIn = (state: State, other: Record<string, unknown> = {}): Ticket => ({
  ...tickets[state],
  ...other,
});

export const drawingOf = (ticket: Ticket, other: Partial<Drawing> = {}): Drawing => ({
  ticket,
  group: support,
  places: [],
  lastMain: null,
  late: 0,
  lastHeard: null,
  links: [],
  alike: [],
  escalations: [],
  decided: null,
  followedBy: [],
  linked: [],
  asking: null,
  ...other,
});

export const inMain = (author: PersonId, text: string, time = '09:15') => ({
  audience: 'main' as const,
  author,
  text: text as MainText,
  at: at(time),
});
export const inInternal = (author: PersonId, text: string, time = '09:20') => ({
  ...inMain(author, text, time),
  audience: 'internal' as const,
  text: text as InternalText,
});

export const told = (verb: Told['verb'], by: PersonId | null, other: Partial<Told> = {}): Told => ({
  seq: 1,
  verb,
  by,
  at: at('09:12'),
  input: {},
  surface: null,
  said: null,
  ...other,
});

export const escalation: EscalationRow = {
  seq: 3,
  level: 1,
  from: ana,
  cause: null,
  to: marta,
  ask: 'May I order a replacement laptop for Bao? 1,150 EUR.',
  reason: 'Bao has a customer call at eleven.',
  at: at('09:40'),
  acknowledgedAt: null,
  closedAt: null,
  state: 'open',
};
