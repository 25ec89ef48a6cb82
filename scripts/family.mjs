import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** The processes that this one started. None of them survives it. */
export class Family {
  /** In the order of their start. */
  members = [];

  /** Runs a Node program; see `run`. */
  spawn(args, options) {
    return this.run(process.execPath, args, options);
  }

  /**
   * Starts a program in a process group of its own, which the terminal's Ctrl-C does not reach.
   * Its `exit` is its exit code, once it is over.
   */
  run(program, args, options) {
    const child = spawn(program, args, { detached: true, ...options });
    const exit = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
      child.once('error', (error) => {
        console.error(`${program} cannot be run: ${error.message}`);
        resolve(127);
      });
    });
    const member = { child, exit, over: false };
    this.members.push(member);
    void exit.then(() => (member.over = true));
    return member;
  }

  /** Asks each to stop, the youngest first, and kills whoever has not after the patience it is given. */
  async stop(patienceMs) {
    for (const member of this.members.toReversed()) {
      if (!member.over) member.child.kill('SIGTERM');
      const timer = setTimeout(() => kill(member), patienceMs);
      await member.exit;
      clearTimeout(timer);
    }
  }

  killAll() {
    for (const member of this.members) kill(member);
  }
}

function kill({ child, over }) {
  if (over || child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL'); // the whole group
  } catch {
    child.kill('SIGKILL');
  }
}
