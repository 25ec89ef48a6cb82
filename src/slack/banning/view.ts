import type { KnownBlock, ModalView } from '@slack/types';
import { type BannedHow, mayBan } from '../../desk/banned-editing.ts';
import type { BannedWord } from '../../domain/banned.ts';
import { BANNED_HOW } from '../../domain/group.ts';
import { groupKey, LANGUAGES, type Person } from '../../domain/language.ts';
import { formId, goId, metadata, VALUE } from '../codec.ts';
import { ask, askText } from '../forms/ask.ts';
import { actions, bold, button, type Choice, context, inline, LIMITS, modal, section, select } from '../kit.ts';
import { groupName, type Scene } from '../views/facts.ts';
import { pageIn, waysIn } from '../views/pages.ts';
import { pageButton } from '../views/presses.ts';
import { wordsOf } from '../words/catalog.ts';

export const FIND = 'find';
/** "Every group", "every language". */
export const EVERY = '*';
const PAGE = 30;
/** One question for each group, with room for what else a window says. */
const MOST_GROUPS = 90;

type Own = Scene & { person: Person };
export type BanListModel = Own & {
  all: readonly BannedWord[];
  page: number;
  find: string;
  /** What was just done, and how it is taken back. */
  done?: KnownBlock[];
};

/** A word as it travels in a button: group, language, word. */
export const wordValue = ({ group, language, word }: BannedWord): string => `${group ?? ''}|${language ?? ''}|${word}`;
export function readWord(value: string): BannedWord | null {
  const [, group = '', language = '', word = ''] = /^([^|]*)\|([^|]*)\|(.+)$/s.exec(value) ?? [];
  const its = LANGUAGES.find((one) => one === language) ?? null;
  return word === '' ? null : { group: group === '' ? null : groupKey(group), language: its, word };
}

/** The words that are banned, those that were searched for, a page of them. */
export function banListView(model: BanListModel): ModalView {
  const { all, language, find, person, done = [] } = model;
  const catalog = wordsOf(language);
  const { banning: words, forms } = catalog;
  const { page, shown, steps } = pageIn(all, { page: model.page, size: PAGE }, waysIn('banned', all.length, catalog));
  const none = find === '' ? words.none : words.notFound(inline(find));
  const door = (which: 'add' | 'try' | 'how') => pageButton('banned', which, `${which}.`, words.buttons[which]);
  const frame = { title: words.title, submit: words.search, close: forms.close };
  return modal({ ...frame, callback: formId('banned'), metadata: metadata({ page, find }) }, [
    ...done,
    context(all.length === 0 ? none : words.intro(all.length)),
    ...actions([door('add'), door('try'), door('how')], 'doors'),
    askText(FIND, words.ask.find, { multiline: false, max: 100, optional: true }),
    ...shown.map((one, nth) => rowOf(one, nth, model, mayBan(person, one.group))),
    ...actions(steps),
  ]);
}

function rowOf(one: BannedWord, nth: number, { book, language }: Scene, may: boolean): KnownBlock {
  const { banning: words, search } = wordsOf(language);
  const where = [
    one.group === null ? words.everyGroup : groupName(book, one.group),
    one.language === null ? words.everyLanguage : search.languages[one.language],
  ];
  const remove = button({
    action: goId('banned', `remove${nth}`),
    value: `remove.${wordValue(one)}`,
    label: '✕',
    meaning: words.removeWord(one.word),
  });
  return section(`${bold(inline(one.word))} · ${where.join(' · ')}`, may ? remove : undefined);
}

const groupsOf = ({ book, person }: Own): Choice[] =>
  book.groups.filter(({ key }) => mayBan(person, key)).map(({ key, name }) => ({ value: key, label: name }));

type Asked = { group?: string | undefined; language?: string | undefined };
function whereAsked(model: Own, given: Asked, every: boolean): KnownBlock[] {
  const { banning: words, search } = wordsOf(model.language);
  const languages = LANGUAGES.map((value) => ({ value, label: search.languages[value] }));
  const groups = groupsOf(model);
  const all = every && model.person.admin ? [{ value: EVERY, label: words.everyGroup }, ...groups] : groups;
  const any = every ? [{ value: EVERY, label: words.everyLanguage }, ...languages] : languages;
  return [
    ask('group', words.ask.group, select(VALUE, all, { initial: given.group ?? all[0]?.value })),
    ask('language', words.ask.language, select(VALUE, any, { initial: given.language ?? any[0]?.value })),
  ];
}

type AddModel = Own & { asked: Asked; page: number; find: string; drawn: number; said?: string };

/** Where words are added, many at once. It stays open for the next ones. */
export function banView(model: AddModel): ModalView {
  const { language, page, find, drawn, said } = model;
  const { banning: words, forms } = wordsOf(language);
  const memory = metadata({ key: 'add', page, find, drawn });
  return modal(
    {
      title: words.titles.add,
      submit: words.add,
      close: forms.close,
      callback: formId('banned'),
      metadata: memory,
    },
    [
      ...(said === undefined ? [] : [section(`✅ ${said}`)]),
      ...whereAsked(model, model.asked, true),
      askText(`words.${drawn}`, words.ask.words),
      context(words.fits(LIMITS.input)),
    ],
  );
}

type TryModel = Own & { asked: Asked; text: string; found?: KnownBlock[] };

/** What would be found in a sentence; nothing is sent. */
export function tryView(model: TryModel): ModalView {
  const { language, text, found = [] } = model;
  const { banning: words, forms } = wordsOf(language);
  const frame = { title: words.titles.try, submit: words.try, close: forms.close };
  return modal({ ...frame, callback: formId('banned'), metadata: metadata({ key: 'try' }) }, [
    ...found,
    askText('sentence', words.ask.sentence, { initial: text }),
    ...whereAsked(model, model.asked, false),
  ]);
}

export const HOW = 'how.';
/** What happens to an answer in which such a word stands, by group. */
export function howView(model: Own & { page: number; find: string }): ModalView {
  const { language, book, page, find } = model;
  const { banning: words, forms } = wordsOf(language);
  const choices = BANNED_HOW.map((value: BannedHow) => ({ value, label: words.how[value] }));
  const frame = { title: words.titles.how, submit: words.save, close: forms.close };
  return modal(
    { ...frame, callback: formId('banned'), metadata: metadata({ key: 'how', page, find }) },
    book.groups
      .filter(({ key }) => mayBan(model.person, key))
      .slice(0, MOST_GROUPS)
      .map(({ key, name, policies }) =>
        ask(`${HOW}${key}`, { label: name }, select(VALUE, choices, { initial: policies.banned_words })),
      ),
  );
}
