import type { JournalRow } from '../../wire.ts';
import { getState, setState } from '../state/store.ts';

/** As many rows as the workspace itself keeps. */
const MOST = 10_000;
/** Drawn at most ten times a second, however much travels. */
const DRAW_MS = 100;

let rows: JournalRow[] = [];
/** Rows up to this one have been cleared away. */
let cleared = 0;
let drawing: ReturnType<typeof setTimeout> | undefined;

function take(fresh: readonly JournalRow[]): void {
  for (const row of fresh) {
    if (row.n <= cleared) continue;
    const last = rows.at(-1);
    if (!last || row.n > last.n) rows.push(row);
    else {
      // Its answer is known now. Numbers have no gaps, but for rows that fell out.
      const at = row.n - (rows[0]?.n ?? 0);
      if (rows[at]?.n === row.n) rows[at] = row;
    }
  }
  if (rows.length > MOST) rows = rows.slice(-MOST);
  drawing ??= setTimeout(draw, DRAW_MS);
}

function draw(): void {
  clearTimeout(drawing);
  drawing = undefined;
  const { tape } = getState();
  const newest = rows.at(-1)?.n ?? cleared;
  setState({ tape: { ...tape, newest, rows: tape.paused ? tape.rows : [...rows] } });
}

export function clear(): void {
  cleared = rows.at(-1)?.n ?? cleared;
  rows = [];
  const { tape, look } = getState();
  setState({ tape: { ...tape, rows: [], newest: cleared }, look: { ...look, picked: null } });
}

export function setPaused(paused: boolean): void {
  setState({ tape: { ...getState().tape, paused } });
  draw();
}

/** Opens the journal's own line and keeps it open; answers how to end it. */
export function listen(): () => void {
  let ended = false;
  let socket: WebSocket | undefined;
  const open = (): void => {
    if (ended) return;
    rows = [];
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/_local/journal?after=${cleared}`);
    socket.addEventListener('message', (event) => take(JSON.parse(String(event.data)) as JournalRow[]));
    socket.addEventListener('close', () => {
      // Whoever comes back may be another workspace, which counts from one.
      cleared = 0;
      setTimeout(open, 1000);
    });
  };
  open();
  return () => {
    ended = true;
    socket?.close();
    clearTimeout(drawing);
    drawing = undefined;
  };
}
