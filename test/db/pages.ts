import type { Sql, Transaction } from '../../src/db/connect.ts';

type Asked = { text: string; values: unknown[] };
type Node = { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } };
type Row = { 'QUERY PLAN': Node[] };

/** A database that remembers what it was asked. */
export function listening(sql: Sql): { sql: Sql; heard: Asked[] } {
  const heard: Asked[] = [];
  const ear = <T extends Sql | Transaction>(to: T): T =>
    new Proxy(to, {
      get(target, name) {
        if (name === 'unsafe')
          return (text: string, values: unknown[] = [], options = {}) => {
            heard.push({ text, values });
            return target.unsafe(text, values as never[], options);
          };
        if (name === 'begin')
          return (work: (inside: Transaction) => unknown) =>
            (target as Sql).begin((inside) => work(ear(inside)) as Promise<unknown>);
        return Reflect.get(target, name) as unknown;
      },
    });
  return { sql: ear(sql), heard };
}

/** At how many pages of 8 kB Postgres looks for the answers. */
export async function pagesOf(sql: Sql, asked: readonly Asked[]): Promise<number[]> {
  const pages: number[] = [];
  await sql.begin(async (inside) => {
    for (const { text, values } of asked) {
      const explain = `explain (analyze, buffers, format json) ${text}`;
      const [row] = await inside.unsafe<Row[]>(explain, values as never[]);
      const plan = row?.['QUERY PLAN'][0]?.Plan;
      if (!plan) throw new Error('Postgres does not say how.');
      pages.push(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']);
    }
  });
  return pages;
}
