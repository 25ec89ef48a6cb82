import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { languageFor } from '../desk/book.ts';
import { foresee, groupsOf } from '../desk/batching.ts';
import { type HomeBoard, type HomeLeaf, isWork } from '../domain/boards.ts';
import { type Batch, type BatchAct, MOST_IN_BATCH, numbersIn, verbOf } from '../domain/batch.ts';
import { CODES, type Filling, unknownCodes } from '../domain/codes.ts';
import { faultsOf, refuse } from '../domain/decide.ts';
import type { PersonId, TicketNumber } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import { ruleOf } from '../domain/verbs.ts';
import { type Click, formId, readMetadata, type Submission, ticketId } from './codec.ts';
import { ACT_FIELD, actForm, actIn, PAGE, readAct, tickedIn, TYPED_FIELD, typedIn, whichForm } from './forms/batch.ts';
import { faultErrors } from './forms/faults.ts';
import { loadingView } from './forms/loading.ts';
import { readHomeLeaf } from './home-leaf.ts';
import { cut, message, modal, section } from './kit.ts';
import { languageOf, type Parts, type Said, type Tell } from './parts.ts';
import { type Line, previewView, RESULTS, resultsView } from './views/batch.ts';
import { rawAnswers } from './views/answers.ts';
import { rawGroup, rawName } from './views/facts.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

type Asked = Pick<Click, 'trigger' | 'user'> & { view?: Click['view'] };
type Offered = () => Promise<readonly TicketNumber[]>;

/** The names that codes of an answer stand for. */
export const fillOf =
  ({ book }: Pick<Parts, 'book'>) =>
  ({ number, title, requester, group, type, fields }: Ticket, by: PersonId): Filling => {
    const language = languageFor(book(), requester);
    const words = wordsOf(language);
    const name = (person: PersonId) => rawName(book(), person, words);
    return {
      requester: name(requester),
      number: ticketId(number),
      title,
      agent: name(by),
      group: rawGroup(book(), group),
      fields: rawAnswers({ type, fields }, { book: book(), language }),
    };
  };

const plainly = (text: string): Said => message(text, [section(text)]);
const wordsFor = (parts: Parts, user: PersonId) => wordsOf(languageOf(parts, user)).batch;

/**
 * The window in which tickets are ticked: those of a list, else what is open and the person's to do. It takes the place of
 * a window in which it was asked for. Said to whoever has no batch.
 */
export async function openBatch(
  parts: Parts,
  { trigger, user, view }: Asked,
  offered: Offered = () => onBoards(parts, user, WORK),
): Promise<Said | null> {
  const { desk, batches, read } = parts;
  const who = await desk.person(user);
  const works = who?.active === true && (who.admin || who.agentOf.length + who.leadOf.length > 0);
  if (!works) return plainly(wordsFor(parts, user).onlyAgents);
  const loading = loadingView(languageOf(parts, user));
  const opened =
    view?.['type'] === 'modal'
      ? await read.views.update({ view_id: view.id, view: loading })
      : await read.views.open({ trigger_id: trigger, view: loading });
  const id = await batches.draft(desk.workspace, user, (await offered()).slice(0, MOST_IN_BATCH), 'modal');
  const draft = await batches.load(desk.workspace, id);
  if (draft && opened.view?.id)
    await read.views.update({ view_id: opened.view.id, view: await whichView(parts, draft, 0) });
  return null;
}

const board = (name: HomeBoard): HomeLeaf => ({ board: name, group: null, agent: null, page: 0 });
/** What one has oneself comes first, then what is open in one's groups. */
const WORK = [board('held'), board('open')];

const onBoards = async ({ desk }: Parts, user: PersonId, leaves: readonly HomeLeaf[]): Promise<TicketNumber[]> =>
  (await desk.onBoards(user, leaves, MOST_IN_BATCH)).map(({ number }) => number);

/** What stands on the board on which the person is; where that is no work, or nothing, all that is open. */
const ofBoard =
  (parts: Parts, user: PersonId, leaf: HomeLeaf | null): Offered =>
  async () => {
    const there = leaf && isWork(leaf.board) ? await onBoards(parts, user, [leaf]) : [];
    return there.length > 0 ? there : onBoards(parts, user, WORK);
  };

async function whichView(parts: Parts, draft: Batch, page: number, drawn = 0): Promise<ModalView> {
  const numbers = draft.offered.slice(page * PAGE, (page + 1) * PAGE);
  const found = new Map(
    (await parts.batches.tickets(parts.desk.workspace, numbers)).map(({ ticket }) => [ticket.number, ticket]),
  );
  const tickets = numbers.flatMap((number) => found.get(number) ?? []);
  return whichForm({ ...voice(parts, draft.by), draft, page, drawn, tickets });
}

