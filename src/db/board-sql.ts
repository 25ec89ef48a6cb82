import { boardOf, type BoardName } from '../domain/boards.ts';
import { CLOCKS, PRIORITIES } from '../domain/language.ts';
import { OPEN } from './select.ts';

/** The boards as SQL: pieces of our own words only; what is given comes in as parameters, written `{name}`. */

const TYPES = {
  workspace: 'text',
  person: 'text',
  /** The groups that are looked at, and those whose private tickets are read, too. */
  groups: 'text[]',
  own: 'text[]',
  led: 'text[]',
  leads: 'text[]',
  reports: 'text[]',
  agent: 'text',
  group: 'text',
  now: 'text',
  limit: 'int',
  skip: 'int',
} as const;
type Given = { [Name in keyof typeof TYPES]?: (typeof TYPES)[Name] extends 'int' ? number : unknown };

/** A statement with `{name}` in it, ready for values by name. */
export function compile(text: string) {
  const names: (keyof typeof TYPES)[] = [];
  const ready = text.replace(/\{(\w+)\}/g, (_all, word: string) => {
    const name = word as keyof typeof TYPES;
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}::${TYPES[name]}`;
  });
  return { text: ready, values: (given: Given) => names.map((name) => given[name] as string | number | null) };
}

/** When the first promise that runs will be broken, and when three quarters of it have gone by: moments as text, in UTC. */
const firstOf = (of: 'warnAt' | 'dueAt', t = 't.') =>
  `(least(${CLOCKS.map((name) => `${t}clocks #>> '{${name},${of}}'`).join(', ')}) collate "C")`;
export const WARN = firstOf('warnAt', '');
export const LATE = `${firstOf('dueAt')} <= {now}`;
export const AT_RISK = `${firstOf('warnAt')} <= {now}`;
export const THEIR_TURN = `(t.same_asked is not null or (t.cancel_asked is not null and t.state in ${OPEN})
  or t.state in ('answered', 'workaround') or (t.state = 'pending' and t.detail ->> 'kind' = 'requester'))`;
const REPLIED = `(t.state = 'requester_replied' or t.unread)`;
const ONLY = { their_turn: THEIR_TURN, replied: REPLIED, at_risk: AT_RISK, late: `${AT_RISK} and ${LATE}` };
/** What is urgent first: the index of the queue says the same. */
export const URGENCY = `(case priority ${PRIORITIES.toReversed()
  .map((priority, at) => `when '${priority}' then ${at}`)
  .join(' ')} end)`;

/** As the indexes have it: drizzle's descend with nulls last. */
const DOWN = 'desc nulls last';
type Key = readonly [name: string, of: string, down?: typeof DOWN];
const NUMBER: Key = ['number', 't.number'];
const LATEST: readonly Key[] = [
  ['updated_at', 't.updated_at', DOWN],
  ['number', 't.number', DOWN],
];
const ORDER: Record<NonNullable<ReturnType<typeof boardOf>['order']>, readonly Key[]> = {
  their_turn: [['turn', THEIR_TURN, DOWN], ...LATEST],
  urgency: [['urgency', URGENCY.replace('priority', 't.priority')], ['created_at', 't.created_at'], NUMBER],
  longest: [['since', 't.since'], NUMBER],
  due: [['due', firstOf('dueAt')], NUMBER],
};

const WHOSE = {
  requester: 't.requester = {person}',
  creator: 't.creator = {person} and t.creator <> t.requester',
  assignee: 't.assignee = {person}',
  /** Read by following only where that is enough, as `followable` has it. */
  follower: `t.followers @> array[{person}] and t.followers <> '{}' and (not t.private and t.parent is null
    or t.assignee = {person} or exists (select from group_members m
      where m.workspace = {workspace} and m.person = {person} and m.group_key = t.group_key))`,
  target: `t.detail ->> 'to' = {person}`,
  /** Of what he has, what the reader may read as those read it who work on it: `mayReadInternal` has the same. */
  agent: `t.assignee = {agent}
    and (t.group_key = any({led}) or ({agent} = any({reports}) and ({group} is null or t.group_key = {group})))
    and (t.group_key = any({own}) or (t.group_key = any({groups}) and not t.private) or t.assignee = {person}
      or t.consulted @> to_jsonb({person}) or (t.state = 'escalated' and t.detail ->> 'to' = {person}))`,
};

const keysOf = (name: BoardName): readonly Key[] => {
  const { order } = boardOf(name);
  return order ? ORDER[order] : LATEST;
};
const orderOf = (name: BoardName, at: 0 | 1) =>
  keysOf(name)
    .map((key) => `${at === 0 ? `x.${key[0]}` : key[1]}${key[2] ? ` ${key[2]}` : ''}`)
    .join(', ');
const columnsOf = (name: BoardName): string =>
  keysOf(name)
    .map(([as, of]) => `${of} as ${as}`)
    .join(', ');

/** What is asked of a ticket besides whose it is. */
function asked(name: BoardName): string {
  const { only, archived } = boardOf(name);
  return ['t.deleted_at is null', ...(archived ? [] : ['t.archived_at is null']), ...(only ? [ONLY[only]] : [])].join(
    ' and ',
  );
}

const literals = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** The tickets of a board, as the index of that board finds them: at most `most` of each group. */
export const among = (name: BoardName, most: string): string =>
  amongOf(name, `t.group_key, ${columnsOf(name)}`, `order by ${orderOf(name, 1)} limit ${most}`);
/** The same to be counted: in no order, so that the tickets themselves need not be looked at. */
const countedOf = (name: BoardName, most: number): string => amongOf(name, 't.group_key', `limit ${most}`);

function amongOf(name: BoardName, columns: string, ending: string): string {
  const { states, whose, elsewhere } = boardOf(name);
  const where = `t.workspace = {workspace} and ${asked(name)} and t.state in (${literals(states)})`;
  if (whose !== 'groups' && whose !== 'led')
    return `select ${columns} from tickets t where ${where} and ${WHOSE[whose]}`;
  const [scope, seats] = whose === 'led' ? ['{led}', '{leads}'] : ['{groups}', '{own}'];
  const here = `select ${columns} from tickets t where ${where} and t.group_key = g.key
    and (not t.private or t.group_key = any(${seats})) ${ending}`;
  const found = `select x.* from unnest(${scope}) g(key) cross join lateral (${here}) x`;
  if (!elsewhere) return found;
  return `${found} union all select ${columns} from tickets t where ${where}
    and t.assignee = {person} and {group} is null and t.group_key <> all(${scope})`;
}

/** One page of a board, whole tickets. */
export const rowsOf = (name: BoardName, more = ''): string => `
  select t.*${more} from (
    select * from (${among(name, '{limit} + {skip}')}) x order by ${orderOf(name, 0)} limit {limit} offset {skip}) x
  join tickets t on t.workspace = {workspace} and t.number = x.number order by ${orderOf(name, 0)}`;

/** How many a board has, counted as far as `most`. */
export const countOf = (name: BoardName, most: number): string =>
  `(select count(*) from (select from (${countedOf(name, most)}) x limit ${most}) n)`;

/** The same by group. */
export const countsByGroup = (name: BoardName, most: number): string => `(
  select coalesce(json_agg(json_build_object('key', c.key, 'count', c.count)), '[]') from (
    select x.group_key as key, least(count(*), ${most}) as count from (${countedOf(name, most)}) x group by 1) c)`;
