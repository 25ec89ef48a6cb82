import type { KnownBlock, ModalView } from '@slack/types';
import type { BatchTelling } from '../../desk/batch.ts';
import type { Foreseen } from '../../desk/batching.ts';
import { type Batch, type BatchItem, HOLD_MS, tellsRequester, verbOf } from '../../domain/batch.ts';
import { refuse } from '../../domain/decide.ts';
import type { Person } from '../../domain/language.ts';
import { mayRead, type Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { frame } from '../forms/batch.ts';
import {
  actions,
  bold,
  button,
  context,
  cut,
  date,
  divider,
  inline,
  message,
  type Message,
  modal,
  quote,
  section,
} from '../kit.ts';
import { goId } from '../codec.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { nameOf, type Scene, stateLine } from './facts.ts';
import { pagesOf } from './pages.ts';
import { goButton, labelOf, pageButton, showButton } from './presses.ts';
import { refusalSentence, wordList } from './refusal.ts';

const TITLE = 80;
const MOST_SHOWN = 20;
const QUOTED = 1500;
/** Lines of one section: each has its title and a sentence. */
const LINES = 8;

type Refused = Foreseen['refused'][number];

/** What would be done, and to which not and why, before anything is. */
export function previewView({ draft, foreseen, ...scene }: Scene & { draft: Batch; foreseen: Foreseen }): ModalView {
  const words = wordsOf(scene.language);
  const { preview } = words.batch;
  const { can, refused, first, unwise } = foreseen;
  const act = draft.act ?? 'reply';
  const [example] = can;
  const submit = can.length > 0 ? preview.go(can.length) : null;
  return modal({ ...frame('preview', draft, words, submit), close: preview.back }, [
    section(bold(words.batch.acts[act])),
    section(can.length > 0 ? preview.can(can.length) : preview.nothing),
    ...listOf(
      can.slice(0, MOST_SHOWN).map((ticket) => nameLine(ticket)),
      can.length,
      words,
    ),
    ...(example && first !== null
      ? [divider, section(preview.first(bold(ticketId(example.number)))), section(quote(first, QUOTED))]
      : []),
    ...(unwise.length > 0 ? [section(words.banned.many(wordList(unwise)))] : []),
    ...(tellsRequester(act, draft.input) && can.length > 0 ? [context(preview.leaves)] : []),
    ...(refused.length > 0
      ? [
          divider,
          section(preview.cannot(refused.length)),
          ...listOf(
            refused.slice(0, MOST_SHOWN).map((one) => `• ${refusedLine(one, act, scene, words)}`),
            refused.length,
            words,
          ),
        ]
      : []),
  ]);
}

const nameLine = ({ number, title }: Ticket) => `• ${bold(ticketId(number))} ${cut(inline(title), TITLE)}`;

/** Lines, several in a block, and how many are left out. */
function listOf(lines: readonly string[], total: number, words: Catalog): KnownBlock[] {
  const blocks = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, at) =>
    section(lines.slice(at * LINES, (at + 1) * LINES).join('\n')),
  );
  return total > lines.length ? [...blocks, context(words.batch.preview.more(total - lines.length))] : blocks;
}

/** Which ticket, why not, and what is possible instead. */
function refusedLine({ number, refusal }: Refused, act: Told['act'], scene: Scene, words: Catalog): string {
  // Its verb does more elsewhere than what was chosen here.
  const doing = act === 'assign' || act === 'priority' ? words.batch.one[act] : undefined;
  const { ticket, next } = refusal;
  if (!ticket) return `${bold(ticketId(number))} ${words.batch.noTicket}`;
  const labels = next.flatMap((one) => (one === 'show' || one === 'create' || one === 'follow_up' ? [] : [one]));
  const instead =
    labels.length > 0
      ? words.batch.instead(labels.map((verb) => labelOf(verb, words, ticket.state)).join(', '))
      : words.batch.instead(words.verbs.labels.show);
  return `${bold(ticketId(number))} ${cut(inline(ticket.title), TITLE)}\n   ${refusalSentence(refusal, scene, doing)} ${instead}`;
}

const BAR = 20;
const barOf = (share: number) => '▓'.repeat(Math.round(share * BAR)).padEnd(BAR, '░');

/** A ticket of the batch with what became of it; `reader`: whose batch it is. */
export type Line = BatchItem & { found: Ticket | null };
export type BatchModel = Scene & { batch: Batch; reader: Person; refused: readonly Line[] };

