import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../local-slack/server.ts';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';

/** What an operator reads when the app cannot start: one sentence that says what to do, exit code 1, no stack. */
let slack: LocalSlack;
let database: FreshDatabase;
const running = new Set<ChildProcess>();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'threadesk-start-'));
  slack = await startLocalSlack({ port: 0, manifest: 'manifest.yml', world: 'local-slack/worlds/demo.yml' });
});
afterAll(() => slack.close());
// A desk that is furnished already would not look at its desk file.
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  for (const app of running) app.kill('SIGKILL');
  await database.drop();
});

const settings = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: `${slack.url}/api/`,
  DATABASE_URL: database.url,
  PORT: '0',
});

async function start(given: Record<string, string>) {
  const app = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { PATH: process.env['PATH'], ...settings(), ...given },
  });
  running.add(app);
  let said = '';
  app.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(app, 'exit')) as [number | null];
  running.delete(app);
  return { code, said: said.trim() };
}

const deskFile = (text: string) => {
  const file = path.join(folder, `desk-${text.length}.yml`);
  writeFileSync(file, text);
  return file;
};
const taken = createServer();
afterAll(() => taken.close());

test.each<[string, () => Record<string, string> | Promise<Record<string, string>>, RegExp]>([
  [
    'a bot token that Slack does not know',
    () => ({ SLACK_BOT_TOKEN: 'xoxb-wrong' }),
    /^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): copy it anew/,
  ],
  [
    'an app token that Slack does not know',
    () => ({ SLACK_APP_TOKEN: 'xapp-wrong' }),
    /^Slack refuses SLACK_APP_TOKEN \(invalid_auth\): copy it anew/,
  ],
  ['no token', () => ({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' }), /^SLACK_BOT_TOKEN is not set: run {2}npm start/],
  [
    'a Slack that is not there',
    () => ({ SLACK_API_URL: 'http://127.0.0.1:9/api/' }),
    /^Slack does not answer at http:\/\/127\.0\.0\.1:9\/api\//,
  ],
  [
    'what is no Slack API',
    () => ({ SLACK_API_URL: `${slack.url}/no/` }),
    /^What answers at http:.*\/no\/ is not the Slack API \(status 405\): check SLACK_API_URL\.$/,
  ],
  [
    'a database that is not there',
    () => ({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:9/desk' }),
    /^No database answers at 127\.0\.0\.1:9\/desk\. Check DATABASE_URL\.$/,
  ],
  [
    'a port that somebody has',
    async () => {
      taken.listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const address = taken.address();
      return { PORT: String(typeof address === 'object' && address ? address.port : 0) };
    },
    /^Port \d+ on 127\.0\.0\.1 is taken\. Set PORT/,
  ],
  [
    'a host that is not this machine',
    () => ({ HOST: '192.0.2.1' }),
    /^192\.0\.2\.1 is no address of this machine\. Set HOST/,
  ],
  ['a host that is none', () => ({ HOST: '999.1.1.1' }), /^999\.1\.1\.1 is no address of this machine\. Set HOST/],
  ['a port that is none', () => ({ PORT: 'http' }), /^PORT must be a port number/],
  ['a desk file that is not there', () => ({ DESK_FILE: path.join(folder, 'none.yml') }), /none\.yml/],
  ['a desk file that is no YAML', () => ({ DESK_FILE: deskFile('groups: [') }), /^.*desk-9\.yml:1/],
  [
    'a desk file with a word that we do not know',
    () => ({ DESK_FILE: deskFile('gruops: {}\n') }),
    /^.*desk-11\.yml:1: .*gruops/m,
  ],
])('%s: one sentence and exit code 1', async (_name, given, sentence) => {
  const { code, said } = await start(await given());
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/^\s+at /m);
  expect(said).not.toContain('secret');
  expect(code).toBe(1);
});
