import { type Field, sound } from '../../domain/fields.ts';
import { KINDS, type Language, PRIORITIES } from '../../domain/language.ts';
import { VALUE } from '../codec.ts';
import { select } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { askField, editedFields } from './fields.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** As many as stand in one window beside the rest. */
const MOST = 90;

/**
 * Its type's own questions again. What was never answered need not be now; an answer that no box takes any more, masked
 * or asked otherwise since, is left as it is.
 */
function answersAgain(asked: readonly Field[], answers: Readonly<Record<string, string>>, language: Language) {
  const right = sound(asked, answers);
  return asked.slice(0, MOST).flatMap((field) => {
    const initial = right[field.key];
    if (initial === undefined && answers[field.key]) return [];
    return [askField({ ...field, required: field.required && initial !== undefined }, language, { initial })];
  });
}

/** What was said of a ticket at its beginning, put right. */
export const edit: Form = {
  needs: 'ticket',
  draw({ number, language, reading, book }) {
    const words = wordsOf(language);
    const questions = words.forms.of.edit.ask;
    const priorities = PRIORITIES.map((value) => ({ value, label: words.ticket.priorities[value] }));
    const kinds = KINDS.map((value) => ({ value, label: words.ticket.kinds[value] }));
    const { title, priority, kind, type, fields } = reading?.ticket ?? {};
    const own = book.types.find(({ key }) => key === type)?.fields ?? [];
    return verbForm('edit', number, words, [
      askText('title', questions.title, { multiline: false, max: LINE, initial: title }),
      ask('priority', questions.priority, select(VALUE, priorities, { initial: priority })),
      ask('kind', questions.kind, select(VALUE, kinds, { initial: kind })),
      ...answersAgain(own, fields ?? {}, language),
    ]);
  },
  read: (answers) => ({ ...givenOf(answers, 'title', 'priority', 'kind'), ...editedFields(answers) }),
};
