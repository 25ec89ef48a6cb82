import { openTriggerMemory } from '../../src/db/trigger-memory.ts';
import type { Heard } from '../../src/desk/trigger-memory.ts';
import { fire } from '../../src/desk/triggers.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { definition } from '../../src/domain/triggers.ts';
import { WORKSPACE } from '../make.ts';
import type { TestDesk } from './open.ts';

/** Triggers on a desk of the tests, and what comes of them. */
export function withTriggers(house: TestDesk) {
  const deps = { desk: house.desk, memory: openTriggerMemory(house.sql), now: () => new Date() };
  let made = 0;
  const jobs = () =>
    house.sql<{ id: string; payload: Heard }[]>`
      select j.id, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
      where j.task_identifier = 'trigger' order by j.id`;
  return {
    jobs,
    fire: (heard: Heard) => fire(deps, heard),
    async make(key: string, given: Record<string, unknown>) {
      const one = definition.parse({ name: key, on: ['created'], ...given });
      made++;
      await house.sql`
        insert into triggers (workspace, key, name, group_key, enabled, position, events, match, conditions, results)
        values (${WORKSPACE}, ${key}, ${one.name}, ${one.group}, true, ${made}, ${one.on}, ${one.match},
          ${house.sql.json(one.conditions)}, ${house.sql.json(one.results)})`;
    },
    /** All that waits, and what comes of it, until nothing waits. */
    async ring() {
      for (let [job] = await jobs(); job; [job] = await jobs()) {
        await fire(deps, job.payload);
        await house.sql`delete from graphile_worker._private_jobs where id = ${job.id}`;
      }
    },
    ticketOf: async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket,
    async verbs(number: TicketNumber) {
      const rows = await house.sql<{ verb: string }[]>`select verb from events where ticket = ${number} order by seq`;
      return rows.map(({ verb }) => verb);
    },
    async pinged(number: TicketNumber) {
      const rows = await house.sql<{ to: string }[]>`
        select coalesce(to_person, conversation) as to from letters
        where ticket = ${number} and kind in ('ping', 'channel_ping') order by 1`;
      return rows.map(({ to }) => to);
    },
    log: () =>
      house.sql<{ trigger: string; stopped: string | null; deeds: { outcome: string }[] }[]>`
        select trigger, stopped, deeds from trigger_log order by id`,
    troubled: () =>
      house.sql<{ kind: string; to_person: string }[]>`
        select t.kind, l.to_person from trigger_troubles t
        join letters l on l.kind = 'trigger_trouble' and l.seq = t.id order by 2`,
    async clear() {
      await house.sql`delete from graphile_worker._private_jobs`;
      await house.sql`delete from triggers`;
      await house.sql`delete from trigger_log`;
      await house.sql`delete from trigger_calls`;
      await house.sql`delete from trigger_troubles`;
    },
  };
}
