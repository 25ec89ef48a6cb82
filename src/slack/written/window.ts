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
 * Windows that ask differently as something is chosen in them: what only another choice asks is kept meanwhile. A new
 * request that begins with nothing is its person's draft as well; of all others nothing outlives the window.
 */
const KINDS = { create: 'create', escalate: 'escalate', escalate_to_team: 'escalate' } as const;

type Window = { form: string; id: string; memory: FormMetadata };
function placeOf({ desk }: Pick<Parts, 'desk'>, person: PersonId, { form, id, memory }: Window): Place | null {
  const kind = Object.entries(KINDS).find(([one]) => form === formId(one as keyof typeof KINDS))?.[1];
  if (kind === undefined) return null;
  const { n, follows, from, own } = memory;
  const about = n ?? follows;
  const drafted = kind === 'create' && about === undefined && !from && !own;
  return {
    workspace: desk.workspace,
    person,
    ticket: about === undefined ? null : ticketNumber(about),
    form: drafted ? kind : `${kind}:${id}`,
  };
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

/** It is written on in another window. */
export const adopt = (parts: Parts, person: PersonId, { at, view: _left, ...draft }: Draft, view: string) =>
  parts.drafts.keep(ofRequest(parts, person), draft, { at, view }).catch(left(parts));

/** As somebody presses or types in it. What is returned was ever answered in it; nothing where that cannot be kept. */
export async function keepWindow(parts: Parts, click: Click): Promise<Written['answers']> {
  const { user, view } = click;
  const memory = view && readMetadata(view.private_metadata);
  if (!view || !memory?.success) return {};
  const window = { form: view.callback_id, id: view.id, memory: memory.data };
  return keep(parts, user, {
    window,
    answers: view.state?.values ?? {},
    blocks: blocksIn(view),
    at: momentOf(parts, click),
  });
}

/** When that was, by Slack's clock. */
export const momentOf = (parts: Parts, { meant: { action_ts } }: Click): Date =>
  action_ts === undefined ? parts.now() : new Date(Math.floor(Number(action_ts) * 1000));
const sentIn = ({ form, metadata: memory, view: { id } }: Submission): Window => ({ form: formId(form), id, memory });
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
  placeOf(parts, submission.user, sentIn(submission))?.form === KINDS.create;
/** It went: nothing of it is kept any more. */
export async function sentWindow(parts: Parts, submission: Submission): Promise<void> {
  const place = placeOf(parts, submission.user, sentIn(submission));
  if (place) await parts.drafts.sent(place, submission.view.id).catch(left(parts));
}

/** Nothing of it is wanted any more; what is written in it from now on is. */
export async function dropWindow(parts: Parts, click: Click): Promise<void> {
  const { user, view } = click;
  const memory = view && readMetadata(view.private_metadata);
  if (!view || !memory?.success) return;
  const place = placeOf(parts, user, { form: view.callback_id, id: view.id, memory: memory.data });
  if (place) await parts.drafts.keep(place, null, { at: momentOf(parts, click), view: view.id });
}

type Standing = { window: Window; answers: Answers; blocks: readonly KnownBlock[]; at: Date };
async function keep(parts: Parts, user: PersonId, { window, answers: given, blocks, at }: Standing) {
  const place = placeOf(parts, user, window);
  if (!place) return {};
  const answers = standingIn(given, blocks);
  try {
    const asked = Object.keys(answers);
    await parts.drafts.keep(place, { answers, templates: [], ticked: [] }, { at, view: window.id, asked });
    const kept = await parts.drafts.find(place);
    return kept?.view === window.id ? kept.answers : {};
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