/** A draft of this person's own; null: it has begun, or was never his. */
async function draftOf(parts: Parts, id: number | undefined, user: PersonId): Promise<Batch | null> {
  const draft = id === undefined ? null : await parts.batches.load(parts.desk.workspace, id);
  return draft?.by === user && draft.state === 'draft' ? draft : null;
}

/** What is ticked now, in the order in which it stands: on the page that is shown as it stands there, on the others as before. */
function merged(draft: Batch, answers: Submission['answers']): TicketNumber[] {
  const ticked = tickedIn(answers);
  if (!ticked) return [...draft.numbers];
  const shown = new Set(draft.offered.slice(ticked.page * PAGE, (ticked.page + 1) * PAGE));
  const chosen = new Set([
    ...draft.numbers.filter((number) => !shown.has(number)),
    ...ticked.numbers.filter((number) => shown.has(number)),
  ]);
  return draft.offered.filter((number) => chosen.has(number));
}

/** A button of a board, of the window, of the progress or of its result: `board.queue|||0`, `page.7.1`, `all.7`, `stop.7`, `results.7.0`. */
export async function pressBatch(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const { user, view } = click;
  const [what = '', typed = '', at = '0'] = value.split('.');
  const [id, page] = [Number(typed), Number(at)];
  const { batches, desk } = parts;
  const words = wordsFor(parts, user);
  if (what === 'board') {
    const said = await openBatch(parts, click, ofBoard(parts, user, readHomeLeaf(value.slice('board.'.length))));
    return void (said && (await tell(said)));
  }
  if (!Number.isSafeInteger(id) || !Number.isSafeInteger(page) || id < 1 || id > 2_147_483_647) return;
  switch (what) {
    case 'stop':
      return batches.stop(desk.workspace, id, user);
    case 'undo': {
      const undo = await batches.takeBack(desk.workspace, id, user);
      return void (undo === null && (await tell(plainly(words.nothingToUndo))));
    }
    case 'results':
      return showResults(parts, click, id, page);
    default: {
      const draft = await draftOf(parts, id, user);
      if (!view) return;
      if (!draft)
        return void (await parts.read.views.update({ view_id: view.id, view: notice(parts, user, words.notYours) }));
      const ticked = merged(draft, view.state?.values ?? {});
      const numbers = what === 'all' ? draft.offered : what === 'clear' ? [] : ticked;
      await batches.choose(desk.workspace, id, user, numbers);
      const shown = readMetadata(view.private_metadata).data;
      const turned = what === 'page' ? page : (shown?.page ?? 0);
      const next = await whichView(parts, { ...draft, numbers }, turned, (shown?.drawn ?? 0) + 1);
      await parts.read.views.update({ view_id: view.id, view: next });
    }
  }
}

/** It ends the window, whatever stands under it. */
const notice = (parts: Parts, user: PersonId, text: string): ModalView => {
  const words = wordsOf(languageOf(parts, user));
  const view = modal({ title: words.batch.title, close: words.forms.close }, [section(text)]);
  return { ...view, clear_on_close: true };
};

/** The lines of a batch with the tickets that they are about. */
export async function linesOf(
  parts: Pick<Parts, 'batches' | 'desk'>,
  id: number,
  page: Parameters<Parts['batches']['items']>[1],
) {
  const items = await parts.batches.items(id, page);
  const found = await parts.batches.tickets(
    parts.desk.workspace,
    items.map(({ ticket }) => ticket),
  );
  const byNumber = new Map(found.map(({ ticket }) => [ticket.number, ticket]));
  return items.map((item): Line => ({ ...item, found: byNumber.get(item.ticket) ?? null }));
}

async function showResults(parts: Parts, { user, trigger, view }: Click, id: number, page: number): Promise<void> {
  const { batches, desk, read } = parts;
  const [batch, reader] = await Promise.all([batches.load(desk.workspace, id), desk.person(user)]);
  const lines = await linesOf(parts, id, { skip: page * RESULTS, limit: RESULTS });
  const drawn =
    batch?.by === user && reader
      ? resultsView({ ...voice(parts, user), batch, reader, lines, page })
      : notice(parts, user, wordsFor(parts, user).notYours);
  if (view?.['type'] === 'modal') await read.views.update({ view_id: view.id, view: drawn });
  else await read.views.open({ trigger_id: trigger, view: drawn });
}

export const isBatch = ({ view }: Click): boolean => view?.callback_id === formId('batch');

/** Another act was chosen: its questions take the place of those of the one before. */
export async function redrawBatch(parts: Parts, { user, view }: Click): Promise<void> {
  if (!view) return;
  const draft = await draftOf(parts, readMetadata(view.private_metadata).data?.batch, user);
  const drawn = draft
    ? await actView(parts, draft, actIn(view.state?.values ?? {}))
    : notice(parts, user, wordsFor(parts, user).notYours);
  await parts.read.views.update({ view_id: view.id, view: drawn });
}

