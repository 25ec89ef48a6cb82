import { type AnyPgColumn, check, text, timestamp } from 'drizzle-orm/pg-core';
import { type SQL, sql } from 'drizzle-orm';

export const workspace = () => text('workspace').notNull();
/** Milliseconds, as a Date has them: what is written comes back equal. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** Words of our own code as SQL literals; never for anything that a person typed. */
const literals = (words: readonly string[]): SQL => sql.raw(`(${words.map((word) => `'${word}'`).join(', ')})`);
export const among = (column: AnyPgColumn, words: readonly string[]): SQL => sql`${column} in ${literals(words)}`;
/** A set that may grow: a check is replaced more easily than an enum. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) => check(name, among(column, words));
