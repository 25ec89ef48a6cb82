import { z } from 'zod';
import type { Cursor } from '../../desk/searching.ts';
import type { Person, WorkspaceId } from '../../domain/language.ts';
import type { Search } from '../../domain/search.ts';
import { type Conditions, sightOf } from './conditions.ts';

export type Sort = NonNullable<Search['sort']>;
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

export type Asked = {
  workspace: WorkspaceId;
  conditions: Conditions;
  by: Person;
  sort: Sort;
  start: Start | null;
  limit: number;
  tz: string;
  /** Only what he sees as the desk does. */
  inside?: boolean;
};
/** A part of what is asked for: with these lists of facets besides, and what comes after `start`. */
export type Part = { facets: readonly (readonly string[])[]; start: Start | null };
/**
 * `sorted`: all that the documents' index finds, up to `most`, is sorted. `near`: it is gone through the tickets in
 * their order, up to `far` of them. The first is right for what is rare, the second for what is common.
 */
export type Way = { by: 'sorted'; most: number; start: 'of all' | 'of this part' } | { by: 'near'; far: number | null };

/** A statement for just these conditions: the page, and `seen`, how many were found until it ended. */
export function statementOf(asked: Asked, part: Part, way: Way) {
  const { workspace, conditions, sort, limit } = asked;
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const { keys, direction } = orders[sort];
  const order = keys.map((key) => `${key} ${direction}`).join(', ');
  const inMain =
    conditions.text === null
      ? 'null::boolean'
      : `exists (select from ticket_search s where s.workspace = t.workspace and s.number = t.number
          and s.main @@ ${put(conditions.text)}::tsquery)`;
  const hits = way.by === 'near' ? nearOf(asked, part, way.far, put) : hitsOf(asked, part, way, put);
  const after = way.by === 'sorted' && way.start === 'of all' ? `where ${afterOf(sort, part.start, put)}` : '';
  const text = `
    with hit as materialized (${hits}),
    counted as (select count(*) as seen from hit),
    page as (select *, json_build_array(${keys.join(', ')}) as keys from hit ${after}
      order by ${order} limit ${put(limit)}::int)
    select c.seen, p.keys, ${inMain} as in_main, t.*
    from counted c left join page p on true left join tickets t on t.workspace = ${put(workspace)} and t.number = p.number
    order by ${keys.map((key) => `p.${key} ${direction}`).join(', ')}`;
  return { text, values };
}

/** How many there are, up to `most`: of all of them, or of those that are surely found and sooner, with whole words only. */
export function countOf(asked: Asked, part: Part, most: number, sure: boolean) {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const { main, text } = asked.conditions.whole;
  const conditions = sure ? { ...asked.conditions, main, text } : asked.conditions;
  const hits = hitsOf({ ...asked, conditions }, part, { most: most - 1, start: 'of all' }, put, sure);
  return { text: `select count(*) as seen from (${hits}) hit`, values };
}

type Sorted = { most: number; start: 'of all' | 'of this part' };

/** What the index over the documents finds, each kind of words by itself: then it need not look at them again. */
function hitsOf(asked: Asked, part: Part, { most, start }: Sorted, put: Put, mainOnly = false): string {
  const { workspace, conditions, sort } = asked;
  // A few numbers are found by themselves.
  const named = conditions.numbers === null ? [] : [`s.workspace = ${put(workspace)}`];
  const after = start === 'of all' ? [] : [afterOf(sort, part.start, put)];
  const rest = () => [...named, ...indexed(conditions, part, put), ...checked(asked, put), ...after];
  const words = readable(asked, mainOnly, put);
  const branches = words.map(
    (where) => `(
      select ${orders[sort].keys.map((key) => `s.${key}`).join(', ')} from ticket_search s
      where ${[...rest(), where].join('\n        and ')}
      limit ${most + 1})`,
  );
  return branches.length === 1 ? `${branches[0]}` : `${branches.join(' union ')} limit ${most + 1}`;
}

/** What is found among the tickets that come next in the order. */
function nearOf(asked: Asked, part: Part, far: number | null, put: Put): string {
  const { workspace, conditions, sort, limit } = asked;
  const { keys, direction } = orders[sort];
  const order = keys.map((key) => `s.${key} ${direction}`).join(', ');
  const read = `(${readable(asked, false, put).join('\n        or ')})`;
  const where = [...indexed(conditions, part, put), ...checked(asked, put), read];
  return `
      select ${keys.map((key) => `s.${key}`).join(', ')} from (
        select * from ticket_search s where s.workspace = ${put(workspace)} ${conditions.open ? 'and s.open' : ''}
          and ${afterOf(sort, part.start, put)}
        order by ${order} ${far === null ? '' : `limit ${far}`}) s
      where ${where.join('\n        and ')}
      order by ${order} limit ${put(limit)}::int`;
}

function afterOf(sort: Sort, start: Start | null, put: Put): string {
  const { keys, direction } = orders[sort];
  if (start === null) return 'true';
  const from = keys.map((key, nth) => `${put(start[nth])}::${casts[key]}`);
  return `(${keys.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${from.join(', ')})`;
}

type Put = (value: unknown) => string;

/** Conditions for which there is the index over the documents. */
function indexed({ facets, main, numbers }: Conditions, part: Part, put: Put): string[] {
  return [
    ...(numbers === null ? [] : [`s.number = any(${put(numbers)}::int[])`]),
    ...[...facets, ...part.facets].map((list) => `s.facets && ${put(list)}::text[]`),
    ...(main === null ? [] : [`s.main @@ ${put(main)}::tsquery`]),
  ];
}

/** What of it may be read: one of these. */
function readable({ by, conditions: { text }, inside: asDesk = false }: Asked, mainOnly: boolean, put: Put): string[] {
  const { readable, inside } = sightOf(by);
  // All but the private ones: nothing that an index could help with.
  const sees = (list: string[]) =>
    by.admin ? `(not s.private or s.facets && ${put(list)}::text[])` : `s.facets && ${put(list)}::text[]`;
  if (text === null) return [sees(asDesk ? inside : readable)];
  const inMain = `${sees(readable)} and s.main @@ ${put(text)}::tsquery`;
  return mainOnly ? [inMain] : [inMain, `${sees(inside)} and s.internal @@ ${put(text)}::tsquery`];
}

/** What is looked at in what was found. */
function checked({ conditions, workspace, tz }: Asked, put: Put): string[] {
  const { created, updated, archived, spam } = conditions;
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
