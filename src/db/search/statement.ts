import { z } from 'zod';
import type { Cursor, Total } from '../../desk/searching.ts';
import type { Person, WorkspaceId } from '../../domain/language.ts';
import type { Search } from '../../domain/search.ts';
import { type Conditions, sightOf } from './conditions.ts';
import { facet } from './facets.ts';
import { queryOf } from './lexemes.ts';
import type { Odds } from './odds.ts';
import type { Phrase } from './words.ts';

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

const total = z.object({ count: z.int().min(0), over: z.boolean() });
export const cursorOf = (sort: Sort, keys: unknown, counted: Total): Cursor =>
  Buffer.from(JSON.stringify([sort, keys, counted])).toString('base64url') as Cursor;

/** Where it goes on, and how many there were in all; null: it is none of ours, or of another order; then the list begins anew. */
export function startOf(sort: Sort, cursor: Cursor): { start: Start; total: Total | null } | null {
  try {
    const [of, keys, counted] = z
      .tuple([z.string(), z.unknown(), total.nullable().default(null)])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return of === sort ? { start: starts[sort].parse(keys), total: counted } : null;
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
  odds: Odds;
  /** Only what he sees as the desk does. */
  inside?: boolean;
};
/** A part of what is asked for: with these lists of facets besides, and what comes after `start`. */
export type Part = { facets: readonly (readonly string[])[]; start: Start | null };
/** For what the index over the documents is asked: which of `listsOf`, and which words. */
export type Driven = { lists: ReadonlySet<number>; keys: readonly Phrase[]; text: readonly Phrase[] };
/**
 * `sorted`: all that the documents' index finds, up to `most`, is sorted. `near`: it is gone through the tickets in
 * their order, up to `far` of them. The first is right for what is rare, the second for what is common.
 */
export type Way = Sorted | Near;
/** `counted`: how many of them fit is wanted, too; else it ends where the page is full. */
type Near = { by: 'near'; far: number | null; counted: boolean };
type Sorted = { by: 'sorted'; most: number; start: 'of all' | 'of this part'; driven: Driven };

/** A statement for just these conditions: the page, `seen`, how many were found until it ended, and whether these are all. */
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
          and s.main @@ ${put(queryOf(conditions.text))}::tsquery)`;
  const hits = way.by === 'near' ? nearOf(asked, part, way, put) : sortedOf(asked, part, way, put);
  const after = way.by === 'sorted' && way.start === 'of all' ? afterOf(sort, part.start, put) : 'true';
  const ended =
    way.by === 'sorted'
      ? `count(*) <= ${put(way.most)}::int`
      : way.counted
        ? `count(*) < ${put(way.far)}::int`
        : way.far === null
          ? `count(*) < ${put(limit)}::int`
          : 'false';
  const text = `
    with hit as materialized (${hits}),
    counted as (select count(*) filter (where fits) as seen, ${ended} as ended from hit),
    page as (select *, json_build_array(${keys.join(', ')}) as keys from hit where fits and ${after}
      order by ${order} limit ${put(limit)}::int)
    select c.seen, c.ended, p.keys, ${inMain} as in_main, t.*
    from counted c left join page p on true left join tickets t on t.workspace = ${put(workspace)} and t.number = p.number
    order by ${keys.map((key) => `p.${key} ${direction}`).join(', ')}`;
  return { text, values };
}

/** What the index over the documents finds. */
function sortedOf(asked: Asked, part: Part, { most, start, driven }: Sorted, put: Put): string {
  const { workspace, conditions, sort } = asked;
  const where = [
    // A few numbers are found by themselves.
    ...(conditions.numbers === null ? [] : [`s.workspace = ${put(workspace)}`]),
    ...(start === 'of all' ? [] : [afterOf(sort, part.start, put)]),
    ...found(asked, part, driven, put),
    ...(driven.keys.length === 0 ? [] : [`s.keys @@ ${put(queryOf(driven.keys))}::tsquery`]),
    ...(driven.text.length === 0 ? [] : [`coalesce(s.internal, s.main) @@ ${put(queryOf(driven.text))}::tsquery`]),
    ...checked(asked, driven, put),
  ];
  return `
      select ${orders[sort].keys.map((key) => `s.${key}`).join(', ')}, true as fits from ticket_search s
      where ${where.join('\n        and ')}
      limit ${put(most + 1)}::int`;
}

/** The tickets that come next in the order, and which of them are meant. */
function nearOf(asked: Asked, part: Part, { far, counted }: Near, put: Put): string {
  const { sort, limit } = asked;
  const { keys, direction } = orders[sort];
  const columns = keys.map((key) => `s.${key}`).join(', ');
  const order = keys.map((key) => `s.${key} ${direction}`).join(', ');
  const fits = [...found(asked, part, NOTHING, put), ...checked(asked, NOTHING, put)].join('\n        and ');
  // The inner one is kept in its order, whatever else might find them.
  const next = `
        select * from (${inOrder(asked, part, far, put)}) s
        order by ${order} ${far === null ? 'offset 0' : `limit ${put(far)}::int`}`;
  return counted
    ? `select ${columns}, (${fits}) as fits from (${next}) s`
    : `select ${columns}, true as fits from (${next}) s where ${fits} order by ${order} limit ${put(limit)}::int`;
}

/** As far as an index has both the order and the days. */
function inOrder(asked: Asked, part: Part, far: number | null, put: Put): string {
  const { workspace, conditions, sort } = asked;
  const { keys, direction } = orders[sort];
  const days = sort === 'priority' ? [] : sort === 'updated' ? updatedIn(conditions, put) : createdIn(conditions, put);
  const where = [
    `s.workspace = ${put(workspace)}`,
    ...(conditions.open ? ['s.open'] : []),
    ...days,
    afterOf(sort, part.start, put),
  ].join(' and ');
  if (!isByMonths(asked)) return `select * from ticket_search s where ${where}`;
  const order = `order by ${keys.map((key) => `s.${key} ${direction}`).join(', ')}`;
  const each = (conditions.created.months ?? []).map(
    (month) => `(select * from ticket_search s where ${MONTH} = ${put(beginning(month))}::timestamp and ${where}
          ${order} limit ${put(far)}::int)`,
  );
  return each.join('\n        union all ');
}
/** Is it gone through the months of their making side by side, as an index has them? */
export const isByMonths = ({ sort, conditions }: Asked): boolean =>
  sort === 'updated' && !conditions.open && (conditions.created.months?.length ?? 0) > 0;
const MONTH = `date_trunc('month', s.created_at at time zone 'UTC')`;
const beginning = (month: string) => `${month.slice(0, 4)}-${month.slice(4)}-01`;
const NOTHING: Driven = { lists: new Set(), keys: [], text: [] };

function afterOf(sort: Sort, start: Start | null, put: Put): string {
  const { keys, direction } = orders[sort];
  if (start === null) return 'true';
  const from = keys.map((key, nth) => `${put(start[nth])}::${casts[key]}`);
  return `(${keys.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${from.join(', ')})`;
}

type Put = (value: unknown) => string;

/** Facets of which the document has one of each list. */
export function listsOf({ conditions, by, inside = false }: Asked): readonly (readonly string[])[] {
  const { facets, created, updated } = conditions;
  const sight = sightOf(by);
  const months = [created.months?.map(facet.created), updated.months?.map(facet.updated)];
  // All but the private ones of an administrator: nothing that an index could help with.
  const readable = by.admin ? undefined : inside ? sight.inside : sight.readable;
  return [...facets, ...months, readable].filter((list) => list !== undefined);
}

/** Conditions that the index over the documents knows of, for those that are not driven by it in words that it does not. */
function found(asked: Asked, part: Part, driven: Driven, put: Put): string[] {
  const { numbers } = asked.conditions;
  const { readable, inside } = sightOf(asked.by);
  const has = (list: readonly string[], nth: number) =>
    driven.lists.has(nth) ? `s.facets && ${put(list)}::text[]` : `arrayoverlap(s.facets, ${put(list)}::text[])`;
  return [
    ...(numbers === null ? [] : [`s.number = any(${put(numbers)}::int[])`]),
    ...part.facets.map((list) => `s.facets && ${put(list)}::text[]`),
    ...listsOf(asked).map(has),
    ...(asked.by.admin ? [seenBy(asked, asked.inside ? inside : readable, put)] : []),
  ];
}

const seenBy = ({ by }: Asked, facets: string[], put: Put): string =>
  `(${by.admin ? 'not s.private or ' : ''}arrayoverlap(s.facets, ${put(facets)}::text[]))`;

/** What is looked at in what was found, what is quickly looked at first. */
function checked(asked: Asked, driven: Driven, put: Put): string[] {
  const { conditions, workspace } = asked;
  const { archived, spam, keys, text } = conditions;
  const has = (column: string, phrases: readonly Phrase[]) =>
    `ts_match_vq(${column}, ${put(queryOf(phrases))}::tsquery)`;
  const inside = () => seenBy(asked, sightOf(asked.by).inside, put);
  return [
    // Written so that no index is taken for it: the one over the documents is the right one.
    `s.workspace || '' = ${put(workspace)}`,
    ...(spam ? [] : ['not s.spam']),
    ...(archived === 'no' ? ['not s.archived'] : []),
    ...createdIn(conditions, put),
    ...updatedIn(conditions, put),
    ...(driven.keys.length === keys.length ? [] : [has('s.keys', keys)]),
    ...(text === null
      ? []
      : driven.text.length === text.length
        ? [`(${inside()} or ${has('s.main', text)})`]
        : [has(`case when ${inside()} then coalesce(s.internal, s.main) else s.main end`, text)]),
  ];
}

const createdIn = ({ created: { from, before } }: Conditions, put: Put): string[] => [
  ...(from === null ? [] : [`s.created_at >= ${put(from)}::timestamptz`]),
  ...(before === null ? [] : [`s.created_at < ${put(before)}::timestamptz`]),
];
const updatedIn = ({ updated: { from, before } }: Conditions, put: Put): string[] => [
  ...(from === null ? [] : [`s.updated_at >= ${put(from)}::timestamptz`]),
  ...(before === null ? [] : [`s.updated_at < ${put(before)}::timestamptz`]),
];
