import type { Option } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import { inLanguage } from '../../domain/fields.ts';
import { type Language, personId } from '../../domain/language.ts';
import { fold } from '../../domain/query/conditions.ts';
import { type OperatorName, targetOf, TARGETS, type TargetName } from '../../domain/triggers/conditions.ts';
import { type Choice, type ChoiceGroup, options } from '../kit.ts';
import { rawName, rawType, type Scene } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';
import { FIELD, fieldOf, optionsOf } from './options.ts';

type Named = Pick<Scene, 'book' | 'language'>;

const CHAPTERS: Record<'ticket' | 'people' | 'said', readonly TargetName[]> = {
  said: ['title', 'content', 'message'],
  ticket: [
    'group',
    'type',
    'processing',
    'kind',
    'priority',
    'state',
    'tags',
    'channel',
    'language',
    'hours',
    'mood',
    'reopened',
    'private',
  ],
  people: ['requester', 'email', 'domain', 'creator', 'assignee', 'actor'],
};

/** All that a condition may be about, by chapters; the last is what submission types ask. */
export function targetChoices({ book, language }: Named): ChoiceGroup[] {
  const words = wordsOf(language).triggers.editor;
  const own = (Object.keys(CHAPTERS) as (keyof typeof CHAPTERS)[]).map((chapter) => ({
    label: words.chapters[chapter],
    choices: CHAPTERS[chapter].map((value) => ({ value, label: words.targets[value] })),
  }));
  const fields = new Map(book.types.flatMap(({ fields: all }) => all.map(({ key, label }) => [key, label] as const)));
  const answers = [...fields].map(([key, label]) => ({ value: `${FIELD}${key}`, label: inLanguage(label, language) }));
  return [...own, ...(answers.length === 0 ? [] : [{ label: words.chapters.answers, choices: answers }])];
}

/** What a condition is about, in a word or two. */
export function targetLabel(of: string, { book, language }: Named): string {
  const known = TARGETS.find((name) => name === of);
  if (known) return wordsOf(language).triggers.editor.targets[known];
  const field = fieldOf(of, book);
  return field ? inLanguage(field.label, language) : of.slice(FIELD.length);
}

/** How it is compared, said of one thing or of many. */
export function operatorLabel(of: string, is: OperatorName, language: Language): string {
  const { operators, ofMany } = wordsOf(language).triggers.editor;
  return (targetOf(of)?.sort === 'set' ? ofMany[is] : undefined) ?? operators[is];
}

/** The only values that a target has. */
export function amongChoices(of: string, { language }: Pick<Scene, 'language'>): Choice[] {
  const { ticket, search, triggers } = wordsOf(language);
  const { hours, moods, yes, no } = triggers.editor;
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: ticket.kinds,
    priority: ticket.priorities,
    state: ticket.states,
    channel: ticket.channels,
    language: search.languages,
    hours,
    mood: moods,
    private: { yes, no },
  };
  return (targetOf(of)?.among ?? []).map((value) => ({ value, label: labels[of]?.[value] ?? value }));
}

export const groupChoices = ({ groups }: Book): Choice[] =>
  groups.map(({ key, name }) => ({ value: key, label: name }));

/** The answers that a question offers. */
export const answerChoices = (of: string, { book, language }: Named): Choice[] =>
  optionsOf(of, book).map(({ key, label }) => ({ value: key, label: inLanguage(label, language) }));

export const typeChoice = (key: string, { book, language }: Named): Choice => ({
  value: key,
  label: rawType(book, key, language) ?? key,
});

/** A value of a condition, as people call it. */
export function valueLabel(of: string, value: string, scene: Named): string {
  const { book, language } = scene;
  const target = targetOf(of);
  const choices = target?.among ? amongChoices(of, scene) : answerChoices(of, scene);
  const chosen = choices.find((each) => each.value === value);
  if (chosen) return chosen.label;
  if (target?.names === 'person') return rawName(book, personId(value), wordsOf(language));
  if (target?.names === 'type') return rawType(book, value, language) ?? value;
  return target?.names === 'group' ? (book.groups.find(({ key }) => key === value)?.name ?? value) : value;
}

/** What the menus of the window offer for what was typed: types, and tags that there are or that are new. */
export function offered(
  block: string,
  typed: string,
  { book, language }: { book: Book; language: Language },
  used: readonly string[],
): Option[] {
  const word = fold(typed.trim());
  const fits = ({ label }: Choice) => fold(label).includes(word);
  if (!/\.(?:type|v\.type)$/.test(block)) {
    const tag = typed.trim().toLowerCase().slice(0, 40);
    const known = used.map((value) => ({ value, label: value })).filter(fits);
    const fresh = tag === '' || used.includes(tag) ? [] : [{ value: tag, label: tag }];
    return options([...fresh, ...known]);
  }
  const leaves = new Set(book.types.map(({ parent }) => parent));
  const all = book.types.filter(({ key }) => block.endsWith('.v.type') || !leaves.has(key));
  return options(all.map(({ key }) => typeChoice(key, { book, language })).filter(fits));
}
