import type { KnownBlock, ModalView } from '@slack/types';
import { type Batch, BATCH_ACTS, type BatchAct, type BatchInput, MOST_IN_BATCH, verbOf } from '../../domain/batch.ts';
import { type GroupKey, type TicketNumber, ticketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type Answers, formId, metadata, ticketId, VALUE } from '../codec.ts';
import { actions, checkboxes, context, cut, input, modal, section, select } from '../kit.ts';
import type { Scene } from '../views/facts.ts';
import { rawGroup, rawName, sinceOf } from '../views/facts.ts';
import { pagesOf } from '../views/pages.ts';
import { pageButton } from '../views/presses.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { agentSelect } from './agents.ts';
import { ask, askText } from './ask.ts';
import { documentsOfMany } from './documents.ts';
import { forms } from './forms.ts';
import { tagsIn } from './tag.ts';

/** Ten boxes stand in one block; three such blocks are a page that is still read. */
const BOXES = 10;
export const PAGE = 30;
const TITLE = 60;
const NAMES = 300;
const TYPED = 'typed';
const tickBlock = (page: number, at: number, drawn: number) => `tick_${page}_${at}_${drawn}`;
const TICK = /^tick_(\d+)_\d+_\d+$/;

type Step = NonNullable<Parameters<typeof metadata>[0]['step']>;
const frame = (step: Step, { id }: Pick<Batch, 'id'>, words: Catalog, submit: string | null, shown = {}) => ({
  title: words.batch.title,
  close: words.forms.close,
  callback: formId('batch'),
  metadata: metadata({ batch: id, step, ...shown }),
  ...(submit !== null && { submit }),
});

export type WhichModel = Scene & { draft: Batch; page: number; drawn: number; tickets: readonly Ticket[] };

/** Which tickets: ticked page by page, or typed. What is ticked on other pages is kept with the draft. */
export function whichForm({ draft, page, drawn, tickets, ...scene }: WhichModel): ModalView {
  const words = wordsOf(scene.language);
  const { which } = words.batch;
  const total = draft.offered.length;
  const chosen = draft.numbers.map(String);
  const groups = Array.from({ length: Math.ceil(tickets.length / BOXES) }, (_, at) =>
    tickets.slice(at * BOXES, (at + 1) * BOXES),
  );
  const to = (step: string, label: string) => (at: number) => [
    pageButton('batch', step, `page.${draft.id}.${at}`, label),
  ];
  const first = page * PAGE + 1;
  const { steps } = pagesOf(
    { page, size: PAGE, shown: tickets.length, more: first + PAGE <= total },
    {
      range: (from, last) => which.page(from, last, total),
      back: to('earlier', which.earlier),
      on: to('later', which.later),
    },
  );
  const labelOf = (at: number, many: number) =>
    `${which.tick}: ${which.page(first + at * BOXES, first + at * BOXES + many - 1, total)}`;
  return modal(frame('which', draft, words, which.next, { page, drawn }), [
    section(which.intro),
    ...(total === 0 ? [context(which.none)] : [section(which.chosen(chosen.length))]),
    ...(total === MOST_IN_BATCH ? [context(which.most(MOST_IN_BATCH))] : []),
    ...groups.map((some, at) =>
      input(
        { field: tickBlock(page, at, drawn), label: labelOf(at, some.length), optional: true },
        checkboxes(
          VALUE,
          some.map((ticket) => box(ticket, scene, words)),
          chosen,
        ),
      ),
    ),
    ...actions([
      ...steps,
      ...(total > 0 ? [pageButton('batch', 'all', `all.${draft.id}`, which.all(total))] : []),
      ...(chosen.length > 0 ? [pageButton('batch', 'clear', `clear.${draft.id}`, which.clear)] : []),
    ]),
    askText(TYPED, which.typed, { optional: true, multiline: true }),
  ]);
}

function box(ticket: Ticket, { book, now }: Scene, words: Catalog) {
  const { number, title, state, assignee, group } = ticket;
  const who = assignee ? rawName(book, assignee, words) : rawGroup(book, group);
  const age = words.time.age(now.getTime() - sinceOf(ticket).getTime());
  const short = Array.from(title).slice(0, TITLE).join('');
  return {
    value: String(number),
    label: `${ticketId(number)} ${short}`,
    description: [words.ticket.states[state], who, age].join(' · '),
  };
}

/** What was ticked on the page that is shown, and which page that is; null when it shows no boxes. */
export function tickedIn(answers: Answers): { page: number; numbers: TicketNumber[] } | null {
  const blocks = Object.keys(answers).filter((block) => TICK.test(block));
  const page = Number(TICK.exec(blocks[0] ?? '')?.[1] ?? -1);
  const values = blocks.flatMap((block) => (Array.isArray(answers[block]) ? answers[block].map(Number) : []));
  return page < 0 ? null : { page, numbers: values.filter(Number.isSafeInteger).map(ticketNumber) };
}
export const typedIn = (answers: Answers): string => given(answers, TYPED) ?? '';
export const TYPED_FIELD = TYPED;
export const ACT_FIELD = 'act';
export const actIn = (answers: Answers): BatchAct | null =>
  BATCH_ACTS.find((act) => act === given(answers, ACT_FIELD)) ?? null;

