import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { JournalRow } from '../../local-slack/wire.ts';
import { curious, everything } from '../local-slack/all-events.ts';
import { EVENTS } from '../local-slack/event-catalogue.ts';
import { ear } from '../local-slack/listener.ts';
import { manifest, workspace } from '../local-slack/workspace.ts';
import { askEverything } from './asked.ts';
import { APART, LEGACY } from './departures.ts';
import { nearest } from './shapes.ts';

type Json = Record<string, unknown>;

const SAMPLES = new URL('../fixtures/slack/samples/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, SAMPLES), 'utf8'));
const FILES = (read('INDEX.json') as { file: string }[]).map(({ file }) => file);

let rows: JournalRow[] = [];

beforeAll(async () => {
  const sent = Object.entries(EVENTS).filter(([name, row]) => 'sent' in row && name !== 'message');
  const on = await workspace({ manifest: curious(sent.map(([name]) => name)) });
  await ear(on);
  await everything(on);
  const asked = await workspace({
    manifest: manifest((m) => {
      m.oauth_config.scopes.bot.push('channels:manage', 'pins:read', 'channels:write.invites', 'channels:write.topic');
    }),
  });
  await askEverything(asked);
  rows = [...(await on.journal()), ...(await asked.journal())];
}, 120_000);

const nameOf = ({ type, subtype }: Json): string => [type, subtype].filter((one) => typeof one === 'string').join('/');

/** What local-slack really sent or answered of the sample's kind, and the sample itself. */
function counterparts(file: string): [sample: unknown, real: unknown[]] {
  const whole = read(file) as Json;
  const [folder, name = ''] = file.split('/');
  if (folder === 'api_examples') {
    const called = rows.filter((row) => row.kind === 'call' && row.name === name.replace(/\.json$/, ''));
    const bodies = called.map(({ answer }) => (answer as { body: Json }).body);
    return [whole['success'], bodies.filter((body) => body['ok'] === true)];
  }
  const payloads = rows
    .filter((row) => row.kind === 'delivery')
    .map(({ request }) => (request as Json)['payload'] as Json);
  const inner = folder === 'events' ? ((whole['event'] ?? {}) as Json) : whole;
  const same = payloads.filter((one) => nameOf((one['event'] ?? {}) as Json) === nameOf(inner));
  return [whole, folder === 'events' ? same : same.map((one) => one['event'])];
}

/** Why a sample has nothing to be compared with. */
function apart(file: string): string | undefined {
  return APART.find(({ files }) => files.test(file))?.why;
}

test.each(FILES)('%s', (file) => {
  const folder = file.split('/')[0] ?? '';
  const why = apart(file);
  if (!['events', 'events_inner', 'api_examples'].includes(folder))
    return expect(why, 'is it compared, or why not?').toBeTruthy();
  const [sample, real] = counterparts(file);
  if (why !== undefined) return expect(real, 'it is there: compare it').toEqual([]);
  expect(real.length, 'local-slack sends nothing like it').toBeGreaterThan(0);
  const lacking = nearest(sample, real)?.filter(({ at }) => !LEGACY.some((one) => one.keys.test(at)));
  expect(lacking).toEqual([]);
});
