import type { ModalView } from '@slack/types';
import type { Language, TicketNumber } from '../../domain/language.ts';
import type { FormVerb } from '../words/asked.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { previewButton, templateSelect } from '../composer/blocks.ts';
import { answerAsked, type Readable } from '../composer/question.ts';
import { copiedIn, copyAsked } from '../composer/copying.ts';
import { whenAsked } from '../composer/timing.ts';
import { quote, section } from '../kit.ts';
import { given, givenOf } from './answers.ts';
import { askText, verbForm } from './ask.ts';
import { filesAsked, filesIn, filesOf } from './files.ts';
import type { Form, FormModel } from './form.ts';
import { questionOf } from '../views/question.ts';

type OneText = Extract<FormVerb, 'note' | 'not_solved' | 'ask_cancel'>;

/** A verb that asks for words and nothing else. `kept`: what is written in it stays when it is closed. */
export const oneText = (verb: OneText, { kept = false } = {}): Form => ({
  needs: kept ? 'ticket' : 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    return verbForm(verb, number, words, [askText('text', words.forms.of[verb].ask.text, { tells: kept })]);
  },
  read: (answers) => givenOf(answers, 'text'),
});

/** `text`: words to begin with. */
export function replyForm({ number, text, ...model }: Readable & { number: TicketNumber; text?: string }) {
  const words = wordsOf(model.language);
  return verbForm('reply', number, words, answerBlocks(words, model, text));
}

/** An answer, with files if there are any. */
export const reply: Form = {
  needs: 'ticket',
  draw: ({ number, language, book, reading }) => replyForm({ number, language, book, reading }),
  read: (answers) => ({ ...givenOf(answers, 'text'), ...filesIn(answers), ...copiedIn(answers) }),
};

const answerBlocks = (words: Catalog, model: Readable, text: string | undefined) => [
  templateSelect(words),
  answerAsked(model, words.forms.of.reply.ask.text, { initial: text }),
  filesAsked(words),
  ...copyAsked(model),
  whenAsked(words),
  ...previewButton(words),
];

/** Words and files that the requester adds; a file alone says its name. */
export const details: Form = {
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    const questions = words.forms;
    return verbForm('message', number, words, [
      askText('text', questions.of.message.ask.text, { optional: true }),
      filesAsked(words),
    ]);
  },
  read(answers) {
    const files = filesOf(answers);
    const text = given(answers, 'text') ?? files.map(({ name }) => name).join(', ');
    return { ...(text !== '' && { text }), ...(files.length > 0 && { files }) };
  },
};

type SendModel = Readable & { number: TicketNumber; text: string; promotes: { channel: string; ts: string } };

/** A reply that begins with words which stand among agents. */
export function sendForm({ number, text, promotes, ...model }: SendModel): ModalView {
  const words = wordsOf(model.language);
  const { title, submit } = words.forms.of.reply;
  return verbForm('reply', number, words, answerBlocks(words, model, text), { title, submit }, { promotes });
}

const QUESTION = 600;

/** The question that is open while the form is drawn. */
const openQuestion = ({ reading }: FormModel) =>
  reading?.ticket.state === 'escalated' ? reading.ticket.escalation : null;

/** T24: the answer to a question, which stands above it: whoever answers a reminder has nothing else before his eyes. */
export const decision: Form = {
  needs: 'ticket',
  draw(model) {
    const open = openQuestion(model);
    return answerForm({ ...model, open, asked: open && questionOf(open, model) });
  },
  read: (answers) => givenOf(answers, 'text'),
};

type AnswerModel = {
  number: TicketNumber;
  language: Language;
  open: { seq: number } | null;
  asked?: string | null;
  text?: string;
};

/** `text`: words which answered another such question, to begin with. */
export function answerForm({ number, language, open, asked = null, text }: AnswerModel): ModalView {
  const words = wordsOf(language);
  const blocks = [
    ...(asked === null ? [] : [section(quote(asked, QUESTION))]),
    askText('text', words.forms.of.return.ask.text, { initial: text }),
  ];
  return verbForm('return', number, words, blocks, undefined, open ? { of: open.seq } : {});
}

/** Why a question is not answered: asks for words and nothing else. */
export const oneReason = (verb: 'withdraw' | 'decline'): Form => ({
  needs: 'ticket',
  draw(model) {
    const words = wordsOf(model.language);
    const open = openQuestion(model);
    const why = askText('reason', words.forms.of[verb].ask.reason);
    return verbForm(verb, model.number, words, [why], undefined, open ? { of: open.seq } : {});
  },
  read: (answers) => givenOf(answers, 'reason'),
});
