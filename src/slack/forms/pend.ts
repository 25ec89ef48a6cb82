import { PENDING_KINDS } from '../../domain/language.ts';
import { typedTicket, VALUE } from '../codec.ts';
import { previewButton, templateSelect } from '../composer/blocks.ts';
import { answerAsked } from '../composer/question.ts';
import { copiedIn, copyAsked } from '../composer/copying.ts';
import { whenAsked } from '../composer/timing.ts';
import { moment, radio } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { given, givenOf } from './answers.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import { filesAsked, filesIn, filesOf } from './files.ts';
import type { Form } from './form.ts';

/** T10: whom or what a ticket waits for, and until when. */
export const pend: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, book, reading } = model;
    const words = wordsOf(language);
    const questions = words.forms.of.pend.ask;
    const kinds = PENDING_KINDS.map((kind) => ({ value: kind, label: words.forms.pendKinds[kind] }));
    return verbForm('pend', number, words, [
      ask('kind', questions.kind, radio(VALUE, kinds, 'requester')),
      askText('waiting_for', questions.waiting_for, { multiline: false, max: LINE }),
      templateSelect(words),
      answerAsked({ language, book, reading }, questions.text, { optional: true }),
      filesAsked(words),
      ask('wake_at', questions.wake_at, moment(VALUE), { optional: true }),
      askText('blocked_by', questions.blocked_by, { optional: true, multiline: false, max: 20 }),
      ...copyAsked(model),
      whenAsked(words),
      ...previewButton(words),
    ]);
  },
  read(answers) {
    const blocking = given(answers, 'blocked_by');
    // What is no number is handed on as it is: the verb says that it is wrong.
    const number = blocking === undefined ? undefined : (typedTicket.safeParse(blocking).data ?? blocking);
    // Files that come without words say their names.
    const text = filesOf(answers)
      .map(({ name }) => name)
      .join(', ');
    return {
      ...(text !== '' && { text }),
      ...givenOf(answers, 'kind', 'waiting_for', 'text', 'wake_at'),
      ...filesIn(answers),
      ...copiedIn(answers),
      ...(number !== undefined && { blocked_by: number }),
    };
  },
};
