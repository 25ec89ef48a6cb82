import type { WorkspaceId } from '../domain/language.ts';

/** Why we cannot write in a channel: it was archived, is gone (or hidden from us), we are no member, or may not post. */
export const CLOSED_WHYS = ['archived', 'gone', 'not_member', 'forbidden'] as const;
export type ClosedWhy = (typeof CLOSED_WHYS)[number];
/** An agents' channel that is closed to us, or was, as whoever looks after it is told. */
export type ClosedChannel = {
  channel: string;
  why: ClosedWhy;
  since: Date;
  openAt: Date | null;
  /** The groups that have it as their agents' channel now. */
  groups: readonly string[];
  /** Their open tickets. */
  tickets: number;
  /** Where this person was told of it. */
  stands: { channel: string; ts: string } | null;
};

export type Closings = {
  /** We cannot write in this agents' channel: told once to its groups' leads, or else IT support's or the administrators. */
  closed(workspace: WorkspaceId, channel: string, why: ClosedWhy): Promise<void>;
  /** We can write there again: the cards of what is open come back. */
  opened(workspace: WorkspaceId, channel: string): Promise<void>;
};
