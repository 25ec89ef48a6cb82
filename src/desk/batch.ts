import { type Batch, type BatchAct, type BatchInput, type BatchItem, HOLD_MS, type NotDone } from '../domain/batch.ts';
import type { Group } from '../domain/group.ts';
import type { PersonId, Surface, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Writing } from './ports.ts';

/** A ticket of a list with its group. */
type Listed = { ticket: Ticket; group: Group };
/** What somebody is told at once of all that a batch did to him. */
export type BatchTelling = { batch: Batch; tickets: readonly { ticket: Ticket; seq: number }[] };

/** The memory of batches. Whatever is changed is changed only for the person whose batch it is. */
export type Batches = {
  /** A new draft, chosen among these. */
  draft(
    workspace: WorkspaceId,
    by: PersonId,
    offered: readonly TicketNumber[],
    surface: Surface | null,
  ): Promise<number>;
  load(workspace: WorkspaceId, id: number): Promise<Batch | null>;
  choose(workspace: WorkspaceId, id: number, by: PersonId, numbers: readonly TicketNumber[]): Promise<void>;
  /** What is to be done to all that are chosen. */
  plan(workspace: WorkspaceId, id: number, by: PersonId, act: BatchAct, input: BatchInput): Promise<void>;
  /** Begins what was planned, once. False: it has begun before. */
  begin(workspace: WorkspaceId, id: number, by: PersonId): Promise<boolean>;
  /** Begins to take back what a batch has done. Null: nothing of it is his to take back. */
  takeBack(workspace: WorkspaceId, id: number, by: PersonId): Promise<number | null>;
  stop(workspace: WorkspaceId, id: number, by: PersonId): Promise<void>;
  /** The next ones, in their order. */
  waiting(id: number, limit: number): Promise<{ ticket: TicketNumber; undoes: number | null }[]>;
  mark(id: number, ticket: TicketNumber, end: { seq: number } | { why: NotDone }): Promise<void>;
  /** The event that was written for this key before. */
  seqOf(workspace: WorkspaceId, key: string): Promise<number | null>;
  /** Another turn for the worker; the progress is drawn now and then. */
  again(workspace: WorkspaceId, id: number): Promise<void>;
  /** Nothing of it waits any more: it is told whom it concerns. */
  close(workspace: WorkspaceId, id: number): Promise<void>;
  items(id: number, page: { skip: number; limit: number; state?: BatchItem['state'] }): Promise<BatchItem[]>;
  /** These tickets as they stand, those that exist. */
  tickets(workspace: WorkspaceId, numbers: readonly TicketNumber[]): Promise<Listed[]>;
  /** Where its progress stands in Slack. */
  stands(workspace: WorkspaceId, id: number): Promise<{ channel: string; ts: string } | null>;
  /** All of which this person is told; from now on he knows. */
  telling(workspace: WorkspaceId, id: number, to: PersonId): Promise<BatchTelling | null>;
};

/** Later than anything: what would be told one by one is told all at once when the batch is done. */
const NEVER = new Date('9999-12-31');

/**
 * What an act of a batch writes: people outside hear of it later, so that it can still be taken back, nobody inside is pinged
 * for each ticket, and all of it lets others go first.
 */
export function heldBack(writing: Writing, batch: number): Writing {
  const { act } = writing.done;
  const until = new Date(act.at.getTime() + HOLD_MS);
  const letters = writing.letters.map((letter) => {
    switch (letter.kind) {
      case 'ping':
        return { ...letter, conversation: `b:${batch}:${letter.to}`, bulk: true as const, notBefore: NEVER };
      case 'main':
      case 'line':
      case 'requester_card':
        return { ...letter, bulk: true as const, ...(act.verb !== 'undo' && { notBefore: until }) };
      default:
        return { ...letter, bulk: true as const };
    }
  });
  return { ...writing, letters };
}
