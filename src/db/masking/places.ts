import type { Worded } from '../../desk/masking.ts';
import type { Sql, Transaction } from '../connect.ts';
import { clean, json } from '../writing.ts';
import { type Holder, HOLDERS, leavesOf, withLeaves } from './holders.ts';

export type Place = Omit<Worded, 'text'>;
const nameOf = ({ table, column }: Holder): string => `${table}.${column}`;
export const keyOf = ({ holder, row, path }: Place): string => `${holder} ${row} ${path}`;

const rowOf = ({ holder, row }: Pick<Place, 'holder' | 'row'>): string => `${holder} ${row}`;

const READ = HOLDERS.map(
  (holder) => `
  select '${nameOf(holder)}' as holder, ${holder.row} as row, to_jsonb(${holder.column}) as value
  from ${holder.table} where ${holder.where}`,
).join(' union all ');
type Row = { holder: string; row: number; value: unknown };

const VALUE = {
  text: `x.value #>> '{}'`,
  list: 'array(select jsonb_array_elements_text(x.value))',
  json: 'x.value',
};
const valueOf = ({ kind }: Holder): string => VALUE[typeof kind === 'string' ? kind : 'json'];
const writeInto = (holder: Holder): string => `
  update ${holder.table} set ${holder.column} = ${valueOf(holder)}
  from jsonb_to_recordset($3::text::jsonb) as x(at int, value jsonb) where ${holder.where} and x.at = ${holder.row}`;

/** All that people wrote in a ticket, and how it is written back. */
export async function textsOf(sql: Sql | Transaction, workspace: string, number: number) {
  const rows = await sql.unsafe<Row[]>(READ, [workspace, number], { prepare: true });
  const texts = rows.flatMap(({ holder: name, row, value }): Worded[] => {
    const holder = HOLDERS.find((one) => nameOf(one) === name);
    return holder ? leavesOf(value, holder.kind).map((leaf) => ({ holder: name, row, ...leaf })) : [];
  });
  const write = async (changed: readonly Worded[]) => {
    const leavesAt = new Map<string, Map<string, string>>();
    for (const { path, text, ...at } of changed) {
      const leaves = leavesAt.get(rowOf(at)) ?? new Map<string, string>();
      leavesAt.set(rowOf(at), leaves.set(path, clean(text)));
    }
    for (const holder of HOLDERS) {
      const name = nameOf(holder);
      const values = rows.flatMap(({ value, ...at }) => {
        const leaves = at.holder === name ? leavesAt.get(rowOf(at)) : undefined;
        return leaves ? [{ at: at.row, value: withLeaves(value, leaves) }] : [];
      });
      if (values.length > 0) await sql.unsafe(writeInto(holder), [workspace, number, json(values)], { prepare: true });
    }
  };
  return { texts, write };
}