const actView = async (parts: Parts, draft: Batch, act: BatchAct | null): Promise<ModalView> =>
  actForm({
    ...voice(parts, draft.by),
    draft,
    act,
    used: [],
    groups: act === 'assign' ? await groupsOf(parts, draft) : [],
  });

type Errors = { response_action: 'errors'; errors: Record<string, string> };
const errors = (found: Record<string, string>): Errors => ({ response_action: 'errors', errors: found });
const update = (view: ModalView): ViewResponseAction => ({ response_action: 'update', view });
const TYPED_SHOWN = 20;

/** A step of the window was sent: which, what, and at last that it shall be done. */
export async function submitBatch(parts: Parts, submission: Submission): Promise<ViewResponseAction> {
  const { metadata, user } = submission;
  const draft = await draftOf(parts, metadata.batch, user);
  const words = wordsFor(parts, user);
  if (!draft) {
    const known = metadata.batch === undefined ? null : await parts.batches.load(parts.desk.workspace, metadata.batch);
    return update(notice(parts, user, known?.by === user ? words.begunAlready : words.notYours));
  }
  switch (metadata.step ?? 'which') {
    case 'which':
      return choose(parts, submission, draft);
    case 'act':
      return preview(parts, submission, draft);
    case 'preview': {
      const begun = await parts.batches.begin(parts.desk.workspace, draft.id, user);
      return update(notice(parts, user, begun ? words.begun(draft.numbers.length) : words.begunAlready));
    }
  }
}

async function choose(parts: Parts, { answers, user }: Submission, draft: Batch): Promise<ViewResponseAction> {
  const words = wordsFor(parts, user).which;
  const { numbers: typed, unread } = numbersIn(typedIn(answers));
  if (unread.length > 0)
    return errors({
      [TYPED_FIELD]: words.unread(
        unread
          .slice(0, 5)
          .map((piece) => cut(piece, TYPED_SHOWN))
          .join(', '),
      ),
    });
  const numbers = [...new Set([...merged(draft, answers), ...typed])];
  if (numbers.length === 0) return errors({ [TYPED_FIELD]: words.nothing });
  if (numbers.length > MOST_IN_BATCH) return errors({ [TYPED_FIELD]: words.tooMany(MOST_IN_BATCH) });
  await parts.batches.choose(parts.desk.workspace, draft.id, user, numbers);
  return update(await actView(parts, { ...draft, numbers }, null));
}

async function preview(parts: Parts, { answers, user }: Submission, draft: Batch): Promise<ViewResponseAction> {
  const { desk, store, batches, now } = parts;
  const act = actIn(answers);
  if (!act) return errors({ [ACT_FIELD]: wordsOf(languageOf(parts, user)).refusals.fault.required });
  const input = readAct(act, answers);
  const wrong = faultsIn(parts, user, act, input, Object.keys(answers));
  if (wrong) return errors(wrong);
  await batches.plan(desk.workspace, draft.id, user, act, input);
  const chosen = { numbers: draft.numbers, act, input };
  const foreseen = await foresee({ desk, store, batches, fill: fillOf(parts), now }, user, chosen);
  // Over the questions: whoever does not like what he sees goes back to them.
  const view = previewView({ ...voice(parts, user), draft: { ...draft, act, input }, foreseen });
  return { response_action: 'push', view };
}

const isEmpty = (answer: unknown): boolean => !Array.isArray(answer) || answer.length === 0;

/** What is wrong with the answers, whatever the tickets are. */
function faultsIn(parts: Parts, user: PersonId, act: BatchAct, input: Record<string, unknown>, blocks: string[]) {
  const language = languageOf(parts, user);
  const { text, to } = input;
  const [unknown] = typeof text === 'string' ? unknownCodes(text) : [];
  const words = wordsOf(language);
  if (unknown !== undefined)
    return { text: words.batch.unknownCode(unknown, CODES.map((code) => `{{${code}}}`).join(', ')) };
  if (act === 'tag' && isEmpty(input['add']) && isEmpty(input['remove']))
    return { add: words.refusals.faults['add']?.required ?? '' };
  if (act === 'assign' && to === undefined) return { to: words.refusals.faults['to']?.required ?? '' };
  const verb = verbOf[act];
  const parsed = ruleOf(verb).input.safeParse(act === 'assign' ? { ...input, group: 'any' } : input, {
    reportInput: true,
  });
  if (parsed.success) return null;
  const refusal = refuse('bad_input', verb, { kind: 'clock' }, null, faultsOf(parsed.error));
  return faultErrors(refusal, language, blocks, parts.book());
}
