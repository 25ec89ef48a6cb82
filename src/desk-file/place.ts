import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { blockOf, itemsOf, wordOf } from './raw.ts';

/** The line of the last key or list item on the way to a path: of the key itself, or of the block where it is missing. */
export function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}

const startOf = (node: unknown): number | undefined => (node as Node | undefined)?.range?.[0];

/** Of what a sentence speaks: 'group "support"', 'field "device" of type "malfunction"', 'step 2 of ticket 3'. */
export function subjectOf(raw: unknown, path: readonly PropertyKey[]): string {
  const [section, key, ...rest] = path;
  if (key === undefined) return 'the desk file';
  const block = blockOf(raw);
  if (section === 'people') return `person "${String(key)}"`;
  if (section === 'triggers') return `trigger "${String(key)}"`;
  if (section === 'banned_words') return `list ${Number(key) + 1} of the banned words`;
  if (section === 'templates') return `template "${String(key)}"`;
  if (section === 'groups') return `group "${String(key)}"`;
  if (section === 'types') return typeAt(blockOf(block['types'])[String(key)], String(key), rest);
  if (section === 'tickets') return ticketAt(itemsOf(block['tickets'])[Number(key)], Number(key), rest);
  return 'the desk file';
}

function typeAt(value: unknown, key: string, [word, next, ...rest]: readonly PropertyKey[]): string {
  const block = blockOf(value);
  if (next === undefined) return `type "${key}"`;
  if (word === 'types') return typeAt(blockOf(block['types'])[String(next)], String(next), rest);
  if (word !== 'fields') return `type "${key}"`;
  const field = wordOf(blockOf(itemsOf(block['fields'])[Number(next)])['key']);
  return `field ${field === null ? Number(next) + 1 : `"${field}"`} of type "${key}"`;
}

function ticketAt(value: unknown, index: number, [word, next]: readonly PropertyKey[]): string {
  const title = wordOf(blockOf(value)['title']);
  const ticket = title === null ? `ticket ${index + 1}` : `ticket "${title}"`;
  return word === 'then' && next !== undefined ? `step ${Number(next) + 1} of ${ticket}` : ticket;
}
