import type { PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';

/** A letter on its way. `oid` travels in the message's metadata, so that a lost answer can be found again. */
export type OutLetter = {
  id: number;
  oid: string;
  workspace: WorkspaceId;
  ticket: TicketNumber | null;
  kind:
    | 'card'
    | 'thread'
    | 'retell'
    | 'again'
    | 'requester_card'
    | 'main'
    | 'line'
    | 'escalation_card'
    | 'ping'
    | 'channel_ping'
    | 'trigger_trouble'
    | 'home'
    | 'digest'
    | 'left'
    | 'closed_channel'
    | 'batch'
    | 'batched';
  seq: number;
  to: PersonId | null;
  conversation: string;
  state: 'pending' | 'sending' | 'unknown';
  attempt: number;
  /** One of very many of a batch. */
  bulk: boolean;
  firstSentAt: Date | null;
  /** Where a post that may or may not have arrived was sent. */
  channel: string | null;
  thread: string | null;
  /** Of an App Home: the fingerprint of what stands there; null: not known. */
  shown?: string | null;
};
