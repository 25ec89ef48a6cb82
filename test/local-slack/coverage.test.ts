/**
 * Every documented method against what is here: nothing may be forgotten, and `docs/local-slack-coverage.md` says it all.
 * An error counts as done when a call below has drawn it out of the running server.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Method, ignored } from '../../local-slack/transports/web-api/method.ts';
import { webApi } from '../../local-slack/transports/web-api/table.ts';
import { createSocketMode } from '../../local-slack/transports/socket-mode.ts';
import { app } from './refusals/app.ts';
import { channels } from './refusals/channels.ts';
import { chat } from './refusals/chat.ts';
import { marks } from './refusals/marks.ts';
import { rest } from './refusals/rest.ts';
import { type Refusals, type Stage, everything, stage } from './refusals/stage.ts';
import { workspace } from './workspace.ts';

type Documented = {
  rate_limit: { tier?: number | string };
  json_input_supported: boolean;
  scopes: { bot?: string[] } | 'none';
  args: Record<string, unknown>;
  errors: Record<string, string>;
};

const { methods: documented } = JSON.parse(
  readFileSync(new URL('../fixtures/slack/methods.json', import.meta.url), 'utf8'),
) as { methods: Record<string, Documented> };

const refusals: Refusals = { ...chat, ...channels, ...marks, ...rest, ...app };

/** `api.test` is no method for a purpose, and left out of Slack's list. */
const OURS = ['api.test'];
/** Arguments that Slack's SDK or its other pages know, and the reference leaves out. */
const UNLISTED: Record<string, string[]> = {
  'chat.unfurl': ['metadata'],
  'chat.stopStream': ['session_status'],
  'chat.postMessage': ['contact_cards'],
  'chat.update': ['contact_cards'],
  'chat.postEphemeral': ['contact_cards'],
  'chat.scheduleMessage': ['contact_cards'],
};
/** Tried on every method at once. */
const OF_ALL = [
  'not_authed',
  'invalid_auth',
  'not_allowed_token_type',
  'missing_scope',
  'invalid_arguments',
  'ratelimited',
];
/** Slack names no tier for it. */
const NO_TIER = ['blocks.validate'];

async function table(): Promise<Record<string, Method>> {
  const on = await workspace();
  return webApi(createSocketMode(on.slack));
}

function botScopes({ scopes }: Documented): string[] {
  return scopes === 'none' ? [] : [...(scopes.bot ?? [])].sort();
}

describe('every method', () => {
  test('of Slack’s list stands in the table, and no other', async () => {
    expect(Object.keys(await table()).sort()).toEqual([...Object.keys(documented), ...OURS].sort());
  });

  test('has Slack’s scopes, tier, arguments and kinds of body', async () => {
    const rows = await table();
    for (const [name, docs] of Object.entries(documented)) {
      const row = rows[name]!;
      if (row.absent !== undefined) continue;
      const args = Object.keys(docs.args).filter((arg) => arg !== 'team_id');
      expect({
        name,
        scopes: [...row.scopes].sort(),
        json: row.json,
        args: Object.keys(row.args.shape).sort(),
        tier: row.tier,
      }).toEqual({
        name,
        scopes: botScopes(docs),
        json: docs.json_input_supported,
        args: [...args, ...(UNLISTED[name] ?? [])].sort(),
        tier: NO_TIER.includes(name) ? row.tier : docs.rate_limit.tier,
      });
    }
  });

  test('asks for its token, its scopes and its arguments alone', async () => {
    const rows = await table();
    const on = await workspace({ manifest: everything() });
    const scopes = on.slack.manifest.oauth_config.scopes.bot;
    const bare = await workspace({ manifest: everything((m) => (m.oauth_config.scopes.bot = ['commands'])) });
    for (const [name, row] of Object.entries(rows).filter(([, one]) => one.absent === undefined)) {
      if (row.token !== 'none') {
        expect([name, await on.call(name, {}, '')]).toEqual([name, { ok: false, error: 'not_authed' }]);
        expect([name, await on.call(name, {}, 'xoxb-other')]).toEqual([name, { ok: false, error: 'invalid_auth' }]);
      }
      const other = { bot: on.appToken, app: on.botToken, any: '', none: '' }[row.token];
      if (other !== '') expect(await on.call(name, {}, other)).toEqual({ ok: false, error: 'not_allowed_token_type' });
      if (row.scopes.length > 0)
        expect(await bare.call(name)).toEqual({
          ok: false,
          error: 'missing_scope',
          needed: row.scopes.join(','),
          provided: 'commands',
        });
      const own = row.token === 'app' ? on.appToken : on.botToken;
      if (row.scopes.length === 0 || row.scopes.some((scope) => scopes.includes(scope)))
        expect([name, await on.call(name, { no_such: '1' }, own)]).toMatchObject([
          name,
          { error: 'invalid_arguments', response_metadata: { messages: ['[ERROR] no such argument: no_such'] } },
        ]);
    }
  });
});

