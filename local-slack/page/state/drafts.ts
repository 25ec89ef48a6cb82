import { getState, getWorld, setState } from './store.ts';

const head = 'local-slack-draft:';

function keyOf(channel: string, thread: string | undefined): string {
  return `${head}${getWorld().me.name}:${channel}:${thread ?? ''}`;
}

/** Unsent words stay where they were typed, also over a reload. */
export function draftAt(channel: string, thread: string | undefined): string {
  return localStorage.getItem(keyOf(channel, thread)) ?? '';
}

export function keepDraft(channel: string, thread: string | undefined, text: string): void {
  if (text) localStorage.setItem(keyOf(channel, thread), text);
  else localStorage.removeItem(keyOf(channel, thread));
  if (thread === undefined && getState().drafted.has(channel) !== (text.trim() !== '')) recallDrafts();
}

/** Which channels the pencil in the sidebar stands at. */
export function recallDrafts(): void {
  const mine = `${head}${getWorld().me.name}:`;
  const channels = Object.keys(localStorage)
    .filter((key) => key.startsWith(mine) && key.endsWith(':') && localStorage.getItem(key)?.trim())
    .map((key) => key.slice(mine.length, -1));
  setState({ drafted: new Set(channels) });
}
