/** The database does not answer, or is none for us. Its message is one sentence for the person who starts the app. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}

/** Does the first work on a database; what stands in its way becomes a sentence without the password. */
export async function reaching<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = obstacles[codeOf(error) ?? ''];
    throw why === undefined
      ? error
      : new DatabaseUnreachable(`${why} at ${placeOf(url)}. Check DATABASE_URL.`, { cause: error });
  }
}

const BROKE = 'The connection to the database broke';
const obstacles: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No database answers',
  ENOTFOUND: 'There is no such host for the database',
  EAI_AGAIN: 'There is no such host for the database',
  ECONNRESET: BROKE,
  ETIMEDOUT: BROKE,
  EHOSTUNREACH: BROKE,
  ENETUNREACH: BROKE,
  EPIPE: BROKE,
  CONNECT_TIMEOUT: 'No Postgres answers in time',
  CONNECTION_CLOSED: BROKE,
  CONNECTION_ENDED: BROKE,
  CONNECTION_DESTROYED: BROKE,
  '28P01': 'The database refuses this user and password',
  '28000': 'The database refuses this user and password',
  '3D000': 'The database does not exist',
  '57P03': 'The database is starting or stopping',
  '53300': 'The database has no connection left',
  '42501': 'The database lets this user make no tables',
  '25006': 'The database lets this user only read',
  ERR_INVALID_URL: 'This is not the address of a database',
};

/** Drivers wrap: the code may stand in a cause, or in the first of several attempts. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
}

/** Where the database is, without the password. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the given URL';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? 5432 : port}${pathname}`;
}
