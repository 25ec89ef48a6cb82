import type { ModalView } from '@slack/types';
import type { Superior } from '../../desk/registry.ts';
import { type PersonId, personId } from '../../domain/language.ts';
import { type Answers, formId, metadata, VALUE } from '../codec.ts';
import { date, modal, moment, section, userSelect } from '../kit.ts';
import { nameOf, type Scene } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask } from './ask.ts';

/** Whose manager is who, and who is away. */
export function superiorForm(person: PersonId, { manager, outUntil }: Superior, { book, language }: Scene): ModalView {
  const words = wordsOf(language);
  const { title, submit, whose, ask: questions } = words.superior;
  return modal(
    { title, submit, close: words.forms.close, callback: formId('superior'), metadata: metadata({ person }) },
    [
      section(whose(nameOf(book, person, words))),
      ask(
        'manager',
        questions.manager,
        userSelect(VALUE, { initial: manager ?? undefined, placeholder: questions.manager.placeholder }),
        { optional: true },
      ),
      ask('until', questions.until, moment(VALUE, outUntil), { optional: true }),
    ],
  );
}

/** What came of it, in place of the form. */
export function superiorSaid(
  said: 'saved' | 'not_allowed',
  person: PersonId,
  { manager, outUntil }: Superior,
  { book, language }: Scene,
): ModalView {
  const words = wordsOf(language);
  const named = (one: PersonId) => nameOf(book, one, words);
  const text =
    said === 'saved'
      ? words.superior.saved(named(person), manager && named(manager), outUntil && date(outUntil))
      : words.superior.notAllowed(named(person));
  return modal({ title: words.superior.title, close: words.forms.close }, [section(text)]);
}

export function readSuperior(answers: Answers): Superior {
  const [manager, until] = [given(answers, 'manager'), given(answers, 'until')];
  return {
    manager: manager === undefined ? null : personId(manager),
    outUntil: until === undefined ? null : new Date(until),
  };
}
