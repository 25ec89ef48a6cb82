import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import { CHANNELS, LANGUAGES, type Language, type PersonId, PRIORITIES } from '../../domain/language.ts';
import { dayOf } from '../../domain/query/days.ts';
import { searchFor } from '../../domain/query/meant.ts';
import { type Asked, MOODS, MOST_TEXT, SORTS } from '../../domain/search.ts';
import { formId, metadata, ticketId, VALUE } from '../codec.ts';
import {
  checkboxes,
  context,
  cut,
  day,
  divider,
  header,
  modal,
  multiSearchSelect,
  multiSelect,
  multiUserSelect,
  section,
  select,
  textInput,
} from '../kit.ts';
import { personLabel, typeLabel } from '../searching/choices.ts';
import { chosenStates, stateChoices } from '../searching/states.ts';
import { rawGroup } from '../views/facts.ts';
import { upper } from '../text.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { SearchField } from '../words/search.ts';
import { ask } from './ask.ts';

export type SearchFormModel = {
  book: Book;
  language: Language;
  viewer: PersonId;
  /** The day on which the form is filled in, where the person is. */
  today: string;
  agent: boolean;
  asked: Asked;
  /** What could not be understood of what was typed, in ready sentences, and what can be typed. */
  problems?: readonly string[];
  usage?: string;
};

/** What a requester is asked: the rest is about what agents do. */
const YOURS: readonly SearchField[] = [
  'text',
  'title',
  'numbers',
  'states',
  'groups',
  'priorities',
  'created_from',
  'created_until',
  'types',
  'archived',
  'sort',
];

const PARTS: readonly (readonly [keyof Catalog['search']['parts'], readonly SearchField[]])[] = [
  ['what', ['text', 'states', 'groups', 'priorities', 'types', 'title', 'numbers', 'tags', 'processing']],
  ['who', ['agents', 'users', 'creators', 'followers', 'moods']],
  ['when', ['created_from', 'created_until', 'updated_from', 'updated_until']],
  ['customer', ['customer', 'name', 'email', 'phone', 'languages', 'channels']],
  ['list', ['archived', 'sort']],
];

/** All conditions in one window, begun with what was said already. */
export function searchForm(model: SearchFormModel): ModalView {
  const { language, agent, asked, problems = [], usage } = model;
  const words = wordsOf(language).search;
  const elements = elementsOf(model);
  const filled = new Set(Object.keys(elements).filter((field) => isSaid(asked, field as SearchField)));
  const isAsked = (field: SearchField) => agent || YOURS.includes(field) || filled.has(field);
  const parts = PARTS.flatMap(([part, fields]): KnownBlock[] => {
    const shown = fields.filter(isAsked);
    return shown.length === 0
      ? []
      : [header(words.parts[part]), ...shown.map((field) => question(field, elements[field], words))];
  });
  return modal(
    {
      title: agent ? words.title : words.yourTitle,
      submit: words.submit,
      close: wordsOf(language).forms.close,
      callback: formId('search'),
      metadata: metadata({ search: asked }),
    },
    [
      ...(problems.length > 0
        ? [section(cut([words.understood, ...problems.map((problem) => `⚠️ ${problem}`)].join('\n'), 2900)), divider]
        : []),
      ...(agent ? [] : [context(words.yours)]),
      ...parts,
      ...(usage === undefined ? [] : [context(usage)]),
    ],
  );
}

const question = (field: SearchField, element: InputBlock['element'], words: Catalog['search']): InputBlock =>
  ask(field, words.ask[field], element, { optional: true });

const SAYS: Partial<Record<SearchField, keyof Asked>> = {
  created_from: 'created',
  created_until: 'created',
  updated_from: 'updated',
  updated_until: 'updated',
};
const isSaid = (asked: Asked, field: SearchField): boolean =>
  asked[SAYS[field] ?? (field as keyof Asked)] !== undefined;

const LINE = 250;
type Elements<F extends SearchField> = Record<F, InputBlock['element']>;
type Lines = 'text' | 'title' | 'numbers' | 'tags' | 'processing' | 'customer' | 'name' | 'email' | 'phone';

