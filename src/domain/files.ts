import { z } from 'zod';

/** A file by reference: it stays where it was put. `kind` is Slack's own word for it, `type` its MIME type. */
export const fileRef = z.object({
  id: z.string(),
  name: z.string(),
  link: z.string(),
  type: z.string().optional(),
  kind: z.string().optional(),
  size: z.number().int().nonnegative().optional(),
});
export type FileRef = z.output<typeof fileRef>;
/** As many as one message brings at most. */
export const MOST_FILES = 20;

export const MB = 1024 * 1024;
/** Slack takes none that is bigger. */
export const BIGGEST = 1024 * MB;

/** What a computer runs when somebody opens it. */
const PROGRAMS =
  'exe com scr pif bat cmd msi msp hta cpl vbs vbe jse wsf wsh ps1 lnk reg jar app application/x-dosexec application/x-ms-dos-executable application/x-msdownload application/x-msi application/vnd.microsoft.portable-executable'.split(
    ' ',
  );

/** What a group takes of files. Kinds are endings or MIME types; `image/*` is any picture. */
export const filePolicy = z.object({
  /** In bytes. */
  max_size: z
    .number()
    .int()
    .positive()
    .max(BIGGEST)
    .default(20 * MB),
  /** With one message. */
  max_number: z.number().int().nonnegative().max(MOST_FILES).default(10),
  /** None: all that is not denied. */
  types: z.array(z.string()).default([]),
  deny: z.array(z.string()).default(PROGRAMS),
});
export type FilePolicy = z.output<typeof filePolicy>;

/** Why a file is not taken. `as`: the kind that its name makes it look like. */
type FileWhy =
  | { why: 'too_big'; size: number; most: number }
  | { why: 'too_many'; most: number }
  | { why: 'denied'; kind: string; as: string | null }
  | { why: 'not_among'; kind: string; types: readonly string[] };
export type RefusedFile = { name: string } & FileWhy;

/** Which of these files a group takes, in their order, and why not the others. */
export function judgeFiles(
  policy: FilePolicy,
  files: readonly FileRef[],
): { taken: FileRef[]; refused: RefusedFile[] } {
  const taken: FileRef[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const full = taken.length >= policy.max_number;
    const no = whyNot(policy, file) ?? (full ? { why: 'too_many' as const, most: policy.max_number } : null);
    if (no) refused.push({ name: file.name, ...no });
    else taken.push(file);
  }
  return { taken, refused };
}

function whyNot({ max_size, types, deny }: FilePolicy, file: FileRef): FileWhy | null {
  const endings = endingsOf(file.name);
  const ending = endings.at(-1) ?? '';
  const told = [file.kind, file.type].flatMap((one) => (one ? [one.toLowerCase()] : []));
  const denied = [ending, ...told].find((kind) => kind !== '' && isAmong(deny, kind));
  if (denied !== undefined) {
    const poses = denied === ending ? endings.at(-2) : ending;
    return { why: 'denied', kind: denied, as: poses || null };
  }
  // A name without an ending is known by what Slack says of it.
  const kinds = ending === '' ? told : [ending, ...(file.type ? [file.type.toLowerCase()] : [])];
  if (types.length > 0 && !kinds.some((kind) => isAmong(types, kind)))
    return { why: 'not_among', kind: kinds[0] ?? '', types };
  const { size = 0 } = file;
  return size > max_size ? { why: 'too_big', size, most: max_size } : null;
}

const isAmong = (kinds: readonly string[], kind: string): boolean =>
  kinds.some((one) => one === kind || (one.endsWith('/*') && kind.startsWith(one.slice(0, -1))));

/** `invoice.pdf.exe` ends in `pdf` and `exe`. Letters that only look otherwise count as what they are. */
function endingsOf(name: string): string[] {
  const [, ...parts] = plainName(name.normalize('NFKC')).toLowerCase().split('.');
  return parts.map((part) => part.trim()).filter((part) => /^[\p{L}\p{N}_+-]{1,16}$/u.test(part));
}

const LONGEST_NAME = 150;
/** A name without what would hide its ending or lead elsewhere: control and direction marks, path separators, dots and spaces around it. */
export function plainName(name: string): string {
  const plain = name
    .replaceAll(/\s/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .normalize('NFC')
    .replaceAll(/ +/gu, ' ')
    .replaceAll(/[/\\\u2044\u2215\u29F8\u29F5\uFF0F\uFF3C]/gu, '_')
    .replaceAll(/^ +|[ .]+$/gu, '')
    .replaceAll(/ +\.(?=[^.]*$)/gu, '.')
    .replace(/^\.[\s.]*/u, '_.');
  return plain === '' ? 'file' : shortName(plain, LONGEST_NAME);
}

/** At most so many letters of a name, its last ending among them. */
export function shortName(name: string, most: number): string {
  const letters = Array.from(name);
  if (letters.length <= most) return name;
  const [ending = ''] = /\.[^.]{1,16}$/u.exec(name) ?? [];
  return `${letters.slice(0, most - Array.from(ending).length - 1).join('')}…${ending}`;
}
