import { VALUE } from '../codec.ts';
import { context, inline, modal, select, userSelect } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** T5: to a group, or to one of its agents. */
export const forward: Form = {
  needs: 'ticket',
  draw({ number, language, book, reading }) {
    const words = wordsOf(language);
    const questions = words.forms.of.forward.ask;
    const groups = book.groups
      .filter(({ agentsChannel }) => agentsChannel !== null)
      .map(({ key, name }) => ({ value: key, label: name }));
    if (groups.length === 0)
      return modal({ title: words.refusals.title, close: words.forms.close }, [
        context(inline(words.refusals.faults['group']?.invalid ?? words.refusals.fault.invalid)),
      ]);
    return verbForm('forward', number, words, [
      ask('group', questions.group, select(VALUE, groups, { initial: reading?.ticket.group })),
      ask('to', questions.to, userSelect(VALUE, { placeholder: questions.to.placeholder }), { optional: true }),
      askText('note', questions.note, { optional: true }),
    ]);
  },
  read: (answers) => givenOf(answers, 'group', 'to', 'note'),
};
