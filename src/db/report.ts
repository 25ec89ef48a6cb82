import { z } from 'zod';
import type { EscalationReport, ReportAsk } from '../desk/report.ts';
import { groupKey, personId, ticketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

/** Who answers at once has seen it, whether he said so or not; who still waits is of every period. Escalations that one person may count: his groups' as their lead, those that came to him, or all. */
const SEEN = `
  seen as (
    select e.*, t.group_key as grp,
      extract(epoch from coalesce(e.acknowledged_at, case when e.to_person is not null
        and e.state in ('answered', 'taken', 'declined', 'sent_higher') then e.closed_at end) - e.at) / 60 as ack,
      case when e.state = 'answered' then extract(epoch from e.closed_at - e.at) / 60 end as answer
    from escalations e join tickets t on t.workspace = e.workspace and t.number = e.ticket
    where e.workspace = $1 and (e.at >= $2 or e.closed_at is null) and e.at < $3
      and ($4::boolean or t.group_key = any($5::text[]) or e.to_group = any($5::text[]) or e.to_person = $6))`;

const REPORT = `
  with ${SEEN},
  figures as (
    select case when grouping(level) = 0 then 'level' when grouping(grp) = 0 then 'group' else 'all' end as by,
      level, grp as "group", count(*) as count, count(*) filter (where closed_at is null) as open,
      count(ack) as acked, percentile_cont(0.5) within group (order by ack) as "ackMedian",
      percentile_cont(0.9) within group (order by ack) as "ackP90",
      count(answer) as answered, percentile_cont(0.5) within group (order by answer) as "answerMedian",
      percentile_cont(0.9) within group (order by answer) as "answerP90"
    from seen where at >= $2 group by grouping sets ((), (level), (grp)))
  select (select json_agg(f order by f.level, f.group) from figures f) as figures,
    (select json_agg(json_build_object('ticket', s.ticket, 'group', s.grp, 'level', s.level, 'from', s.from_person,
      'to', s.to_person, 'team', s.to_group, 'state', s.state, 'at', s.at, 'acknowledgedAt', s.acknowledged_at,
      'closedAt', s.closed_at, 'ack', s.ack, 'answer', s.answer) order by s.at, s.ticket, s.seq) from seen s) as rows`;

const minutes = z.number().nullable();
const person = z.string().transform(personId).nullable();
const date = z.coerce.date();
const figures = z.object({
  by: z.enum(['all', 'level', 'group']),
  level: z.number().nullable(),
  group: z.string().transform(groupKey).nullable(),
  count: z.number(),
  open: z.number(),
  acked: z.number(),
  ackMedian: minutes,
  ackP90: minutes,
  answered: z.number(),
  answerMedian: minutes,
  answerP90: minutes,
});
const row = z.object({
  ticket: z.number().transform(ticketNumber),
  group: z.string().transform(groupKey),
  level: z.number(),
  from: person,
  to: person,
  team: z.string().transform(groupKey).nullable(),
  state: z.string(),
  at: date,
  acknowledgedAt: date.nullable(),
  closedAt: date.nullable(),
  ack: minutes,
  answer: minutes,
});

/** What became of the escalations of a period. Times in minutes. */
export async function readReport(
  sql: Sql,
  workspace: WorkspaceId,
  { from, until, all, groups, person: id }: ReportAsk,
): Promise<EscalationReport> {
  const values = [workspace, from.toISOString(), until.toISOString(), all, [...groups], id];
  const [read] = await sql.unsafe<{ figures: unknown; rows: unknown }[]>(REPORT, values);
  return {
    figures: z.array(figures).parse(read?.figures ?? []),
    rows: z.array(row).parse(read?.rows ?? []),
  };
}
