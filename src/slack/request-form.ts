import type { ModalView } from '@slack/types';
import type { Draft } from '../desk/drafts.ts';
import type { Alike } from '../desk/similar.ts';
import { askedOpenly } from '../domain/fields.ts';
import { type Channel, personId, type PersonId, ticketNumber, type TicketNumber } from '../domain/language.ts';
import { askedIn } from './asked-in.ts';
import { type Answers, type Click, formId, type FormMetadata, readMetadata } from './codec.ts';
import { given } from './forms/answers.ts';
import { createForm } from './forms/create.ts';
import { loadingView } from './forms/loading.ts';
import { date, section } from './kit.ts';
import { traceOf } from './log.ts';
import type { Where } from './message-at.ts';
import { languageOf, type Parts, seemsAgent } from './parts.ts';
import { prefilledFor } from './prefilled.ts';
import { alikeFor, isNewest, overtake, redraw, typedIn, wasDrawn } from './similar/asking.ts';
import { goButton } from './views/presses.ts';
import { wordsOf } from './words/catalog.ts';
import { answeredAgain } from './written/again.ts';
import { adopt, blocksIn, dropWindow, findRequest, keepWindow } from './written/window.ts';

export type Start = {
  title?: string;
  content?: string;
  requester?: PersonId;
  via: Channel;
  main?: Where;
  /** The message that it is made of: no second request is made of the same. */
  from?: Where;
  group?: string;
  private?: boolean;
  /** The ticket that it goes on with. */
  follows?: TicketNumber;
  /** It begins with words of its own, and not with the draft. */
  own?: boolean;
  /** What was asked before. */
  alike?: readonly Alike[];
  prefilled?: Readonly<Record<string, string>>;
};

export const draw = (
  parts: Parts,
  user: PersonId,
  { via, main, from, follows, own, ...start }: Start,
  type?: string,
): ModalView =>
  createForm({
    language: languageOf(parts, user),
    book: parts.book(),
    viewer: user,
    viewerIsAgent: seemsAgent(parts.book(), user),
    metadata: {
      via,
      ...(main && { main }),
      ...(from && { from }),
      ...(follows !== undefined && { follows }),
      ...(own && { own }),
      ...(type !== undefined && { type }),
    },
    ...(type !== undefined && { type }),
    ...start,
  });

/** The form of a new request, opened at once: with what this person has begun and not sent, where nothing else is said. */
export async function openCreate(
  parts: Parts,
  { trigger, user, ...begun }: Start & { trigger: string; user: PersonId },
): Promise<void> {
  const start = { ...begun, ...(begun.title && { own: true }) };
  const draft = start.own ? null : await findRequest(parts, user);
  const view = draft ? withDraft(parts, user, start, draft) : draw(parts, user, start);
  const opened = await parts.read.views.open({ trigger_id: trigger, view });
  const { id, hash } = opened.view ?? {};
  if (id === undefined) return;
  if (draft) await adopt(parts, user, draft, id);
  if (hash === undefined || !start.title) return;
  // Whoever opened it is answered meanwhile.
  addAlike(parts, user, start, { id, hash }).catch((error: unknown) =>
    parts.log.warn(traceOf(error), 'similar tickets were not shown'),
  );
}

const DRAFT = 'draft';
function withDraft(parts: Parts, user: PersonId, start: Start, { answers, at }: Draft): ModalView {
  const words = wordsOf(languageOf(parts, user));
  const view = draw(parts, user, { ...start, ...written(answers) }, given(answers, 'type'));
  const { yours, discard } = words.drafts;
  const said = section(yours(date(at)), goButton('discard', '', discard));
  const blocks = answeredAgain(blocksIn(view), answers, {}, words);
  return { ...view, blocks: [{ ...said, block_id: DRAFT }, ...blocks] };
}

