/** What stands in a file: read and checked, with a sentence and a line for each thing that cannot be used. */
import { readFileSync } from 'node:fs';
import { type Document, LineCounter, isMap, isNode, parseDocument } from 'yaml';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const MOST_TOLD = 8;

/**
 * `from` is a path, YAML or JSON text (it has a line break or a brace), or the value itself.
 * @throws {Error} that names the file, and for each fault its line and place
 */
export function readPaper<T extends z.ZodType>(what: string, shape: T, from: unknown): z.infer<T> {
  if (typeof from !== 'string') return checked(what, shape, from, () => '');
  const isPath = !/[\n{]/.test(from);
  const name = isPath ? `${what} ${from}` : what;
  const lines = new LineCounter();
  const document = parseDocument(isPath ? fileText(name, from) : from, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => `line ${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken) throw new Error(`The ${name} cannot be read: ${at(broken.pos[0])}: ${broken.message}`, { cause: broken });
  return checked(name, shape, document.toJS(), (issue) => {
    const offset = placeOf(document, issue);
    return offset === undefined ? '' : `${at(offset)}: `;
  });
}

function fileText(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = code === 'ENOENT' ? 'there is no such file' : error instanceof Error ? error.message : String(error);
    throw new Error(`The ${name} cannot be read: ${why}.`, { cause: error });
  }
}

function checked<T extends z.ZodType>(name: string, shape: T, value: unknown, line: (issue: Issue) => string) {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const { issues } = read.error;
  const told = issues
    .slice(0, MOST_TOLD)
    .map((issue) => `${line(issue)}${issue.path.join('.') || 'its root'}: ${wording(issue)}`);
  const more = issues.length > MOST_TOLD ? [`and ${issues.length - MOST_TOLD} more`] : [];
  throw new Error(`The ${name} cannot be used:\n  ${[...told, ...more].join('\n  ')}`);
}

function wording({ message }: Issue): string {
  return message.endsWith('received undefined') ? 'is missing' : message.replace(/^Invalid input: /, '');
}

/** Where the fault stands; of something missing, where it should have stood. */
function placeOf(document: Document, issue: Issue): number | undefined {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const offset = offsetOf(document, path.slice(0, depth));
    if (offset !== undefined) return offset;
  }
  return undefined;
}

/** In a mapping the key's place: its value may begin lines below. */
function offsetOf(document: Document, path: unknown[]): number | undefined {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = path.length > 0 && isMap(parent) ? parent.items.find(({ key }) => isNamed(key, path.at(-1))) : undefined;
  const node: unknown = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function isNamed(key: unknown, name: unknown): boolean {
  return String(isNode(key) ? key.toJSON() : key) === String(name);
}
