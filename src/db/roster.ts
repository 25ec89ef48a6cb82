import type { Member, Roster, Share } from '../desk/roster.ts';
import { policies } from '../domain/group.ts';
import { hours } from '../domain/hours.ts';
import type { PersonId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { OPEN_OF } from './pool.ts';
import { json } from './writing.ts';

type ShareRow = { id: PersonId; out_until: Date | null; capacity: number | null; hours: unknown; skills: string[] };
const SHARE = 'p.id, p.out_until, p.capacity, p.hours, p.skills';
const MEMBERS = `
  select ${SHARE}, m.lead, ${OPEN_OF('p')}::int as open
  from people p join (select person, bool_or(role = 'lead') as lead from group_members
    where workspace = $1 and group_key = $2 group by person) m on m.person = p.id
  where p.workspace = $1 and p.active and not p.bot order by m.lead desc, lower(p.name), p.id`;

const shareOf = (row: ShareRow): Share => ({
  outUntil: row.out_until,
  capacity: row.capacity,
  hours: hours.nullable().parse(row.hours),
  skills: row.skills,
});

export const openRoster = (sql: Sql): Roster => ({
  async of(workspace, group) {
    const [[found], rows] = await Promise.all([
      sql<{ policies: unknown }[]>`select policies from groups where workspace = ${workspace} and key = ${group}`,
      sql.unsafe<(ShareRow & { lead: boolean; open: number })[]>(MEMBERS, [workspace, group], { prepare: true }),
    ]);
    if (!found) return null;
    const giving = policies.pick({ auto_assign: true, reoffer_minutes: true }).parse(found.policies);
    const members = rows.map((row): Member => ({ ...shareOf(row), person: row.id, lead: row.lead, open: row.open }));
    return { giving, members };
  },
  async member(workspace, person) {
    const [row] = await sql.unsafe<ShareRow[]>(
      `select ${SHARE} from people p where p.workspace = $1 and p.id = $2`,
      [workspace, person],
      { prepare: true },
    );
    return row ? shareOf(row) : null;
  },
  async save(workspace, person, { outUntil, capacity, hours: his, skills }) {
    await sql`
      update people set out_until = ${outUntil}, capacity = ${capacity}, hours = ${his && json(his)}::text::jsonb,
        skills = ${[...skills]} where workspace = ${workspace} and id = ${person}`;
  },
  async saveGiving(workspace, group, giving) {
    await sql`
      update groups set policies = policies || ${json(giving)}::text::jsonb
      where workspace = ${workspace} and key = ${group}`;
  },
});