const elementsOf = (model: SearchFormModel): Elements<SearchField> => ({
  ...linesOf(model),
  ...peopleOf(model),
  ...choicesOf(model),
});

/** What is typed. */
function linesOf({ language, asked }: SearchFormModel): Elements<Lines> {
  const { ask: questions } = wordsOf(language).search;
  const line = (field: Lines, initial: string | undefined, max = LINE) =>
    textInput(VALUE, { initial, placeholder: questions[field].placeholder, max });
  return {
    text: { ...line('text', asked.text, MOST_TEXT), focus_on_load: true },
    title: line('title', asked.title),
    numbers: line('numbers', asked.numbers?.map(ticketId).join(', ')),
    tags: line('tags', asked.tags?.join(', ')),
    processing: line('processing', asked.processing?.join(', ')),
    customer: line('customer', asked.customer),
    name: line('name', asked.name),
    email: line('email', asked.email),
    phone: line('phone', asked.phone),
  };
}

/** Whom, and when. */
function peopleOf({ book, language, viewer, today, asked }: SearchFormModel) {
  const words = wordsOf(language);
  const { ask: questions } = words.search;
  const meant = searchFor(asked, { me: viewer, today });
  const people = (field: 'users' | 'creators' | 'followers') =>
    multiUserSelect(VALUE, { initial: meant[field] ?? [], placeholder: questions[field].placeholder });
  const until = (before: string | undefined) => before && dayOf('-1d', before);
  return {
    agents: multiSearchSelect(VALUE, {
      placeholder: questions.agents.placeholder,
      initial: (asked.agents ?? []).map((one) => ({ value: one, label: personLabel(one, viewer, book, words) })),
    }),
    users: people('users'),
    creators: people('creators'),
    followers: people('followers'),
    created_from: day(VALUE, meant.created?.from),
    created_until: day(VALUE, until(meant.created?.before)),
    updated_from: day(VALUE, meant.updated?.from),
    updated_until: day(VALUE, until(meant.updated?.before)),
  };
}

/** What is chosen. */
function choicesOf({ book, language, agent, asked }: SearchFormModel) {
  const { ticket, search: words } = wordsOf(language);
  const states = stateChoices(language, agent);
  const some = <V extends string>(
    field: SearchField,
    values: readonly V[],
    label: (value: V) => string,
    initial: readonly V[] | undefined,
  ) =>
    multiSelect(
      VALUE,
      values.map((value) => ({ value, label: label(value) })),
      { initial, placeholder: words.ask[field].placeholder },
    );
  const one = <V extends string>(labels: Record<V, string>, values: readonly V[], initial: V) =>
    select(
      VALUE,
      values.map((value) => ({ value, label: labels[value] })),
      { initial },
    );
  return {
    states: multiSelect(VALUE, states, {
      initial: chosenStates(asked.states ?? [], states).map(({ value }) => value),
      placeholder: words.ask.states.placeholder,
    }),
    groups: some(
      'groups',
      book.groups.map(({ key }) => key),
      (key) => rawGroup(book, key),
      asked.groups,
    ),
    priorities: some('priorities', PRIORITIES, (value) => ticket.priorities[value], asked.priorities),
    types: multiSearchSelect(VALUE, {
      placeholder: words.ask.types.placeholder,
      initial: (asked.types ?? []).map((key) => ({ value: key, label: typeLabel(key, book, language) })),
    }),
    moods: checkboxes(
      VALUE,
      MOODS.map((value) => ({ value, label: words.moods[value] })),
      asked.moods ?? [],
    ),
    languages: some('languages', LANGUAGES, (value) => words.languages[value], asked.languages),
    channels: some('channels', CHANNELS, (value) => upper(ticket.channels[value]), asked.channels),
    archived: one(words.archived, ['no', 'also', 'only'], asked.archived ?? 'no'),
    sort: one(words.sorts, SORTS, asked.sort ?? 'updated'),
  };
}
