import { clockSpec } from './jobs.ts';
import { OPEN } from './select.ts';

/** The tickets in which others were asked for the written ticket `w`: their clock looks who asks now. */
export const ASKERS = `
    select added.key from (
      select array_agg(${clockSpec('t.workspace', 't.number', 'null::timestamptz')} order by t.number) as specs
      from w join tickets t on t.workspace = w.workspace and t.parent = w.number and t.state in ${OPEN}
      having count(*) > 0) a, lateral graphile_worker.add_jobs(a.specs) added`;
