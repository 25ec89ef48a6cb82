import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../local-slack/core/manifest.ts';
import { startLocalSlack } from '../../local-slack/server.ts';
import { BROKEN_MESSAGES } from './broken-messages.ts';
import { BROKEN_NEWER } from './broken-newer.ts';
import { BROKEN_VIEWS } from './broken-views.ts';
import { type Loose, MANIFEST_SHAPES, ON_MANIFESTS } from './limits-manifest.ts';
import { ON_MESSAGES } from './limits-messages.ts';
import { ON_VIEWS } from './limits-views.ts';
import type { Json, Limit } from './limits.ts';
import { CALL_RULES } from './rules-calls.ts';
import { ELSEWHERE, EXEMPT } from './rules-elsewhere.ts';
import { PERSON_RULES } from './rules-people.ts';
import { RULES, rulesEnforced, unknownRules } from './rules.ts';
import { WORLD, type Workspace, manifest, workspace } from './workspace.ts';

/** The manifest of the tests, and what videos, links and mentions ask for. */
function wide(): unknown {
  return manifest((m) => {
    m.oauth_config.scopes.bot.push('links.embed:write', 'links:read', 'links:write', 'channels:manage');
    m.features['unfurl_domains'] = ['video.example', 'tickets.example'];
  });
}

type Answer = { ok: boolean; error?: string; errors?: string[]; response_metadata?: { messages?: string[] } };
type Send = (on: Workspace, made: unknown) => Promise<Answer>;

const post: Send = (on, blocks) =>
  on.call('chat.postMessage', { channel: on.ids.channels['general'], text: 't', blocks });

const show: Send = async (on, view) => {
  if ((view as Json)['type'] === 'home') return on.call('views.publish', { user_id: on.ids.users['ana'], view });
  const trigger_id = on.slack.triggers.make(String(on.ids.users['ana']));
  return on.call('views.open', { trigger_id, view });
};

/** Slack's shape: the code, and a pointer for every fault. */
function expectRefused(answer: Answer, root: 'blocks' | 'view', rule: string): void {
  const own = RULES.find(({ id }) => id === rule)?.error ?? '';
  const code =
    rule === 'table.per_message' ? 'invalid_attachments' : root === 'view' ? 'invalid_arguments' : 'invalid_blocks';
  expect(answer).toMatchObject({ ok: false, error: code });
  if (/^[a-z_]+$/.test(own) && rule !== 'view.external_id') expect(own).toBe(code);
  const messages = answer.response_metadata?.messages ?? [];
  expect(messages.length).toBeGreaterThan(0);
  for (const one of messages) expect(one).toMatch(new RegExp(`^\\[ERROR\\] .+ \\[json-pointer:/${root}`));
  if (root === 'blocks') expect(answer.errors).toEqual(messages.map((one) => one.replace('[ERROR] ', '')));
}

describe.each([
  ['message', ON_MESSAGES as Limit<unknown>[], post, 'blocks'],
  ['view', ON_VIEWS as Limit<unknown>[], show, 'view'],
] as const)('on a %s, over HTTP', (_surface, limits, send, root) => {
  test.each(limits)('%s: %d to %d', async (rule, least, most, make, strictness) => {
    const on = await workspace({ manifest: wide(), ...(strictness ? { strictness } : {}) });
    for (const n of [least, most].filter(Number.isFinite))
      expect(await send(on, make(n)), `${n}`).toMatchObject({ ok: true });
    for (const n of [...(least > 0 && least < 10 ? [least - 1] : []), most + 1].filter(Number.isFinite))
      expectRefused(await send(on, make(n)), root, rule);
  });
});

describe('what may not be, over HTTP', () => {
  test.each([...BROKEN_MESSAGES, ...BROKEN_NEWER])('%s: %s', async (rule, _what, made) => {
    expectRefused(await post(await workspace({ manifest: wide() }), made), 'blocks', rule);
  });

  test.each(BROKEN_VIEWS)('%s: %s', async (rule, _what, made) => {
    expectRefused(await show(await workspace({ manifest: wide() }), made), 'view', rule);
  });
});

describe('calls', () => {
  test.each(Object.entries({ ...CALL_RULES, ...PERSON_RULES }))('%s', async (_rule, trial) => {
    await trial(await workspace({ manifest: wide() }));
  });
});

describe('manifests', () => {
  const changed = (change: (m: Loose) => void): unknown => manifest((m) => change(m as unknown as Loose));

  test.each(ON_MANIFESTS)('%s: %d to %d', (rule, least, most, make) => {
    const bounded = least > 0 && RULES.find(({ id }) => id === rule)?.min === least;
    for (const n of [least, most]) expect(() => readManifest(changed((m) => make(m, n))), `${n}`).not.toThrow();
    for (const n of [...(bounded ? [least - 1] : []), most + 1])
      expect(() => readManifest(changed((m) => make(m, n))), `${n}`).toThrow(
        /^The manifest cannot be used:\n {2}\S+: .+/,
      );
  });

  test.each(MANIFEST_SHAPES)('%s', (_rule, make, good, bad) => {
    for (const one of good) expect(() => readManifest(changed(make(one))), one).not.toThrow();
    for (const one of bad) expect(() => readManifest(changed(make(one))), one).toThrow(/^The manifest cannot be used:/);
  });

  test('local-slack does not start with one that Slack refuses', async () => {
    const long = changed((m) => Object.assign(m['display_information'] ?? {}, { name: 'x'.repeat(36) }));
    await expect(startLocalSlack({ port: 0, manifest: long, world: WORLD })).rejects.toThrow(
      /display_information\.name: /,
    );
  });
});

describe('the whole table', () => {
  test('a rule that is tried elsewhere is tried there', () => {
    for (const [rule, [file, name]] of Object.entries(ELSEWHERE))
      expect(readFileSync(new URL(`./${file}.test.ts`, import.meta.url), 'utf8'), rule).toContain(name);
  });

  test('every rule is tried, or it is said why it cannot be', () => {
    const { enforced, of, missing } = rulesEnforced();
    console.log(`rules enforced: ${enforced} of ${of}`);
    expect(missing).toEqual([]);
    expect(unknownRules()).toEqual([]);
    expect(enforced + Object.keys(EXEMPT).length).toBe(of);
  });
});
