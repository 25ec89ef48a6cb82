/** A workspace written down: `worlds/*.yml`, checked, and turned into a state. */
import { z } from 'zod';
import type { Manifest } from './manifest.ts';
import { readPaper } from './paper.ts';

const PersonRow = z.strictObject({
  name: z.string(),
  real_name: z.string(),
  email: z.email(),
  title: z.string().default(''),
  tz: z.string().default('UTC'),
  locale: z.string().default('en-US'),
  manager: z.string().optional(),
  admin: z.boolean().default(false),
  guest: z.boolean().default(false),
});

const MessageRow = z.strictObject({
  from: z.string(),
  text: z.string(),
  minutes_ago: z.number().nonnegative(),
  reactions: z.record(z.string(), z.array(z.string())).default({}),
  replies: z.array(z.strictObject({ from: z.string(), text: z.string() })).default([]),
});

const ChannelRow = z.strictObject({
  name: z.string(),
  private: z.boolean().default(false),
  topic: z.string().default(''),
  purpose: z.string().default(''),
  /** Handles; `all` means everybody who is no guest. */
  members: z.union([z.literal('all'), z.array(z.string())]),
  bot: z.boolean().default(true),
  messages: z.array(MessageRow).default([]),
});

const World = z.strictObject({
  team: z.strictObject({ name: z.string(), domain: z.string() }),
  people: z.array(PersonRow).min(1),
  channels: z.array(ChannelRow).min(1),
  usergroups: z
    .array(
      z.strictObject({
        handle: z.string(),
        name: z.string(),
        description: z.string().default(''),
        members: z.array(z.string()),
      }),
    )
    .default([]),
});

export type World = z.infer<typeof World>;
export type WorldChannel = z.infer<typeof ChannelRow>;

/** `from` is a path, YAML text, or the object itself; handles that no person has are refused. */
export function readWorld(from: unknown): World {
  const world = readPaper('world', World, from);
  const known = new Set(world.people.map((person) => person.name));
  const named = [
    ...world.channels.flatMap((one) => (one.members === 'all' ? [] : one.members)),
    ...world.channels.flatMap((one) => one.messages.flatMap((m) => [m.from, ...m.replies.map((r) => r.from)])),
    ...world.usergroups.flatMap((one) => one.members),
    ...world.people.flatMap((one) => (one.manager === undefined ? [] : [one.manager])),
  ];
  const strange = named.find((name) => !known.has(name));
  if (strange !== undefined) throw new Error(`The world speaks of "${strange}", who is not among its people.`);
  return world;
}

export function botHandle(manifest: Manifest): string {
  return (manifest.features.bot_user?.display_name ?? manifest.display_information.name)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '');
}
