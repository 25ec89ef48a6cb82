import type { Written, Writing } from '../desk/ports.ts';
import { type TicketNumber, ticketNumber } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { isDeadlock, isRepeated } from './violation.ts';
import { run, settle } from './write.ts';

/** One step of a change of several tickets; the number of the one that came into being before it, if one did. */
type Step = (made: TicketNumber | null) => Writing;
class Overtaken extends Error {}

/** As `write`, for several tickets: all of the steps in their order, or none. */
export async function writeAll(
  sql: Sql,
  steps: readonly Step[],
): Promise<{ written: Written; made: TicketNumber | null }> {
  const done: { writing: Writing; result: Awaited<ReturnType<typeof run>> }[] = [];
  let made: TicketNumber | null = null;
  try {
    await sql.begin(async (transaction) => {
      for (const step of steps) {
        const writing = step(made);
        const result = await run(transaction, writing);
        if (result.number === null) throw new Overtaken();
        if (writing.done.before === null) made = ticketNumber(result.number);
        done.push({ writing, result });
      }
    });
  } catch (error) {
    if (isRepeated(error)) return { written: 'repeated', made: null };
    if (error instanceof Overtaken || isDeadlock(error)) return { written: 'stale', made: null };
    throw error;
  }
  for (const { writing, result } of done) await settle(sql, writing, result);
  return { written: 'written', made };
}
