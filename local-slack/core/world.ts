/** A workspace written down: a seed file such as `worlds/*.yml`, checked. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Manifest } from './manifest.ts';
import { readPaper } from './paper.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
/** An office with a few people and channels, for any app. */
export const OFFICE = join(HERE, '..', 'worlds', 'office.yml');

const Handle = z.string().regex(/^[a-z0-9._-]{1,80}$/, 'a handle has 1 to 80 of a-z, 0-9, ".", "_" and "-"');
const ChannelName = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u, 'a channel has 1 to 80 lower case letters, digits, "_" and "-", and no "#"');

const PersonRow = z.strictObject({
  name: Handle,
  real_name: z.string().min(1),
  email: z.email('no e-mail address'),
  title: z.string().default(''),
  phone: z.string().optional(),
  tz: z.string().refine(isZone, 'no time zone, such as Europe/Paris').default('UTC'),
  locale: z.string().refine(isLocale, 'no locale, such as en-GB').default('en-US'),
  manager: Handle.optional(),
  admin: z.boolean().default(false),
  guest: z.boolean().default(false),
});

const MessageRow = z.strictObject({
  from: Handle,
  text: z.string(),
  minutes_ago: z.number().nonnegative(),
  reactions: z.record(z.string(), z.array(Handle)).default({}),
  replies: z.array(z.strictObject({ from: Handle, text: z.string() })).default([]),
});

const ChannelRow = z.strictObject({
  name: ChannelName,
  private: z.boolean().default(false),
  topic: z.string().default(''),
  purpose: z.string().default(''),
  /** Handles; `all` means everybody who is no guest. */
  members: z.union([z.literal('all'), z.array(Handle)], '"all", or a list of handles').default('all'),
  bot: z.boolean().default(true),
  messages: z.array(MessageRow).default([]),
});

const GroupRow = z.strictObject({
  handle: Handle,
  name: z.string(),
  description: z.string().default(''),
  members: z.array(Handle),
});

const Whole = z.strictObject({
  team: z.strictObject({ name: z.string().min(1), domain: z.string().min(1) }),
  people: z.array(PersonRow).min(1),
  channels: z.array(ChannelRow).min(1),
  usergroups: z.array(GroupRow).default([]),
});

export type World = z.infer<typeof Whole>;
export type WorldChannel = z.infer<typeof ChannelRow>;

type Place = (string | number)[];
type Named = [name: string, at: Place];

const Checked = Whole.superRefine((world, context) => {
  const fault = (path: Place, message: string): void => context.addIssue({ code: 'custom', path, message });
  const known = new Set(world.people.map(({ name }) => name));
  for (const [name, at] of named(world)) if (!known.has(name)) fault(at, `"${name}" is not among the people`);
  for (const [list, key] of [
    ['people', 'name'],
    ['channels', 'name'],
    ['usergroups', 'handle'],
  ] as const) {
    const names = world[list].map((one) => String(Reflect.get(one, key)));
    for (const [n, name] of names.entries())
      if (names.indexOf(name) < n) fault([list, n, key], `"${name}" is there twice`);
  }
});

/** Every handle that a world speaks of, with its place. */
function named({ people, channels, usergroups }: World): Named[] {
  const each = (names: string[], at: Place): Named[] => names.map((name, n) => [name, [...at, n]]);
  return [
    ...people.flatMap(({ manager }, n): Named[] =>
      manager === undefined ? [] : [[manager, ['people', n, 'manager']]],
    ),
    ...usergroups.flatMap(({ members }, n) => each(members, ['usergroups', n, 'members'])),
    ...channels.flatMap(({ members, messages }, n) => [
      ...(members === 'all' ? [] : each(members, ['channels', n, 'members'])),
      ...messages.flatMap((message, m) => spoken(message, ['channels', n, 'messages', m])),
    ]),
  ];
}

function spoken({ from, reactions, replies }: z.infer<typeof MessageRow>, at: Place): Named[] {
  return [
    [from, [...at, 'from']],
    ...replies.map((reply, r): Named => [reply.from, [...at, 'replies', r, 'from']]),
    ...Object.entries(reactions).flatMap(([emoji, names]) =>
      names.map((name, n): Named => [name, [...at, 'reactions', emoji, n]]),
    ),
  ];
}

function isZone(name: string): boolean {
  return holds(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

function isLocale(name: string): boolean {
  return holds(() => new Intl.Locale(name));
}

function holds(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

/** `from` is a path, YAML text, or the object itself; handles that no person has are refused. */
export function readWorld(from: unknown = OFFICE): World {
  return readPaper('seed file', Checked, from);
}

export function botHandle(manifest: Manifest): string {
  return (manifest.features.bot_user?.display_name ?? manifest.display_information.name)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '');
}
