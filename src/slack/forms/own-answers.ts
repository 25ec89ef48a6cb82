import { ownToChange } from '../../domain/verbs/own-answers.ts';
import { formId, metadata, ticketId } from '../codec.ts';
import { modal, section } from '../kit.ts';
import { typeOf } from '../../desk/book.ts';
import { wordsOf } from '../words/catalog.ts';
import { answersAgain } from './again.ts';
import { verbForm } from './ask.ts';
import { editedFields } from './fields.ts';
import type { Form } from './form.ts';

/** What whoever asked may put right himself. */
export const changeAnswers: Form = {
  needs: 'ticket',
  draw({ number, language, reading, book }) {
    const words = wordsOf(language);
    const { ticket } = reading ?? {};
    const asked = ticket ? ownToChange(typeOf(book, ticket)?.fields ?? []) : [];
    if (ticket && asked.length > 0)
      return verbForm('change_answers', number, words, answersAgain(asked, ticket, { book, language }));
    const title = words.forms.of.change_answers.title(ticketId(number));
    const frame = { title, close: words.forms.close, callback: formId('change_answers') };
    return modal({ ...frame, metadata: metadata({ n: number }) }, [section(words.fields.nothingYours)]);
  },
  read: (answers) => ({ fields: {}, ...editedFields(answers) }),
};
