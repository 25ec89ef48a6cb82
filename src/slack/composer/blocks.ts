import type { InputBlock, KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import { z } from 'zod';
import { groupKey } from '../../domain/language.ts';
import { carries, type Template, type TemplateAct } from '../../domain/templates.ts';
import { ANSWER_REASONS } from '../../domain/verbs/closing.ts';
import { type Answers, VALUE } from '../codec.ts';
import { ask } from '../forms/ask.ts';
import { actions, checkboxes, inline, rewritten, searchSelect } from '../kit.ts';
import { rawGroup, type Scene } from '../views/facts.ts';
import { goButton } from '../views/presses.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';

/** Blocks of a composer by their names; with a number behind a dot where they were drawn anew, so that Slack takes what is in them. */
export const TEMPLATE = 'template';
export const TEXT = 'text';
const ACTS = 'acts';
export const NOTICE = 'notice';
export const isBlock = (name: string, id: string | undefined): boolean =>
  id === name || id?.startsWith(`${name}.`) === true;
const named = (name: string, drawn: number): string => (drawn === 0 ? name : `${name}.${drawn}`);

/** Templates by name or code; whichever is chosen comes into the answer. */
export function templateSelect({ composer }: Catalog, drawn = 0): InputBlock {
  const { placeholder } = composer.template;
  return ask(named(TEMPLATE, drawn), composer.template, searchSelect(VALUE, { placeholder }), {
    optional: true,
    tells: true,
  });
}

/** What the requester would read, before it goes. */
export const previewButton = ({ composer }: Catalog): KnownBlock[] =>
  actions([goButton('preview', '', composer.preview.button)]);

export const isActs = (id: string | undefined): boolean => isBlock(ACTS, id);

/** The answers under the names that the verbs know, whichever way the form was drawn last. */
export const composed = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) =>
      isBlock(TEXT, id) ? [[TEXT, answer]] : isBlock(TEMPLATE, id) || isBlock(ACTS, id) ? [] : [[id, answer]],
    ),
  );

/** What a template shall also do, as it is ticked: `vpn.0`. */
export function tickedIn(answers: Answers): string[] {
  const [, ticked] = Object.entries(answers).find(([id]) => isBlock(ACTS, id)) ?? [];
  return Array.isArray(ticked) ? ticked.filter((one: unknown): one is string => typeof one === 'string') : [];
}

/** The blocks as they stand in the form, for what is said under them. */
export const actsIn = (answers: Answers): string => Object.keys(answers).find(isActs) ?? textBlockIn(answers);
export const textBlockIn = (answers: Answers): string => Object.keys(answers).find((id) => isBlock(TEXT, id)) ?? TEXT;

/** A form as Slack brings it back. */
const shown = z.looseObject({
  title: z.custom<PlainTextElement>(),
  close: z.custom<PlainTextElement>(),
  submit: z.custom<PlainTextElement>(),
  callback_id: z.string(),
  private_metadata: z.string(),
  blocks: z.array(z.custom<KnownBlock>()),
});
type Shown = z.output<typeof shown>;
export const shownIn = (view: unknown): Shown => shown.parse(view);

/** The same form with other blocks or another memory. */
export const drawnAnew = (
  { title, close, submit, callback_id, private_metadata }: Shown,
  more: Pick<ModalView, 'blocks'> & Partial<ModalView>,
): ModalView => ({ type: 'modal', title, close, submit, callback_id, private_metadata, ...more });

/** The text as it shall stand there. */
export const retyped = (blocks: Shown['blocks'], text: string, drawn: number): Shown['blocks'] =>
  blocks.map((one) =>
    one.type === 'input' && isBlock(TEXT, one.block_id) && one.element.type === 'rich_text_input'
      ? { ...one, block_id: named(TEXT, drawn), element: rewritten(one.element, text) }
      : one,
  );

/** Where the text ends: what belongs to it comes here. */
export const afterText = (blocks: Shown['blocks'], more: readonly KnownBlock[]): KnownBlock[] =>
  blocks.flatMap((one) => (isBlock(TEXT, one.block_id) ? [one, ...more] : [one]));

/** What one act of a template does, on a box. Raw. */
export function actLabel({ verb, input }: TemplateAct, { book, language }: Pick<Scene, 'book' | 'language'>): string {
  const words = wordsOf(language);
  const word = (name: string) => (typeof input[name] === 'string' ? input[name] : '');
  const list = (name: string) => (Array.isArray(input[name]) ? input[name].join(', ') : '');
  if (verb === 'tag') return words.composer.tags(list('add'), list('remove'));
  if (verb === 'forward') return words.composer.forward(rawGroup(book, groupKey(word('group'))));
  if (verb === 'resolve' || verb === 'pend') return `${words.verbs.labels[verb]}: ${endingOf(verb, word, words)}`;
  if (verb !== 'edit') return words.verbs.labels[verb];
  const { priorities } = words.ticket;
  const priority = Object.entries(priorities).find(([key]) => key === word('priority'))?.[1];
  return [priority && words.composer.priority(priority), word('title') && words.composer.title(word('title'))]
    .filter(Boolean)
    .join(' · ');
}

function endingOf(verb: 'resolve' | 'pend', word: (name: string) => string, { ticket }: Catalog): string {
  const reason = ANSWER_REASONS.find((one) => one === word('reason')) ?? 'solved';
  return verb === 'pend' ? word('waiting_for') : ticket.reasons[reason];
}

/** The same in a line; null: it does nothing besides. */
export function promisedActs({ acts }: Template, scene: Pick<Scene, 'book' | 'language'>): string | null {
  const { composer } = wordsOf(scene.language);
  return acts.length === 0
    ? null
    : `${composer.acts.label}: ${acts.map((act) => inline(actLabel(act, scene))).join(' · ')}`;
}

/** What the templates that were chosen also do; each can be left out. `alone`: how the words are sent, the form says. */
export function actsBlock(
  templates: readonly Template[],
  scene: Pick<Scene, 'book' | 'language'>,
  { drawn, ticked, alone }: { drawn: number; ticked: readonly string[]; alone: boolean },
): InputBlock[] {
  const choices = templates.flatMap(({ code, acts }) =>
    acts.flatMap((act, at) => (alone && carries(act) ? [] : [{ value: `${code}.${at}`, label: actLabel(act, scene) }])),
  );
  if (choices.length === 0) return [];
  const { composer } = wordsOf(scene.language);
  return [ask(named(ACTS, drawn), composer.acts, checkboxes(VALUE, choices, ticked), { optional: true })];
}
