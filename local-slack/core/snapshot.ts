/** A workspace on paper: read back whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { State } from './model.ts';

const VERSION = 1;
const rec = z.record(z.string(), z.looseObject({ id: z.string() }));

const Snapshot = z.looseObject({
  version: z.literal(VERSION),
  team: z.looseObject({ id: z.string(), name: z.string(), domain: z.string() }),
  app: z.looseObject({ id: z.string(), bot_id: z.string(), bot: z.string() }),
  users: rec,
  channels: rec,
  messages: z.record(z.string(), z.array(z.looseObject({ ts: z.string(), channel: z.string() }))),
  ephemerals: z.array(z.looseObject({})),
  files: rec,
  views: rec,
  stacks: z.record(z.string(), z.array(z.string())),
  homes: z.record(z.string(), z.string()),
  groups: z.array(z.looseObject({})),
  response_urls: rec,
  scheduled: rec.default({}),
  executions: rec.default({}),
  agent_threads: z.record(z.string(), z.looseObject({})).default({}),
  entity_requests: z.record(z.string(), z.looseObject({})).default({}),
  last_ts: z.string(),
  minted: z.number(),
  ahead_ms: z.number(),
});

export function toSnapshot(state: State): State & { version: number } {
  return { version: VERSION, ...structuredClone(state) };
}

/** Open modals do not survive: their pages are gone. */
export function fromSnapshot(given: unknown): State {
  const { version: _version, ...whole } = Snapshot.parse(given);
  const state = structuredClone(whole) as unknown as State;
  for (const id of Object.values(state.stacks).flat()) delete state.views[id];
  state.stacks = {};
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
