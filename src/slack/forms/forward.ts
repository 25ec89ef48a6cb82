import { VALUE } from '../codec.ts';
import { context, inline, modal, select } from '../kit.ts';
import { hasLeft, rawName } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';
import { agentOf, agentSelect } from './agents.ts';
import { given, givenOf } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/**
 * T5: to a group, or to one of its agents. Whoever has it is chosen already, unless he has left: sent unchanged, nothing is
 * thrown back.
 */
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
    const ticket = reading?.ticket;
    const holder =
      ticket?.assignee && !hasLeft(book, ticket.assignee)
        ? {
            group: ticket.group,
            person: ticket.assignee,
            label: words.forms.still(rawName(book, ticket.assignee, words)),
          }
        : null;
    const blocks = [
      ask('group', questions.group, select(VALUE, groups, { initial: ticket?.group })),
      ask('to', questions.to, agentSelect(book, { nobody: questions.to.placeholder, holder }), {
        optional: true,
      }),
      askText('note', questions.note, { optional: true }),
    ];
    return verbForm('forward', number, words, blocks, ticket?.state === 'new' ? words.forms.assign : undefined);
  },
  read(answers) {
    const to = agentOf(given(answers, 'to'), given(answers, 'group'));
    return { ...givenOf(answers, 'group', 'note'), ...(to !== undefined && { to }) };
  },
};
