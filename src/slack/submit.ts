import type { ViewResponseAction } from '@slack/bolt';
import type { Outcome } from '../desk/desk.ts';
import type { TicketNumber } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';
import { add } from './adding.ts';
import { submitBanning } from './banning/banning.ts';
import { submitBatch } from './batch.ts';
import { askedIn } from './asked-in.ts';
import { submitCategory, submitDecided } from './categorizing/categorizing.ts';
import type { Answers, Submission } from './codec.ts';
import { actsIn, composed, textBlockIn, tickedIn } from './composer/blocks.ts';
import { keepSubmitted, keptLine, sentDraft } from './composer/drafts.ts';
import { withKept } from './composer/kept-files.ts';
import { sentFromPreview } from './composer/preview.ts';
import { sendingOf } from './composer/sending.ts';
import { keptNotice, sayAt, sendAtIn } from './composer/timing.ts';
import { tooLong } from './composer/worded.ts';
import { knowingly, warnedView } from './composer/warning.ts';
import { contact } from './contact.ts';
import { submitField } from './fielding/fielding.ts';
import { submitType } from './fielding/types.ts';
import { groupOf, newGroup, refusedFiles } from './files/asking.ts';
import { readCreate } from './forms/create.ts';
import { filesOfFields } from './forms/fields.ts';
import { faultErrors } from './forms/faults.ts';
import { filesOf } from './forms/files.ts';
import { forms } from './forms/forms.ts';
import { partBlocks, submitMask } from './masking.ts';
import { mentioning } from './mentioning.ts';
import { setApart } from './new-request.ts';
import { previewOf } from './order.ts';
import { languageOf, type Parts } from './parts.ts';
import { submitSearch } from './searching/searching.ts';
import { submitView } from './searching/views.ts';
import { submitEditor } from './triggering/editor.ts';
import { submitTrigger } from './triggers.ts';
import { submitSuperior } from './superior.ts';
import { submitTemplate } from './templating/editor.ts';
import { submitTemplates } from './templating/templating.ts';
import { submitGiving, submitMember } from './team.ts';
import { doneMessage } from './views/command.ts';
import { contactedView, createdView, selfSentence } from './views/created.ts';
import { existsView } from './views/dm.ts';
import { noticeView, refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';
import { keepUnsent, sentWindow } from './written/window.ts';

/**
 * A form was sent. It is acked after the act, so that faults stand under their questions and a database that does not
 * answer loses nothing of what was written. Undefined: the form is closed.
 */
export async function submit(parts: Parts, submission: Submission): Promise<ViewResponseAction | undefined> {
  const { form, metadata, user, answers, view } = submission;
  const long = tooLong(parts, submission);
  if (long) return keepSubmitted(parts, submission).then(() => long);
  if (form === 'preview') return submitPreview(parts, submission);
  if (form === 'contact') return answerContact(parts, submission);
  if (form === 'add') return answerAdd(parts, submission);
  if (form === 'batch') return submitBatch(parts, submission);
  if (form === 'field') return submitField(parts, submission);
  if (form === 'field_type') return submitType(parts, submission);
  if (form === 'category') return submitCategory(parts, submission);
  if (form === 'category_decide') return submitDecided(parts, submission);
  if (form === 'field_preview') return undefined;
  if (form === 'trigger') return submitTrigger(parts, submission);
  if (form === 'trigger_edit') return submitEditor(parts, submission);
  if (form === 'banned') return submitBanning(parts, submission);
  if (form === 'templates') return submitTemplates(parts, submission);
  if (form === 'template') return submitTemplate(parts, submission);
  if (form === 'member') return submitMember(parts, submission);
  if (form === 'giving') return submitGiving(parts, submission);
  if (form === 'superior') return submitSuperior(parts, submission);
  if (form === 'search') return submitSearch(parts, submission);
  if (form === 'save_view') return submitView(parts, submission);
  if (form === 'create') {
    const via = metadata.via ?? 'home';
    const asked = readCreate(answers);
    const no = refusedFiles(parts, submission, newGroup(parts, asked));
    if (no) return no;
    const input = {
      ...asked,
      channel: via,
      language: languageOf(parts, user),
      ...(metadata.follows !== undefined && { follows: metadata.follows }),
      ...(metadata.main && askedIn(parts, metadata.main) && { main: metadata.main }),
    };
    // Of one message there is one request, whoever makes it and however often.
    const key = metadata.from ? `from:${metadata.from.channel}:${metadata.from.ts}` : `view:${view.id}`;
    const outcome = await parts.desk.open(user, input, key);
    if (metadata.follows !== undefined && outcome.kind !== 'refused')
      await setApart(parts, user, metadata.follows, key);
    await (outcome.kind === 'refused' ? keepUnsent(parts, submission) : sentWindow(parts, submission));
    return answerCreate(parts, submission, outcome, metadata.from !== undefined);
  }
  if (metadata.n === undefined) throw new Error('a form without its ticket');
  return submitVerb(parts, submission, form, metadata.n);
}

/** What these do is seen elsewhere, and nowhere before one's eyes. */
const SAID: readonly Verb[] = ['unmask', 'destroy', 'add_follower'];

/** The form of a verb: what was answered is what it gets, and what goes with it follows. */
async function submitVerb(parts: Parts, submission: Submission, form: Verb, number: TicketNumber): Promise<Answer> {
  const { metadata, user, answers, view } = submission;
  const { of, knows, templates: codes = [] } = metadata;
  const fields = forms[form];
  if (!fields) throw new Error('a form of a verb that asks nothing');
  const comes = filesOf(answers).length + filesOfFields(answers).length;
  // What another team is asked with goes there.
  const team = form === 'escalate_to_team' ? newGroup(parts, fields.read(answers)) : undefined;
  const no = comes > 0 && refusedFiles(parts, submission, team ?? (await groupOf(parts, number)));
  if (no) return no;
  const key = `view:${view.id}`;
  if (form === 'mask') {
    const masked = await submitMask(parts, { number, user, key, input: fields.read(answers) });
    return masked.answer ?? answer(parts, submission, masked.outcome);
  }
  const about = of === undefined ? {} : { of };
  const said = composed(answers);
  const mentioned = await mentioning(parts, { number, user, verb: form, typed: textIn(said) });
  const read = { ...fields.read(said), ...about, ...promotedIn(submission), ...mentioned.input };
  const given = await withKept(parts, { number, user, replaces: metadata.replaces, answers }, read);
  const sending = await sendingOf(parts, { number, user, verb: form, input: given, ticked: tickedIn(answers) });
  if ('why' in sending) {
    await keepSubmitted(parts, submission);
    const under = sending.inText ? textBlockIn(answers) : actsIn(answers);
    return { response_action: 'errors', errors: { [under]: sending.why } };
  }
  const { verb, input, acts } = sending;
  const at = { replaces: metadata.replaces, sendAt: sendAtIn(answers) };
  const outcome = await knowingly(knows, (knowing) =>
    sayAt(parts, number, { verb, by: user, input, acts, templates: codes, key, knowing }, at),
  );
  if (outcome.kind === 'refused') await (outcome.ticket ? keepSubmitted(parts, submission) : null);
  else await Promise.all([sentDraft(parts, submission), sentWindow(parts, submission)]);
  if (outcome.kind !== 'done') return answer(parts, submission, outcome);
  const kept = keptNotice(outcome, languageOf(parts, user)) ?? [];
  const done = SAID.includes(form)
    ? (partBlocks(parts, user, outcome) ?? doneMessage({ ...voice(parts, user), verb: form, number, seq: null }).blocks)
    : [];
  const notices = [...done, ...(mentioned.said?.blocks ?? []), ...kept];
  return notices.length === 0
    ? undefined
    : { response_action: 'update', view: noticeView(notices, languageOf(parts, user)) };
}

/** What was seen as the requester reads it goes as it was seen; its form closes with it. */
async function submitPreview(parts: Parts, submission: Submission): Promise<Answer> {
  await keepSubmitted(parts, submission);
  const said = await sentFromPreview(parts, submission);
  if ('answer' in said) return said.answer;
  const { user, view, answers } = submission;
  const { number, memory } = said.send;
  const sending = await sendingOf(parts, { ...said.send, user, ticked: memory.ticked ?? [] });
  if ('why' in sending) return { response_action: 'errors', errors: { [textBlockIn(answers)]: sending.why } };
  const { verb, acts } = sending;
  const { text, ...rest } = sending.input;
  const promoted =
    verb === 'reply' && memory.promotes
      ? { promoted: { ...memory.promotes, preview: previewOf(typeof text === 'string' ? text : '') } }
      : {};
  const input = { ...rest, text, ...promoted };
  const key = `view:${view.id}`;
  const { templates } = memory;
  const outcome = await sayAt(parts, number, { verb, by: user, input, acts, templates, key, knowing: true }, memory);
  if (outcome.kind === 'refused') return answer(parts, submission, outcome);
  await sentDraft(parts, submission);
  if (outcome.kind === 'repeated') return { response_action: 'clear' };
  const kept = keptNotice(outcome, languageOf(parts, user));
  return kept
    ? { response_action: 'update', view: noticeView(kept, languageOf(parts, user)) }
    : { response_action: 'clear' };
}

/** Words that stood among agents go to the requester: where they stood, and what was seen before they went. */
function promotedIn({ form, metadata: { promotes }, answers }: Submission) {
  const text = composed(answers)['text'];
  if (form !== 'reply' || !promotes || typeof text !== 'string') return {};
  return { promoted: { ...promotes, preview: previewOf(text.trim()) } };
}

const textIn = ({ text }: Answers): string => (typeof text === 'string' ? text : '');

type Answer = ViewResponseAction | undefined;

function answer(parts: Parts, submission: Submission, outcome: Outcome): Answer {
  if (outcome.kind !== 'refused') return undefined;
  if (outcome.why === 'unwise_words')
    return { response_action: 'update', view: warnedView(parts, submission, outcome.words ?? []) };
  const { user, answers } = submission;
  const errors = faultErrors(outcome, languageOf(parts, user), Object.keys(answers), parts.book(), {
    answers,
    now: parts.now(),
  });
  if (errors) return { response_action: 'errors', errors };
  const view = refusalView(outcome, voice(parts, user), wordsOf(composed(answers)));
  const kept = outcome.ticket || submission.form === 'create' ? keptLine(parts, submission) : [];
  return { response_action: 'update', view: { ...view, blocks: [...view.blocks, ...kept] } };
}

/** Whoever sends a request sees its number at once, where he sent it. */
function answerCreate(parts: Parts, submission: Submission, outcome: Outcome, ofMessage: boolean): Answer {
  const said = voice(parts, submission.user);
  if (outcome.kind === 'done')
    return { response_action: 'update', view: createdView(outcome.ticket, submission.user, said) };
  if (outcome.kind === 'repeated' && ofMessage)
    return { response_action: 'update', view: existsView(outcome.number, said) };
  return answer(parts, submission, outcome);
}

async function answerContact(parts: Parts, submission: Submission): Promise<Answer> {
  const { user, answers } = submission;
  const said = voice(parts, user);
  if (answers['requester'] === user) return { response_action: 'errors', errors: { requester: selfSentence(said) } };
  const outcome = await knowingly(submission.metadata.knows, (knowing) => contact(parts, submission, knowing));
  return 'contacted' in outcome
    ? { response_action: 'update', view: contactedView(outcome.contacted, outcome.requester, said) }
    : answer(parts, submission, outcome);
}

async function answerAdd(parts: Parts, submission: Submission): Promise<Answer> {
  const said = await add(parts, submission);
  return said.kind === 'answer' ? said.answer : answer(parts, submission, said.outcome);
}

/** What the person had written, so that a refusal gives it back. */
const wordsOf = (answers: Answers): string =>
  ['text', 'title', 'content', 'ask', 'note', 'reason']
    .flatMap((field) => (typeof answers[field] === 'string' ? [answers[field]] : []))
    .join('\n\n');
