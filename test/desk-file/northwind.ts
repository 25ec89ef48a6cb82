import type { Directory } from '../../src/desk-file/directory.ts';
import type { Connection } from '../../src/db/connect.ts';
import * as t from '../../src/db/schema.ts';

/** What Slack knows of Northwind, whose desk is `desk.yml`. */
export const NORTHWIND = { id: 'T0NORTH', name: 'Northwind' };

const NAMES = [
  'ana',
  'kofi',
  'lea',
  'mateo',
  'yuki',
  'sven',
  'nora',
  'marta',
  'omar',
  'bao',
  'giulia',
  'priya',
  'min',
  'admin',
  'dora',
];
export const idOf = (name: string) => `U0${name.toUpperCase()}`;
const channel = (name: string, isPrivate: boolean) => ({
  id: `C0${name.toUpperCase().replace('-', '')}`,
  name,
  private: isPrivate,
  member: true,
});

export const directory: Directory = {
  people: NAMES.map((name) => ({ id: idOf(name), name, email: `${name}@northwind.example` })),
  channels: [
    ...['support-desk', 'billing-desk', 'it-desk'].map((name) => channel(name, true)),
    ...['ask-support', 'ask-billing', 'ask-it', 'general'].map((name) => channel(name, false)),
  ],
};

/** Who sits in the agents' channels. */
export async function takeSeats({ db }: Pick<Connection, 'db'>, workspace = NORTHWIND.id): Promise<void> {
  const members = { support: ['ana', 'kofi', 'lea'], billing: ['mateo', 'yuki'], it: ['sven', 'nora'] };
  const known = Object.values(members).flat();
  const others = NAMES.filter((name) => !known.includes(name));
  await db
    .insert(t.people)
    .values([...known, ...others].map((name) => ({ workspace, id: idOf(name), name })))
    .onConflictDoNothing();
  await db.insert(t.groupMembers).values(
    Object.entries(members).flatMap(([groupKey, names]) =>
      names.map((name) => ({
        workspace,
        groupKey,
        person: idOf(name),
        role: 'agent' as const,
        source: 'channel' as const,
      })),
    ),
  );
}
