import type { Connection } from '../../src/db/connect.ts';
import * as t from '../../src/db/schema.ts';
import { policies, type ChainStep, type Policies, sla, type Sla } from '../../src/domain/group.ts';
import { hours, type Hours } from '../../src/domain/hours.ts';
import { personId, workspaceId } from '../../src/domain/language.ts';

/** Three groups on three continents, with all that the clock may have to do for them. */
export const WORKSPACE = workspaceId('T0YEAR');
/** A year that is still to come whenever this is run, so that no moment of it lies in the real past. */
export const YEAR = 2031;
export const NAMES = ['rome', 'newyork', 'seoul'] as const;
export type GroupName = (typeof NAMES)[number];
export type Place = {
  /** By so much its wall clock is ahead of UTC, roughly: when people are likely to be there. */
  ahead: number;
  hours: Hours;
  policies: Policies;
  sla: Sla;
  chain: readonly ChainStep[];
  /** Days near which much happens: the clocks are moved, or nobody is there. */
  special: readonly string[];
};

const idOf = (name: string) => personId(`U0${name.toUpperCase()}`);
export const REQUESTERS = Array.from({ length: 20 }, (_, index) => idOf(`req${index}`));
export const agentsOf = (group: GroupName) => [1, 2, 3].map((nth) => idOf(`${group}agent${nth}`));
export const leadOf = (group: GroupName) => idOf(`${group}lead`);
/** Above the agents of a group, nearest first. */
export const managersOf = (group: GroupName) => [idOf(`${group}boss1`), idOf(`${group}boss2`), idOf('chief')] as const;
/** Those of a rota, who have a set time each. */
export const ON_CALL = [idOf('rota1'), idOf('rota2')] as const;
export const ON_CALL_MINUTES = 20;

const everyDay = (days: readonly string[], spans: readonly string[]) =>
  Object.fromEntries(days.map((day) => [day, spans]));
const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const closed = (...dates: string[]) => dates.map((date) => ({ date }));

export const PLACES: Record<GroupName, Place> = {
  rome: {
    ahead: 1,
    hours: hours.parse({
      zone: 'Europe/Rome',
      week: { ...everyDay(WORKDAYS, ['09:00-13:00', '14:00-18:00']), saturday: ['09:00-12:00'] },
      holidays: closed('01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '12-25', '12-26', '2031-04-14'),
    }),
    policies: policies.parse({ escalate_on: ['breach', 'urgent_unassigned', 'unhappy', 'reopened'] }),
    sla: sla.parse({
      first_response: 240,
      next_response: 180,
      resolution: 960,
      root_cause: 1200,
      priorities: { urgent: { first_response: 10, resolution: 240 } },
    }),
    chain: ['manager_of_assignee', 'it_support'],
    special: ['2031-03-30', '2031-10-26', '2031-04-14', '2031-08-15', '2031-06-02'],
  },
  newyork: {
    ahead: -5,
    hours: hours.parse({
      zone: 'America/New_York',
      // A night shift in which the clocks are moved.
      week: { ...everyDay(WORKDAYS, ['08:30-17:30']), sunday: ['00:00-06:00'] },
      holidays: closed('01-01', '07-04', '12-25', '2031-05-26', '2031-09-01', '2031-11-27'),
    }),
    policies: policies.parse({
      auto_assign: 'least_loaded',
      reoffer_minutes: 95,
      remind_days: 2,
      nudge_hours: 2,
      escalate_on: ['unhappy', 'reopened'],
    }),
    sla: sla.parse({ first_response: 120, resolution: 960, pauses_in: ['dependency'] }),
    chain: [
      { person: idOf('newyorkboss1') },
      {
        on_call: { people: [...ON_CALL], every: 'week', from: '2031-01-01', zone: 'America/New_York' },
        minutes: ON_CALL_MINUTES,
      },
      'it_support',
    ],
    special: ['2031-03-09', '2031-11-02', '2031-07-04', '2031-05-26', '2031-11-27'],
  },
  seoul: {
    ahead: 9,
    hours: hours.parse({
      zone: 'Asia/Seoul',
      week: everyDay([...WORKDAYS, 'saturday'], ['10:00-19:00']),
      holidays: closed('01-01', '03-01', '05-05', '06-06', '08-15', '10-03', '10-09', '12-25', '2031-01-23'),
    }),
    policies: policies.parse({
      ack_minutes: 45,
      remind_days: 5,
      no_response_days: 3,
      escalate_on: ['urgent_unassigned'],
    }),
    sla: sla.parse({
      first_response: 120,
      next_response: 60,
      resolution: 240,
      root_cause: 2400,
      pauses_in: ['check'],
      priorities: { low: { resolution: 1440 } },
    }),
    chain: ['manager_of_assignee'],
    special: ['2031-03-01', '2031-05-05', '2031-10-03', '2031-01-23'],
  },
};

/** Puts the groups and their people into an empty, migrated database. */
export async function settle({ db }: Pick<Connection, 'db'>): Promise<void> {
  const workspace = WORKSPACE;
  const person = (id: string, manager: string | null = null) => ({ workspace, id, name: id, manager });
  const seat = (groupKey: string, id: string, role: 'agent' | 'lead') => ({
    workspace,
    groupKey,
    person: id,
    role,
    source: 'explicit' as const,
  });
  await db.transaction(async (tx) => {
    await tx.insert(t.workspaces).values({ id: workspace, name: 'Year', itSupportGroup: 'it' });
    await tx.insert(t.groups).values([
      ...NAMES.map((key, position) => {
        const { hours, policies, sla, chain } = PLACES[key];
        return {
          workspace,
          key,
          name: key,
          agentsChannel: `C0${key.toUpperCase()}`,
          position,
          hours,
          policies,
          sla,
          chain,
        };
      }),
      { workspace, key: 'it', name: 'IT', kind: 'issue' as const, agentsChannel: 'C0IT', position: NAMES.length },
    ]);
    await tx.insert(t.people).values([
      ...[...REQUESTERS, ...ON_CALL, idOf('chief'), idOf('itlead')].map((id) => person(id)),
      ...NAMES.flatMap((key) => {
        const [first, second, third] = managersOf(key);
        return [
          ...[...agentsOf(key), leadOf(key)].map((id) => person(id, first)),
          person(first, second),
          person(second, third),
        ];
      }),
    ]);
    await tx
      .insert(t.groupMembers)
      .values([
        seat('it', idOf('itlead'), 'lead'),
        ...NAMES.flatMap((key) => [
          seat(key, leadOf(key), 'lead'),
          ...agentsOf(key).map((id) => seat(key, id, 'agent')),
        ]),
      ]);
  });
}
