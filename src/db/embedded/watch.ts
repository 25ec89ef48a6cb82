import { explained } from './fault.ts';
import type { Folder } from './folder.ts';
import { launch, meet, serverPid, type Way } from './server.ts';
import { withTurn } from './turn.ts';

const EVERY_MS = 1000;

/** Starts a server that was killed again, on the port that its users know. The answer ends the watch. */
export function watchOver(folder: Folder, way: Way, port: number): () => void {
  let busy = false;
  let over = false;
  const revive = (): Promise<void> =>
    withTurn(folder.turns, async () => {
      if (!over && (await meet(folder)) === null) await launch(folder, way, port);
    });
  const timer = setInterval(() => {
    if (busy || serverPid(folder) !== null) return;
    busy = true;
    void revive()
      .catch((error: unknown) => way.log(explained(error, folder.root).message))
      .finally(() => (busy = false));
  }, EVERY_MS);
  timer.unref();
  return () => {
    over = true;
    clearInterval(timer);
  };
}
