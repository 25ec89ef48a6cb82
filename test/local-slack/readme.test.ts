/** What the README tells is done here as it stands there. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readWorld } from '../../local-slack/core/world.ts';
import type { JournalRow, Sight } from '../../local-slack/wire.ts';
import { later, until } from './workspace.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const README = readFileSync(join(ROOT, 'local-slack', 'README.md'), 'utf8');

/** The one block of this language that has these words. */
function block(language: string, words: string): string {
  const blocks = [...README.matchAll(/^```(\w+)\n(.+?)^```$/gms)].filter(([, kind]) => kind === language);
  const found = blocks.map(([, , text = '']) => text).filter((text) => text.includes(words));
  expect(found, words).toHaveLength(1);
  return found[0]!;
}

/** An app's folder beside the repository, as a stranger has it. */
function folder(files: Record<string, string>): string {
  const above = mkdtempSync(join(tmpdir(), 'stranger-'));
  symlinkSync(ROOT, join(above, 'threadesk'));
  const made = mkdtempSync(join(above, 'app-'));
  symlinkSync(join(ROOT, 'node_modules'), join(made, 'node_modules'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  later(() => rm(above, { recursive: true }));
  return made;
}

function start(cwd: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } });
  let all = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (data: Buffer) => (all += data.toString('utf8')));
  later(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'exit');
  });
  return { said: () => all };
}

async function opened(files: Record<string, string>): Promise<{ cwd: string; url: string }> {
  const cwd = folder({ 'manifest.yml': block('yaml', 'display_information'), ...files });
  const main = ['--import', 'tsx', '../threadesk/local-slack/main.ts'];
  const { said } = start(cwd, [...main, '--json', '--port', '0', '--manifest', 'manifest.yml']);
  const line = await until(() => /^\{"ready".+\}$/m.exec(said())?.[0]);
  return { cwd, url: (JSON.parse(line) as { url: string }).url };
}

const sight = async (url: string, as: string): Promise<Sight> =>
  (await (await fetch(`${url}/_local/state?as=${as}`)).json()) as Sight;

async function connected(url: string): Promise<void> {
  await until(async () => {
    const { sockets } = (await (await fetch(`${url}/_local/health`)).json()) as { sockets: number };
    return sockets === 1 || undefined;
  });
}

test('the app of ten lines answers, and the commands to paste do what is said of them', async () => {
  const source = block('js', "app.message('hello', ({ message");
  expect(source.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10);
  const { cwd, url } = await opened({ 'app.mjs': source });
  start(cwd, ['app.mjs'], { SLACK_API_URL: `${url}/api/` });
  await connected(url);

  const commands = block('sh', '_local').replace('http://127.0.0.1:3001', url);
  const upToFaults = commands.indexOf("post control '");
  const bash = (script: string) => promisify(execFile)('bash', ['-euc', script], { cwd });
  const { stdout } = await bash(commands.slice(0, upToFaults));
  const [sent, joined, bob, journal] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect([sent, joined]).toMatchObject([{ ok: true, ts: expect.any(String) }, { ok: true }]);
  expect((bob as Sight).messages.map(({ text }) => text)).toContain('hello');
  expect((journal as JournalRow[]).map(({ kind, name }) => `${kind} ${name}`)).toContain('person send');
  const alice = (await sight(url, 'alice')).me.id;
  await until(async () => (await sight(url, 'bob')).messages.find(({ text }) => text === `Hello <@${alice}>!`));

  const { stdout: rest } = await bash(commands.split('\n').slice(0, 3).join('\n') + commands.slice(upToFaults));
  const answers = rest
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ok: boolean });
  expect(answers.map(({ ok }) => ok)).toEqual(
    Array.from({ length: commands.split("post control '").length - 1 }, () => true),
  );
  expect((await sight(url, 'bob')).messages.map(({ text }) => text)).not.toContain('hello');
});

test('an app that knows nothing of it is redirected', async () => {
  const source = block('js', "app.message('hello', ({ message").replace(/^ *clientOptions: .+\n/m, '');
  const { cwd, url } = await opened({ 'app.mjs': source });
  start(cwd, ['--import', '../threadesk/local-slack/redirect.mjs', 'app.mjs'], { SLACK_API_URL: `${url}/api/` });
  await connected(url);
  const { said } = start(cwd, ['--import', '../threadesk/local-slack/redirect.mjs', 'app.mjs']);
  await until(() => (/^Set SLACK_API_URL to the address of local-slack, .+\.$/m.test(said()) ? true : undefined));
});

test('the test for another project passes', async () => {
  const source = block('js', 'startLocalSlack');
  const cwd = folder({ 'manifest.yml': block('yaml', 'display_information'), 'hello.test.mjs': source });
  const { said } = start(cwd, ['--import', 'tsx', '--test', 'hello.test.mjs']);
  expect(await until(() => /^# fail \d+/m.exec(said())?.[0]), said()).toMatch(/fail 0$/);
  expect(said()).toMatch(/pass 1/);
});

test('the seed file can be read', () => {
  const world = readWorld(block('yaml', 'people:'));
  expect(world.channels.map(({ name }) => name)).toEqual(['general', 'recipes', 'mill']);
});

test('its links lead somewhere', () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(() => readFileSync(join(ROOT, 'local-slack', link)), link).not.toThrow();
});
