import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { type Complaint, DeskFileFault } from './fault.ts';
import { pastFaults } from './past.ts';
import { lineOf, subjectOf } from './place.ts';
import { referenceFaults } from './references.ts';
import { deskFile, type DeskOfFile } from './schema.ts';

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
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (line: number, sentence: string) => ({
    line,
    text: `${name}:${line}: ${sentence}${sentence.endsWith('.') ? '' : '.'}`,
  });
  const broken = document.errors.map((error) => at(lines.linePos(error.pos[0]).line, syntaxSentence(error)));
  // What stands twice is the only fault of writing after which the rest can still be read.
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) throw faultOf(broken);

  const raw = contentOf(document);
  const tell = ({ path, says }: Complaint) => at(lineOf(document, lines, path), `${subjectOf(raw, path)} ${says}`);
  const parsed = deskFile.safeParse(raw ?? undefined);
  const complaints = parsed.success
    ? [...referenceFaults(raw), ...pastFaults(parsed.data)]
    : [...parsed.error.issues.flatMap(complaintsOf), ...referenceFaults(raw)];
  const faults = [...broken, ...complaints.map(tell)];
  if (!parsed.success || faults.length > 0) throw faultOf(faults);
  return { ...parsed.data, sentence: (complaint) => tell(complaint).text };
}

const faultOf = (faults: readonly { line: number; text: string }[]) =>
  new DeskFileFault([...new Set(faults.toSorted((a, b) => a.line - b.line).map(({ text }) => text))]);

/** Aliases that would unfold without end are a fault of their own in the library. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

function syntaxSentence({ code, message }: YAMLError): string {
  if (code === 'DUPLICATE_KEY') return 'this key stands twice in the same block; keep one of the two';
  if (code === 'TAB_AS_INDENT') return 'a tab cannot indent YAML; use spaces';
  return `this is not YAML: ${message.replace(/\.$/, '')}; check the indentation, the colons and the quotes here and just above`;
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
