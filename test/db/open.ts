import { connect } from '../../src/db/connect.ts';
import { openStore } from '../../src/db/store.ts';
import { openDesk, type Outcome } from '../../src/desk/desk.ts';
import type { Done } from '../../src/domain/decide.ts';
import type { SubmissionType } from '../../src/domain/fields.ts';
import type { Ring } from '../../src/sealing.ts';
import { groupKey, type TicketNumber } from '../../src/domain/language.ts';
import { type Name, request, seedDesk, who, WORKSPACE } from '../make.ts';
import { freshDatabase } from '../setup/database.ts';

/** A desk with the whole cast on a database of its own. */
export async function openTestDesk(ring: Ring | null = null, types: readonly SubmissionType[] = []) {
  const fresh = await freshDatabase();
  const { sql, db, close } = await connect(fresh.url);
  await seedDesk({ db });
  for (const { key, fields } of types)
    await sql`update submission_types set fields = ${sql.json(fields)} where key = ${key}`;
  const store = openStore(sql, ring);
  const desk = openDesk({ store, workspace: WORKSPACE, book: () => ({ types }) });
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
/** Two groups that promise something, one of them in office hours; the third promises nothing. */
export async function withPromises({ sql }: Pick<TestDesk, 'sql'>): Promise<void> {
  const day = ['09:00-13:00', '14:00-18:00'];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: ['09:00-12:00'] };
  const hours = { zone: 'Europe/Rome', week, holidays: [{ date: '2026-12-25' }] };
  const promises = { first_response: 60, next_response: 45, resolution: 480, root_cause: 2400 };
  const urgent = { first_response: 10, resolution: 120 };
  await sql`update groups set hours = ${sql.json(hours)}, sla = ${sql.json({ ...promises, priorities: { urgent } })}
    where key = 'support'`;
  await sql`update groups set sla = ${sql.json({ resolution: 90, pauses_in: ['dependency'] })} where key = 'billing'`;
}
/** A type whose answers are changed later: by whoever asked, by agents, and what agents note for themselves. */
export const ANSWERED: readonly SubmissionType[] = [
  {
    key: 'malfunction',
    parent: 'technical',
    name: 'Malfunction',
    group: groupKey('support'),
    hint: null,
    fields: [
      { key: 'device', label: 'Device', ask: 'line', required: true, editable: 'requester' },
      { key: 'phone', label: 'Phone', ask: 'line', required: false, personal: true, editable: 'requester' },
      { key: 'cause', label: 'Cause', ask: 'line', required: 'resolve', audience: 'agent' },
    ],
  },
];
export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>;

export function done(outcome: Outcome): Done {
  if (outcome.kind !== 'done') throw new Error(outcome.kind === 'refused' ? `refused: ${outcome.why}` : 'repeated');
  return outcome;
}
export const why = (outcome: Outcome): string => (outcome.kind === 'refused' ? outcome.why : outcome.kind);
