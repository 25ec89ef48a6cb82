import { KINDS, PRIORITIES } from '../../domain/language.ts';
import { VALUE } from '../codec.ts';
import { select } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** What was said of a ticket at its beginning, put right. */
export const edit: Form = {
  needs: 'ticket',
  draw({ number, language, reading }) {
    const words = wordsOf(language);
    const questions = words.forms.of.edit.ask;
    const priorities = PRIORITIES.map((value) => ({ value, label: words.ticket.priorities[value] }));
    const kinds = KINDS.map((value) => ({ value, label: words.ticket.kinds[value] }));
    const { title, priority, kind } = reading?.ticket ?? {};
    return verbForm('edit', number, words, [
      askText('title', questions.title, { multiline: false, max: LINE, initial: title }),
      ask('priority', questions.priority, select(VALUE, priorities, { initial: priority })),
      ask('kind', questions.kind, select(VALUE, kinds, { initial: kind })),
    ]);
  },
  read: (answers) => givenOf(answers, 'title', 'priority', 'kind'),
};
