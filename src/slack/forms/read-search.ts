import { type PersonId, ticketNumber } from '../../domain/language.ts';
import { dayOf } from '../../domain/query/days.ts';
import { searchFor } from '../../domain/query/meant.ts';
import { type Asked, asked, MOST_NUMBER, MOST_VALUES, search } from '../../domain/search.ts';
import type { Answers } from '../codec.ts';
import { stateChoices } from '../searching/states.ts';
import type { Catalog } from '../words/catalog.ts';
import type { SearchField } from '../words/search.ts';
import { given } from './answers.ts';

type Filled = { answers: Answers; before: Asked; viewer: PersonId; today: string; agent: boolean; words: Catalog };
export type ReadSearch = { asked: Asked } | { errors: Partial<Record<SearchField, string>> };

/** What a form asks for. Days that were counted from today, and `me`, stay so where nobody changed them. */
export function readSearch({ answers, before, viewer, today, agent, words }: Filled): ReadSearch {
  const { problems } = words.search;
  const meant = searchFor(before, { me: viewer, today });
  const unreadable = faultsIn(answers, words);
  if (Object.keys(unreadable).length > 0) return { errors: unreadable };
  const numbers = listed(answers, 'numbers', BETWEEN.numbers).map((typed) => ({ typed, number: numberIn(typed) }));
  const days = {
    created: daysIn(answers, 'created', before.created, meant.created),
    updated: daysIn(answers, 'updated', before.updated, meant.updated),
  };
  const errors: Partial<Record<SearchField, string>> = {};
  const bad = numbers.find(({ number }) => number === null);
  if (bad) errors.numbers = problems.bad_number({ condition: '', typed: bad.typed, near: null, people: '' });
  for (const of of ['created', 'updated'] as const) {
    const { from, before: end } = searchFor({ [of]: days[of] }, { me: viewer, today })[of] ?? {};
    if (from !== undefined && end !== undefined && from >= end) errors[`${of}_until`] = words.search.daysEnd;
  }
  if (Object.keys(errors).length > 0) return { errors };
  const chosen = chosenIn(answers, 'states');
  const states = stateChoices(words.language, agent).flatMap((choice) =>
    chosen.includes(choice.value) ? choice.states : [],
  );
  const archived = given(answers, 'archived');
  const sort = given(answers, 'sort');
  return {
    asked: asked.parse(
      said({
        ...Object.fromEntries(
          (['text', 'title', 'customer', 'name', 'email', 'phone'] as const).map((of) => [of, given(answers, of)]),
        ),
        ...Object.fromEntries(
          (['groups', 'agents', 'priorities', 'types', 'languages', 'channels', 'moods'] as const).map((of) => [
            of,
            chosenIn(answers, of),
          ]),
        ),
        numbers: numbers.flatMap(({ number }) => number ?? []),
        states: [...new Set(states)],
        users: again(chosenIn(answers, 'users'), before.users, viewer),
        creators: again(chosenIn(answers, 'creators'), before.creators, viewer),
        followers: again(chosenIn(answers, 'followers'), before.followers, viewer),
        tags: listed(answers, 'tags').map((tag) => tag.toLowerCase()),
        processing: listed(answers, 'processing'),
        ...days,
        archived: archived === 'no' ? undefined : archived,
        // The usual order needs no word.
        sort: sort === 'updated' ? undefined : sort,
      }),
    ),
  };
}

/** What stands between the values of one answer. */
const BETWEEN = { numbers: /[\s,;]+/, tags: ',', processing: ',' } as const;
const DAYS = ['created_from', 'created_until', 'updated_from', 'updated_until'] as const;
const isDay = (typed: string): boolean => search.shape.created.safeParse({ from: typed }).success;

/** What can be no part of a search: days out of all reason, and more values than count. */
function faultsIn(answers: Answers, { search: { ask, problems } }: Catalog): Partial<Record<SearchField, string>> {
  const about = (field: SearchField, typed = '') => ({ condition: ask[field].label, typed, near: null, people: '' });
  const days = DAYS.flatMap((field) => {
    const typed = given(answers, field);
    return typed === undefined || isDay(typed) ? [] : [[field, problems.bad_day(about(field, typed))]];
  });
  const lists = (['numbers', 'tags', 'processing'] as const).flatMap((field) =>
    listed(answers, field, BETWEEN[field]).length > MOST_VALUES ? [[field, problems.too_many(about(field))]] : [],
  );
  return Object.fromEntries([...days, ...lists]) as Partial<Record<SearchField, string>>;
}

/** Without what was left empty. */
const said = (all: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

function chosenIn(answers: Answers, field: SearchField): string[] {
  const answer = answers[field];
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : [];
}

const listed = (answers: Answers, field: SearchField, between: string | RegExp = ','): string[] => [
  ...new Set((given(answers, field) ?? '').split(between).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))),
];

function numberIn(typed: string) {
  const number = Number(/^(?:T-?|#)?(\d{1,12})$/i.exec(typed)?.[1]);
  return number >= 1 && number <= MOST_NUMBER ? ticketNumber(number) : null;
}

const again = (people: string[], before: Asked['users'], viewer: PersonId): string[] =>
  before?.includes('me') ? people.map((one) => (one === viewer ? 'me' : one)) : people;

type Days = Asked['created'];
function daysIn(answers: Answers, of: 'created' | 'updated', before: Days, meant: Days): Days {
  const from = given(answers, `${of}_from`);
  const until = given(answers, `${of}_until`);
  const end = until && dayOf('1d', until);
  const days = {
    ...(from && { from: from === meant?.from ? (before?.from ?? from) : from }),
    ...(end && { before: end === meant?.before ? (before?.before ?? end) : end }),
  };
  return Object.keys(days).length === 0 ? undefined : days;
}
