import type { PersonId } from '../language.ts';
import type { Asked } from '../search.ts';
import { type Condition, type ConditionBy, type Lexicon, wordFor } from './conditions.ts';
import { printDay } from './days.ts';
import { callOf } from './people.ts';
import { parseQuery } from './query.ts';
import { quote } from './tokens.ts';

/** A search as its reader would type it: read again it is the same. */
export function printQuery(asked: Asked, lexicon: Lexicon): string {
  const { language } = lexicon;
  const pair = (condition: Condition, value: string) => `${wordFor(condition, language)}:${value}`;
  const text = (condition: ConditionBy<'text'>) => {
    const value = asked[condition];
    return value === undefined ? [] : [pair(condition, quote(value))];
  };
  const all = <T>(condition: Condition, values: readonly T[] | undefined, print: (value: T) => string) =>
    (values ?? []).map((value) => pair(condition, print(value)));
  const person = (one: PersonId | 'me' | 'nobody') => quote(callOf(one, lexicon));
  const day = (condition: Condition, said: string | undefined) =>
    said === undefined ? [] : [pair(condition, printDay(said, language))];
  const terms = (condition: ConditionBy<'term'>, key: keyof Asked) =>
    valuesIn(asked, key).map((value) => pair(condition, quote(wordOf(condition, key, value, lexicon))));
  return [
    ...wordsIn(asked, lexicon, (value) => pair('text', quote(value))),
    ...all('id', asked.numbers, (number) => `T-${number}`),
    ...text('title'),
    ...terms('status', 'states'),
    ...terms('group', 'groups'),
    ...all('agent', asked.agents, person),
    ...terms('priority', 'priorities'),
    ...day('from', asked.created?.from),
    ...day('before', asked.created?.before),
    ...day('updatedFrom', asked.updated?.from),
    ...day('updatedBefore', asked.updated?.before),
    ...terms('type', 'types'),
    ...all('processing', asked.processing, quote),
    ...terms('channel', 'channels'),
    ...terms('language', 'languages'),
    ...text('customer'),
    ...text('name'),
    ...all('user', asked.users, person),
    ...all('creator', asked.creators, person),
    ...all('follower', asked.followers, person),
    ...text('email'),
    ...text('phone'),
    ...all('tag', asked.tags, quote),
    ...terms('mood', 'moods'),
    ...terms('archived', 'archived'),
    ...terms('sort', 'sort'),
  ].join(' ');
}

/** The words stand first and bare, where they are read as nothing else. */
function wordsIn(asked: Asked, lexicon: Lexicon, asPair: (text: string) => string): string[] {
  const { text } = asked;
  if (text === undefined) return [];
  const { asked: read, problems } = parseQuery(`${text} id:1`, lexicon);
  const bare =
    problems.length === 0 && Object.keys(read).length === 2 && read.text === text && read.numbers?.length === 1;
  return [bare ? text : asPair(text)];
}

const valuesIn = (asked: Asked, key: keyof Asked): readonly string[] => {
  const value = asked[key];
  return typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [];
};

/** The word of this desk for one value; the value itself where the desk does not have it any more. */
function wordOf(condition: ConditionBy<'term'>, key: keyof Asked, value: string, { terms }: Lexicon): string {
  const term = terms[condition].find(({ asks }) => {
    const values = valuesIn(asks, key);
    return values.length === 1 && values[0] === value && Object.keys(asks).length === 1;
  });
  return term?.word ?? value;
}
