import { FAR, stayingSpec } from './jobs.ts';

/** Letters that stay for a while, with a job of their own for when their time has come. */
export const STAYED = `
    select added.key from (
      select array_agg(${stayingSpec('w.workspace', 's.conversation', 's.at')} order by s.conversation) as specs
      from w, given, lateral (select conversation, max(not_before) as at
        from jsonb_to_recordset(j->'letters') as l(conversation text, not_before timestamptz)
        where not_before < ${FAR} group by 1) s
      having count(*) > 0) a, lateral graphile_worker.add_jobs(a.specs) added`;

/** Whoever changes one of the tickets of a batch does not wait with it for its turn. */
export const HURRIED = `
    update letters l set bulk = false, not_before = null from w, given
    where l.workspace = w.workspace and l.ticket = w.number and l.bulk and l.kind in ('card', 'thread')
      and l.state = 'pending' and l.error is null
      and l.conversation in (select conversation from jsonb_to_recordset(j->'letters') as x(conversation text))`;
