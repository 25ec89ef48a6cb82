import { z } from 'zod';
import type { Cursor } from '../../desk/searching.ts';
import type { Person, WorkspaceId } from '../../domain/language.ts';
import type { Search } from '../../domain/search.ts';
import { type Conditions, sightOf } from './conditions.ts';

type Sort = NonNullable<Search['sort']>;
/** By what is sorted, and in which direction; the number decides between equals. */
const orders: Record<
  Sort,
  { keys: readonly ('updated_at' | 'created_at' | 'priority' | 'number')[]; way: 'asc' | 'desc' }
> = {
  updated: { keys: ['updated_at', 'number'], way: 'desc' },
  created: { keys: ['created_at', 'number'], way: 'desc' },
  oldest: { keys: ['created_at', 'number'], way: 'asc' },
  priority: { keys: ['priority', 'updated_at', 'number'], way: 'desc' },
};
const casts = { updated_at: 'timestamptz', created_at: 'timestamptz', priority: 'smallint', number: 'int' };

const moment = z.iso.datetime({ offset: true });
const int = z.int().min(0).max(2_147_483_647);
const starts = {
  updated: z.tuple([moment, int]),
  created: z.tuple([moment, int]),
  oldest: z.tuple([moment, int]),
  priority: z.tuple([int.max(3), moment, int]),
} satisfies Record<Sort, z.ZodType>;
export type Start = readonly (string | number)[];

export const cursorOf = (sort: Sort, keys: unknown): Cursor =>
  Buffer.from(JSON.stringify([sort, keys])).toString('base64url') as Cursor;

/** Null: it is none of ours, or of another order; then the list begins anew. */
export function startOf(sort: Sort, cursor: Cursor): Start | null {
  try {
    const [of, keys] = z
      .tuple([z.string(), z.unknown()])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return of === sort ? starts[sort].parse(keys) : null;
  } catch {
    return null;
  }
}

/** So many are counted. */
const MOST_COUNTED = 1001;

type Asked = {
  workspace: WorkspaceId;
  conditions: Conditions;
  by: Person;
  sort: Sort;
  start: Start | null;
  limit: number;
  tz: string;
};

/** The statement for just these conditions. */
export function statementOf({ workspace, conditions, by, sort, start, limit, tz }: Asked) {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const { keys, way } = orders[sort];
  const where = [...indexed(conditions, by, put), ...checked(conditions, by, { workspace, tz }, put)].join(
    '\n      and ',
  );
  const order = keys.map((key) => `${key} ${way}`).join(', ');
  const after =
    start === null
      ? ''
      : `where (${keys.join(', ')}) ${way === 'asc' ? '>' : '<'} (${keys
          .map((key, nth) => `${put(start[nth])}::${casts[key]}`)
          .join(', ')})`;
  const inMain =
    conditions.text === null
      ? 'null::boolean'
      : `exists (select from ticket_search s where s.workspace = t.workspace and s.number = t.number
          and s.main @@ ${put(conditions.text)}::tsquery)`;
  const text = `
    with hit as materialized (
      select s.${[...new Set([...keys, 'number'])].join(', s.')} from ticket_search s
      where ${where}),
    page as (select *, json_build_array(${keys.join(', ')}) as keys from hit ${after} order by ${order} limit ${put(limit)}::int),
    counted as (select count(*) as total from (select from hit limit ${MOST_COUNTED}) few)
    select c.total, p.keys, ${inMain} as in_main, t.*
    from counted c left join page p on true left join tickets t on t.workspace = ${put(workspace)} and t.number = p.number
    order by ${keys.map((key) => `p.${key} ${way}`).join(', ')}`;
  return { text, values };
}

type Put = (value: unknown) => string;

/** What the index over the documents finds. */
function indexed({ facets, main, text, numbers }: Conditions, by: Person, put: Put): string[] {
  const { readable, inside } = sightOf(by);
  // All but the private ones: nothing that an index could help with.
  const sees = (list: string[]) =>
    by.admin ? `(not s.private or s.facets && ${put(list)}::text[])` : `s.facets && ${put(list)}::text[]`;
  return [
    ...(numbers === null ? [] : [`s.number = any(${put(numbers)}::int[])`]),
    ...facets.map((list) => `s.facets && ${put(list)}::text[]`),
    ...(main === null ? [] : [`s.main @@ ${put(main)}::tsquery`]),
    text === null
      ? sees(readable)
      : `(${sees(readable)} and s.main @@ ${put(text)}::tsquery
        or ${sees(inside)} and s.internal @@ ${put(text)}::tsquery)`,
  ];
}

/** What is looked at in what was found. */
function checked(
  { created, updated, archived, spam }: Conditions,
  by: Person,
  { workspace, tz }: { workspace: WorkspaceId; tz: string },
  put: Put,
): string[] {
  const moment = (day: string) => `(${put(day)}::date::timestamp at time zone ${put(tz)})`;
  return [
    // Written so that no index is taken for it: the one over the documents is the right one.
    `s.workspace || '' = ${put(workspace)}`,
    ...(spam ? [] : ['not s.spam']),
    ...(archived === 'no' ? ['not s.archived'] : []),
    ...(created.from === null ? [] : [`s.created_at >= ${moment(created.from)}`]),
    ...(created.before === null ? [] : [`s.created_at < ${moment(created.before)}`]),
    ...(updated.from === null ? [] : [`s.updated_at >= ${moment(updated.from)}`]),
    ...(updated.before === null ? [] : [`s.updated_at < ${moment(updated.before)}`]),
  ];
}
