import { type Language, type PersonId, type State } from '../../domain/language.ts';
import { dayOf } from '../../domain/query/days.ts';
import { meansOpen, type Search } from '../../domain/search.ts';
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

/** What is looked for, a condition each, escaped: "Status: Pending". */
export function conditionsOf(search: Search, scene: Scene & { agent: boolean }): string[] {
  const { book, language, agent } = scene;
  const words = wordsOf(language);
  const { ask, openOnly, moods, archived, sorts, languages, nobody } = words.search;
  const one = (field: SearchField, value: string | undefined) =>
    value === undefined ? [] : [`${ask[field].label}: ${bold(cut(value, ONE))}`];
  const all = <T>(field: SearchField, values: readonly T[] | undefined, word: (value: T) => string) =>
    values === undefined ? [] : one(field, several(values.map(word)));
  const raw = (field: SearchField, value: string | undefined) =>
    one(field, value === undefined ? value : inline(value));
  const person = (id: PersonId | 'nobody') => (id === 'nobody' ? nobody : nameOf(book, id, words));
  const date = (field: SearchField, day: string | undefined) => one(field, day && shownDay(day, language));
  const until = (before: string | undefined) => before && dayOf('-1d', before);
  return [
    ...raw('text', search.text),
    ...raw('title', search.title),
    ...all('numbers', search.numbers, ticketId),
    ...(meansOpen(search) ? [openOnly] : all('states', statesIn(search.states, language, agent), (word) => word)),
    ...all('groups', search.groups, (key) => groupName(book, key)),
    ...all('agents', search.agents, person),
    ...all('priorities', search.priorities, (priority) => words.ticket.priorities[priority]),
    ...date('created_from', search.created?.from),
    ...date('created_until', until(search.created?.before)),
    ...date('updated_from', search.updated?.from),
    ...date('updated_until', until(search.updated?.before)),
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

const shownDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
