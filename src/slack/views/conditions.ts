import { type Language, type PersonId, type State } from '../../domain/language.ts';
import { dayOf, movingDay } from '../../domain/query/days.ts';
import { type Asked, meansOpen, type Search } from '../../domain/search.ts';
import { ticketId } from '../codec.ts';
import { bold, cut, inline } from '../kit.ts';
import { typeLabel } from '../searching/choices.ts';
import { chosenStates, stateChoices } from '../searching/states.ts';
import { wordsOf } from '../words/catalog.ts';
import type { SearchField } from '../words/search.ts';
import { groupName, nameOf, type Scene } from './facts.ts';

const ONE = 120;
const MOST = 6;

/** Does it leave out what is over? */
export const leavesOver = (search: Search): boolean =>
  meansOpen(search) || (search.states?.every((state) => state === 'open') ?? false);

/**
 * What is looked for, a condition each, escaped: "Status: Pending". `said`: where it is told what is kept; days that move with
 * today then stand as such.
 */
export function conditionsOf(search: Search, scene: Scene & { agent: boolean; said?: Asked }): string[] {
  const { book, language, agent, said } = scene;
  const words = wordsOf(language);
  const { ask, openOnly, moods, archived, sorts, languages, nobody } = words.search;
  const one = (field: SearchField, value: string | undefined) =>
    value === undefined ? [] : [`${ask[field].label}: ${bold(cut(value, ONE))}`];
  const all = <T>(field: SearchField, values: readonly T[] | undefined, word: (value: T) => string) =>
    values === undefined ? [] : one(field, several(values.map(word)));
  const raw = (field: SearchField, value: string | undefined) =>
    one(field, value === undefined ? value : inline(value));
  const person = (id: PersonId | 'nobody') => (id === 'nobody' ? nobody : nameOf(book, id, words));
  const days = (what: 'created' | 'updated') => {
    const from = said?.[what]?.from ?? search[what]?.from;
    const before = said?.[what]?.before ?? search[what]?.before;
    return [
      ...one(`${what}_from`, from && shownDay(from, language)),
      ...one(`${what}_until`, before && shownEnd(before, language)),
    ];
  };
  return [
    ...raw('text', search.text),
    ...raw('title', search.title),
    ...all('numbers', search.numbers, ticketId),
    ...(meansOpen(search) ? [openOnly] : all('states', statesIn(search.states, language, agent), (word) => word)),
    ...all('groups', search.groups, (key) => groupName(book, key)),
    ...all('agents', search.agents, person),
    ...all('priorities', search.priorities, (priority) => words.ticket.priorities[priority]),
    ...days('created'),
    ...days('updated'),
    ...all('types', search.types, (key) => inline(typeLabel(key, book, language))),
    ...all('processing', search.processing, inline),
    ...all('channels', search.channels, (channel) => words.ticket.channels[channel]),
    ...all('languages', search.languages, (of) => languages[of]),
    ...raw('customer', search.customer),
    ...raw('name', search.name),
    ...all('users', search.users, person),
    ...all('creators', search.creators, person),
    ...all('followers', search.followers, person),
    ...raw('email', search.email),
    ...raw('phone', search.phone),
    ...all('tags', search.tags, inline),
    ...all('moods', search.moods, (mood) => moods[mood]),
    ...(search.archived ? [archived[search.archived]] : []),
    ...(search.sort && search.sort !== 'updated' ? [sorts[search.sort]] : []),
  ];
}

const several = (values: readonly string[]): string =>
  values.length <= MOST ? values.join(', ') : `${values.slice(0, MOST).join(', ')} + ${values.length - MOST}`;

const statesIn = (states: readonly (State | 'open')[] | undefined, language: Language, agent: boolean) => {
  if (!states) return undefined;
  const chosen = chosenStates(states, stateChoices(language, agent));
  const said = new Set(chosen.flatMap((choice) => choice.states));
  // What a requester has no word for is said as agents say it.
  const others = states.filter((state) => !said.has(state));
  const { ticket } = wordsOf(language);
  return [
    ...chosen.map(({ label }) => label),
    ...others.flatMap((state) => (state === 'open' ? [] : [ticket.states[state]])),
  ];
};

/** "today", "7 days back", "last week"; a day that stays is a date. */
function shownDay(day: string, language: Language): string {
  const moving = movingDay(day);
  if (!moving)
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  const { by, unit } = moving;
  const { moved } = wordsOf(language).search;
  // A month ago is a day; last month is many.
  const whole = WHOLE[unit];
  if (whole || by === 0 || (unit === 'd' && Math.abs(by) === 1))
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(by, whole ?? 'day');
  return moved(by, COUNTED[unit] ?? 'day');
}
const WHOLE: Readonly<Record<string, 'week' | 'month' | 'year'>> = { week: 'week', month: 'month', year: 'year' };
const COUNTED: Readonly<Record<string, 'month' | 'year'>> = { m: 'month', y: 'year' };

/** The last day, where it is known before which one it is. */
function shownEnd(before: string, language: Language): string {
  const moving = movingDay(before);
  if (!moving) return shownDay(dayOf('-1d', before), language);
  return moving.unit === 'd'
    ? shownDay(`${moving.by - 1}d`, language)
    : wordsOf(language).search.before(shownDay(before, language));
}
