import type { ModalView } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import { groupKey, type Language, type Person } from '../../domain/language.ts';
import type { Asked } from '../../domain/search.ts';
import { mayKeepView, MOST_NAME, type SavedView, type ViewOwner } from '../../domain/views.ts';
import { type Answers, formId, metadata, VALUE } from '../codec.ts';
import { context, cut, modal, select } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask, askText } from './ask.ts';

type SaveModel = {
  book: Book;
  language: Language;
  person: Person;
  said: Asked;
  /** What is looked for, in ready words. */
  conditions: readonly string[];
  /** The view that gets another name. */
  view?: SavedView;
  name?: string;
};

const ME = 'me';

/** Under which name, and for whom. */
export function saveViewForm({ book, language, person, said, conditions, view, name }: SaveModel): ModalView {
  const catalog = wordsOf(language);
  const words = catalog.views;
  const groups = book.groups.filter(({ key }) => mayKeepView(person, { group: key }));
  const choices = [
    { value: ME, label: words.onlyMe },
    ...groups.map(({ key, name: group }) => ({ value: `group.${key}`, label: words.forGroup(group) })),
  ];
  return modal(
    {
      ...(view ? words.rename : words.save),
      close: catalog.forms.close,
      callback: formId('save_view'),
      metadata: metadata(view ? { view: view.id } : { search: said }),
    },
    [
      context(cut(conditions.join(' · ') || catalog.search.openOnly, 1900)),
      askText('name', words.ask.name, { multiline: false, max: MOST_NAME, initial: view?.name ?? name }),
      ...(view || groups.length === 0 ? [] : [ask('owner', words.ask.owner, select(VALUE, choices, { initial: ME }))]),
    ],
  );
}

export function readSaveView(answers: Answers, { id }: Pick<Person, 'id'>): { name: string; owner: ViewOwner } {
  const owner = given(answers, 'owner') ?? ME;
  return {
    name: given(answers, 'name') ?? '',
    owner: owner === ME ? { person: id } : { group: groupKey(owner.slice('group.'.length)) },
  };
}
