import { z } from 'zod';
import type { Draft, Drafts, Written } from '../desk/drafts.ts';
import type { Ring } from '../sealing.ts';
import type { Sql } from './connect.ts';
import { covered, maskedWords } from './masking/drafts.ts';
import { json } from './writing.ts';

const draft = z.object({
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  templates: z.array(z.string()),
  ticked: z.array(z.string()),
  at: z.date(),
  view: z.string(),
}) satisfies z.ZodType<Draft>;

/** What is masked in the ticket is covered in what is written about it too. */
export const openDrafts = (sql: Sql, ring: Ring | null): Drafts => ({
  async find({ workspace, person, ticket, form }) {
    const [row] = await sql`
      select values, at, view from drafts
      where workspace = ${workspace} and person = ${person} and ticket is not distinct from ${ticket} and form = ${form}
        and values <> '{}'`;
    return row ? draft.parse({ ...(row['values'] as Written), at: row['at'], view: row['view'] }) : null;
  },
  async keep({ workspace, person, ticket, form }, written, { at, view, asked }) {
    const words = written && ticket !== null && (await maskedWords(sql, ring, { workspace, number: ticket }));
    const values = words && words.length > 0 ? (covered(written, 'json', words) ?? written) : written;
    await sql`
      insert into drafts (workspace, person, ticket, form, values, at, view)
      select ${workspace}, ${person}, ${ticket}::int, ${form}, ${json(values ?? {})}::text::jsonb, ${at}, ${view}
      where ${ticket}::int is null or exists (
        select from tickets where workspace = ${workspace} and number = ${ticket} and deleted_at is null)
      on conflict (workspace, person, ticket, form) do update
      set values = case when drafts.view <> excluded.view or ${asked === undefined} then excluded.values
        else jsonb_set(excluded.values, '{answers}',
          (coalesce(drafts.values -> 'answers', '{}') - ${[...(asked ?? [])]}::text[]) || (excluded.values -> 'answers')) end,
        at = excluded.at, view = excluded.view
      where drafts.view <> excluded.view or drafts.at <= excluded.at`;
  },
  // What was typed in that window just before may be heard of only now.
  async sent({ workspace, person, ticket, form }, view) {
    await sql`
      insert into drafts (workspace, person, ticket, form, at, view)
      select ${workspace}, ${person}, ${ticket}::int, ${form}, now() + interval '1 day', ${view}
      where ${ticket}::int is null or exists (
        select from tickets where workspace = ${workspace} and number = ${ticket})
      on conflict (workspace, person, ticket, form) do update set values = '{}', at = excluded.at, view = excluded.view`;
  },
});
