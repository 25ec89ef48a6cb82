import type { Sql } from '../../src/db/connect.ts';

/** Every value of every table, the worker's as well, as a dump would show it. */
export async function dumped(sql: Sql): Promise<{ place: string; text: string }[]> {
  const tables = await sql<{ schema: string; table: string }[]>`
    select table_schema as schema, table_name as "table" from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  const all: { place: string; text: string }[] = [];
  for (const { schema, table } of tables) {
    const name = schema === 'public' ? table : `${schema}.${table}`;
    const rows = await sql<{ column: string; text: string }[]>`
      select f.key as column, f.value as text from ${sql(schema)}.${sql(table)} r, jsonb_each_text(to_jsonb(r)) f
      where f.value is not null`;
    for (const { column, text } of rows) all.push({ place: `${name}.${column}`, text });
  }
  return all;
}
