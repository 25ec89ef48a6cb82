import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalSlack } from '../../local-slack/server.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';

let database: FreshDatabase;
let slack: Awaited<ReturnType<typeof startLocalSlack>>;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'threadesk-desk-'));
  slack = await startLocalSlack({
    port: 0,
    manifest: 'manifest.yml',
    world: 'local-slack/worlds/demo.yml',
    rates: false,
  });
});
afterAll(async () => {
  await slack.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

type Run = { code: number; out: string; err: string };

/** The command as it is typed; with a token of Slack or without, and with a local Slack or without. */
function desk(args: readonly string[], more: Record<string, string> = {}): Promise<Run> {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: database.url,
    SLACK_API_URL: `${slack.url}/api/`,
    SLACK_SIGNING_SECRET: '0123456789',
    // Nobody listens there.
    LOCAL_SLACK_PORT: '9',
    ...more,
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'src/desk-file/cli.ts', ...args],
      { env },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
    child.stdin?.end();
  });
}
const withSlack = () => ({ SLACK_BOT_TOKEN: slack.botToken });
const withLocalSlack = () => ({ LOCAL_SLACK_PORT: new URL(slack.url).port });

test('where there is no desk, it says what to do', async () => {
  const err = 'The database has no desk yet: run  npm start  once, or set SLACK_BOT_TOKEN and apply a desk file.\n';
  expect(await desk(['export'])).toEqual({ code: 1, out: '', err });
  expect(await desk(['export'], withSlack())).toEqual({ code: 1, out: '', err });
});

test('apply shows, makes on --yes, and then finds nothing to change; export gives it back', async () => {
  const shown = await desk(['apply'], withSlack());
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toContain('+ group "billing": lead yuki@northwind.example\n');
  expect(shown.out).toMatch(/To make these changes, add --yes\.\nNothing was changed\.\n$/);

  expect((await desk(['apply', 'desk.yml', '--yes'], withSlack())).out).toMatch(/\nDone\.\n$/);

  const { out } = await desk(['export'], withLocalSlack());
  expect(out).toContain('channel: support-desk\n');
  const file = path.join(folder, 'exported.yml');
  await writeFile(file, out);
  expect((await desk(['apply', file])).err).toContain(
    'names the channel #support-desk, which is not to be seen in this Slack',
  );
  expect((await desk(['apply', file], withSlack())).out).toBe('The desk is as the file says: nothing to change.\n');
});

test('whatever is broken is one sentence each, exit code 1, and no stack', async () => {
  const file = path.join(folder, 'broken.yml');
  await writeFile(file, 'groups:\n  support:\n    name: Support\n    kind: consultation\n');
  const runs: [args: string[], env: Record<string, string>, err: string][] = [
    [
      ['apply', file],
      {},
      `${path.relative('.', file)}:2: group "support" needs an agents' channel, for example  channel: support-desk.\n`,
    ],
    [
      ['export'],
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:9/x' },
      'No database answers at 127.0.0.1:9/x. Check DATABASE_URL.\n',
    ],
    [
      ['export'],
      { SLACK_BOT_TOKEN: 'xoxb-old' },
      'Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy it anew from "OAuth & Permissions" of your Slack app.\n',
    ],
  ];
  await Promise.all(
    runs.map(async ([args, env, err]) => expect(await desk(args, env)).toEqual({ code: 1, out: '', err })),
  );
  const misspelt = await desk(['aply']);
  expect(misspelt).toMatchObject({ code: 1, out: '' });
  expect(misspelt.err).toContain('There is no such command.\nnpm run desk -- export ');
});
