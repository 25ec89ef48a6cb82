import { ANSWER_REASONS } from '../../domain/verbs/closing.ts';
import { VALUE } from '../codec.ts';
import { previewButton, templateSelect } from '../composer/blocks.ts';
import { answerAsked } from '../composer/question.ts';
import { copiedIn, copyAsked } from '../composer/copying.ts';
import { whenAsked } from '../composer/timing.ts';
import { select } from '../kit.ts';
import { upper } from '../text.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, verbForm } from './ask.ts';
import { missingQuestions } from './again.ts';
import { documentQuestions, documentsIn } from './documents.ts';
import { editedFields } from './fields.ts';
import { filesAsked, filesIn } from './files.ts';
import type { Form } from './form.ts';

/** T13: the answer with which a ticket ends. */
export const resolve: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, reading, book } = model;
    const words = wordsOf(language);
    const questions = words.forms.of.resolve.ask;
    const reasons = ANSWER_REASONS.map((reason) => ({ value: reason, label: upper(words.ticket.reasons[reason]) }));
    return verbForm('resolve', number, words, [
      templateSelect(words),
      answerAsked({ language, book, reading }, questions.text),
      filesAsked(words),
      ask('reason', questions.reason, select(VALUE, reasons, { initial: 'solved' })),
      ...(reading ? missingQuestions(reading.ticket, { book, language }) : []),
      ...documentQuestions(model),
      ...copyAsked(model),
      whenAsked(words),
      ...previewButton(words),
    ]);
  },
  read: (answers) => ({
    ...givenOf(answers, 'reason', 'text'),
    ...filesIn(answers),
    ...copiedIn(answers),
    ...documentsIn(answers),
    ...editedFields(answers),
  }),
};
