import type { Sql } from '../db/connect.ts';
import { openTriggerMemory } from '../db/trigger-memory.ts';
import { callOut } from '../desk/calling.ts';
import type { Desk } from '../desk/desk.ts';
import type { CallJob, Heard } from '../desk/trigger-memory.ts';
import { fire } from '../desk/triggers.ts';
import type { Env } from '../env.ts';
import { openCalls } from '../http/call.ts';

type Given = { desk: Desk; sql: Sql; env: Pick<Env, 'secrets' | 'TRIGGER_HOSTS'>; now(): Date };

/** The triggers of the desk, as the worker knows them. */
export function triggering({ desk, sql, env, now }: Given) {
  const memory = openTriggerMemory(sql);
  const { call, close } = openCalls({ secrets: env.secrets, hosts: env.TRIGGER_HOSTS });
  return {
    trigger: (event: Heard) => fire({ desk, memory, now }, event),
    call: (job: CallJob) => callOut({ desk, memory, call, now }, job),
    close,
  };
}
