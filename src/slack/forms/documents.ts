import type { InputBlock } from '@slack/types';
import { processingOf } from '../../desk/book.ts';
import { inLanguage } from '../../domain/fields.ts';
import type { Group } from '../../domain/group.ts';
import { LONGEST_SOLUTION, type ProcessingType } from '../../domain/processing.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type Answers, VALUE } from '../codec.ts';
import { LIMITS, select } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask, askText } from './ask.ts';
import type { FormModel } from './form.ts';

/** Of a form that was drawn anew the menu has another name, so that Slack takes what is in it. */
const PROCESSING = 'processing';
const isProcessing = (id: string): boolean => id === PROCESSING || id.startsWith(`${PROCESSING}.`);
const SOLUTION = 'solution';

/** Answers under the name that the menu has before a template chooses in it. */
export const processingNamed = <A>(answers: Readonly<Record<string, A>>): Record<string, A> =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [isProcessing(id) ? PROCESSING : id, answer]));

/** Does the group ask whoever ends a ticket for more than an answer? */
const asksForDocuments = ({ policies }: Pick<Group, 'policies'>): boolean => policies.document_on_close !== 'off';

type Model = Pick<FormModel, 'book' | 'language' | 'reading' | 'viewer'>;

const groupsOf = ({ book, reading, viewer }: Pick<Model, 'book' | 'reading' | 'viewer'>) =>
  reading
    ? book.groups.filter(({ key }) => key === reading.ticket.group)
    : book.groups.filter(({ members, leads }) => members.includes(viewer) || leads.includes(viewer));

/** Of which types it can be: those of its group, and what it is said to be already. Without a ticket those of his groups. */
function typesFor({ book, reading, viewer }: Model): readonly ProcessingType[] {
  const types = groupsOf({ book, reading, viewer }).flatMap(({ policies }) => policies.processing_types);
  const own = reading && processingOf(book, reading.ticket);
  const key = reading?.ticket.processing;
  const all = !own || !key || types.some((type) => type.key === key) ? types : [...types, { key, name: own.name }];
  return [...new Map(all.map((type) => [type.key, type])).values()];
}

/** `clears`: it can be taken back, which Slack's own menu does not let one do. */
type Shown = { required: boolean; clears?: boolean; drawn?: number; initial?: string | undefined };
/** No key of a type. */
const NONE = '-';
function processingMenu(model: Model, { required, clears = !required, drawn = 0, initial }: Shown): InputBlock[] {
  const types = typesFor(model);
  const { ask: questions, unset } = wordsOf(model.language).processing;
  const question = questions.processing;
  const named = types.map(({ key, name }) => ({ value: key, label: inLanguage(name, model.language) }));
  const clearable = clears && named.length < LIMITS.options;
  const choices = clearable ? [{ value: NONE, label: unset }, ...named] : named;
  const menu = select(VALUE, choices, { initial, placeholder: question.placeholder });
  const name = drawn === 0 ? PROCESSING : `${PROCESSING}.${drawn}`;
  return types.length === 0 ? [] : [ask(name, question, menu, { optional: !required })];
}

/** What it was about and how it was solved, with what is known of it; nothing where its group does not want to know. */
export function documentQuestions(model: Model): InputBlock[] {
  const { reading, language } = model;
  if (!reading || !asksForDocuments(reading.group)) return [];
  const required = reading.group.policies.document_on_close === 'required';
  const initial = reading.ticket.processing ?? undefined;
  return [...processingMenu(model, { required, initial }), solutionBox(language, reading.ticket, required)];
}

/** The same of many tickets at once, where any of his groups asks for it. What does not fit a ticket is said of that one. */
export function documentsOfMany(model: Model): InputBlock[] {
  const asks = groupsOf(model).some(asksForDocuments);
  return asks
    ? [...processingMenu(model, { required: false, clears: false }), solutionBox(model.language, null, false)]
    : [];
}

/** The same where a ticket is put right: whatever its group asks for at the end. */
export function documentsAgain(model: Model): InputBlock[] {
  const { reading, language } = model;
  if (!reading) return [];
  const { ticket, group } = reading;
  const asks = asksForDocuments(group) || ticket.solution !== null;
  return [
    ...processingMenu(model, { required: false, initial: ticket.processing ?? undefined }),
    ...(asks ? [solutionBox(language, ticket, false)] : []),
  ];
}

const solutionBox = (language: Model['language'], ticket: Ticket | null, required: boolean): InputBlock =>
  askText(SOLUTION, wordsOf(language).processing.ask.solution, {
    optional: !required,
    max: LONGEST_SOLUTION,
    initial: ticket?.solution ?? undefined,
  });

/** An empty answer takes away what stood there. */
export function documentsIn(answers: Answers): { processing?: string; solution?: string } {
  const menu = Object.keys(answers).find(isProcessing);
  const chosen = (menu === undefined ? undefined : given(answers, menu)) ?? '';
  return {
    ...(menu !== undefined && { processing: chosen === NONE ? '' : chosen }),
    ...(SOLUTION in answers && { solution: given(answers, SOLUTION) ?? '' }),
  };
}

/** The menu of a form, with this type chosen in it. */
export function chosenProcessing<B extends { type: string; block_id?: string | undefined }>(
  blocks: readonly B[],
  key: string,
  drawn: number,
): B[] {
  return blocks.map((one) => {
    if (!isProcessing(one.block_id ?? '') || !('element' in one)) return one;
    const { element } = one as unknown as { element: { type: string; options?: { value: string }[] } };
    const option = element.options?.find(({ value }) => value === key);
    return option
      ? { ...one, block_id: `${PROCESSING}.${drawn}`, element: { ...element, initial_option: option } }
      : one;
  });
}
