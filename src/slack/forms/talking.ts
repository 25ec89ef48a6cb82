import type { ModalView } from '@slack/types';
import type { Language, TicketNumber } from '../../domain/language.ts';
import type { FormVerb } from '../words/chapters.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { askText, verbForm } from './ask.ts';
import type { Form } from './form.ts';

type OneText = Extract<FormVerb, 'reply' | 'message' | 'note' | 'return' | 'not_solved' | 'ask_cancel'>;

/** A verb that asks for words and nothing else. */
export const oneText = (verb: OneText): Form => ({
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    return verbForm(verb, number, words, [askText('text', words.forms.of[verb].ask.text)]);
  },
  read: (answers) => givenOf(answers, 'text'),
});

type SendModel = { number: TicketNumber; language: Language; text: string; promotes: { channel: string; ts: string } };

/** A reply that begins with words which stand among agents. */
export function sendForm({ number, language, text, promotes }: SendModel): ModalView {
  const words = wordsOf(language);
  const { ask, title, submit } = words.forms.of.reply;
  return verbForm(
    'reply',
    number,
    words,
    [askText('text', ask.text, { initial: text })],
    { title, submit },
    { promotes },
  );
}

export const withdraw: Form = {
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    return verbForm('withdraw', number, words, [askText('reason', words.forms.of.withdraw.ask.reason)]);
  },
  read: (answers) => givenOf(answers, 'reason'),
};
