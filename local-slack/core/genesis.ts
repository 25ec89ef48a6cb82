/** The first state of a workspace, made from a world and a manifest. */
import { keptName } from '../page/emoji/find.ts';
import type { Clock } from './clock.ts';
import { createMint } from './mint.ts';
import type { Channel, State, Stored, Ts, User } from './model.ts';
import { richText } from './rich-text.ts';
import { typed } from './text.ts';
import type { Manifest } from './manifest.ts';
import { type World, type WorldChannel, botHandle } from './world.ts';

/** White letters on them can be read. */
const COLORS = [
  '#4871C0',
  '#A95E47',
  '#397F72',
  '#9B5BA9',
  '#986919',
  '#418141',
  '#BD4C70',
  '#5C68CE',
  '#267B97',
  '#97694D',
  '#6C7827',
  '#A0527A',
  '#B05846',
  '#667480',
  '#1B7E92',
  '#8B59CC',
];

function empty(world: World): State {
  const { name, domain } = world.team;
  return {
    team: { id: '', name, domain },
    app: { id: '', bot_id: '', bot: '' },
    users: {},
    channels: {},
    messages: {},
    ephemerals: [],
    files: {},
    views: {},
    stacks: {},
    homes: {},
    groups: [],
    response_urls: {},
    scheduled: {},
    redeliveries: {},
    executions: {},
    agent_threads: {},
    entity_requests: {},
    last_ts: '0000000000.000000',
    minted: 0,
    ahead_ms: 0,
  };
}

type Making = { state: State; clock: Clock; mint: ReturnType<typeof createMint>; idOf: (name: string) => string };

export function genesis(world: World, manifest: Manifest, clock: Clock, seed: number): State {
  const state = empty(world);
  const mint = createMint(seed, clock, () => state);
  state.team.id = mint.id('T');
  state.app = { id: mint.id('A'), bot_id: mint.id('B'), bot: mint.id('U') };
  const ids = new Map(world.people.map((person) => [person.name, mint.id('U')]));
  const idOf = (name: string): string => ids.get(name) ?? '';
  const making = { state, clock, mint, idOf };
  people(making, world, manifest);
  state.groups = world.usergroups.map(({ handle, name, description, members }) => ({
    id: mint.id('S'),
    handle,
    name,
    description,
    users: members.map(idOf),
  }));
  for (const row of world.channels) channel(making, world, row);
  talk(making, world);
  return state;
}

function people({ state, clock, idOf }: Making, world: World, manifest: Manifest): void {
  const updated = Math.floor(clock.now() / 1000);
  const common = { is_bot: false, deleted: false, updated };
  for (const [n, row] of world.people.entries()) {
    const { name, real_name, title, email, tz, locale } = row;
    const user: User = {
      id: idOf(name),
      name,
      real_name,
      title,
      email,
      tz,
      locale,
      ...common,
      color: COLORS[n % COLORS.length] ?? '#888888',
      is_admin: row.admin,
      is_restricted: row.guest,
      ...(row.phone !== undefined && { phone: row.phone }),
    };
    state.users[user.id] = row.manager === undefined ? user : { ...user, manager: idOf(row.manager) };
  }
  const bot = {
    name: botHandle(manifest),
    real_name: manifest.display_information.name,
    title: '',
    email: '',
    tz: 'UTC',
    locale: 'en-US',
    color: '#4A154B',
  };
  state.users[state.app.bot] = {
    ...bot,
    ...common,
    id: state.app.bot,
    is_bot: true,
    is_admin: false,
    is_restricted: false,
  };
}

function channel({ state, clock, mint, idOf }: Making, world: World, row: WorldChannel): void {
  const everybody = world.people.filter((person) => !person.guest).map((person) => person.name);
  const names = row.members === 'all' ? everybody : row.members;
  const members = [...names.map(idOf), ...(row.bot ? [state.app.bot] : [])];
  const made: Channel = {
    id: mint.id('C'),
    name: row.name,
    kind: row.private ? 'private' : 'public',
    topic: row.topic,
    purpose: row.purpose,
    created: Math.floor(clock.now() / 1000) - 90 * 86_400,
    creator: members[0] ?? state.app.bot,
    archived: false,
    general: row.name === 'general',
    members,
    read: {},
    bookmarks: [],
  };
  state.channels[made.id] = made;
}

type Line = { channel: Channel; row: WorldChannel['messages'][number] };

/** Oldest first over all channels, for `ts` rises through the whole workspace. */
function talk(making: Making, world: World): void {
  const { state, clock, mint, idOf } = making;
  const byName = new Map(Object.values(state.channels).map((one) => [one.name, one]));
  const lines = world.channels.flatMap(({ name, messages }): Line[] => {
    const channel = byName.get(name);
    return channel ? messages.map((row) => ({ channel, row })) : [];
  });
  for (const { channel, row } of lines.sort((a, b) => b.row.minutes_ago - a.row.minutes_ago)) {
    const at = clock.now() - row.minutes_ago * 60_000;
    const message = said(making, channel, row.from, row.text, at);
    message.reactions = Object.entries(row.reactions).map(([name, users]) => ({
      name: keptName(name) ?? name,
      users: users.map(idOf),
    }));
    for (const [n, reply] of row.replies.entries()) {
      message.thread_ts = message.ts;
      message.replies.push(said(making, channel, reply.from, reply.text, at + (n + 1) * 45_000, message.ts).ts);
    }
  }
  const now = mint.ts();
  for (const one of Object.values(state.channels)) {
    for (const member of one.members) one.read[member] = now;
  }
}

function said(
  { state, mint, idOf }: Making,
  channel: Channel,
  from: string,
  words: string,
  at: number,
  thread_ts?: Ts,
): Stored {
  const text = typed({ state }, words);
  const message: Stored = {
    channel: channel.id,
    ts: mint.ts(at),
    user: idOf(from),
    text,
    blocks: [richText(text, mint.hex(5))],
    attachments: [],
    from_app: false,
    client_msg_id: mint.uuid(),
    thread_ts,
    replies: [],
    broadcast: false,
    reactions: [],
    files: [],
    tombstone: false,
  };
  (state.messages[channel.id] ??= []).push(message);
  return message;
}
