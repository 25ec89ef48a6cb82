import { triggerSpec } from './jobs.ts';

/** Something has happened for which a trigger waits that is switched on: a job for it, in the same statement. */
export const HEARD = `
    select added.key from (
      select array_agg(${triggerSpec('w.workspace', 'w.number', "(j->'events'->0->>'seq')::int", "j->'heard'")}) as specs
      from w, given where exists (select from triggers t where t.workspace = w.workspace and t.enabled
        and t.broken is null and t.events && array(select jsonb_array_elements_text(j->'heard')))
      having count(*) > 0) a, lateral graphile_worker.add_jobs(a.specs) added`;
