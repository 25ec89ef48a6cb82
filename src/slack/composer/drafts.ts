import type { KnownBlock, ModalView } from '@slack/types';
import type { Draft, DraftOf, Written } from '../../desk/drafts.ts';
import { type PersonId, ticketNumber } from '../../domain/language.ts';
import type { Verb } from '../../domain/verbs.ts';
import { type Answers, type Click, formId, metadata, readMetadata, type Submission } from '../codec.ts';
import { context, date, section } from '../kit.ts';
import { traceOf } from '../log.ts';
import { languageOf, type Parts } from '../parts.ts';
import { goButton } from '../views/presses.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { keepable } from '../written/again.ts';
import { blocksIn, isDraftOfRequest, momentOf, sentIn, type Window, windowOf } from '../written/window.ts';
import { actsBlock, afterText, composed, isBlock, TEXT, tickedIn } from './blocks.ts';
import { isTypedIn, refilled } from './refill.ts';

/** Forms whose words outlive their window. */
const DRAFTED = ['reply', 'resolve', 'pend', 'note'] as const satisfies readonly Verb[];

type Place = { of: DraftOf; view: string; preview: boolean };

/** What is written in a window, and where; null: nothing of it is kept. What stands elsewhere in Slack is safe there. */
function placeOf({ desk }: Parts, person: PersonId, { form, memory, id, under }: Window): Place | null {
  const preview = form === formId('preview');
  const verb = DRAFTED.find((one) => (preview ? memory.verb === one : form === formId(one)));
  if (verb === undefined || memory.n === undefined || memory.promotes) return null;
  const of = { workspace: desk.workspace, person, ticket: ticketNumber(memory.n), form: verb };
  return { of, view: preview && typeof under === 'string' ? under : id, preview };
}

/** Somebody types an answer. */
export const isTyped = ({ meant, view }: Click): boolean =>
  meant.kind === 'choice' &&
  isBlock(TEXT, meant.field) &&
  [...DRAFTED, 'preview' as const].some((one) => formId(one) === view?.callback_id);

/** What stands in the window as somebody presses or types in it. */
export async function keepTyped(parts: Parts, click: Click): Promise<void> {
  const { user, view } = click;
  const window = windowOf(click);
  if (!window) return;
  await keep(parts, user, { window, view, answers: view?.state?.values ?? {}, at: momentOf(parts, click) });
}

/** What was typed in the window after this was pressed, as far as Slack has told; null: nothing. */
export async function typedSince(parts: Parts, click: Click): Promise<{ text: string; at: Date } | null> {
  const window = windowOf(click);
  const place = window && placeOf(parts, click.user, window);
  const draft = place && (await parts.drafts.find(place.of));
  const text = draft?.answers[TEXT];
  return draft?.view === place?.view && draft && typeof text === 'string' && draft.at > momentOf(parts, click)
    ? { text, at: draft.at }
    : null;
}

/** The same with other words in it, as they are about to stand there. */
export async function keepWords(
  parts: Parts,
  click: Click,
  {
    text,
    at = momentOf(parts, click),
    ...more
  }: { text: string; at?: Date | undefined } & Pick<Written, 'templates' | 'ticked'>,
) {
  const window = windowOf(click);
  const place = window && placeOf(parts, click.user, window);
  if (!place) return;
  const answers = { ...wordsIn(composed(click.view?.state?.values ?? {})), text };
  await parts.drafts.keep(place.of, { answers, ...more }, { at, view: place.view });
}

/** What was sent, and did not go. */
export async function keepSubmitted(parts: Parts, submission: Submission): Promise<void> {
  const { user, view, answers } = submission;
  await keep(parts, user, { window: sentIn(submission), view, answers, at: parts.now() }).catch(left(parts));
}

type Standing = { window: Window; view: unknown; answers: Answers; at: Date };

async function keep(parts: Parts, user: PersonId, { window, view, answers: given, at }: Standing): Promise<void> {
  const place = placeOf(parts, user, window);
  if (!place) return;
  const answers = wordsIn(composed(given));
  const written = place.preview
    ? changedIn(await parts.drafts.find(place.of), answers)
    : { answers, templates: window.memory.templates ?? [], ticked: tickedIn(given) };
  const typed = place.preview || isTypedIn(blocksIn(view), answers);
  await parts.drafts.keep(place.of, typed ? written : null, { at, view: place.view });
}

/** In a preview only the words are changed. */
const changedIn = (before: Draft | null, { text = '' }: Written['answers']): Written => ({
  answers: { ...before?.answers, text },
  templates: before?.templates ?? [],
  ticked: before?.ticked ?? [],
});

/** Answers that can be given again. */
const wordsIn = (answers: Answers): Written['answers'] =>
  Object.fromEntries(keepable(answers).filter(([, answer]) => answer.length > 0));

/** It was sent. */
export async function sentDraft(parts: Parts, submission: Submission): Promise<void> {
  const place = placeOf(parts, submission.user, sentIn(submission));
  if (place) await parts.drafts.sent(place.of, place.view).catch(left(parts));
}

/** A draft is never worth more than what it is a draft of. */
const left =
  ({ log }: Parts) =>
  (error: unknown): void =>
    log.warn(traceOf(error), 'a draft was left as it was');

/** It is not wanted any more; whose it was. */
export async function drop(parts: Parts, click: Click): Promise<DraftOf | null> {
  const window = windowOf(click);
  const place = window && placeOf(parts, click.user, window);
  if (!place) return null;
  await parts.drafts.keep(place.of, null, { at: momentOf(parts, click), view: place.view });
  return place.of;
}

/** Under what is said when a form was not sent: its words are there again. */
export const keptLine = (parts: Parts, submission: Submission): KnownBlock[] =>
  placeOf(parts, submission.user, sentIn(submission)) || isDraftOfRequest(parts, submission)
    ? [context(wordsOf(languageOf(parts, submission.user)).drafts.kept)]
    : [];

/** A form with what this person had written in it before. `begun`: words that he has typed elsewhere, which come behind it. */
export async function withDraft(parts: Parts, user: PersonId, view: ModalView, begun = ''): Promise<ModalView> {
  const { callback_id: form = '', private_metadata = '' } = view;
  const memory = readMetadata(private_metadata);
  const place = memory.success ? placeOf(parts, user, { form, memory: memory.data, id: '', under: null }) : null;
  const blocks = (
    begun === '' ? view.blocks : refilled(view.blocks as KnownBlock[], { [TEXT]: begun })
  ) as KnownBlock[];
  const draft = place && (await parts.drafts.find(place.of));
  if (!draft || !memory.success) return { ...view, blocks };
  const scene = voice(parts, user);
  const { drafts } = wordsOf(scene.language);
  const said = [drafts.yours(date(draft.at)), draft.answers['files'] && drafts.files].filter(Boolean).join(' · ');
  const all = draft.templates.length > 0 ? await parts.templates.all(parts.desk.workspace) : [];
  const used = all.filter(({ code }) => draft.templates.includes(code));
  return {
    ...view,
    private_metadata: metadata({ ...memory.data, templates: used.map(({ code }) => code) }),
    blocks: [
      section(said, goButton('discard', '', drafts.discard)),
      ...afterText(
        refilled(blocks, draft.answers),
        actsBlock(used, scene, { drawn: 0, ticked: draft.ticked, alone: view.callback_id !== formId('reply') }),
      ),
    ],
  };
}
