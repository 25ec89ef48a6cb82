import type { ModalView } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Language, PersonId } from '../../domain/language.ts';
import { type Answers, formId, metadata, VALUE } from '../codec.ts';
import { modal, select, userSelect } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask, askText, LINE } from './ask.ts';

type Groups = Book['groups'];
type ContactModel = { language: Language; groups: Groups; person: PersonId | null };

/** For which groups this person may speak. */
export const groupsFor = ({ groups }: Book, person: PersonId): Groups =>
  groups.filter(
    ({ agentsChannel, members, leads }) =>
      agentsChannel !== null && (members.includes(person) || leads.includes(person)),
  );

/** A first message to somebody; the group is asked only where there are several. */
export function contactForm({ language, groups, person }: ContactModel): ModalView {
  const words = wordsOf(language);
  const { title, submit, ask: questions } = words.contact;
  const choices = groups.map(({ key, name }) => ({ value: key, label: name }));
  return modal(
    {
      title,
      submit,
      close: words.forms.close,
      callback: formId('contact'),
      metadata: metadata({ via: 'outward' }),
    },
    [
      ask(
        'requester',
        questions.requester,
        userSelect(VALUE, { initial: person ?? undefined, placeholder: questions.requester.placeholder }),
      ),
      askText('title', questions.title, { multiline: false, max: LINE }),
      askText('text', questions.text),
      ...(groups.length > 1
        ? [ask('group', questions.group, select(VALUE, choices, { initial: choices[0]?.value }))]
        : []),
    ],
  );
}

export const readContact = (answers: Answers, groups: Groups) => ({
  requester: given(answers, 'requester'),
  title: given(answers, 'title'),
  text: given(answers, 'text'),
  group: given(answers, 'group') ?? groups[0]?.key ?? '',
});
