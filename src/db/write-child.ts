import type { Written, Writing } from '../desk/ports.ts';
import { type TicketNumber, ticketNumber } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { isDeadlock, isRepeated, run, settle } from './write.ts';

class Stale extends Error {}

/** Two tickets, in one transaction: the one that asks is held first, as every other writer holds it. */
export async function writeChild(sql: Sql, birth: Writing, parent: (child: TicketNumber) => Writing): Promise<Written> {
  const { ticket, before } = parent(ticketNumber(0)).done;
  try {
    const [born, asked] = await sql.begin(async (tx) => {
      const [held] = await tx<[{ version: number }?]>`
        select version from tickets where workspace = ${ticket.workspace} and number = ${ticket.number} for update`;
      if (held?.version !== before?.version) throw new Stale();
      const first = await run(tx, birth);
      if (first.number === null) throw new Error(`The workspace ${ticket.workspace} is not set up.`);
      const second = await run(tx, parent(ticketNumber(first.number)));
      if (second.number === null) throw new Stale();
      return [first, second] as const;
    });
    await settle(sql, birth, born);
    await settle(sql, parent(ticketNumber(born.number ?? 0)), asked);
    return 'written';
  } catch (error) {
    if (isRepeated(error)) return 'repeated';
    if (error instanceof Stale || isDeadlock(error)) return 'stale';
    throw error;
  }
}
