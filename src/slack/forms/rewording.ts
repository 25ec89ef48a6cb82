import type { Uttered } from '../../domain/verbs/rule.ts';
import { VALUE } from '../codec.ts';
import { checkboxes, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** A field of a form holds no more: longer words are written anew rather than cut. */
const HOLDS = 3000;
const SHOWN = 2500;
const SURE = 'sure';

/** Which words these are: the last ones may be others than he has in mind. */
const nowRead = ({ audience, text }: Uttered, words: Catalog) =>
  section(`${words.forms.readNow[audience]}\n${quote(text, SHOWN)}`);

/** Words that were said, to be put right. */
export const correct: Form = {
  needs: 'ticket',
  draw({ number, language, said }) {
    const words = wordsOf(language);
    const initial = said && said.text.length <= HOLDS ? said.text : undefined;
    const question = askText('text', words.forms.of.correct.ask.text, { initial });
    const blocks = [...(said ? [nowRead(said, words)] : []), question];
    return verbForm('correct', number, words, blocks, undefined, said ? { of: said.seq } : {});
  },
  read: (answers) => givenOf(answers, 'text'),
};

/** Words that were said, to be taken back once they have been looked at. */
export const retract: Form = {
  needs: 'ticket',
  draw({ number, language, said }) {
    const words = wordsOf(language);
    const sure = checkboxes(VALUE, [{ value: SURE, label: words.forms.sureRetract }]);
    return verbForm(
      'retract',
      number,
      words,
      [...(said ? [nowRead(said, words)] : []), ask(SURE, words.forms.of.retract.ask.sure, sure)],
      undefined,
      said ? { of: said.seq } : {},
    );
  },
  read: (answers) => ({ sure: [answers[SURE]].flat().includes(SURE) }),
};
