import type { TroubleKind } from '../../desk/trigger-memory.ts';

/** What the desk does by itself. Names come ready. */
export type TriggerWords = {
  /** To those who may change it: what is wrong with it, and what to do. */
  trouble: Record<TroubleKind, (about: { name: string; id: string; named: string }) => string>;
  /** Where the trouble is over meanwhile. */
  over: string;
  todo: string;
  /** Into the agents' channel: a private ticket shows its number alone. */
  channel(about: { id: string; title: string | null; trigger: string }): string;
};
