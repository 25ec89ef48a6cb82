import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { connect } from '../db/connect.ts';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { DatabaseUnreachable } from '../db/unreachable.ts';
import { type Env, EnvFault, readEnv } from '../env.ts';
import { carryOut, DeskChanged, proposal } from './apply.ts';
import type { Database } from './database.ts';
import { exportDesk } from './export.ts';
import { DeskFileFault } from './fault.ts';
import { readDeskFile } from './read.ts';
import { NO_DESK, surroundings, Unplaced } from './surroundings.ts';

const HELP = `npm run desk -- export                 writes the desk as it is now
npm run desk -- apply [file] [--yes]   shows what the file would change, asks, and changes it`;

/** A command that is none. */
class Misspelt extends Error {
  override name = 'Misspelt';
  override message = `There is no such command.\n${HELP}`;
}

type Wish = { command: 'export' } | { command: 'apply'; file: string | undefined; yes: boolean };

function wishOf(args: readonly string[]): Wish {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { yes: { type: 'boolean', short: 'y', default: false } },
      allowPositionals: true,
    });
    const [command, file, ...rest] = positionals;
    if (command === 'export' && file === undefined && !values.yes) return { command };
    if (command === 'apply' && rest.length === 0) return { command, file, yes: values.yes };
  } catch {
    // An unknown option.
  }
  throw new Misspelt();
}

async function main(args: readonly string[]): Promise<void> {
  if (args.length === 0 || args[0] === 'help' || args.includes('--help')) return console.log(HELP);
  const wish = wishOf(args);
  const yes = wish.command === 'apply' && wish.yes;
  const env = readEnv();
  // A broken file is told before anything is started.
  const file = wish.command === 'apply' ? await readDeskFile(wish.file ?? env.DESK_FILE) : null;
  await withDatabase(env, async (db) => {
    const { workspace, directory } = await surroundings(env, db);
    if (file === null) {
      const text = await exportDesk(db, workspace.id, directory);
      if (text === null) throw new Unplaced(NO_DESK);
      return void process.stdout.write(text);
    }
    const given = { file, db, workspace, directory };
    const plan = await proposal(given);
    if (plan.lines.length === 0) {
      await carryOut({ ...given, plan });
      return console.log('The desk is as the file says: nothing to change.');
    }
    console.log(plan.lines.join('\n'));
    if (!yes && !(await isWanted())) return console.log('Nothing was changed.');
    await carryOut({ ...given, plan });
    console.log('Done.');
  });
}

async function withDatabase(env: Env, work: (db: Database) => Promise<void>): Promise<void> {
  const embedded = env.DATABASE_URL === undefined ? await startEmbeddedPostgres({ dataDir: '.data' }) : null;
  try {
    const url = env.DATABASE_URL ?? embedded?.url ?? '';
    await migrate(url);
    const connection = await connect(url);
    try {
      await work(connection.db);
    } finally {
      await connection.close();
    }
  } finally {
    await embedded?.stop();
  }
}

async function isWanted(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.log('To make these changes, add --yes.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Make these changes? [y/N] ').finally(() => terminal.close());
  return /^y(es)?$/i.test(answer.trim());
}

const OURS = [DeskChanged, DeskFileFault, DatabaseUnreachable, EmbeddedPostgresError, EnvFault, Misspelt, Unplaced];

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!OURS.some((kind) => error instanceof kind)) throw error;
  console.error(error instanceof Error ? error.message : '');
  process.exitCode = 1;
}
