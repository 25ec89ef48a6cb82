import type { UndeliveredWhy } from '../domain/ticket.ts';
import type { Desk } from './desk.ts';
import type { OutLetter } from './letters.ts';

/** The agents are told that an answer did not arrive, once for each letter. */
export const tellUndelivered =
  (desk: Desk) =>
  async ({ id, ticket, seq }: OutLetter, why: UndeliveredWhy): Promise<void> => {
    if (ticket === null) return;
    await desk.act(ticket, { verb: 'undelivered', by: 'clock', input: { of: seq, why }, key: `undelivered:${id}` });
  };
