import { type Book, everyType } from '../../desk/book.ts';
import {
  type State,
  LANGUAGES,
  type Language,
  PRIORITIES,
  STATES,
  isOpen,
  CHANNELS,
  categoryOf,
} from '../../domain/language.ts';
import { inLanguage } from '../../domain/fields.ts';
import { fold, type Lexicon, type Term } from '../../domain/query/conditions.ts';
import { type Asked, MOODS, SORTS } from '../../domain/search.ts';
import { wordsOf } from '../words/catalog.ts';
import type { IsWord, StateGroup, TermWords } from '../words/search.ts';

/** What is over for everybody who asks: the spam box is asked for by its name. */
export const OVER = STATES.filter((state) => !isOpen(state) && state !== 'spam');
/** When something is expected of whoever asked. */
export const YOUR_TURN: State[] = ['answered', 'pending', 'workaround'];
export const WORKING = STATES.filter((state) => categoryOf[state] === 'working');

/** What each of these words means to an agent, and to somebody who only asks. */
const groupsFor = (agent: boolean): Record<StateGroup, Asked> => ({
  open: { states: ['open'] },
  over: { states: OVER },
  working: { states: WORKING },
  waiting: { states: ['answered', 'pending'] },
  my_turn: agent ? { states: WORKING, agents: ['me'] } : { states: YOUR_TURN },
});

/** All words that can stand behind a colon, in the language of their reader and in all others. */
export function lexiconOf(book: Book, language: Language, agent: boolean): Lexicon {
  const all = LANGUAGES.map((each) => wordsOf(each).search.terms);
  const own = wordsOf(language).search.terms;
  const term = (pick: (words: TermWords) => readonly string[], asks: Asked, key?: string): Term => ({
    word: hyphened(pick(own)[0] ?? key ?? ''),
    also: [...(key === undefined ? [] : [key]), ...all.flatMap(pick)],
    asks,
  });
  const states = [
    ...STATES.map((state) => term(({ states: words }) => words[state], { states: [state] }, state)),
    ...(['open', 'over', 'working', 'waiting', 'my_turn'] as const).map((group) =>
      term(({ stateGroups }) => stateGroups[group], groupsFor(agent)[group]),
    ),
  ];
  const moods = MOODS.map((mood) => term((words) => words.moods[mood], { moods: [mood] }, mood));
  const is = (['mine', 'unassigned', 'archived', 'also_archived'] as const).map((word) =>
    term((words) => words.is[word], IS[word]),
  );
  return {
    language,
    terms: {
      status: states,
      group: book.groups.map(({ key, name }) => ({ word: key, also: [name], asks: { groups: [key] } })),
      priority: PRIORITIES.map((priority) => ({
        word: wordsOf(language).ticket.priorities[priority].toLowerCase(),
        also: [priority, ...LANGUAGES.map((each) => wordsOf(each).ticket.priorities[priority])],
        asks: { priorities: [priority] },
      })),
      type: typesOf(book, language),
      channel: CHANNELS.map((channel) => term((words) => words.channels[channel], { channels: [channel] }, channel)),
      language: LANGUAGES.map((each) => term((words) => words.languages[each], { languages: [each] }, each)),
      mood: moods,
      is: [...is, ...states, ...moods],
      archived: (['only', 'also'] as const).map((word) => term((words) => words.archived[word], { archived: word })),
      sort: SORTS.map((sort) => term((words) => words.sorts[sort], { sort }, sort)),
    },
    people: [...book.people.values()].flatMap(({ id, name, email, bot }) =>
      bot ? [] : [{ id, name, email, folded: fold(name) }],
    ),
  };
}

const IS: Record<IsWord, Asked> = {
  mine: { agents: ['me'] },
  unassigned: { agents: ['nobody'] },
  archived: { archived: 'only' },
  also_archived: { states: ['open', ...OVER], archived: 'also' },
};

/** Typed without quotes. */
const hyphened = (word: string): string => word.replaceAll(' ', '-');

/** Several types may share a name: then all of them are meant, those that nobody chooses any more come last. Whatever language it is typed in, its reader's is proposed. */
function typesOf(book: Book, language: Language): Term[] {
  const types = everyType(book);
  const named = new Map<string, { own: string; keys: string[] }>();
  for (const { key, name } of types)
    for (const word of typeof name === 'string' ? [name] : Object.values(name)) {
      const { own, keys } = named.get(word) ?? { own: inLanguage(name, language), keys: [] };
      named.set(word, { own, keys: [...keys, key] });
    }
  return [
    ...types.map(({ key }) => ({ word: key, also: [], asks: { types: [key] } })),
    ...[...named].map(([word, { own, keys }]) => ({
      word: hyphened(own),
      also: [word],
      asks: { types: [...new Set(keys)] },
    })),
  ];
}
