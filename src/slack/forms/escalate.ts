import { ticketId, VALUE } from '../codec.ts';
import { bold, context, esc, inline, modal, section, select } from '../kit.ts';
import { rawName } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';
import { givenOf } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** T20: a person up the chain is asked for a decision; the next one is chosen already. */
export const escalate: Form = {
  needs: 'ticket',
  draw({ number, language, book, chain, reading }) {
    const words = wordsOf(language);
    const questions = words.forms.of.escalate.ask;
    const [next] = chain;
    if (next === undefined)
      return modal({ title: words.forms.of.escalate.title(ticketId(number)), close: words.forms.close }, [
        section(esc(words.forms.noChain(reading?.group.name ?? ''))),
      ]);
    const steps = chain.map((person, at) => ({
      value: person,
      label: words.forms.step(rawName(book, person, words), at + 1),
    }));
    return verbForm('escalate', number, words, [
      ...(reading ? [section(bold(inline(reading.ticket.title)))] : []),
      ask('to', questions.to, select(VALUE, steps, { initial: next })),
      askText('ask', questions.ask),
      askText('reason', questions.reason),
      context(words.forms.preview),
    ]);
  },
  read: (answers) => givenOf(answers, 'to', 'ask', 'reason'),
};
