import { RESOLVE_REASONS } from '../../domain/language.ts';

/** Where a ticket's words are kept. A column that may hold words and is not said here or in the test of it fails that test. */
export type Holder = {
  table: string;
  column: string;
  /** `keys`: of a JSON value, only what stands under these keys, at whatever depth. */
  kind: 'text' | 'list' | 'json' | { keys: readonly string[] };
  /** What tells its row from the others of the ticket. */
  row: string;
  /** Which rows are the ticket's; `$1` is the workspace, `$2` the number. */
  where: string;
};

const OF_TICKET = 'workspace = $1 and ticket = $2';
const ITSELF = 'workspace = $1 and number = $2';
/** What is written for several tickets at once is kept once. */
export const BATCHED = `workspace = $1 and ($2 = any(numbers)
  or id in (select i.batch from batch_items i where i.workspace = $1 and i.ticket = $2))`;
/** What people write into forms, by the names that it has in inputs. */
export const WRITTEN = [
  'title',
  'content',
  'fields',
  'agent_fields',
  'were',
  'text',
  'note',
  'ask',
  'reason',
  'waiting_for',
  'waitingFor',
  'issue',
  'agreement',
  'solution',
  'add',
  'remove',
  'tags',
] as const;

/** How a file is called, which its link may say as well. */
const FILE = ['name', 'link'];

export const HOLDERS: readonly Holder[] = [
  { table: 'tickets', column: 'title', kind: 'text', row: '0', where: ITSELF },
  { table: 'tickets', column: 'content', kind: 'text', row: '0', where: ITSELF },
  { table: 'tickets', column: 'fields', kind: 'json', row: '0', where: ITSELF },
  { table: 'tickets', column: 'agent_fields', kind: 'json', row: '0', where: ITSELF },
  { table: 'tickets', column: 'solution', kind: 'text', row: '0', where: ITSELF },
  { table: 'tickets', column: 'detail', kind: { keys: WRITTEN }, row: '0', where: ITSELF },
  { table: 'tickets', column: 'scheduled', kind: { keys: [...WRITTEN, ...FILE] }, row: '0', where: ITSELF },
  { table: 'tickets', column: 'tags', kind: 'list', row: '0', where: ITSELF },
  { table: 'events', column: 'input', kind: { keys: [...WRITTEN, ...FILE] }, row: 'seq', where: OF_TICKET },
  { table: 'messages', column: 'text', kind: 'text', row: 'seq', where: OF_TICKET },
  { table: 'messages', column: 'files', kind: { keys: FILE }, row: 'seq', where: OF_TICKET },
  { table: 'escalations', column: 'ask', kind: 'text', row: 'seq', where: OF_TICKET },
  { table: 'escalations', column: 'reason', kind: 'text', row: 'seq', where: OF_TICKET },
  { table: 'batches', column: 'input', kind: { keys: WRITTEN }, row: 'id', where: BATCHED },
];

type Leaf = { path: string; text: string };

/** Our own words, which a form sends under a name that elsewhere holds a person's. */
const OURS: readonly string[] = [...RESOLVE_REASONS, 'spam'];
const isOurs = (path: string, text: string): boolean => path.endsWith('/reason') && OURS.includes(text);

/** The texts of a value that people wrote, each with its way to it. */
export function leavesOf(value: unknown, kind: Holder['kind'], path = '', within = typeof kind === 'string'): Leaf[] {
  if (typeof value === 'string') return within && value !== '' && !isOurs(path, value) ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const keys = typeof kind === 'string' ? [] : kind.keys;
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    leavesOf(part, kind, step(path, key), within || keys.includes(key)),
  );
}

/** The same value with other texts at these ways. */
export function withLeaves(value: unknown, texts: ReadonlyMap<string, string>, path = ''): unknown {
  if (typeof value === 'string') return texts.get(path) ?? value;
  if (Array.isArray(value)) return value.map((part: unknown, at) => withLeaves(part, texts, step(path, String(at))));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(entries.map(([key, part]) => [key, withLeaves(part, texts, step(path, key))]));
}

const step = (path: string, key: string): string => `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
