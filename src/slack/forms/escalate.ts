import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { inLanguage } from '../../domain/fields.ts';
import { ticketId, VALUE } from '../codec.ts';
import { bold, context, esc, groupedSelect, inline, modal, radio, section, select } from '../kit.ts';
import { rawName } from '../views/facts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { given, givenOf } from './answers.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import type { Form, FormModel } from './form.ts';
import { askField, fieldsIn, teamChoices } from './types.ts';

/** The block that asks whether a person or another team is escalated to. Its answer draws the form anew. */
export const TARGET = 'target';
/** The block that asks which team, and about what: `it|network`. */
export const TEAM = 'group';

/** T20: a person up the chain is asked for a decision; the next one is chosen already. */
export const escalate: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, book, chain, reading } = model;
    const words = wordsOf(language);
    const questions = words.forms.of.escalate.ask;
    const [next] = chain;
    if (next === undefined) return teamsOf(model).length > 0 ? escalateToTeam.draw(model) : nobody(model, words);
    const steps = chain.map((person, at) => ({
      value: person,
      label: words.forms.step(rawName(book, person, words), at + 1),
    }));
    return verbForm('escalate', number, words, [
      ...(reading ? [section(bold(inline(reading.ticket.title)))] : []),
      ...target(model, 'person', words),
      ask('to', questions.to, select(VALUE, steps, { initial: next })),
      askText('ask', questions.ask),
      askText('reason', questions.reason),
      context(words.forms.preview),
    ]);
  },
  read: (answers) => givenOf(answers, 'to', 'ask', 'reason'),
};

/** T21: another team gets a ticket of its own. What it is about decides which team, and what that team wants to know. */
export const escalateToTeam: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, book, reading, team } = model;
    const words = wordsOf(language);
    const choices = teamsOf(model);
    if (choices.length === 0) return nobody(model, words);
    const { ask: questions } = words.forms.of.escalate_to_team;
    const type = book.types.find(({ key }) => key === team?.split('|')[1]);
    const { title, content } = reading?.ticket ?? {};
    const teams = groupedSelect(VALUE, choices, { initial: team, placeholder: words.team.type.placeholder });
    return verbForm('escalate_to_team', number, words, [
      ...target(model, 'team', words),
      ask(TEAM, { ...words.team.type, label: questions.group.label }, teams, { tells: true }),
      askText('title', questions.title, { multiline: false, max: LINE, initial: title }),
      askText('content', words.team.content, { initial: content }),
      ...(type && type.fields.length > 0
        ? [context(inline(words.team.fieldsOf(inLanguage(type.name, language))))]
        : []),
      ...(type?.fields ?? []).map((field) => askField(field, language)),
      context(words.team.preview),
    ]);
  },
  read(answers) {
    const [group, type] = (given(answers, TEAM) ?? '').split('|');
    return {
      ...givenOf(answers, 'title', 'content'),
      ...(group && { group }),
      ...(type && { type }),
      fields: fieldsIn(answers),
    };
  },
};

/** A person or a team, where both can be asked. */
function target(model: FormModel, chosen: 'person' | 'team', words: Catalog): InputBlock[] {
  if (model.chain.length === 0 || teamsOf(model).length === 0) return [];
  const { target: question, person, team } = words.team;
  const choices = [
    { value: 'person', label: person },
    { value: 'team', label: team },
  ];
  return [ask(TARGET, question, radio(VALUE, choices, chosen), { tells: true })];
}

/** The teams that take issues of others, but for the ticket's own. */
const teamsOf = ({ book, reading, language }: FormModel) =>
  teamChoices(book, reading?.ticket.group ?? null, wordsOf(language));

function nobody({ number, reading }: FormModel, words: Catalog): ModalView {
  const why: KnownBlock[] = [section(esc(words.forms.noChain(reading?.group.name ?? '')))];
  return modal({ title: words.forms.of.escalate.title(ticketId(number)), close: words.forms.close }, why);
}
