import { eq } from 'drizzle-orm';
import * as t from '../db/schema.ts';
import type { Database, Transaction } from './database.ts';

export type KnownPerson = { id: string; name: string; email: string | null; active?: boolean };
export type KnownChannel = { id: string; name: string; private: boolean; /** The bot sits in it. */ member: boolean };

/** Who and what exists in Slack: turns the names of the desk file into ids. */
export type Directory = { people: readonly KnownPerson[]; channels: readonly KnownChannel[] };

/** Ids into names and back. People are found by e-mail or id, channels by name or id. */
export type Names = ReturnType<typeof namesIn>;

export function namesIn({ people, channels }: Directory) {
  // Of several accounts with one e-mail the active one is meant.
  const sorted = people.toSorted((a, b) => Number(a.active ?? true) - Number(b.active ?? true));
  const byName = new Map(sorted.flatMap((one) => (one.email ? [[one.email.toLowerCase(), one]] : [])));
  const byId = new Map(people.map((one) => [one.id, one]));
  const channelByName = new Map(channels.map((one) => [one.name, one]));
  const channelById = new Map(channels.map((one) => [one.id, one]));
  return {
    findPerson: (name: string): KnownPerson | undefined => byName.get(name.toLowerCase()) ?? byId.get(name),
    findChannel: (name: string): KnownChannel | undefined => channelByName.get(name) ?? channelById.get(name),
    person(id: string): string {
      const email = byId.get(id)?.email?.toLowerCase();
      return email !== undefined && byName.get(email)?.id === id ? email : id;
    },
    channel: (id: string): string => channelById.get(id)?.name ?? id,
  };
}

/** What the desk knows without asking Slack. It keeps no names of channels: they stand for themselves. */
export async function directoryOf(db: Database | Transaction, workspace: string): Promise<Directory> {
  const [people, groups, requests] = await Promise.all([
    db
      .select({ id: t.people.id, name: t.people.name, email: t.people.email, active: t.people.active })
      .from(t.people)
      .where(eq(t.people.workspace, workspace)),
    db.select({ id: t.groups.agentsChannel }).from(t.groups).where(eq(t.groups.workspace, workspace)),
    db
      .select({ id: t.requestChannels.channel })
      .from(t.requestChannels)
      .where(eq(t.requestChannels.workspace, workspace)),
  ]);
  const ids = [...groups, ...requests].flatMap(({ id }) => (id === null ? [] : [id]));
  return { people, channels: ids.map((id) => ({ id, name: id, private: true, member: true })) };
}

/** What the first does not know, the second tells. */
export function joined(first: Directory, second: Directory): Directory {
  const also = <One extends { id: string }>(known: readonly One[], more: readonly One[]) => [
    ...known,
    ...more.filter(({ id }) => !known.some((one) => one.id === id)),
  ];
  return { people: also(first.people, second.people), channels: also(first.channels, second.channels) };
}
