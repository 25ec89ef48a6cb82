import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SHORTCUTS } from '../src/slack/shortcuts.ts';
import { heard, listen } from '../src/slack/listeners.ts';
import type { Parts } from '../src/slack/parts.ts';

const manifest: unknown = parse(readFileSync('manifest.yml', 'utf8'));
const read = z
  .object({
    features: z.object({
      slash_commands: z.array(z.object({ command: z.string(), usage_hint: z.string() })),
      shortcuts: z.array(z.object({ type: z.enum(['global', 'message']), name: z.string(), callback_id: z.string() })),
    }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(manifest);

test("the manifest is one that Slack's own schema accepts", () => {
  const schema = JSON.parse(readFileSync('test/fixtures/manifest.schema.json', 'utf8')) as object;
  const check = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  check(manifest);
  expect(check.errors ?? []).toEqual([]);
});

/** What `listen` registers, noted instead of carried out. */
function registered() {
  const seen = { commands: [] as RegExp[], events: Object.keys(heard), actions: [] as RegExp[] };
  const app = {
    command: (name: RegExp) => seen.commands.push(name),
    event: () => {},
    action: (id: RegExp) => seen.actions.push(id),
    view: () => {},
    options: () => {},
    shortcut: () => {},
  };
  listen(app as unknown as App, {} as Parts);
  return seen;
}

test('it announces what the app listens to, and nothing else', () => {
  const { commands, events } = registered();
  const { slash_commands, shortcuts } = read.features;
  expect(slash_commands).toHaveLength(commands.length);
  for (const { command } of slash_commands) expect(commands.some((name) => name.test(command))).toBe(true);
  expect(new Set(shortcuts.map(({ callback_id }) => callback_id))).toEqual(new Set(Object.values(SHORTCUTS)));
  const subscribed = new Set(
    read.settings.event_subscriptions.bot_events.map((name) => name.replace(/^message\..*/, 'message')),
  );
  expect(subscribed).toEqual(new Set(events));
});

test('its shortcuts are no more than Slack takes, with names that fit into its menu', () => {
  const { shortcuts } = read.features;
  expect(shortcuts.length).toBeLessThanOrEqual(25);
  for (const { name } of shortcuts) expect(name.length).toBeLessThanOrEqual(24);
  const places = shortcuts.map(({ type, name }) => `${type} ${name}`);
  expect(new Set(places).size).toBe(places.length);
});

test('the usage hint names the verbs that can be typed', () => {
  const usage_hint = read.features.slash_commands[0]?.usage_hint;
  for (const word of [
    'mine',
    'search',
    'batch',
    'show',
    'keep',
    'forward',
    'reply',
    'note',
    'pend',
    'resolve',
    'escalate',
    'help',
  ])
    expect(usage_hint).toContain(word);
});
