import type { PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';

/** To whom a file is carried: those who work on a ticket, or he for whom it is. */
export type Side = 'agents' | 'requester';
type Copy = { number: TicketNumber; original: string; side: Side };
/** `file`: where it was going to be put the last time, if somebody had begun. */
export type Claim = { id: number; file: string | null };
export type OwnFile = { kind: 'transcript' | 'list'; tickets: readonly TicketNumber[]; person: PersonId };
export type SentFile = { id: number; file: string; at: Date } & (
  | { kind: 'copy'; original: string; side: Side }
  | { kind: 'transcript' | 'list'; person: PersonId }
);

/** The files that the bot has put into Slack. */
export type SentFiles = {
  /** Whoever gets it carries the file; null: it was carried, or somebody is at it. `again`: what was begun then has ended. */
  claim(workspace: WorkspaceId, copy: Copy, again: boolean): Promise<Claim | null>;
  /** There is a place for it in Slack. */
  placed(id: number, file: string): Promise<void>;
  carried(id: number, what: { size: number; sum: string } | null): Promise<void>;
  failed(id: number): Promise<void>;
  /** Needed on the other side no more: it is open to everybody where it lies. */
  needless(id: number): Promise<void>;
  /** A transcript or list of ours, about to be sent. */
  own(workspace: WorkspaceId, file: string, about: OwnFile): Promise<void>;
  /** What tells of a ticket and stands in Slack. */
  of(workspace: WorkspaceId, number: TicketNumber): Promise<SentFile[]>;
  deleted(workspace: WorkspaceId, ids: readonly number[]): Promise<void>;
};
