import { openBatches } from '../../src/db/batches.ts';
import { takeTurn } from '../../src/desk/batching.ts';
import type { BatchAct } from '../../src/domain/batch.ts';
import type { PersonId, TicketNumber } from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { WORKSPACE } from '../make.ts';
import { ANSWERED, openTestDesk } from './open.ts';

type LetterRow = { ticket: number; seq: number; state: string; to_person: string; conversation: string; held: boolean };

/** A desk with batches, and what tests do with them. */
export async function openBatchDesk() {
  const house = await openTestDesk(null, ANSWERED);
  const batches = openBatches(house.sql);
  const fill = ({ number, title, requester }: Ticket, agent: string) => ({
    number: `T-${number}`,
    title,
    requester,
    agent,
    group: '',
  });
  const parts = { desk: house.desk, store: house.store, batches, now: () => new Date(), fill };
  const isOver = async (id: number) => (await batches.load(WORKSPACE, id))!.state === 'done';
  return {
    ...house,
    batches,
    parts,
    isOver,
    ticketOf: async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket,
    several: (count: number) => Promise.all(Array.from({ length: count }, () => house.raise())),
    /** A batch that has begun, and of which nothing is done yet. */
    async begun(by: PersonId, act: BatchAct, input: Record<string, unknown>, numbers: readonly TicketNumber[]) {
      const id = await batches.draft(WORKSPACE, by, numbers, 'modal');
      await batches.choose(WORKSPACE, id, by, numbers);
      await batches.plan(WORKSPACE, id, by, act, input);
      if (!(await batches.begin(WORKSPACE, id, by))) throw new Error('it did not begin');
      return id;
    },
    async finish(id: number) {
      while (!(await isOver(id))) await takeTurn(parts, id);
    },
    /** What became of each, the refused ones first. */
    ended: async (id: number) =>
      (await batches.items(id, { skip: 0, limit: 1000 })).map(({ state, why }) => why ?? state),
    eventsOf: (id: number) => house.sql<{ ticket: number; n: number }[]>`
      select ticket, count(*)::int as n from events where key like ${`batch:${id}:%`} group by 1`,
    lettersOf: (kind: string) => house.sql<LetterRow[]>`
      select ticket, seq, state, to_person, conversation, not_before > now() + interval '100 seconds' as held from letters
      where kind = ${kind} order by id`,
    async clear() {
      await house.sql`delete from letters`;
      await house.sql`delete from graphile_worker._private_jobs`;
    },
  };
}
export type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>;
