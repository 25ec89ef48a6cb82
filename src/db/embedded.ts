import path from 'node:path';
import { explained } from './embedded/fault.ts';
import { type Folder, openFolder } from './embedded/folder.ts';
import { initialise } from './embedded/initialise.ts';
import { isSecured, urlOf } from './embedded/secret.ts';
import { launch, meet, stopServer, type Way } from './embedded/server.ts';
import { withTurn } from './embedded/turn.ts';
import { inUse, register } from './embedded/users.ts';
import { watchOver } from './embedded/watch.ts';

export { EmbeddedPostgresError } from './embedded/fault.ts';

export type EmbeddedPostgres = {
  /** The database `threadesk` on a loopback port, as its owner; with the password. */
  url: string;
  /** Whether the server was already running. */
  adopted: boolean;
  /** Gives the server up; the last one who does so stops it and waits until it is gone. */
  stop(): Promise<void>;
};

type Wish = {
  dataDir: string;
  /** False trades safety for speed: only for data that may be lost. */
  durable?: boolean;
  log?: (line: string) => void;
};

/** Starts the Postgres 17 that comes with the packages, or adopts the one that already serves the folder. */
export async function startEmbeddedPostgres({ dataDir, durable = true, log }: Wish): Promise<EmbeddedPostgres> {
  try {
    const folder = await openFolder(dataDir);
    return await withTurn(folder.turns, () => enter(folder, { durable, log: log ?? (() => {}) }));
  } catch (error) {
    throw explained(error, path.resolve(dataDir));
  }
}

/** Stops the server of a folder whose users have all died without giving it up; false if one of them lives. */
export async function stopUnusedPostgres(dataDir: string): Promise<boolean> {
  const folder = await openFolder(dataDir);
  return await withTurn(folder.turns, () => stopUnlessUsed(folder));
}

async function enter(folder: Folder, way: Way): Promise<EmbeddedPostgres> {
  try {
    // One that lets everybody in is locked while it is down.
    if (!isSecured(folder)) await stopServer(folder);
    let port = await meet(folder);
    const adopted = port !== null;
    if (port === null) {
      await initialise(folder, way);
      port = await launch(folder, way);
    }
    const leave = await register(folder);
    const endWatch = watchOver(folder, way, port);
    let left: Promise<void> | undefined;
    return {
      url: urlOf(folder, port, 'threadesk', 'threadesk'),
      adopted,
      stop() {
        endWatch();
        return (left ??= leaveServer(folder, leave));
      },
    };
  } catch (error) {
    await stopUnlessUsed(folder);
    throw error;
  }
}

const leaveServer = (folder: Folder, leave: () => Promise<void>): Promise<void> =>
  withTurn(folder.turns, async () => {
    await leave();
    await stopUnlessUsed(folder);
  });

async function stopUnlessUsed(folder: Folder): Promise<boolean> {
  if (await inUse(folder)) return false;
  await stopServer(folder);
  return true;
}
