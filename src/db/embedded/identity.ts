import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import type { Folder } from './folder.ts';

type Owner = { uid: number; gid: number };

/** As whom Postgres runs. It refuses to be root, and wants its folder to be its own. */
export type Identity = {
  /** Whose the data folder must be, when that is not who started this process. */
  owner: Owner | null;
  /** Whether it gets through folders that are closed to others. */
  reaches: boolean;
  run(program: string, args: string[], stdio: StdioOptions): ChildProcess;
};

const NOBODY: Owner = { uid: 65534, gid: 65534 };

/** Nothing of the caller's environment reaches the server: PGDATA or PGPORT would mislead it. */
const env = { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };

export function identityFor(data: string): Identity {
  const root = process.getuid?.() === 0;
  if (!root && hasName()) return through([], null);
  const { uid, gid } = statSync(data, { throwIfNoEntry: false }) ?? statSync(path.dirname(data));
  const apart = inNamespace();
  if ((!root || uid === 0) && works(apart)) return through(apart, null);
  if (!root) return through([], null);
  const owner = uid === 0 ? NOBODY : { uid, gid };
  // Root's home is closed to others; this one power lets the server reach its folder and its libraries in there.
  const reach = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const lowered = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', ...reach];
  return works(lowered) ? through(lowered, owner) : { ...through([], owner, owner), reaches: false };
}

/** A user namespace of its own, where it is a user that has a name, and where our files are that user's. */
function inNamespace(): string[] {
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const uid = users.map((user) => Number(user.split(':')[2])).find((uid) => uid > 0) ?? 1000;
  return ['unshare', '-U', `--map-user=${uid}`, `--map-group=${uid}`];
}

/** Containers often run as a bare number; initdb does not take that. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

const works = ([program = '', ...args]: string[]): boolean =>
  spawnSync(program, [...args, 'true'], { env }).status === 0;

/** Its own session, so that the terminal's Ctrl-C does not reach it. */
const through = (prefix: string[], owner: Owner | null, as: Partial<Owner> = {}): Identity => ({
  owner,
  reaches: true,
  run(program, args, stdio) {
    const [command = program, ...rest] = [...prefix, program, ...args];
    return spawn(command, rest, { stdio, env, detached: true, cwd: '/', ...as });
  },
});

/** Lets the identity through the folder in which its own stands. */
export function letThrough({ root }: Folder, { owner, reaches }: Identity): void {
  if (!owner || reaches) return;
  chownSync(root, statSync(root).uid, owner.gid);
  chmodSync(root, 0o710);
}

/** Gives the folder to the identity that is about to serve it, if it is not its own yet. */
export function handOver(folder: Folder, identity: Identity): void {
  letThrough(folder, identity);
  const { owner } = identity;
  if (owner) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder.data]);
}
