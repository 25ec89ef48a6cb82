import path from 'node:path';
import { connect } from '../src/db/connect.ts';
import { startEmbeddedPostgres } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { liveThrough } from '../test/year/lives.ts';
import { type Looked, lookBack } from '../test/year/year.ts';
import type { Ground } from './ground.ts';
import { spread, table } from './table.ts';

const TICKETS = 10_000;
const KILLS = 50;
const USUAL_SEED = 5;
const seconds = (value: number) => (value / 1000).toFixed(1);

/** A year of the desk in some minutes, and whether the clock did in it what it owed. `SEED` and `TICKETS` in the environment make another year. */
export async function year(ground: Ground): Promise<string> {
  const seed = Number(process.env['SEED'] ?? USUAL_SEED);
  const tickets = Number(process.env['TICKETS'] ?? TICKETS);
  const kills = Number(process.env['KILLS'] ?? KILLS);
  // Only the desk is killed, not its Postgres.
  const server = await startEmbeddedPostgres({ dataDir: path.join(ground.folder, 'year'), durable: false });
  ground.onStop(server.stop);
  await migrate(server.url);
  const began = performance.now();
  const killed = await liveThrough({ url: server.url, seed, tickets, kills });
  const took = performance.now() - began;
  const { sql, close } = await connect(server.url);
  ground.onStop(close);
  const looked = await lookBack(sql, seed, tickets);
  const holding = killed.filter(({ held }) => held > 0).length;
  return [
    `Seed ${seed}: ${tickets.toLocaleString('en')} tickets, ${looked.escalated} escalations to people (${looked.byRule} of them by a rule), in Rome, New York and Seoul. The`,
    `process was killed ${killed.length} times, ${holding} times with jobs of the clock in its hands. ${looked.births.length} requests lost or doubled;`,
    `${looked.waiting} jobs left at the end; ${looked.ends.completed ?? 0} tickets completed. It took ${(took / 60_000).toFixed(1)} minutes.`,
    '',
    table(
      [
        'what the clock did',
        'times',
        'seconds after it was due',
        'lost',
        'early',
        'later than a minute',
        'uncalled for',
      ],
      rowsOf(looked),
    ),
  ].join('\n');
}

function rowsOf({ fired, faults }: Looked): (string | number)[][] {
  const kinds = [...new Set([...fired, ...faults].map(({ what }) => what))].toSorted();
  return [...kinds, null].map((kind) => {
    const its = <T extends { what: string }>(all: readonly T[]) =>
      all.filter(({ what }) => kind === null || what === kind);
    const after = its(fired).map(({ at, due }) => at - due);
    const count = (name: string) => its(faults).filter(({ fault }) => fault === name).length;
    return [
      kind ?? 'all',
      after.length,
      spread(after, seconds),
      count('lost'),
      count('early'),
      count('late'),
      count('uncalled'),
    ];
  });
}
