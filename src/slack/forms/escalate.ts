import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import { type Link, linksAbove } from '../../domain/chain.ts';
import { askedOpenly, inLanguage, sound } from '../../domain/fields.ts';
import { ticketId, VALUE } from '../codec.ts';
import { bold, context, esc, groupedSelect, inline, modal, quote, radio, section, select } from '../kit.ts';
import { rawName } from '../views/facts.ts';
import { gapLines } from '../views/gaps.ts';
import { questionOf } from '../views/question.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { given, givenOf } from './answers.ts';
import { keptBeside } from './again.ts';
import { ask, askText, LINE, verbForm } from './ask.ts';
import type { Form, FormModel } from './form.ts';
import { askField, fieldsIn } from './fields.ts';
import { teamChoices } from './types.ts';

/** The block that asks whether a person or another team is escalated to. Its answer draws the form anew. */
export const TARGET = 'target';
/** The block that asks which team, and about what: `it|network`. */
export const TEAM = 'group';

/** Those who can be asked, the next one chosen already. */
const stepSelect = (links: readonly Link[], book: Book, words: Catalog) =>
  select(
    VALUE,
    links.map(({ person }, at) => ({ value: person, label: words.forms.step(rawName(book, person, words), at + 1) })),
    { initial: links[0]?.person },
  );

/** T20: a person up the chain is asked for a decision; the next one is chosen already. */
export const escalate: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, book, chain, reading } = model;
    const words = wordsOf(language);
    const questions = words.forms.of.escalate.ask;
    const gaps = gapLines(chain.gaps, book, words);
    if (chain.links.length === 0)
      return teamsOf(model).length > 0 ? escalateToTeam.draw(model) : nobody(model, words, gaps);
    return verbForm('escalate', number, words, [
      ...(reading ? [section(bold(inline(reading.ticket.title)))] : []),
      ...target(model, 'person', words),
      ask('to', questions.to, stepSelect(chain.links, book, words)),
      ...gaps,
      askText('ask', questions.ask),
      askText('reason', questions.reason),
      context(words.forms.preview),
    ]);
  },
  read: (answers) => givenOf(answers, 'to', 'ask', 'reason'),
};

const ASK = 600;

/** T23: the manager who was asked has the next one asked instead. */
export const sendHigher: Form = {
  needs: 'ticket',
  draw({ number, language, book, chain, reading }) {
    const words = wordsOf(language);
    const { title, ask: questions } = words.forms.of.send_higher;
    const gaps = gapLines(chain.gaps, book, words);
    const open = reading?.ticket.state === 'escalated' ? reading.ticket.escalation : null;
    const above = open ? linksAbove(chain.links, open) : chain.links;
    if (above.length === 0)
      return modal({ title: title(ticketId(number)), close: words.forms.close }, [
        section(esc(words.forms.noneAbove)),
        ...gaps,
      ]);
    const blocks = [
      ...(open ? [section(quote(questionOf(open, { language }), ASK))] : []),
      ask('to', questions.to, stepSelect(above, book, words)),
      ...gaps,
      askText('note', questions.note, { optional: true }),
    ];
    return verbForm('send_higher', number, words, blocks, undefined, open ? { of: open.seq } : {});
  },
  read: (answers) => givenOf(answers, 'to', 'note'),
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
    const { title, content, fields = {} } = reading?.ticket ?? {};
    const asked = askedOpenly(type?.fields ?? []);
    // What this ticket says already need not be written once more.
    const known = sound(asked, fields);
    const teams = groupedSelect(VALUE, choices, { initial: team, placeholder: words.team.type.placeholder });
    return verbForm('escalate_to_team', number, words, [
      ...target(model, 'team', words),
      ask(TEAM, { ...words.team.type, label: questions.group.label }, teams, { tells: true }),
      askText('title', questions.title, { multiline: false, max: LINE, initial: title }),
      askText('content', words.team.content, { initial: content }),
      ...(type && asked.length > 0 ? [context(inline(words.team.fieldsOf(inLanguage(type.name, language))))] : []),
      ...asked.flatMap((field) => {
        const initial = known[field.key];
        return field.ask === 'file' && initial !== undefined
          ? keptBeside(field, initial, { book, language }, words.fields.keptFiles)
          : [askField(field, language, { initial })];
      }),
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
  if (model.chain.links.length === 0 || teamsOf(model).length === 0) return [];
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

function nobody({ number, reading }: FormModel, words: Catalog, gaps: readonly KnownBlock[] = []): ModalView {
  const why: KnownBlock[] = [section(esc(words.forms.noChain(reading?.group.name ?? ''))), ...gaps];
  return modal({ title: words.forms.of.escalate.title(ticketId(number)), close: words.forms.close }, why);
}
