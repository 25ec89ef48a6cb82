import type { Claim, SentFile, SentFiles } from '../desk/files.ts';
import type { Sql } from './connect.ts';
import { filesSpec } from './jobs.ts';

/** A job for the files that came with what is written, in the same statement: no crash loses them. */
export const BRINGING = `
    select added.key from w, given, lateral graphile_worker.add_jobs(array[
      ${filesSpec('w.workspace', 'w.number', "(j->'events'->0->>'seq')::int")}]) added`;

/** Whoever has begun and says nothing for so long is not at it any more. */
const LEASE = '10 minutes';

/** `$5`: whoever had begun has ended since. */
const CLAIM = `
  insert into sent_files as f (workspace, kind, tickets, original, side) values ($1, 'copy', array[$2::int], $3, $4)
  on conflict (workspace, (tickets[1]), original, side) where kind = 'copy'
  do update set state = 'begun', at = now()
    where (f.state = 'failed' and not $5) or (f.state = 'begun' and ($5 or f.at < now() - interval '${LEASE}'))
  returning id::int, file`;

/** The files that the bot has put into Slack. */
export const openSentFiles = (sql: Sql): SentFiles => ({
  async claim(workspace, { number, original, side }, again) {
    const values = [workspace, number, original, side, again];
    const [claimed] = await sql.unsafe<Claim[]>(CLAIM, values, { prepare: true });
    return claimed ?? null;
  },
  async placed(id, file) {
    await sql`update sent_files set file = ${file} where id = ${id}`;
  },
  async carried(id, what) {
    await sql`
      update sent_files set state = 'sent', size = ${what?.size ?? null}, sum = ${what?.sum ?? null} where id = ${id}`;
  },
  async failed(id) {
    await sql`update sent_files set state = 'failed' where id = ${id}`;
  },
  async needless(id) {
    await sql`delete from sent_files where id = ${id}`;
  },
  async own(workspace, file, { kind, tickets, person }) {
    await sql`
      insert into sent_files (workspace, kind, tickets, file, person, state)
      values (${workspace}, ${kind}, ${[...tickets]}, ${file}, ${person}, 'sent')`;
  },
  async of(workspace, number) {
    return sql<SentFile[]>`
      select id::int, kind, original, side, file, person, at from sent_files
      where workspace = ${workspace} and tickets @> ${[number]} and state = 'sent' and file is not null order by id`;
  },
  async deleted(workspace, ids) {
    await sql`
      update sent_files set state = 'deleted' where workspace = ${workspace} and id = any(${[...ids]})`;
  },
});
