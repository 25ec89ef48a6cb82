import type { Transaction } from './connect.ts';

/** What the desk is made of is read and written by one at a time, whether in Slack or from a desk file: under this name. */
export const deskLock = (workspace: string): string => `desk:${workspace}`;

/** Held until the transaction ends. */
export const holdDesk = (transaction: Transaction, workspace: string) =>
  transaction`select pg_advisory_xact_lock(hashtext(${deskLock(workspace)}))`;
