import postgres from 'postgres';
import type { Folder } from './folder.ts';
import { passwordOf, secretOf, urlOf } from './secret.ts';

/** Sees to it that the role `threadesk`, which is no superuser, exists and owns the database of that name. */
export async function furnishServer(folder: Folder, port: number): Promise<void> {
  const owner = await asSuperuser(urlOf(folder, port, 'postgres', 'postgres'), async (sql) => {
    const [role] = await sql`select from pg_roles where rolname = 'threadesk'`;
    // A statement of this kind takes no parameters; the password is hexadecimal.
    if (!role)
      await sql.unsafe(`create role threadesk login createdb password '${passwordOf(secretOf(folder), 'threadesk')}'`);
    const [found] = await sql<[{ owner: string }?]>`
      select pg_get_userbyid(datdba) as owner from pg_database where datname = 'threadesk'`;
    if (!found) await sql`create database threadesk owner threadesk`;
    return found?.owner ?? 'threadesk';
  });
  if (owner !== 'threadesk')
    await asSuperuser(urlOf(folder, port, 'postgres', 'threadesk'), (sql) => sql.unsafe(BEQUEATH));
}

async function asSuperuser<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** `reassign owned` refuses to take from the superuser, who owns the catalogs too. One statement: all or nothing. */
const BEQUEATH = `do $$
declare command text;
begin
  for command in
    with ours as (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')
    select format('schema %I', nspname)
    from pg_namespace join ours using (oid) where nspname <> 'public'
    union all
    select format('table %s', c.oid::regclass)
    from pg_class c join ours on ours.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm') or relkind = 'S' and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i'))
    union all
    select format('routine %s', p.oid::regprocedure) from pg_proc p join ours on ours.oid = pronamespace
    union all
    select format('type %s', t.oid::regtype)
    from pg_type t join ours on ours.oid = typnamespace left join pg_class c on c.oid = typrelid
    where typtype in ('e', 'd', 'r') or typtype = 'c' and c.relkind = 'c'
    union all
    select 'database threadesk'
  loop
    execute format('alter %s owner to threadesk', command);
  end loop;
end $$`;
