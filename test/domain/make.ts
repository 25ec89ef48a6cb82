import { born, intake } from '../../src/domain/create.ts';
import { policies, sla, type Group } from '../../src/domain/group.ts';
import {
  groupKey,
  type Person,
  type PersonId,
  personId,
  type State,
  ticketNumber,
  workspaceId,
} from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import type { Facts } from '../../src/domain/verbs/rule.ts';

export const T0 = new Date('2026-11-21T09:00:00Z');
export const later = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);

const person = (id: string, seats: Partial<Person> = {}): Person => ({
  kind: 'person',
  id: personId(id),
  agentOf: [],
  leadOf: [],
  admin: false,
  active: true,
  ...seats,
});
const support = groupKey('support');
export const cast = {
  ana: person('UANA', { agentOf: [support] }),
  kofi: person('UKOFI', { agentOf: [support] }),
  lea: person('ULEA', { leadOf: [support] }),
  mateo: person('UMATEO', { agentOf: [groupKey('billing')] }),
  marta: person('UMARTA'),
  bao: person('UBAO'),
  priya: person('UPRIYA'),
  ada: person('UADA', { admin: true }),
  gone: person('UGONE', { active: false, agentOf: [support] }),
};

/** Somebody in a chain, without a set time. */
export const link = ({ id }: Person) => ({ person: id, minutes: null });

const group = (key: string): Group => ({
  key: groupKey(key),
  name: key,
  kind: 'consultation',
  language: 'en',
  agentsChannel: `C${key.toUpperCase()}`,
  leads: key === 'support' ? [cast.lea.id] : [],
  chain: ['manager_of_assignee', 'it_support'],
  policies: policies.parse({}),
  hours: null,
  sla: sla.parse({}),
});
export const groups = { support: group('support'), billing: group('billing') };

export const facts = (more: Partial<Facts> = {}): Facts => ({
  at: T0,
  group: groups.support,
  target: null,
  targetGroup: null,
  chain: [],
  last: null,
  named: null,
  otherState: null,
  ...more,
});

/** Another ticket than the one that is decided on. */
export const another = (more: Partial<Ticket> = {}) => ({
  ticket: { ...ticketIn('in_progress'), number: ticketNumber(1002), ...more } as Ticket,
  readable: true,
});

/** A ticket of Bao's in any state, Ana's where somebody has it, escalated to Marta where it is escalated. */
export function ticketIn(state: State, more: { assignee?: PersonId } = {}): Ticket {
  const start = born(
    intake.parse({ title: 'VPN drops every hour', content: 'Since Monday.', group: 'support', channel: 'slash' }),
    cast.bao,
    { at: T0, workspace: workspaceId('T1'), number: ticketNumber(1001) },
  );
  const common = { ...start, version: 3, assignedAt: T0 };
  const assignee = more.assignee ?? cast.ana.id;
  const resolution = { reason: 'solved' as const, by: assignee, at: T0, duplicateOf: null, originalDone: false };
  switch (state) {
    case 'new':
      return { ...start, state, assignee: null };
    case 'pending':
      return {
        ...common,
        state,
        assignee,
        pending: { kind: 'requester', waitingFor: 'printer model', wakeAt: later(60), blockedBy: null },
      };
    case 'escalated':
      return {
        ...common,
        state,
        assignee,
        escalation: {
          seq: 3,
          level: 1,
          from: assignee,
          cause: null,
          to: cast.marta.id,
          team: null,
          ask: 'May I?',
          reason: 'Urgent',
          at: T0,
          acknowledgedAt: null,
          ackDueAt: later(30),
          remindedAt: null,
          nudgedAt: null,
          nudgeAt: null,
          asked: [],
          endedAt: null,
        },
      };
    case 'resolved':
      return { ...common, state, assignee, resolution };
    case 'completed':
      return { ...common, state, assignee, resolution };
    case 'cancelled':
      return { ...common, state, assignee, agreement: { by: assignee, note: 'by voice' } };
    case 'workaround':
      return { ...common, state, assignee, workaround: { issue: null } };
    default:
      return { ...common, state, assignee };
  }
}
