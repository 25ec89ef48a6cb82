import { z } from 'zod';
import { CHANNELS, groupKey, LANGUAGES, personId, PRIORITIES, STATES, ticketNumber } from './language.ts';

export const MOODS = ['happy', 'unhappy'] as const;
export type Mood = (typeof MOODS)[number];

/** `updated`: what changed last comes first; `created`: what is newest; `oldest`: what is oldest; `priority`: what is most urgent. */
export const SORTS = ['updated', 'created', 'oldest', 'priority'] as const;
export type Sort = (typeof SORTS)[number];

/** Longer words are cut by whoever reads them, and are a fault where they are stored. */
export const MOST_TEXT = 500;
/** As many values as one condition may have. */
export const MOST_VALUES = 100;
/** The number of a ticket is a Postgres integer. */
export const MOST_NUMBER = 2_147_483_647;

/** A day that exists, as it is written in ISO 8601. */
const day = z.iso.date().regex(/^(?:19|2\d)/);
/** From the beginning of one day until the beginning of another, in the zone of whoever asks. */
const days = z.strictObject({ from: day.optional(), before: day.optional() });
const text = z.string().min(1).max(MOST_TEXT);
const someOf = <T>(value: z.ZodType<T>) => z.array(value).min(1).max(MOST_VALUES);
const person = z.string().min(1).max(40).transform(personId);
const group = z.string().min(1).max(80).transform(groupKey);

/**
 * What somebody looks for, as it is stored and carried. Several values of one condition: any of them. Several
 * conditions: all of them. Where nothing is said of the archive, nothing that was put away is meant.
 */
export const search = z.strictObject({
  /** Words of title, contents and conversation. What stands "in quotes" stands there so, one word after another. */
  text: text.optional(),
  title: text.optional(),
  numbers: someOf(z.number().int().positive().max(MOST_NUMBER).transform(ticketNumber)).optional(),
  created: days.optional(),
  updated: days.optional(),
  priorities: someOf(z.enum(PRIORITIES)).optional(),
  groups: someOf(group).optional(),
  agents: someOf(z.union([z.literal('nobody'), person])).optional(),
  /** `open`: every state in which somebody still has something to do. */
  states: someOf(z.enum(['open', ...STATES])).optional(),
  channels: someOf(z.enum(CHANNELS)).optional(),
  /** Keys of submission types; one stands for those under it too. */
  types: someOf(text).optional(),
  processing: someOf(text).optional(),
  /** The unique number by which the requester is a customer. */
  customer: text.optional(),
  /** A part of the requester's name. */
  name: text.optional(),
  /** The requester himself. */
  users: someOf(person).optional(),
  creators: someOf(person).optional(),
  /** Who hears of it besides. */
  followers: someOf(person).optional(),
  email: text.optional(),
  phone: text.optional(),
  languages: someOf(z.enum(LANGUAGES)).optional(),
  tags: someOf(text).optional(),
  moods: someOf(z.enum(MOODS)).optional(),
  /** `only`: what was put away; `also`: that too. */
  archived: z.enum(['only', 'also']).optional(),
  sort: z.enum(SORTS).optional(),
});

export type Search = z.output<typeof search>;

/** Where nothing is said of states only what is open is meant, unless words, a number or what was put away is looked for. */
export const meansOpen = ({ states, text, numbers, archived }: Search): boolean =>
  !states && text === undefined && !numbers && archived !== 'only';

/**
 * A day as it is said: itself, or counted from the day on which it is read. `-7d`, `-3m` and `-1y` are that day so long ago,
 * `0week` is the Monday of this week, `-1month` the first of last month.
 */
const saidDay = z.union([day, z.string().regex(/^(?:0|-?[1-9]\d{0,3})(?:d|m|y|week|month|year)$/)]);
const saidDays = z.strictObject({ from: saidDay.optional(), before: saidDay.optional() });
const me = z.literal('me');

/** A search as it is said and kept: `me` is whoever asks, and days may be counted from today. */
export const asked = search.extend({
  agents: someOf(z.union([z.literal('nobody'), me, person])).optional(),
  users: someOf(z.union([me, person])).optional(),
  creators: someOf(z.union([me, person])).optional(),
  followers: someOf(z.union([me, person])).optional(),
  created: saidDays.optional(),
  updated: saidDays.optional(),
});
export type Asked = z.output<typeof asked>;
