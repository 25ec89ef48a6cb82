import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { JournalRow } from '../../local-slack/wire.ts';
import { curious, everything } from '../local-slack/all-events.ts';
import { EVENTS } from '../local-slack/event-catalogue.ts';
import { ear } from '../local-slack/listener.ts';
import { everything as whole } from '../local-slack/refusals/stage.ts';
import { manifest, workspace } from '../local-slack/workspace.ts';
import { askEverything } from './asked.ts';
import { APART, LEGACY } from './departures.ts';
import { frames, pressEverything } from './pressed.ts';
import { nearest } from './shapes.ts';

type Json = Record<string, unknown>;

const SAMPLES = new URL('../fixtures/slack/samples/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, SAMPLES), 'utf8'));
const FILES = (read('INDEX.json') as { file: string }[]).map(({ file }) => file);

let rows: JournalRow[] = [];
let framed: Json[] = [];

beforeAll(async () => {
  const sent = Object.entries(EVENTS).filter(([name, row]) => 'sent' in row && name !== 'message');
  const on = await workspace({ manifest: curious(sent.map(([name]) => name)) });
  await ear(on);
  await everything(on);
  const asked = await workspace({ manifest: whole() });
  await askEverything(asked);
  const pressed = await workspace({ manifest: pressable() });
  framed = await frames(pressed);
  await pressEverything(pressed);
  rows = [...(await on.journal()), ...(await asked.journal()), ...(await pressed.journal())];
}, 120_000);

function pressable(): unknown {
  return manifest((m) => {
    m.oauth_config.scopes.bot.push('links:read', 'links:write');
    const shortcut = (type: string, callback_id: string): object => ({
      type,
      callback_id,
      name: callback_id,
      description: 'd',
    });
    m.features['unfurl_domains'] = ['t.example'];
    m.features['shortcuts'] = [shortcut('global', 'pressed'), shortcut('message', 'pressed-message')];
  });
}

const nameOf = ({ type, subtype }: Json): string => [type, subtype].filter((one) => typeof one === 'string').join('/');

/** A command has no `type`; clicks differ by where they stand, links by where they were written, forms by what they are. */
function isLike(one: Json, sample: Json): boolean {
  const name = ({ type, command, source, container, view }: Json): string => {
    const [place, form] = [container, view].map((part) => ((part ?? {}) as Json)['type']);
    return [type, command === undefined, source, place, form].join();
  };
  return name(one) === name(sample);
}

function isFrame(one: Json, sample: Json): boolean {
  const name = (of: Json): unknown => {
    const payload = (of['payload'] ?? {}) as Json;
    const event = (payload['event'] ?? {}) as Json;
    return [of['type'], of['reason'], payload['type'], event['type']].join();
  };
  return name(one) === name(sample);
}

/** What local-slack really sent or answered of the sample's kind, and the sample itself. */
function counterparts(file: string): [sample: unknown, real: unknown[]] {
  const whole = read(file) as Json;
  const [folder, name = ''] = file.split('/');
  if (folder === 'api_examples') {
    const called = rows.filter((row) => row.kind === 'call' && row.name === name.replace(/\.json$/, ''));
    const bodies = called.map(({ answer }) => (answer as { body: Json }).body);
    return [whole['success'], bodies.filter((body) => body['ok'] === true)];
  }
  if (/^(?:socket_mode\/|authored\/socket_mode)/.test(file))
    return [whole, framed.filter((one) => isFrame(one, whole))];
  const payloads = rows
    .filter((row) => row.kind === 'delivery')
    .map(({ request }) => (request as Json)['payload'] as Json);
  if (folder === 'interactivity' || folder === 'authored') {
    const body = whole['event'] === undefined ? whole : (whole['event'] as Json);
    const places = payloads.map((one) => (whole['event'] === undefined ? one : ((one['event'] ?? {}) as Json)));
    return [body, places.filter((one) => isLike(one, body))];
  }
  const inner = folder === 'events' ? ((whole['event'] ?? {}) as Json) : whole;
  const events = payloads.filter((one) => one['event'] !== undefined);
  const same = events.filter((one) => nameOf(one['event'] as Json) === nameOf(inner));
  return [whole, folder === 'events' ? same : same.map((one) => one['event'])];
}

const COMPARED = new Set(['events', 'events_inner', 'api_examples', 'interactivity', 'socket_mode', 'authored']);

/** Why a sample has nothing to be compared with. */
function apart(file: string): string | undefined {
  return APART.find(({ files }) => files.test(file))?.why;
}

test.each(FILES)('%s', (file) => {
  const folder = file.split('/')[0] ?? '';
  const why = apart(file);
  if (!COMPARED.has(folder)) return expect(why, 'is it compared, or why not?').toBeTruthy();
  const [sample, real] = counterparts(file);
  if (why !== undefined) return expect(real, 'it is there: compare it').toEqual([]);
  expect(real.length, 'local-slack sends nothing like it').toBeGreaterThan(0);
  const lacking = nearest(sample, real)?.filter(({ at }) => !LEGACY.some((one) => one.keys.test(at)));
  expect(lacking).toEqual([]);
});
