import type { Told } from '../../desk/told.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type Answers, ticketId, typedTicket, VALUE } from '../codec.ts';
import { type Choice, checkboxes, LIMITS, searchSelect, section, select } from '../kit.ts';
import { titleOf } from '../text.ts';
import { rawName } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';
import { given, givenOf } from './answers.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import type { Form } from './form.ts';

/** A ticket's number as it was chosen or typed; what is none is handed on, so that the verb says that it is wrong. */
function numberIn(answers: Answers, field: string): Record<string, unknown> {
  const typed = given(answers, field);
  return typed === undefined ? {} : { [field]: typedTicket.safeParse(typed).data ?? typed };
}

/** T31: which other ticket, found by its number or its words. */
export function toOther(...[verb, field]: ['link', 'with'] | ['merge', 'into']): Form {
  return {
    needs: 'nothing',
    draw({ number, language }) {
      const words = wordsOf(language);
      const question = verb === 'link' ? words.forms.of.link.ask.with : words.forms.of.merge.ask.into;
      return verbForm(verb, number, words, [
        ask(field, question, searchSelect(VALUE, { placeholder: question.placeholder })),
      ]);
    },
    read: (answers) => numberIn(answers, field),
  };
}

export const unlink: Form = {
  needs: 'ticket',
  draw({ number, language, reading }) {
    const words = wordsOf(language);
    const links = (reading?.ticket.links ?? []).filter(({ how }) => how !== 'merged_into');
    const choices = links.map(({ ticket, how }) => ({
      value: String(ticket),
      label: words.card.links[how](ticketId(ticket)),
    }));
    return verbForm('unlink', number, words, [
      choices.length === 0
        ? section(words.forms.noLinks)
        : ask('with', words.forms.of.unlink.ask.with, select(VALUE, choices)),
    ]);
  },
  read: (answers) => numberIn(answers, 'with'),
};

/** Slack shows ten boxes at most. */
const MOST = LIMITS.radio;

/** The last ones, and the one from which the form was opened even if it is older. */
function lastOf(told: readonly Told[], chosen: number | undefined): Told[] {
  const first = told.slice(0, -MOST).find(({ seq }) => seq === chosen);
  return first ? [first, ...told.slice(1 - MOST)] : told.slice(-MOST);
}

const textOf = ({ verb, said }: Told, ticket: Ticket): string =>
  verb === 'create' ? ticket.content : (said?.text ?? '');

const numbersIn = (answers: Answers, field: string): number[] => [answers[field] ?? []].flat().map(Number);

/** A part of a ticket becomes one of its own: which words of Main begin it, and what goes along among agents. */
export const split: Form = {
  needs: 'ticket',
  draw({ number, language, reading, told, book, chosen }) {
    const words = wordsOf(language);
    const questions = words.forms.of.split.ask;
    const { ticket } = reading ?? {};
    const option = (one: Told): Choice => {
      const text = ticket ? textOf(one, ticket) : '';
      return { value: String(one.seq), label: `${nameIn(one)}: ${text.replaceAll(/\s+/g, ' ')}` };
    };
    // Whoever raised it for somebody wrote down what that one said.
    const nameIn = ({ verb, said, by }: Told) =>
      rawName(book, verb === 'create' ? (ticket?.requester ?? by) : (said?.author ?? by), words);
    const main = told.filter(({ verb, said }) => verb === 'create' || said?.audience === 'main');
    const internal = told.filter(({ said }) => said?.audience === 'internal');
    const initial = chosen === undefined ? [] : [String(chosen)];
    const begins = main.find(({ seq }) => seq === chosen);
    const title = begins && ticket ? titleOf(textOf(begins, ticket)) : undefined;
    const boxes = (of: readonly Told[]) => checkboxes(VALUE, lastOf(of, chosen).map(option), initial);
    return verbForm('split', number, words, [
      askText('title', questions.title, { multiline: false, max: LINE, initial: title }),
      ...(main.length === 0 ? [] : [ask('messages', questions.messages, boxes(main))]),
      ...(internal.length === 0 ? [] : [ask('notes', questions.notes, boxes(internal), { optional: true })]),
    ]);
  },
  read: (answers) => ({
    ...givenOf(answers, 'title'),
    messages: numbersIn(answers, 'messages'),
    notes: numbersIn(answers, 'notes'),
  }),
};
