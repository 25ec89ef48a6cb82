import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { bannedFaults } from './banned.ts';
import { type Complaint, DeskFileFault } from './fault.ts';
import { pastFaults } from './past.ts';
import { lineOf, subjectOf } from './place.ts';
import { referenceFaults } from './references.ts';
import { deskFile, type DeskOfFile } from './schema.ts';
import { templatesFaults } from './templates.ts';
import { triggerFaults } from './trigger-references.ts';

export type DeskFile = DeskOfFile & {
  /** A fault of this file as one sentence with file and line. */
  sentence(complaint: Complaint): string;
};

const NO_FILE: Record<string, string> = {
  ENOENT: 'there is no such file; name another with DESK_FILE, or write one with  npm run desk -- export',
  EISDIR: 'this is a folder; name a file with DESK_FILE',
  EACCES: 'it may not be read; check its permissions',
};

/** Reads and checks a desk file. Throws `DeskFileFault` with all faults at once. */
export async function readDeskFile(file: string): Promise<DeskFile> {
  const name = path.relative('.', file) || file;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new DeskFileFault([`${name}: ${NO_FILE[code] ?? `it cannot be read (${code})`}.`]);
  }
  return parseDeskFile(name, text);
}

export function parseDeskFile(name: string, text: string): DeskFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const at = (line: number, sentence: string) => ({ line, text: `${name}:${line}: ${sentence}.` });
  const mistakes = [...document.errors, ...aliasMistakes(document)];
  const broken = telling(mistakes).map(({ code, pos, message }) =>
    at(
      lines.linePos(pos[0]).line,
      SYNTAX[code] ?? (code === OURS ? message : `this is not YAML: ${message.replace(/\.$/, '')}; ${LOOK}`),
    ),
  );
  // What stands twice is the only mistake of writing after which the rest can still be read.
  const isReadable = mistakes.every(({ code }) => code === 'DUPLICATE_KEY');
  if (!isReadable) throw faultOf(broken);

  const raw = document.toJS({ maxAliasCount: -1 });
  const tell = ({ path, says }: Complaint) => at(lineOf(document, lines, path), `${subjectOf(raw, path)} ${says}`);
  const parsed = deskFile.safeParse(raw ?? {});
  const complaints = [
    ...(parsed.success
      ? [
          ...pastFaults(parsed.data),
          ...triggerFaults(parsed.data),
          ...bannedFaults(parsed.data),
          ...templatesFaults(parsed.data),
        ]
      : parsed.error.issues.flatMap(complaintsOf)),
    // With one of two blocks missing, half of the names would seem unknown.
    ...(mistakes.length > 0 ? [] : referenceFaults(raw)),
  ];
  const faults = [...broken, ...complaints.map(tell)];
  if (!parsed.success || faults.length > 0) throw faultOf(faults);
  return { ...parsed.data, sentence: (complaint) => tell(complaint).text };
}

const faultOf = (faults: readonly { line: number; text: string }[]) =>
  new DeskFileFault([...new Set(faults.toSorted((a, b) => a.line - b.line).map(({ text }) => text))]);

const LOOK = 'check the indentation, the colons and the quotes here and just above';
const SYNTAX: Record<string, string> = {
  DUPLICATE_KEY: 'this key stands twice in the same block; keep one of the two',
  TAB_AS_INDENT: 'a tab cannot indent YAML; use spaces',
  MULTIPLE_DOCS: 'a second document begins here, and one file is one desk; take the --- away',
  NON_STRING_KEY: 'a key must be a word',
};

/** A mistake that the YAML library does not know. */
const OURS = 'OURS';
type Mistake = { code: string; pos: readonly [number, number]; message: string };

/** One tab makes everything after it look wrong. */
function telling(mistakes: readonly Mistake[]): readonly Mistake[] {
  const tabs = mistakes.filter(({ code }) => code === 'TAB_AS_INDENT');
  return tabs.length > 0 ? tabs : mistakes;
}

/** An alias must repeat something, and one that repeats aliases could unfold without end. */
function aliasMistakes(document: Document): Mistake[] {
  const found: Mistake[] = [];
  visit(document, {
    Alias(_, node, path) {
      const mistake = (message: string) =>
        found.push({ code: OURS, pos: [node.range?.[0] ?? 0, 0], message: `*${node.source} ${message}` });
      const named = node.resolve(document);
      if (!named) mistake(`repeats nothing, for no &${node.source} stands above it`);
      else if (path.includes(named) || holdsAlias(named)) mistake('repeats something that holds an alias itself');
    },
  });
  return found;
}

function holdsAlias(node: Node): boolean {
  let found = false;
  visit(node, { Alias: () => ((found = true), visit.BREAK) });
  return found;
}

/** One complaint per unknown word, so that each is told with its own line. */
function complaintsOf(issue: z.core.$ZodIssue): Complaint[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      says: issue.message.replace(/"[^"]*"(, "[^"]*")*/, `"${key}"`),
    }));
  const [inner] = issue.code === 'invalid_key' ? issue.issues : [];
  return [{ path: issue.path, says: inner?.message ?? issue.message }];
}
