import { isDeepStrictEqual } from 'node:util';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { MOVED } from '../db/closed.ts';
import type { Connection } from '../db/connect.ts';
import * as t from '../db/schema.ts';
import { chainStep, policies, sla } from '../domain/group.ts';
import { hours } from '../domain/hours.ts';
import { bannedInSlack, readBanned, writeBanned } from './banned.ts';
import { goneTypes, policiesInSlack } from './policies.ts';
import { readTemplates, templatesInSlack, writeTemplates } from './templates.ts';
import { readTriggers, writeTriggers, writtenInSlack } from './trigger-rows.ts';
import { readTypes, takenInSlack, typesInSlack, writeTypes } from './type-rows.ts';
import {
  type DeskOutline,
  emptyDesk,
  type GroupOutline,
  NOTHING_SAID,
  type PersonOutline,
  saysNothing,
  type WrittenInSlack,
} from './outline.ts';

export type Database = Connection['db'];
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** A manager who was read from a profile is no part of what the desk says. */
const SAID_HERE = sql<string | null>`case when ${t.people.managerSource} <> 'slack' then ${t.people.manager} end`;

/** The desk as the database has it; empty when it has none. */
export async function readDesk(db: Database | Transaction, workspace: string): Promise<DeskOutline> {
  const [home] = await db.select().from(t.workspaces).where(eq(t.workspaces.id, workspace));
  if (!home) return emptyDesk;
  const people = await readPeople(db, workspace);
  return {
    itSupport: home.itSupportGroup,
    managerField: home.managerField,
    people: new Map([...people].filter(([, person]) => !saysNothing(person))),
    groups: await readGroups(db, workspace),
    types: await readTypes(db, workspace),
    triggers: await readTriggers(db, workspace),
    banned: await readBanned(db, workspace),
    templates: await readTemplates(db, workspace),
    written: await written(db, workspace),
    taken: await takenInSlack(db, workspace),
  };
}

/** What was written in Slack since a file was last applied, as the difference calls it. */
async function written(db: Database | Transaction, workspace: string): Promise<ReadonlyMap<string, WrittenInSlack>> {
  const all = await Promise.all([
    writtenInSlack(db, workspace),
    templatesInSlack(db, workspace),
    bannedInSlack(db, workspace),
    policiesInSlack(db, workspace),
    typesInSlack(db, workspace),
  ]);
  return new Map(all.flat().flatMap(({ of, by, at }) => (by && at ? [[of, { by, at }]] : [])));
}

/** What the desk says of everybody whom it knows. */
async function readPeople(db: Database | Transaction, workspace: string): Promise<Map<string, PersonOutline>> {
  const { id, admin, capacity, hours: its, skills } = t.people;
  const rows = await db
    .select({ id, manager: SAID_HERE, admin, capacity, hours: its, skills })
    .from(t.people)
    .where(eq(t.people.workspace, workspace))
    .orderBy(id);
  return new Map(rows.map(({ id: person, ...row }) => [person, { ...row, hours: hours.nullable().parse(row.hours) }]));
}

async function readGroups(db: Database | Transaction, workspace: string): Promise<GroupOutline[]> {
  const rows = await db
    .select()
    .from(t.groups)
    .where(eq(t.groups.workspace, workspace))
    .orderBy(t.groups.position, t.groups.key);
  const requests = await db
    .select()
    .from(t.requestChannels)
    .where(eq(t.requestChannels.workspace, workspace))
    .orderBy(t.requestChannels.channel);
  const seats = await db
    .select()
    .from(t.groupMembers)
    .where(and(eq(t.groupMembers.workspace, workspace), eq(t.groupMembers.source, 'explicit')))
    .orderBy(t.groupMembers.person);
  return rows.map((row) => {
    const seatsAs = (role: 'agent' | 'lead') =>
      seats.flatMap((seat) => (seat.groupKey === row.key && seat.role === role ? [seat.person] : []));
    return {
      key: row.key,
      name: row.name,
      kind: row.kind,
      language: row.language,
      channel: row.agentsChannel,
      requestChannels: requests.flatMap((request) => (request.groupKey === row.key ? [request.channel] : [])),
      leads: seatsAs('lead'),
      agents: seatsAs('agent'),
      chain: z.array(chainStep).parse(row.chain),
      policies: policies.parse(row.policies),
      hours: hours.nullable().parse(row.hours),
      sla: sla.parse(row.sla),
    };
  });
}

type Target = { id: string; name: string };
type Card = { id: string; name: string; email: string | null };

