import { z } from 'zod';
import type { Cursor } from '../../desk/searching.ts';
import type { Person, WorkspaceId } from '../../domain/language.ts';
import type { Search } from '../../domain/search.ts';
import { type Conditions, sightOf } from './conditions.ts';

type Sort = NonNullable<Search['sort']>;
/** By what is sorted, and in which direction; the number decides between equals. */
const orders: Record<
  Sort,
  { keys: readonly ('updated_at' | 'created_at' | 'priority' | 'number')[]; direction: 'asc' | 'desc' }
> = {
  updated: { keys: ['updated_at', 'number'], direction: 'desc' },
  created: { keys: ['created_at', 'number'], direction: 'desc' },
  oldest: { keys: ['created_at', 'number'], direction: 'asc' },
  priority: { keys: ['priority', 'updated_at', 'number'], direction: 'desc' },
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
/** More than these are not sorted: the newest of them are found sooner by going through all tickets in their order. */
const MOST_SORTED = { open: 1000, any: 5000 };
/** So far it is gone through them, before it is better to sort after all. */
const FARTHEST = 10_000;

export type Asked = {
  workspace: WorkspaceId;
  conditions: Conditions;
  by: Person;
  sort: Sort;
  start: Start | null;
  limit: number;
  tz: string;
};
/** `few`: all that is found is sorted, unless it is too much. `near`: from the beginning of the order on. `all`: whatever it costs. */
export type Way = 'few' | 'near' | 'all';

/** A statement for just these conditions. It tells how many it has seen, `seen` of at most `most`, and gives the page. */
export function statementOf(asked: Asked, way: Way) {
  const { workspace, conditions, sort, limit } = asked;
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const { keys, direction } = orders[sort];
  const order = keys.map((key) => `${key} ${direction}`).join(', ');
  const most = conditions.open ? MOST_SORTED.open : MOST_SORTED.any;
  const inMain =
    conditions.text === null
      ? 'null::boolean'
      : `exists (select from ticket_search s where s.workspace = t.workspace and s.number = t.number
          and s.main @@ ${put(conditions.text)}::tsquery)`;
  const hits = way === 'near' ? nearOf(asked, put) : hitsOf(asked, way === 'few' ? most : null, put);
  const text = `
    with ${hits},
    page as (select *, json_build_array(${keys.join(', ')}) as keys from hit ${afterOf(asked, put)}
      order by ${order} limit ${put(limit)}::int)
    select c.seen, p.keys, ${inMain} as in_main, t.*
    from counted c left join page p on true left join tickets t on t.workspace = ${put(workspace)} and t.number = p.number
    order by ${keys.map((key) => `p.${key} ${direction}`).join(', ')}`;
  return { text, values, most };
}

/** What the index over the documents finds. */
function hitsOf({ workspace, conditions, by, sort, tz }: Asked, most: number | null, put: Put): string {
  // A few numbers are found by themselves.
  const named = conditions.numbers === null ? [] : [`s.workspace = ${put(workspace)}`];
  const where = [...named, ...indexed(conditions, by, put), ...checked(conditions, { workspace, tz }, put)];
  return `
    hit as materialized (
      select ${orders[sort].keys.map((key) => `s.${key}`).join(', ')} from ticket_search s
      where ${where.join('\n        and ')}
      ${most === null ? '' : `limit ${most + 1}`}),
    counted as (select count(*) as seen from (select from hit limit ${Math.max(MOST_COUNTED, (most ?? 0) + 1)}) few)`;
}

/** What is found among the tickets that come next in the order; how many were looked at is how many were seen. */
function nearOf(asked: Asked, put: Put): string {
  const { workspace, conditions, by, sort, tz, limit } = asked;
  const { keys, direction } = orders[sort];
  const order = keys.map((key) => `s.${key} ${direction}`).join(', ');
  const where = [...indexed(conditions, by, put), ...checked(conditions, { workspace, tz }, put)];
  const after = afterOf(asked, put).replace('where', 'and');
  return `
    near as (
      select * from ticket_search s where s.workspace = ${put(workspace)} ${conditions.open ? 'and s.open' : ''} ${after}
      order by ${order} limit ${FARTHEST}),
    hit as materialized (
      select ${keys.map((key) => `s.${key}`).join(', ')} from near s
      where ${where.join('\n        and ')}
      order by ${order} limit ${put(limit)}::int),
    counted as (select count(*) as seen from hit)`;
}

function afterOf({ sort, start }: Asked, put: Put): string {
  const { keys, direction } = orders[sort];
  if (start === null) return '';
  const from = keys.map((key, nth) => `${put(start[nth])}::${casts[key]}`);
  return `where (${keys.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${from.join(', ')})`;
}

type Put = (value: unknown) => string;

/** Conditions for which there is the index over the documents. */
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
