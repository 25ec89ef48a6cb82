import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Alike } from '../../desk/similar.ts';
import { askedOpenly, inLanguage, type SubmissionType } from '../../domain/fields.ts';
import { KINDS, type Language, type PersonId, PRIORITIES } from '../../domain/language.ts';
import { type Answers, formId, type FormMetadata, metadata, VALUE } from '../codec.ts';
import { checkboxes, groupedSelect, modal, select, userSelect } from '../kit.ts';
import { askedBefore } from '../views/asked-before.ts';
import { rawGroup } from '../views/facts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { agentOf, agentSelect } from './agents.ts';
import { given, givenOf } from './answers.ts';
import { ask, askText, LINE } from './ask.ts';
import { askField, fieldsIn } from './fields.ts';
import { filesAsked, filesIn } from './files.ts';
import { typeChoices } from './types.ts';

export type CreateModel = {
  language: Language;
  book: Book;
  viewer: PersonId;
  viewerIsAgent: boolean;
  type?: string | null;
  title?: string;
  content?: string;
  requester?: PersonId;
  /** The group to start with, for example of the request channel that it was asked in. */
  group?: string;
  /** Goes on with what was kept out of all channels. */
  private?: boolean;
  metadata: FormMetadata;
  /** What stands in the type's questions before anything is written, by their keys. */
  prefilled?: Readonly<Record<string, string>>;
  /** Tickets like it that he may see. */
  alike?: readonly Alike[];
};

/**
 * A new request. Choosing a type draws it anew with the type's own questions; what has been written stays, because
 * Slack keeps the answer of a block whose name stays the same.
 */
export function createForm(model: CreateModel): ModalView {
  const words = wordsOf(model.language);
  const type = model.book.types.find(({ key }) => key === model.type) ?? null;
  const { title, submit } = words.create;
  const { alike = [] } = model;
  const frame = {
    title,
    submit,
    close: words.forms.close,
    callback: formId('create'),
    metadata: metadata({
      ...model.metadata,
      ...(type && { type: type.key }),
      ...(alike.length > 0 && { like: alike.map(({ ticket }) => ticket.number) }),
    }),
  };
  return modal(frame, [
    ...typeQuestion(model, type, words),
    ...theRequest(model, type, words),
    ...ownQuestions(model, type),
    ...theFrame(model, type, words),
    ...whoHelps(model, type, words),
  ]);
}

function ownQuestions({ language, viewer, requester, prefilled = {} }: CreateModel, type: SubmissionType | null) {
  const other = requester !== undefined && requester !== viewer ? { person: requester } : {};
  return askedOpenly(type?.fields ?? []).map((field) =>
    askField(field, language, { initial: prefilled[field.key], tells: true, ...other }),
  );
}

function typeQuestion({ book }: CreateModel, type: SubmissionType | null, words: Catalog): InputBlock[] {
  const choices = typeChoices(book, words);
  const question = words.create.ask.type;
  return choices.length === 0
    ? []
    : [
        ask(
          'type',
          question,
          groupedSelect(VALUE, choices, { initial: type?.key, placeholder: question.placeholder }),
          { tells: true },
        ),
      ];
}

function theRequest(model: CreateModel, type: SubmissionType | null, words: Catalog): KnownBlock[] {
  const { title, content, language, alike = [] } = model;
  const questions = words.create.ask;
  const hint = type?.hint ? { hint: inLanguage(type.hint, language) } : {};
  return [
    askText('title', questions.title, { multiline: false, max: LINE, initial: title, tells: true }),
    ...askedBefore(alike, model, words),
    askText('content', { ...questions.content, ...hint }, { initial: content, tells: true }),
    filesAsked(words),
  ];
}

