import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const STOP_MS = 15_000;

export type Program = {
  pid: number;
  /** The first thing that it says to its parent, or writes. */
  said: Promise<unknown>;
  stop(): Promise<void>;
};
type Way = { env?: Record<string, string>; cwd?: string; listen: 'message' | 'line' };

/** A TypeScript program in a process of its own. What it writes beyond its first line goes to our error output. */
export function startProgram(args: string[], { env = {}, cwd = process.cwd(), listen }: Way): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', listen === 'line' ? 'pipe' : 2, 2, 'ipc'],
  });
  const said = listen === 'line' ? firstLine(child) : once(child, 'message').then(([message]) => message as unknown);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${args[0]} ended with ${String(code)} before it was ready`);
  });
  ended.catch(() => {});
  return { pid: child.pid ?? 0, said: Promise.race([said, ended]), stop: () => stopChild(child, 'SIGTERM') };
}

async function firstLine(child: ChildProcess): Promise<unknown> {
  if (!child.stdout) throw new Error('no output to listen to');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return JSON.parse(line);
}

/** Asks a process to end, and sees to it that it does. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill(signal);
  await exit;
  clearTimeout(force);
}