/** Makes the desk of the database what the outline says. Seats that come from a channel are left alone. */
export async function writeDesk(
  tx: Transaction,
  workspace: Target,
  after: DeskOutline,
  cards: readonly Card[],
): Promise<void> {
  const home = { itSupportGroup: after.itSupport, managerField: after.managerField };
  await tx
    .insert(t.workspaces)
    .values({ ...workspace, ...home })
    .onConflictDoUpdate({ target: t.workspaces.id, set: home });
  await writePeople(tx, workspace.id, after, cards);
  await writeGroups(tx, workspace.id, after.groups);
  await writeTypes(tx, workspace.id, after.types);
  await dropGroups(tx, workspace.id, after.groups);
  await writeTriggers(tx, workspace.id, after.triggers);
  await writeBanned(tx, workspace.id, after.banned);
  await writeTemplates(tx, workspace.id, after.templates);
}

/** People are known before Slack's list has been read: whoever has a seat gets a row, which that list completes. */
async function writePeople(
  tx: Transaction,
  workspace: string,
  { people, groups }: DeskOutline,
  cards: readonly Card[],
) {
  const seated = new Set([...people.keys(), ...groups.flatMap(({ leads, agents }) => [...leads, ...agents])]);
  for (const { manager } of people.values()) if (manager !== null) seated.add(manager);
  const rows = cards.filter(({ id }) => seated.has(id)).map(({ id, name, email }) => ({ workspace, id, name, email }));
  if (rows.length > 0) await tx.insert(t.people).values(rows).onConflictDoNothing();
  for (const [id, was] of await readPeople(tx, workspace)) {
    const { manager, ...wanted } = people.get(id) ?? NOTHING_SAID;
    if (isDeepStrictEqual(was, { manager, ...wanted })) continue;
    const moved = was.manager === manager ? {} : { manager, managerSource: 'desk' as const };
    await tx
      .update(t.people)
      .set({ ...wanted, skills: [...wanted.skills], ...moved })
      .where(and(eq(t.people.workspace, workspace), eq(t.people.id, id)));
  }
}

async function writeGroups(tx: Transaction, workspace: string, groups: readonly GroupOutline[]): Promise<void> {
  const before = await tx.select().from(t.groups).where(eq(t.groups.workspace, workspace));
  for (const [position, { key, name, kind, language, channel, chain, policies, hours, sla }] of groups.entries()) {
    const was = before.find((row) => row.key === key);
    const goneProcessing = was ? goneTypes(was, policies) : [];
    const row = { name, kind, language, agentsChannel: channel, chain, policies, hours, sla, position, goneProcessing };
    await tx
      .insert(t.groups)
      .values({ workspace, key, ...row })
      .onConflictDoUpdate({ target: [t.groups.workspace, t.groups.key], set: row });
  }
  await tx.delete(t.requestChannels).where(eq(t.requestChannels.workspace, workspace));
  await tx
    .delete(t.groupMembers)
    .where(and(eq(t.groupMembers.workspace, workspace), eq(t.groupMembers.source, 'explicit')));
  const requests = groups.flatMap(({ key, requestChannels }) =>
    requestChannels.map((channel) => ({ workspace, channel, groupKey: key })),
  );
  const seats = groups.flatMap(({ key, leads, agents }) => [
    ...leads.map((person) => ({ person, role: 'lead' as const, groupKey: key })),
    ...agents.map((person) => ({ person, role: 'agent' as const, groupKey: key })),
  ]);
  const moved = groups.filter(({ key, channel }) =>
    before.some((row) => row.key === key && row.agentsChannel !== channel),
  );
  if (moved.length > 0) await moveCards(tx, workspace, moved);
  if (requests.length > 0) await tx.insert(t.requestChannels).values(requests);
  if (seats.length > 0)
    await tx.insert(t.groupMembers).values(seats.map((seat) => ({ workspace, source: 'explicit' as const, ...seat })));
}

async function moveCards(tx: Transaction, workspace: string, groups: readonly GroupOutline[]): Promise<void> {
  const keys = JSON.stringify(groups.map(({ key }) => key));
  const given = sql`given as (select ${workspace}::text as workspace, ${keys}::text::jsonb as keys)`;
  await tx.execute(sql`with ${given}, ${sql.raw(MOVED)}`);
}

async function dropGroups(tx: Transaction, workspace: string, staying: readonly GroupOutline[]): Promise<void> {
  const keys = staying.map(({ key }) => key);
  const rows = await tx.select({ key: t.groups.key }).from(t.groups).where(eq(t.groups.workspace, workspace));
  const going = rows.map(({ key }) => key).filter((key) => !keys.includes(key));
  if (going.length === 0) return;
  await tx
    .delete(t.groupMembers)
    .where(and(eq(t.groupMembers.workspace, workspace), inArray(t.groupMembers.groupKey, going)));
  await tx.delete(t.groups).where(and(eq(t.groups.workspace, workspace), inArray(t.groups.key, going)));
}

/** How many tickets stand in each group. */
export async function ticketsByGroup(db: Database | Transaction, workspace: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ key: t.tickets.groupKey, tickets: count() })
    .from(t.tickets)
    .where(eq(t.tickets.workspace, workspace))
    .groupBy(t.tickets.groupKey);
  return new Map(rows.map(({ key, tickets }) => [key, tickets]));
}