/** For whom, how urgent, of what kind, and who may see it. */
function theFrame(model: CreateModel, type: SubmissionType | null, words: Catalog): InputBlock[] {
  const { requester, viewer } = model;
  const { create, ticket } = words;
  const priorities = PRIORITIES.map((value) => ({ value, label: ticket.priorities[value] }));
  const kinds = KINDS.map((value) => ({ value, label: ticket.kinds[value] }));
  const hidden = [{ value: 'private', label: create.private }];
  const optional = { optional: true };
  return [
    ask('requester', create.ask.requester, userSelect(VALUE, { initial: requester ?? viewer }), {
      ...optional,
      // What is known of one person does not stand in what is asked for another.
      tells: model.viewerIsAgent || (type?.fields.some(({ remember, prefill }) => remember || prefill) ?? false),
    }),
    ...tellsThem(model, words),
    ask('kind', create.ask.kind, select(VALUE, kinds, { initial: 'question' })),
    ask('priority', create.ask.priority, select(VALUE, priorities, { initial: 'normal' })),
    ask('private', create.ask.private, checkboxes(VALUE, hidden, model.private), optional),
  ];
}

/** What an agent files for somebody else: the five that it needs, he himself as its agent, and whether that person hears of it. */
const isForOther = ({ viewerIsAgent, requester, viewer }: CreateModel): boolean =>
  viewerIsAgent && requester !== undefined && requester !== viewer;

function tellsThem(model: CreateModel, { create, ticket }: Catalog): InputBlock[] {
  if (!isForOther(model) || model.requester === undefined) return [];
  const name = model.book.people.get(model.requester)?.name ?? ticket.somebody;
  const choice = checkboxes(VALUE, [{ value: 'send', label: create.tell(name) }], true);
  return [ask('send_to_user', create.ask.send_to_user, choice, { optional: true })];
}

/** Whoever files it for somebody is chosen, where he is an agent of the group. Named so that the choice appears with it. */
function agentQuestion(model: CreateModel, usual: string | undefined, { create }: Catalog): InputBlock {
  const { book, viewer } = model;
  const nobody = create.ask.to.placeholder;
  const group = book.groups.find(({ key }) => key === usual);
  const own = isForOther(model) && group && [...group.members, ...group.leads].includes(viewer);
  return own
    ? ask(`to.${group.key}`, create.ask.to, agentSelect(book, { nobody, initial: viewer }), { optional: true })
    : ask('to', create.ask.to, agentSelect(book, { nobody }), { optional: true });
}

/** The group of the type is chosen already and may be changed; only agents also name an agent. */
function whoHelps(model: CreateModel, type: SubmissionType | null, words: Catalog): InputBlock[] {
  const { book, viewerIsAgent, group } = model;
  const open = book.groups.filter(({ agentsChannel }) => agentsChannel !== null);
  const usual = group ?? type?.group ?? (open.length === 1 ? open[0]?.key : undefined);
  const choices = open.map(({ key, name }) => ({ value: key, label: name }));
  const { ask: questions, groupHint } = words.create;
  const asksGroup = choices.length > 0 && (usual !== undefined || book.types.length === 0);
  const hint = type ? { hint: groupHint(rawGroup(book, type.group)) } : {};
  return [
    ...(asksGroup
      ? [ask(groupBlock(usual), { ...questions.group, ...hint }, select(VALUE, choices, { initial: usual }))]
      : []),
    ...(viewerIsAgent ? [agentQuestion(model, usual, words)] : []),
  ];
}

/** Named after the usual group: where the type changes it, Slack takes the new choice instead of keeping the old one. */
const groupBlock = (usual: string | undefined) => (usual === undefined ? 'group' : `group.${usual}`);

/** From the answers of the form to what `open` takes. */
export function readCreate(answers: Answers): Record<string, unknown> {
  const blocks = Object.keys(answers);
  const group = blocks.find((block) => /^group(?:\.|$)/.test(block));
  const said = (block: string) => given(answers, block);
  const agent = blocks.find((block) => /^to(?:\.|$)/.test(block));
  const to = agent === undefined ? undefined : agentOf(said(agent));
  const tells = answers['send_to_user'];
  return {
    ...givenOf(answers, 'type', 'title', 'content', 'requester', 'kind', 'priority'),
    ...(to !== undefined && { to }),
    ...(group !== undefined && said(group) !== undefined && { group: said(group) }),
    ...(Array.isArray(tells) && { send_to_user: tells.length > 0 }),
    ...(Array.isArray(answers['private']) && answers['private'].length > 0 && { private: true }),
    ...filesIn(answers),
    fields: fieldsIn(answers),
  };
}
