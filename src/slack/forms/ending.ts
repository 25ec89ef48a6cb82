import { isTheirs } from '../../domain/ticket.ts';
import { SILENT_REASONS } from '../../domain/verbs/closing.ts';
import { type Answers, typedTicket, VALUE } from '../codec.ts';
import { checkboxes, section, select } from '../kit.ts';
import { upper } from '../text.ts';
import { wordsOf } from '../words/catalog.ts';
import { given, givenOf } from './answers.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import { missingQuestions } from './again.ts';
import { documentQuestions, documentsIn } from './documents.ts';
import { editedFields } from './fields.ts';
import type { Form } from './form.ts';

const SURE = 'sure';
const isSure = (answers: Answers): boolean => [answers[SURE]].flat().includes(SURE);

/** T14: how a ticket ends without an answer. */
export const resolveInternally: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, reading, book } = model;
    const words = wordsOf(language);
    const questions = words.forms.of.resolve_internally.ask;
    const noted = reading ? missingQuestions(reading.ticket, { book, language }, true) : [];
    const reasons = SILENT_REASONS.map((reason) => ({
      value: reason,
      label: upper(reason === 'spam' ? words.ticket.states.spam : words.ticket.reasons[reason]),
    }));
    return verbForm('resolve_internally', number, words, [
      ask('reason', questions.reason, select(VALUE, reasons)),
      askText('duplicate_of', questions.duplicate_of, { optional: true, multiline: false, max: 20 }),
      askText('note', questions.note, { optional: true }),
      // Of most of these reasons there is nothing to tell.
      ...noted,
      ...documentQuestions(model).map((one) => ({ ...one, optional: true })),
      ask(SURE, questions.sure, checkboxes(VALUE, [{ value: SURE, label: words.forms.sureSpam }]), { optional: true }),
    ]);
  },
  read(answers) {
    const twin = given(answers, 'duplicate_of');
    return {
      ...givenOf(answers, 'reason', 'note'),
      ...documentsIn(answers),
      ...editedFields(answers),
      ...(twin !== undefined && { duplicate_of: typedTicket.safeParse(twin).data ?? twin }),
      sure: isSure(answers),
    };
  },
};

/** T12: how it works for now, and where the cause is looked for. */
export const workaround: Form = {
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    const questions = words.forms.of.workaround.ask;
    return verbForm('workaround', number, words, [
      askText('text', questions.text),
      askText('issue', questions.issue, { optional: true, multiline: false, max: LINE }),
    ]);
  },
  read: (answers) => givenOf(answers, 'text', 'issue'),
};

/** T17: one star to five. */
export const rate: Form = {
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    const stars = words.forms.stars.map((mood, at) => ({
      value: String(at + 1),
      label: `${'★'.repeat(at + 1)} ${mood}`,
    }));
    return verbForm('rate', number, words, [ask('score', words.forms.of.rate.ask.score, select(VALUE, stars))]);
  },
  read: (answers) => givenOf(answers, 'score'),
};

/** T19: the requester only says yes; an agent says how it was agreed. */
export const cancel: Form = {
  needs: 'ticket',
  draw({ number, language, reading, viewer }) {
    const words = wordsOf(language);
    const theirs = reading !== null && isTheirs(reading.ticket, viewer);
    return verbForm('cancel', number, words, [
      theirs ? section(words.forms.cancelYours) : askText('agreement', words.forms.of.cancel.ask.agreement),
    ]);
  },
  read: (answers) => givenOf(answers, 'agreement'),
};

/** T28: what is spam is deleted by whoever says twice that he wants it. */
export const deleteSpam: Form = {
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    return verbForm('delete', number, words, [
      ask(SURE, words.forms.of.delete.ask.sure, checkboxes(VALUE, [{ value: SURE, label: words.forms.sureDelete }])),
    ]);
  },
  read: (answers) => ({ sure: isSure(answers) }),
};
