import { VALUE } from '../codec.ts';
import { userSelect } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** Somebody else's request from now on: the one before has left, or it was filed for the wrong person. */
export const changeOwner: Form = {
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    const questions = words.forms.of.change_owner.ask;
    return verbForm('change_owner', number, words, [
      ask('to', questions.to, userSelect(VALUE)),
      askText('note', questions.note, { optional: true }),
    ]);
  },
  read: (answers) => givenOf(answers, 'to', 'note'),
};
