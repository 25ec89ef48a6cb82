/** A workspace on paper: read back whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { State } from './model.ts';

const VERSION = 1;
const s = z.string();
const flag = z.boolean();
const list = z.array(z.looseObject({}));
const rec = z.record(s, z.looseObject({ id: s }));

/** What everybody's page draws has to be there: a file without it would leave a workspace that nobody can open. */
const User = z.looseObject({
  id: s,
  name: s,
  real_name: s,
  title: s,
  email: s,
  tz: s,
  locale: s,
  color: s,
  deleted: flag,
});
const Channel = z.looseObject({
  id: s,
  name: s,
  kind: z.enum(['public', 'private', 'im', 'mpim']),
  topic: s,
  archived: flag,
  members: z.array(s),
  read: z.record(s, s),
});
const Stored = z.looseObject({
  channel: s,
  ts: s,
  user: s,
  text: s,
  blocks: list,
  attachments: list,
  replies: z.array(s),
  reactions: z.array(z.looseObject({ name: s, users: z.array(s) })),
  files: z.array(s),
});
const StoredFile = z.looseObject({ id: s, name: s, mimetype: s, size: z.number(), user: s });

const Snapshot = z.looseObject({
  version: z.literal(VERSION),
  team: z.looseObject({ id: s, name: s, domain: s }),
  app: z.looseObject({ id: s, bot_id: s, bot: s }),
  users: z.record(s, User),
  channels: z.record(s, Channel),
  messages: z.record(s, z.array(Stored)),
  ephemerals: z.array(Stored),
  files: z.record(s, StoredFile),
  views: rec,
  stacks: z.record(s, z.array(s)),
  homes: z.record(s, s),
  groups: z.array(z.looseObject({})),
  response_urls: rec,
  scheduled: rec.default({}),
  redeliveries: z.record(s, z.looseObject({})).default({}),
  executions: rec.default({}),
  agent_threads: z.record(s, z.looseObject({})).default({}),
  entity_requests: z.record(s, z.looseObject({})).default({}),
  last_ts: s,
  minted: z.number(),
  ahead_ms: z.number(),
});

export function toSnapshot(state: State): State & { version: number } {
  return { version: VERSION, ...structuredClone(state) };
}

/** Open modals are still open, as they are for a person whose Slack was away for a moment; a submission under way is not. */
export function fromSnapshot(given: unknown): State {
  const { version: _version, ...whole } = Snapshot.parse(given);
  const state = structuredClone(whole) as unknown as State;
  for (const view of Object.values(state.views)) view.busy = false;
  return state;
}

export function loadSnapshot(file: string): State | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return fromSnapshot(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`The workspace kept in ${file} cannot be read: move it away to begin a new one.`, { cause: error });
  }
}

/** Written beside and moved over, so that a crash leaves the old one. */
export function saveSnapshot(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ version: VERSION, ...state }));
  renameSync(`${file}.new`, file);
}
