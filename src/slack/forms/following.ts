import { VALUE } from '../codec.ts';
import { userSelect } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** Who else shall hear of the ticket. */
export const addFollower: Form = {
  needs: 'nothing',
  draw({ number, language }) {
    const words = wordsOf(language);
    return verbForm('add_follower', number, words, [ask('to', words.forms.of.add_follower.ask.to, userSelect(VALUE))]);
  },
  read: (answers) => givenOf(answers, 'to'),
};
