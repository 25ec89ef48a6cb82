import { connect } from '../../src/db/connect.ts';
import { openStore } from '../../src/db/store.ts';
import { openDesk, type Outcome } from '../../src/desk/desk.ts';
import type { Done } from '../../src/domain/decide.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { type Name, request, seedDesk, who, WORKSPACE } from '../make.ts';
import { freshDatabase } from '../setup/database.ts';

/** A desk with the whole cast on a database of its own. */
export async function openTestDesk() {
  const fresh = await freshDatabase();
  const { sql, db, close } = await connect(fresh.url);
  await seedDesk({ db });
  const store = openStore(sql);
  const desk = openDesk({ store, workspace: WORKSPACE });
  return {
    url: fresh.url,
    sql,
    db,
    store,
    desk,
    /** Bao's new ticket, or what else is asked for. */
    async raise(more: Record<string, unknown> = {}, by: Name = 'bao'): Promise<TicketNumber> {
      return done(await desk.open(who[by], request(more))).ticket.number;
    },
    async close() {
      await close();
      await fresh.drop();
    },
  };
}
export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>;

export function done(outcome: Outcome): Done {
  if (outcome.kind !== 'done') throw new Error(outcome.kind === 'refused' ? `refused: ${outcome.why}` : 'repeated');
  return outcome;
}
export const why = (outcome: Outcome): string => (outcome.kind === 'refused' ? outcome.why : outcome.kind);
