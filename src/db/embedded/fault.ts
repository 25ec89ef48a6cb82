/** Why the embedded Postgres cannot serve, in one sentence that says what to do. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const REASONS: { sign: RegExp; sentence: (place: string) => string }[] = [
  {
    sign: /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/,
    sentence: (place) => `The disk that holds ${place} is full: free some space and start again.`,
  },
  {
    sign: /has wrong ownership|invalid permissions/,
    sentence: (place) =>
      `The data in ${place} belongs to another user: start Threadesk as that user, or move the folder.`,
  },
  {
    sign: /EROFS|ENOENT.* mkdir|EACCES|EPERM|Read-only file system|Permission denied|Operation not permitted/,
    sentence: (place) => `The folder ${place} cannot be written: make it writable for this user and start again.`,
  },
  {
    sign: /database files are incompatible|not initialized by server|data directory was initialized/,
    sentence: (place) =>
      `The data in ${place} was written by another version of Postgres: move the folder away, or use the version that wrote it.`,
  },
  {
    sign: /could not look up effective user ID/,
    sentence: () => 'Postgres does not run as a user without a name: add one to /etc/passwd, or set DATABASE_URL.',
  },
  {
    sign: /ENOTDIR|EEXIST/,
    sentence: (place) => `${place} is not a folder: remove it, so that the data can be kept there.`,
  },
  {
    sign: /spawn .* ENOENT|error while loading shared libraries|GLIBC|ENOEXEC|Exec format error/,
    sentence: () => NO_BINARY,
  },
];

export const NO_BINARY = `There is no embedded Postgres that runs on this machine (${process.platform}-${process.arch}): set DATABASE_URL to a Postgres server of your own.`;

/** Turns whatever went wrong, an error or the words of Postgres, into the one sentence. */
export function explained(cause: unknown, place: string): EmbeddedPostgresError {
  if (cause instanceof EmbeddedPostgresError) return cause;
  const words = cause instanceof Error ? `${codeOf(cause)} ${cause.message}` : String(cause);
  const reason = REASONS.find(({ sign }) => sign.test(words));
  const last =
    words
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? words.trim();
  const sentence = reason?.sentence(place) ?? `The embedded Postgres in ${place} did not start: ${last.trim()}`;
  return new EmbeddedPostgresError(sentence, { cause });
}