/** Which of a verb's questions are asked for many. What is about one ticket alone is not. */
const ASKED: Record<BatchAct, readonly string[]> = {
  assign: ['to', 'note'],
  forward: ['group', 'to', 'note'],
  reply: ['text'],
  pend: ['kind', 'waiting_for', 'text', 'wake_at'],
  resolve: ['text', 'reason'],
  resolve_internally: ['reason', 'duplicate_of', 'note'],
  priority: ['priority'],
  tag: ['add', 'used'],
  archive: [],
};
const WITH_CODES: readonly BatchAct[] = ['reply', 'pend', 'resolve'];

/** `groups`: those of which some of the tickets are. */
export type ActModel = Scene & {
  draft: Batch;
  act: BatchAct | null;
  used: readonly string[];
  groups: readonly GroupKey[];
};

/** What shall be done to all of them, with the questions of that verb. */
export function actForm(model: ActModel): ModalView {
  const { draft, act, ...scene } = model;
  const words = wordsOf(scene.language);
  const acts = BATCH_ACTS.map((value) => ({ value, label: words.batch.acts[value] }));
  return modal(frame('act', draft, words, words.batch.ask.preview), [
    section(words.batch.ask.count(draft.numbers.length)),
    ask(ACT_FIELD, words.batch.ask.act, select(VALUE, acts, { initial: act ?? undefined }), { tells: true }),
    ...(act ? questionsOf(act, model, words) : []),
  ]);
}

function questionsOf(act: BatchAct, { draft, used, groups, ...scene }: ActModel, words: Catalog): KnownBlock[] {
  const form = forms[verbOf[act]];
  const chain = { links: [], gaps: [] };
  const blank = { number: ticketNumber(1), viewer: draft.by, reading: null, chain, told: [], used: [...used] };
  const drawn = form?.draw({ ...blank, ...scene }).blocks ?? [];
  const asked = drawn
    .filter((block) => ASKED[act].includes(block.block_id ?? ''))
    .map((block) => fit(act, block as KnownBlock, { ...scene, groups }, words));
  return [
    ...asked,
    ...(act === 'resolve' || act === 'resolve_internally' ? documentsOfMany({ ...blank, ...scene }) : []),
    ...(act === 'tag' ? [askText('remove', words.batch.ask.remove, { multiline: false, optional: true })] : []),
    ...(WITH_CODES.includes(act) ? [context(words.batch.ask.codes)] : []),
  ];
}

type Fitting = Pick<ActModel, 'book' | 'groups'>;
/** Whom several are assigned to has to be said; what an answer's duplicates repeat is not asked. */
function fit(act: BatchAct, block: KnownBlock, { book, groups }: Fitting, words: Catalog): KnownBlock {
  if (block.type !== 'input') return block;
  if (act === 'assign' && block.block_id === 'to') return assigned({ book, groups }, words);
  const { element } = block;
  if (act !== 'resolve' || block.block_id !== 'reason' || element.type !== 'static_select' || !element.options)
    return block;
  return { ...block, element: { ...element, options: element.options.filter(({ value }) => value !== 'duplicate') } };
}

/** Only who may have one of them. Where none can be given to anybody, the preview says so. */
function assigned({ book, groups }: Fitting, words: Catalog): KnownBlock {
  const theirs = book.groups.filter(({ key }) => groups.includes(key));
  const element = agentSelect(theirs.length > 0 ? { ...book, groups: theirs } : book, { nobody: undefined });
  const { label } = words.forms.of.forward.ask.to;
  const narrowed = element.type === 'static_select' && theirs.length > 0 && theirs.length < book.groups.length;
  const names = theirs.map(({ key }) => rawGroup(book, key)).join(', ');
  return ask('to', { label, ...(narrowed && { hint: words.batch.ask.onlyOf(cut(names, NAMES)) }) }, element);
}

/** What was answered to them, as the verb takes it. The preview is what makes sure of spam. */
export function readAct(act: BatchAct, answers: Answers): BatchInput {
  const read: Record<string, unknown> = { ...forms[verbOf[act]]?.read(answers) };
  if (act === 'tag') return { ...read, remove: tagsIn(given(answers, 'remove') ?? '') };
  if (act === 'resolve_internally') return { ...read, sure: true };
  if (act !== 'assign') return read;
  const { group: _group, ...rest } = read;
  return rest;
}

export { frame };
