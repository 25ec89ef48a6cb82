/** A folder where the real start script plays with a local-slack and an app of paper. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { markOf } from '../../src/db/embedded/alive.ts';

const ROOT = path.dirname(path.dirname(import.meta.dirname));

const SLACK = `
import { createServer } from 'node:http';
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => { console.error('slack: stops'); process.exit(); });
const server = createServer().listen(port, '127.0.0.1', () => {
  console.error('slack: ' + process.pid);
  console.log(JSON.stringify({ ready: true, url: 'http://127.0.0.1:' + server.address().port }));
});
`;

const APP = `
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => {
  if (process.env.STUBBORN) return;
  console.error('app: stops');
  setTimeout(() => process.exit(), 50);
});
const seen = ['MASKING_KEYS', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_URL', 'PORT'].map((name) => name + '=' + process.env[name]);
console.error('app: ' + process.pid + ' ' + seen.join(' '));
if (process.env.BROKEN) { console.error('The desk file is broken.'); process.exit(1); }
process.send?.({ ready: true, port: 4711 });
setInterval(() => {}, 1000);
`;

export type Play = {
  process: ChildProcess;
  lines: string[];
  /** Waits for a line that fits, on either stream. */
  line(sign: RegExp): Promise<string>;
  exit: Promise<number | null>;
  pidOf(who: 'app' | 'slack'): number;
};

export class Stage {
  readonly root: string;
  readonly #plays: Play[] = [];

  constructor(root: string) {
    this.root = root;
  }

  static async build(): Promise<Stage> {
    const root = await mkdtemp(path.join(tmpdir(), 'threadesk-start-'));
    await cp(path.join(ROOT, 'scripts'), path.join(root, 'scripts'), { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) await cp(path.join(ROOT, file), path.join(root, file));
    await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    const programs = { 'local-slack/main.ts': SLACK, 'src/main.ts': APP };
    for (const [file, program] of Object.entries(programs)) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), program);
    }
    return new Stage(root);
  }

  /** Starts the script in an environment that holds nothing of this one but the path. */
  start(env: Record<string, string> = {}, node: string[] = []): Play {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [...node, 'scripts/start.mjs'], {
      cwd: this.root,
      // The packages are the tree's own, by a link: no npm may ever work on them from here.
      env: { PATH, npm_execpath: 'no-npm-on-this-stage.mjs', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    const note = (line: string): void => {
      lines.push(line);
      child.emit('line', line);
    };
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', note);
    const exit = once(child, 'close').then(([code]) => code as number | null);
    const play: Play = {
      process: child,
      lines,
      exit,
      async line(sign) {
        for (;;) {
          const found = lines.find((line) => sign.test(line));
          if (found !== undefined) return found;
          const more = await Promise.race([once(child, 'line'), exit.then(() => null)]);
          if (more === null && !lines.some((line) => sign.test(line)))
            throw new Error(`It ended without a line like ${sign}:\n${lines.join('\n')}`);
        }
      },
      pidOf: (who) => Number(lines.find((line) => line.startsWith(`${who}: `))?.split(' ')[1]),
    };
    this.#plays.push(play);
    return play;
  }

  read(file: string): Promise<string> {
    return readFile(path.join(this.root, file), 'utf8');
  }

  async strike(): Promise<void> {
    for (const play of this.#plays)
      for (const pid of [play.process.pid ?? 0, play.pidOf('app'), play.pidOf('slack')])
        if (markOf(pid) !== null) process.kill(pid, 'SIGKILL');
    await rm(this.root, { recursive: true });
  }
}

/** Waits until a process is gone. */
export async function gone(pid: number): Promise<void> {
  while (markOf(pid) !== null) await new Promise((wait) => setTimeout(wait, 20));
}