describe('every error said to be done is drawn out:', () => {
  for (const [method, tries] of Object.entries(refusals)) {
    test(method, async () => {
      const answers: Record<string, unknown> = {};
      const on: Stage = await stage();
      for (const [error, attempt] of Object.entries(tries)) {
        const { token = on.on.botToken, ...args } = await attempt(on);
        const present = Object.entries(args).filter(([, value]) => value !== undefined);
        const answer = await on.on.call(method, Object.fromEntries(present), String(token));
        answers[error] = answer.ok ? 'ok' : answer.error;
        await on.restore();
      }
      expect(answers).toEqual(Object.fromEntries(Object.keys(tries).map((error) => [error, error])));
    });
  }
});

/** Documented errors that nothing here leads to. */
function neverHere(name: string, { errors }: Documented): string[] {
  return Object.keys(errors).filter((error) => !Object.hasOwn(refusals[name] ?? {}, error) && !OF_ALL.includes(error));
}

test('every error that never comes by itself can be armed', async () => {
  const on = await workspace();
  const arm = (method: string, error: string) =>
    on.control({ do: 'arm', fault: { method, kind: { do: 'error', error }, left: 1 } });
  for (const [method, docs] of Object.entries(documented)) {
    for (const error of neverHere(method, docs)) {
      await arm(method, error);
      expect([method, await on.call(method)]).toEqual([method, { ok: false, error }]);
    }
  }
}, 60_000);

function list(names: string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');
}

function section(name: string, docs: Documented, row: Method): string[] {
  if (row.absent !== undefined) return [`## ${name}`, '', `Not here: ${row.absent}`, ''];
  const silent = Object.entries(row.args.shape).flatMap(([arg, shape]) => (shape === ignored ? [arg] : []));
  const drawn = Object.keys(refusals[name] ?? {});
  const never = neverHere(name, docs);
  return [
    `## ${name}`,
    '',
    ...(row.gaps === '' ? [] : [row.gaps, '']),
    ...(silent.length > 0 ? [`- known, without effect: ${list(silent)}`] : []),
    `- errors: ${list(drawn)}`,
    ...(never.length > 0 ? [`- documented, never here: ${list(never)}`] : []),
    '',
  ];
}

function summary(rows: Record<string, Method>): string {
  const all = Object.entries(documented);
  const here = all.filter(([name]) => rows[name]?.absent === undefined);
  const errors = here.flatMap(([name, docs]) => Object.keys(docs.errors).map((error) => ({ name, error })));
  const drawn = errors.filter(
    ({ name, error }) => OF_ALL.includes(error) || Object.hasOwn(refusals[name] ?? {}, error),
  );
  return `${here.length} of ${all.length} documented methods; ${drawn.length} of their ${errors.length} documented errors arise.`;
}

test('the printed coverage is the coverage', async () => {
  const rows = await table();
  const page = [
    '# What local-slack covers of the Web API',
    '',
    'Printed by `test/local-slack/coverage.test.ts` from the table of methods in `local-slack/transports/web-api/` and from Slack’s',
    'documented methods; it fails when this page is old. After an intended change: `npx vitest run test/local-slack/coverage.test.ts -u`.',
    '',
    summary(rows),
    '',
    'Every method asks for its token (`not_authed`, `invalid_auth`, `not_allowed_token_type`), its scopes (`missing_scope`), keeps to its tier',
    '(`ratelimited`) and knows its arguments (`invalid_arguments`). An error is listed as done when a test has drawn it out. Those that never',
    'come are of what does not exist here: Enterprise organizations, Slack Connect, paid plans, administrators’ restrictions, canvases, drafts.',
    'Each of them can be armed as a fault: `restricted_action`, `edit_window_closed`, `message_limit_exceeded` and all the others.',
    'A method that is not here answers `unknown_method`, and says why in `response_metadata.messages`.',
    '',
    ...Object.entries(documented).flatMap(([name, docs]) => section(name, docs, rows[name]!)),
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../../docs/local-slack-coverage.md');
});