/** What was begun goes, and the form begins anew. */
export async function discardRequest(parts: Parts, click: Click): Promise<void> {
  const { user, view } = click;
  const metadata = view && readMetadata(view.private_metadata);
  if (!view || !metadata?.success) return;
  const { views } = parts.read;
  // Slack keeps what stands in blocks of the same name, as long as there are such blocks.
  await Promise.all([
    dropWindow(parts, click),
    views.update({ view_id: view.id, view: loadingView(languageOf(parts, user)) }),
  ]);
  await redraw(parts, view, draw(parts, user, startIn(parts, metadata.data)), true);
}
export const isRequest = ({ view }: Click): boolean => view?.callback_id === formId('create');

async function addAlike(parts: Parts, user: PersonId, start: Start, view: { id: string; hash: string }): Promise<void> {
  const alike = await alikeOf(parts, user, start);
  // A form in which something was chosen meanwhile has looked for itself, and asks more than this one would.
  if (alike.length > 0 && !wasDrawn(view.id)) await redraw(parts, view, draw(parts, user, { ...start, alike }));
}
export const alikeOf = (parts: Parts, user: PersonId, { title = '', content = '' }: Start) =>
  alikeFor(parts, user, { title, content });

/**
 * A type or somebody else was chosen: what belongs to it is asked, with what was answered to it before. What stands there
 * and is still asked stays, as its blocks keep their names. Whatever tells of itself is kept.
 */
export async function redrawCreate(parts: Parts, click: Click): Promise<void> {
  const { user, meant, view } = click;
  const metadata = view && readMetadata(view.private_metadata);
  if (!view || meant.kind !== 'choice' || !metadata?.success) return;
  const keeping = keepWindow(parts, click);
  if (!REDRAWS.includes(meant.field)) return void (await keeping);
  const typing = meant.field === 'title';
  const turn = typing ? await isNewest(view.id) : null;
  const kept = await keeping;
  if (typing && !turn) return;
  if (!typing) overtake(view.id);
  const answers = view.state?.values ?? {};
  const chosen = meant.field === 'type' ? meant.value : answers['type'];
  const type = typeof chosen === 'string' ? chosen : metadata.data.type;
  const [alike, prefilled] = await Promise.all([
    alikeFor(parts, user, typedIn(answers)),
    prefilledIn(parts, user, written(answers).requester ?? user, type),
  ]);
  if (turn && (!turn.still() || isShown(alike, metadata.data.like))) return turn.done();
  turn?.done();
  const start = { ...startIn(parts, metadata.data), ...written(answers), alike, prefilled };
  const drawn = draw(parts, user, start, type);
  const again = answeredAgain(blocksIn(drawn), kept, answers, wordsOf(languageOf(parts, user)));
  const said = blocksIn(view).filter(({ block_id }) => block_id === DRAFT);
  await redraw(parts, view, { ...drawn, blocks: [...said, ...again] }, !typing);
}
const REDRAWS: readonly string[] = ['type', 'requester', 'title'];

/** With what the form in hand began. */
function startIn(parts: Parts, { via = 'home', main, from, follows, own }: FormMetadata): Start {
  const group = main && askedIn(parts, main);
  return {
    via,
    ...(main && { main }),
    ...(from && { from }),
    ...(follows !== undefined && { follows: ticketNumber(follows) }),
    ...(own && { own }),
    ...(group && { group: group.key }),
  };
}

const isShown = (alike: readonly Alike[], shown: readonly number[] = []): boolean =>
  alike.length === shown.length && alike.every(({ ticket }, nth) => ticket.number === shown[nth]);

export const prefilledIn = (parts: Parts, by: PersonId, of: PersonId, type: string | null | undefined) =>
  prefilledFor(parts, {
    of,
    by,
    fields: askedOpenly(parts.book().types.find(({ key }) => key === type)?.fields ?? []),
  });

const written = ({ requester }: Answers): { requester?: PersonId } =>
  typeof requester === 'string' && requester !== '' ? { requester: personId(requester) } : {};
