import { isOpen } from '../../domain/language.ts';
import type { TicketRow } from '../rows.ts';
import { folded } from '../../domain/folding.ts';

/** Longer than any key; an index takes no word of thousands of letters. */
const LONGEST = 120;
const of =
  (kind: string) =>
  (value: string): string =>
    `${kind}:${value.slice(0, LONGEST)}`;
const plain = (value: string) => folded(value).trim();

/** What a ticket is found by besides its words, each with the letter of its kind. */
export const facet = {
  group: of('g'),
  state: of('s'),
  priority: of('p'),
  /** `nobody` too. */
  agent: of('a'),
  requester: of('r'),
  creator: of('c'),
  follower: of('w'),
  channel: of('h'),
  type: of('t'),
  processing: (type: string) => of('y')(plain(type)),
  language: of('l'),
  tag: (tag: string) => of('#')(plain(tag)),
  mood: of('d'),
  customer: (number: string) => of('k')(plain(number).replaceAll(/[\s.\-_/]+/g, '')),
  created: of('m'),
  updated: of('u'),
  /** Somebody still has something to do, and it is not put away. */
  open: 'o',
  archived: 'x',
  /** Who may see it as its requester does, and who as the desk does, besides the agents of its group. */
  outside: of('v'),
  asker: of('q'),
  /** The request channel in which it was asked and is answered, where others may read along. */
  openly: of('w'),
  inside: of('i'),
  /** Instead of all of these, where it is spam. */
  spamOf: of('z'),
};

export const monthOf = (at: Date): string => at.toISOString().slice(0, 7).replace('-', '');

export function facetsOf(row: TicketRow): string[] {
  const { fields, tags, processing } = row;
  const mood = moodOf(row.rating);
  const all = [
    facet.state(row.state),
    facet.priority(row.priority),
    facet.agent(row.assignee ?? 'nobody'),
    facet.requester(row.requester),
    facet.creator(row.creator),
    ...row.followers.map(facet.follower),
    facet.channel(row.channel),
    facet.language(row.language),
    facet.created(monthOf(row.created_at)),
    facet.updated(monthOf(row.updated_at)),
    ...(row.type === null ? [] : [facet.type(row.type)]),
    ...(processing ? [facet.processing(processing)] : []),
    ...(mood ? [facet.mood(mood)] : []),
    ...tags.map(facet.tag),
    ...customersOf(fields).map(facet.customer),
    ...(row.archived_at ? [facet.archived] : isOpen(row.state) ? [facet.open] : []),
    ...(row.state === 'spam' ? [facet.spamOf(row.group_key)] : [facet.group(row.group_key), ...readersOf(row)]),
  ];
  return [...new Set(all)];
}

/** As the law says who may read it (`domain/ticket.ts`). */
function readersOf(row: TicketRow): string[] {
  const { to, from } = (row.state === 'escalated' ? row.detail : {}) as { to?: string | null; from?: string | null };
  const inside = [row.assignee, to, ...row.consulted];
  const apart = row.private || row.parent !== null;
  const followers = apart ? [] : row.followers;
  const outside = [row.requester, row.creator, from, ...followers];
  return [
    ...inside.filter((person) => typeof person === 'string').map(facet.inside),
    ...outside.filter((person) => typeof person === 'string').map(facet.outside),
    ...(row.asker === null ? [] : [facet.asker(row.asker)]),
    ...(row.main_channel === null || apart ? [] : [facet.openly(row.main_channel)]),
  ];
}

function moodOf(rating: unknown): 'happy' | 'unhappy' | null {
  const score = (rating as { score?: number } | null)?.score;
  return score === undefined ? null : score >= 4 ? 'happy' : score <= 2 ? 'unhappy' : null;
}

/** Which answers say who the customer is: by the key of the question. */
const CUSTOMER = /^(?:customer|client|cliente|codice_cliente)(?:_(?:code|number|no|id))?$/;
const PHONE = /(?:^|_)(?:phone|mobile|tel|telephone|telefono|cellulare)(?:_|$)/;
const NAME = /^(?:(?:customer|client|full)_)?name$|^nome(?:_cliente)?$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

type Fields = TicketRow['fields'];
const answers = (fields: Fields, key: RegExp): string[] =>
  Object.entries(fields).flatMap(([name, answer]) => (key.test(name) && answer.trim() !== '' ? [answer.trim()] : []));
const customersOf = (fields: Fields): string[] => answers(fields, CUSTOMER);
export const phonesOf = (fields: Fields): string[] => answers(fields, PHONE);
export const namesOf = (fields: Fields): string[] => answers(fields, NAME);
/** Whatever was asked: an answer that is an address is one. */
export const emailsOf = (fields: Fields): string[] =>
  Object.values(fields)
    .map((answer) => answer.trim())
    .filter((answer) => EMAIL.test(answer));