/** How a batch goes on, and at its end what came of it. One message, drawn anew. */
export function batchMessage({ batch, reader, refused, ...scene }: BatchModel): Message {
  const words = wordsOf(scene.language);
  const { counts, state, id } = batch;
  const act = batch.act ?? 'reply';
  const total = counts.done + counts.refused + counts.waiting;
  const over = total - counts.waiting;
  const title = words.batch.doing[act](total);
  const said = [words.batch.done(counts.done), counts.refused > 0 ? words.batch.refused(counts.refused) : null].filter(
    (part) => part !== null,
  );
  if (state !== 'done')
    return message(`${title}: ${words.batch.progress(over, total)}`, [
      section(bold(title)),
      section(`${barOf(total === 0 ? 1 : over / total)}  ${words.batch.progress(over, total)}`),
      ...(counts.refused > 0 ? [context(words.batch.refused(counts.refused))] : []),
      ...(state === 'stopping'
        ? [context(words.batch.stopping)]
        : actions([button({ action: goId('batch', 'stop'), value: `stop.${id}`, label: words.batch.stop })])),
    ]);
  const undoable = act !== 'undo' && counts.done > 0 && batch.undone === null;
  const leaves = undoable && batch.lastAt && tellsRequester(act, batch.input);
  return message(`${title}: ${said.join(', ')}`, [
    section(`${bold(title)}\n${counts.refused === 0 ? '✅' : '☑️'} ${said.join(' · ')}`),
    ...listOf(
      refused.map((line) => `✋ ${resultLine(line, { act, reader, scene }, words)}`),
      counts.refused,
      words,
    ),
    ...(leaves && batch.lastAt
      ? [context(words.batch.leavesAt(date(new Date(batch.lastAt.getTime() + HOLD_MS))))]
      : []),
    ...(batch.undone === 'done' ? [context(words.batch.tookBack)] : []),
    ...actions([
      ...(total > 0 ? [pageButton('batch', 'results', `results.${id}.0`, words.batch.results)] : []),
      ...(undoable ? [{ ...goButton('batch', `undo.${id}`, words.batch.undo), action_id: goId('batch', 'undo') }] : []),
    ]),
  ]);
}

type Told = { act: NonNullable<Batch['act']>; reader: Person; scene: Scene };

/** One line of what came of it. A ticket that is not his to read has no title. */
function resultLine(line: Line, { act, reader, scene }: Told, words: Catalog): string {
  const { ticket: number, why, found } = line;
  const ticket = found && mayRead(reader, found) ? found : null;
  if (line.state !== 'refused')
    return ticket ? `${bold(ticketId(number))} ${cut(inline(ticket.title), TITLE)}` : bold(ticketId(number));
  if (!ticket || why === null || why === 'no_ticket') return `${bold(ticketId(number))} ${words.batch.noTicket}`;
  if (why === 'stopped')
    return `${bold(ticketId(number))} ${cut(inline(ticket.title), TITLE)}\n   ${words.batch.stopped}`;
  return refusedLine({ number, refusal: refuse(why, verbOf[act], reader, ticket) }, act, scene, words);
}

export const RESULTS = 20;
type ResultsModel = Omit<BatchModel, 'refused'> & { lines: readonly Line[]; page: number };

/** Every ticket of a batch with what came of it, page by page. */
export function resultsView({ batch, reader, lines, page, ...scene }: ResultsModel): ModalView {
  const words = wordsOf(scene.language);
  const act = batch.act ?? 'reply';
  const { done, refused, waiting } = batch.counts;
  const total = done + refused + waiting;
  const to = (which: string, label: string) => (at: number) => [
    pageButton('batch', which, `results.${batch.id}.${at}`, label),
  ];
  const { which } = words.batch;
  const { range, steps } = pagesOf(
    { page, size: RESULTS, shown: lines.length, more: (page + 1) * RESULTS < total },
    {
      range: (first, last) => which.page(first, last, total),
      back: to('earlier', which.earlier),
      on: to('later', which.later),
    },
  );
  const signs = { done: '✅', refused: '✋', waiting: '⏳' };
  return modal({ title: words.batch.title, close: words.forms.close }, [
    section(`${bold(words.batch.acts[act])} · ${[words.batch.done(done), words.batch.refused(refused)].join(' · ')}`),
    ...range,
    ...lines.map((line) => {
      const text = `${signs[line.state]} ${resultLine(line, { act, reader, scene }, words)}`;
      const readable = line.found && mayRead(reader, line.found) ? line.found : null;
      return readable
        ? section(`${text}\n${stateLine(readable, scene)}`, showButton(line.ticket, words))
        : section(text);
    }),
    ...actions(steps),
  ]);
}

/** All that a batch did to somebody, said once. */
export function batchedMessage({ batch, tickets }: BatchTelling, scene: Scene): Message {
  const words = wordsOf(scene.language);
  const said = words.batch.told[batch.act ?? 'reply'](nameOf(scene.book, batch.by, words), tickets.length);
  const shown = tickets.slice(0, MOST_SHOWN).map(({ ticket }) => nameLine(ticket));
  const { note } = batch.input;
  const gives = batch.act === 'assign' || batch.act === 'forward';
  return message(said, [
    section(said),
    ...listOf(shown, tickets.length, words),
    ...(gives && typeof note === 'string' ? [context(words.batch.note), section(quote(note, QUOTED))] : []),
    ...actions([goButton('mine', '', words.card.mine)]),
  ]);
}
