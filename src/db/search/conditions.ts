import { dayBegins } from '../../domain/hours.ts';
import { groupKey, isOpen, type Person, STATES, type State } from '../../domain/language.ts';
import { meansOpen, type Search } from '../../domain/search.ts';
import { clean } from '../writing.ts';
import { emailKey, mark, phoneKey } from './document.ts';
import { facet, monthOf } from './facets.ts';
import { type Phrase, phrasesOf, wordsOf } from './words.ts';

/** What is looked for, in terms of the documents. */
export type Conditions = {
  /** Of each of these lists the document has at least one; and one of the months. */
  facets: string[][];
  /** All of these stand in the document under the marks of their kinds. */
  keys: readonly Phrase[];
  /** All of these stand in `main`, or in `internal` for those who may read it; null: no words are looked for. */
  text: readonly Phrase[] | null;
  /** So much is said that few can be meant. */
  rare: boolean;
  numbers: readonly number[] | null;
  created: Days;
  updated: Days;
  archived: 'no' | 'only' | 'also';
  /** Only where somebody still has something to do, or only some of that. */
  open: boolean;
  spam: boolean;
};
/** Moments, and the months between them; null: too many to name. */
type Days = { from: string | null; before: string | null; months: readonly string[] | null };
/** What the desk file and the clock know of it. `tz`: in which days are counted. */
export type Known = {
  now: Date;
  tz: string;
  /** Of a type and all types under it. */ under(type: string): readonly string[];
};

const OPEN = STATES.filter(isOpen);
/** Words beyond these are not looked at. */
const MOST_TEXT = 500;
/** Whoever looks further back looks through the days one by one. */
const MOST_MONTHS = 36;
/** The day before which Postgres and we count differently. */
const FIRST_DAY = '0002-01-01';
const DAY_MS = 86_400_000;

/** Null: there is nothing that could be found. */
export function conditionsOf(search: Search, known: Known): Conditions | null {
  const { numbers = null, archived = numbers ? 'also' : 'no' } = search;
  const states = statesOf(search);
  const text = search.text === undefined ? null : wordsIn(search.text);
  const keys = keysOf(search);
  if (text?.length === 0 || keys === null) return null;
  const open = states !== null && archived === 'no' && states.every(isOpen);
  const spam = numbers !== null || (states?.includes('spam') ?? false);
  const created = daysOf(search.created, known);
  const updated = daysOf(search.updated, known);
  const lists = [
    ...plainLists(search, known),
    archived === 'only' ? [facet.archived] : undefined,
    states === null || states.length === STATES.length - (spam ? 0 : 1)
      ? undefined
      : open && states.length === OPEN.length
        ? [facet.open]
        : states.map(facet.state),
  ].filter((list) => list !== undefined);
  return {
    facets: lists.map((list) => [...new Set(list)].map(clean)),
    keys,
    text,
    rare: rare.some((name) => search[name] !== undefined),
    numbers,
    created,
    updated,
    archived,
    open,
    spam,
  };
}

const rare = ['numbers', 'users', 'creators', 'followers', 'customer'] as const;

/** The states that are meant; null: whichever. */
function statesOf(search: Search): readonly State[] | null {
  const { states } = search;
  if (states) return [...new Set(states.flatMap((state) => (state === 'open' ? OPEN : [state])))];
  return meansOpen(search) ? OPEN : null;
}

const plainLists = (search: Search, { under }: Known) => [
  search.priorities?.map(facet.priority),
  search.groups?.flatMap((group) => [facet.group(group), facet.spamOf(group)]),
  search.agents?.map(facet.agent),
  search.channels?.map(facet.channel),
  search.types?.flatMap(under).map(facet.type),
  search.processing?.map(facet.processing),
  search.customer === undefined ? undefined : [facet.customer(search.customer)],
  search.users?.map(facet.requester),
  search.creators?.map(facet.creator),
  search.followers?.map(facet.follower),
  search.languages?.map(facet.language),
  search.tags?.map(facet.tag),
  search.moods?.map(facet.mood),
];

const wordsIn = (text: string, before = ''): Phrase[] =>
  phrasesOf(text.slice(0, MOST_TEXT)).map(({ words, open }) => ({ words: words.map((word) => before + word), open }));

/** Null: there is no such thing. */
function keysOf({ title, name, email, phone }: Search): Phrase[] | null {
  const parts = [
    title === undefined ? undefined : wordsIn(title, mark.title),
    name === undefined ? undefined : namesIn(name),
    email === undefined ? undefined : [beginning(clean(emailKey(email)))],
    phone === undefined ? undefined : phoneIn(phone),
  ].filter((part) => part !== undefined);
  return parts.some((part) => part.length === 0) ? null : parts.flat();
}
const beginning = (word: string): Phrase => ({ words: [word], open: true });
const namesIn = (name: string): Phrase[] =>
  [...wordsOf(name.slice(0, MOST_TEXT))].slice(0, 10).map((word) => beginning(mark.name + word));
const phoneIn = (phone: string): Phrase[] => {
  const digits = phone.replaceAll(/\D/g, '').replace(/^0+/, '').slice(0, 20);
  return digits === '' ? [] : [beginning(phoneKey(digits))];
};

/** A day that Postgres does not know is before all others. */
function daysOf(days: Search['created'], { now, tz }: Known): Days {
  const begins = (day: string | undefined) =>
    day === undefined ? null : dayBegins(day < FIRST_DAY ? FIRST_DAY : day, tz).toISOString();
  const [from, before] = [begins(days?.from), begins(days?.before)];
  return { from, before, months: monthsOf(from, before, now) };
}

function monthsOf(from: string | null, before: string | null, now: Date): string[] | null {
  if (from === null) return null;
  const first = new Date(from);
  // Clocks differ.
  const last = before === null ? new Date(now.getTime() + DAY_MS) : new Date(Date.parse(before) - 1);
  const count = 12 * (last.getUTCFullYear() - first.getUTCFullYear()) + last.getUTCMonth() - first.getUTCMonth() + 1;
  if (count > MOST_MONTHS) return null;
  return Array.from({ length: Math.max(0, count) }, (_, nth) =>
    monthOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + nth))),
  );
}

/** By which facets somebody may see a ticket: of his own requests, and as the desk does. */
export function sightOf({ id, agentOf, leadOf }: Person): { readable: string[]; inside: string[] } {
  const groups = [...new Set([...agentOf, ...leadOf])].map(groupKey);
  const inside = [facet.inside(id), ...groups.map(facet.group), ...leadOf.map(facet.spamOf)];
  return { inside, readable: [...inside, facet.outside(id), ...groups.map(facet.asker)] };
}
