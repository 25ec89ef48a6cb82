import type { TicketRow } from '../rows.ts';
import { emailsOf, facetsOf, namesOf, phonesOf } from './facets.ts';
import { Lexemes } from './lexemes.ts';
import { folded } from '../../domain/folding.ts';

/** A ticket with all that it is found by. */
export type Findable = TicketRow & {
  requester_name: string | null;
  requester_email: string | null;
  /** What was said and still stands, the newest first. */
  main_said: readonly string[];
  internal_said: readonly string[];
};
export type Document = { facets: string[]; keys: string; main: string; internal: string | null };

/** Before the words of a title, of a name, of an address and of a telephone number; no word of a text begins so. */
export const mark = { title: 't=', name: 'n=', email: 'e=', phone: 'f=' } as const;
const LONGEST_ADDRESS = 200;

/** Numbers are written with the country or without it, so they are kept from their end. */
export const phoneKey = (phone: string): string =>
  mark.phone + phone.replaceAll(/\D/g, '').split('').toReversed().join('');
export const emailKey = (email: string): string => mark.email + folded(email).trim().slice(0, LONGEST_ADDRESS);

/** `internal` holds what agents said among themselves and how they solved it as well, and nothing where they said nothing. */
export function documentOf(row: Findable): Document {
  const { fields } = row;
  const keys = Lexemes.none().add(row.title, mark.title);
  for (const name of [row.requester_name ?? '', ...namesOf(fields)]) keys.add(name, mark.name);
  for (const email of [row.requester_email ?? '', ...emailsOf(fields)].filter(Boolean)) {
    keys.addExact(emailKey(email));
    keys.addExact(emailKey(email.slice(email.indexOf('@'))));
  }
  for (const phone of phonesOf(fields)) if (/\d/.test(phone)) keys.addExact(phoneKey(phone));
  const main = Lexemes.none().add(row.title);
  main.add(row.content);
  for (const answer of Object.values(fields)) main.add(answer);
  for (const text of row.main_said) main.add(text);
  const among = [row.solution ?? '', ...row.internal_said].filter(Boolean);
  const internal = among.length > 0 ? main.more() : null;
  for (const text of among) internal?.add(text);
  return {
    facets: facetsOf(row),
    keys: keys.toString(),
    main: main.toString(),
    internal: internal?.toString() ?? null,
  };
}
