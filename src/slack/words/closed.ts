import type { ClosedWhy } from '../../desk/closed.ts';

/** To whoever looks after a group whose agents' channel is missing. `channel` and `groups` come ready. */
export type ClosedWords = {
  missing(channel: string, groups: string, why: string): string;
  why: Record<ClosedWhy, string>;
  /** Open tickets without a place. */
  tickets(count: number): string;
  todo: Record<ClosedWhy, (channel: string) => string>;
  /** What else would help, whatever the reason. */
  orElse: string;
  back(channel: string, groups: string): string;
  /** No group works there any more. */
  elsewhere(channel: string): string;
};
