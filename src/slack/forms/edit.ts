import { KINDS, PRIORITIES } from '../../domain/language.ts';
import { VALUE } from '../codec.ts';
import { select } from '../kit.ts';
import { typeOf } from '../../desk/book.ts';
import { wordsOf } from '../words/catalog.ts';
import { answersAgain } from './again.ts';
import { givenOf } from './answers.ts';
import { documentsAgain, documentsIn } from './documents.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import { editedFields } from './fields.ts';
import type { Form } from './form.ts';

/** What was said of a ticket at its beginning, put right, and what agents note of it. */
export const edit: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, reading, book } = model;
    const words = wordsOf(language);
    const questions = words.forms.of.edit.ask;
    const priorities = PRIORITIES.map((value) => ({ value, label: words.ticket.priorities[value] }));
    const kinds = KINDS.map((value) => ({ value, label: words.ticket.kinds[value] }));
    const { ticket } = reading ?? {};
    const asked = ticket ? (typeOf(book, ticket)?.fields ?? []) : [];
    return verbForm('edit', number, words, [
      askText('title', questions.title, { multiline: false, max: LINE, initial: ticket?.title }),
      ask('priority', questions.priority, select(VALUE, priorities, { initial: ticket?.priority })),
      ask('kind', questions.kind, select(VALUE, kinds, { initial: ticket?.kind })),
      ...documentsAgain(model),
      ...(ticket ? answersAgain(asked, ticket, { book, language }) : []),
    ]);
  },
  read: (answers) => ({
    ...givenOf(answers, 'title', 'priority', 'kind'),
    ...documentsIn(answers),
    ...editedFields(answers),
  }),
};
