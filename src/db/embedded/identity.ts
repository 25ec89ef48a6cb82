import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { statSync } from 'node:fs';

type Owner = { uid: number; gid: number };

/** As whom Postgres runs. It refuses to be root, and wants its folder to be its own. */
export type Identity = {
  /** Whose the data folder must be, when that is not who started this process. */
  owner: Owner | null;
  run(program: string, args: string[], stdio: StdioOptions): ChildProcess;
};

const NOBODY: Owner = { uid: 65534, gid: 65534 };
const NAMESPACE = ['unshare', '-U', '--map-user=1000', '--map-group=1000'];

/** Nothing of the caller's environment reaches the server: PGDATA or PGPORT would mislead it. */
const env = { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };

export function identityFor(data: string): Identity {
  if (process.getuid?.() !== 0) return through([], null);
  const { uid, gid } = statSync(data, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  if (uid === 0 && works(NAMESPACE)) return through(NAMESPACE, null);
  const owner = uid === 0 ? NOBODY : { uid, gid };
  // Root's home is closed to others; this one power lets the server reach its folder and its libraries in there.
  const reach = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const lowered = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', ...reach];
  return works(lowered) ? through(lowered, owner) : through([], owner, owner);
}

const works = ([program = '', ...args]: string[]): boolean =>
  spawnSync(program, [...args, 'true'], { env }).status === 0;

/** Its own session, so that the terminal's Ctrl-C does not reach it. */
const through = (prefix: string[], owner: Owner | null, as: Partial<Owner> = {}): Identity => ({
  owner,
  run(program, args, stdio) {
    const [command = program, ...rest] = [...prefix, program, ...args];
    return spawn(command, rest, { stdio, env, detached: true, cwd: '/', ...as });
  },
});
