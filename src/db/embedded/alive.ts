import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { codeOf } from './fault.ts';

/** A process as no later one can be: its id and, where the system tells, the tick at which it began. Null when it is gone. */
export function markOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid < 2) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return null;
  }
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === null) return String(pid);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : `${pid} ${fields[19]}`;
}

export function isAlive(mark: string): boolean {
  const [pid, began] = mark.split(' ');
  const now = markOf(Number(pid));
  if (now === null) return false;
  const [, beganNow] = now.split(' ');
  return began === undefined || beganNow === undefined || began === beganNow;
}

/**
 * Whether a process is the server of this folder. A number in a pid file may have been given to a stranger since, and
 * the file may have been copied with its folder; so where the system tells, the folder the process stands in decides.
 */
export function serves(pid: number, data: string): boolean {
  try {
    const [here, there] = [statSync(data), statSync(`/proc/${pid}/cwd/.`)];
    return here.dev === there.dev && here.ino === there.ino;
  } catch {
    const command = readText(`/proc/${pid}/cmdline`) ?? spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout;
    return command === null || String(command).includes(data);
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
