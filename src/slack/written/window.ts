import type { KnownBlock } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Draft, Place, Written } from '../../desk/drafts.ts';
import { type PersonId, ticketNumber } from '../../domain/language.ts';
import { type Answers, type Click, formId, type FormMetadata, readMetadata, type Submission } from '../codec.ts';
import { isField, isFieldOf } from '../forms/fields.ts';
import { traceOf } from '../log.ts';
import type { Parts } from '../parts.ts';
import { standingIn } from './again.ts';

/**
 * Windows that ask differently as something is chosen in them: what only another choice asks is kept meanwhile, for each
 * window by itself. A new request that begins with nothing is its person's draft as well, as it stood where he wrote last;
 * of all others nothing outlives the window.
 */
const KINDS = { create: 'create', escalate: 'escalate', escalate_to_team: 'escalate' } as const;

/** `under`: the window below it. */
export type Window = { form: string; id: string; memory: FormMetadata; under: unknown };
type Places = { own: Place; draft: Place | null };
function placesOf(parts: Pick<Parts, 'desk'>, person: PersonId, { form, id, memory }: Window): Places | null {
  const kind = Object.entries(KINDS).find(([one]) => form === formId(one as keyof typeof KINDS))?.[1];
  if (kind === undefined) return null;
  const { n, follows, from, own } = memory;
  const about = n ?? follows;
  const drafted = kind === KINDS.create && about === undefined && !from && !own;
  const ticket = about === undefined ? null : ticketNumber(about);
  const draft = ofRequest(parts, person);
  return { own: { ...draft, ticket, form: `${kind}:${id}` }, draft: drafted ? draft : null };
}
const ofRequest = ({ desk }: Pick<Parts, 'desk'>, person: PersonId): Place => ({
  workspace: desk.workspace,
  person,
  ticket: null,
  form: KINDS.create,
});

/** The new request that somebody has begun and not sent; null where he has written nothing yet, or it cannot be read. */
export async function findRequest(parts: Parts, person: PersonId): Promise<Draft | null> {
  const draft = await parts.drafts.find(ofRequest(parts, person)).catch(left(parts));
  return draft && isWritten(draft.answers, parts.book()) ? draft : null;
}

/** What is known of a person stands there before he has written anything. */
const isWritten = (answers: Written['answers'], { types }: Book): boolean => {
  const known = types.flatMap(({ fields }) => fields.filter(({ remember, prefill }) => remember || prefill));
  const his = Object.entries(answers).filter(
    ([id]) => id === 'title' || id === 'content' || (isField(id) && !known.some(({ key }) => isFieldOf(key, id))),
  );
  return his.some(([, answer]) => answer.length > 0);
};

/** A window begins with it. */
export const adopt = (parts: Parts, person: PersonId, { at, view: _left, ...draft }: Draft, view: string) =>
  parts.drafts
    .keep({ ...ofRequest(parts, person), form: `${KINDS.create}:${view}` }, draft, { at, view })
    .catch(left(parts));

export const windowOf = ({ view }: Click): Window | null => {
  const memory = view && readMetadata(view.private_metadata);
  return view && memory?.success
    ? { form: view.callback_id, id: view.id, memory: memory.data, under: view['previous_view_id'] }
    : null;
};
export const sentIn = ({ form, metadata: memory, view }: Submission): Window => ({
  form: formId(form),
  id: view.id,
  memory,
  under: view['previous_view_id'],
});

/** As somebody presses or types in it. What is returned was ever answered in it; nothing where that cannot be kept. */
export async function keepWindow(parts: Parts, click: Click): Promise<Written['answers']> {
  const { user, view } = click;
  const window = windowOf(click);
  if (!window) return {};
  const answers = view?.state?.values ?? {};
  return keep(parts, user, { window, answers, blocks: blocksIn(view), at: momentOf(parts, click) });
}

/** When that was, by Slack's clock. */
export const momentOf = (parts: Parts, { meant: { action_ts } }: Click): Date =>
  action_ts === undefined ? parts.now() : new Date(Math.floor(Number(action_ts) * 1000));
/** It was sent, and did not go. */
export const keepUnsent = async (parts: Parts, submission: Submission): Promise<void> =>
  void (await keep(parts, submission.user, {
    window: sentIn(submission),
    answers: submission.answers,
    blocks: blocksIn(submission.view),
    at: parts.now(),
  }));
/** Is it there again in the next new request? */
export const isDraftOfRequest = (parts: Parts, submission: Submission): boolean =>
  placesOf(parts, submission.user, sentIn(submission))?.draft != null;
/** It went: nothing of it is kept any more. */
export async function sentWindow(parts: Parts, submission: Submission): Promise<void> {
  const places = placesOf(parts, submission.user, sentIn(submission));
  if (!places) return;
  const { id } = submission.view;
  const sent = (places: readonly Place[]) => Promise.all(places.map((place) => parts.drafts.sent(place, id)));
  await goingWith(parts, places, id).then(sent).catch(left(parts));
}

/** What goes with a window: its own, and the draft, unless that was written on in another one since. */
async function goingWith({ drafts }: Parts, { own, draft }: Places, id: string): Promise<Place[]> {
  const [mine, last] = await Promise.all([drafts.find(own), draft && drafts.find(draft)]);
  const others = last && last.view !== id && !(mine && last.at <= mine.at);
  return draft && !others ? [own, draft] : [own];
}

/** Nothing of it is wanted any more; what is written in it from now on is. */
export async function dropWindow(parts: Parts, click: Click): Promise<void> {
  const window = windowOf(click);
  const places = window && placesOf(parts, click.user, window);
  if (!places) return;
  const going = await goingWith(parts, places, window.id);
  const when = { at: momentOf(parts, click), view: window.id };
  await Promise.all(going.map((place) => parts.drafts.keep(place, null, when)));
}

type Standing = { window: Window; answers: Answers; blocks: readonly KnownBlock[]; at: Date };
async function keep(parts: Parts, user: PersonId, { window, answers: given, blocks, at }: Standing) {
  const places = placesOf(parts, user, window);
  if (!places) return {};
  const { own, draft } = places;
  const { drafts } = parts;
  const answers = standingIn(given, blocks);
  const view = window.id;
  try {
    await drafts.keep(own, { answers, templates: [], ticked: [] }, { at, view, asked: Object.keys(answers) });
    const kept = await drafts.find(own);
    if (!kept) return {};
    const { at: last, view: _same, ...written } = kept;
    if (draft) await drafts.keep(draft, written, { at: last, view });
    return written.answers;
  } catch (error) {
    left(parts)(error);
    return {};
  }
}

/** What is kept is never worth more than what it is kept for. */
const left =
  ({ log }: Parts) =>
  (error: unknown): void =>
    log.warn(traceOf(error), 'what stands in a window was not kept');

export const blocksIn = (view: unknown): readonly KnownBlock[] => {
  const { blocks } = view as { blocks?: unknown };
  return Array.isArray(blocks) ? (blocks as KnownBlock[]) : [];
};
