import type { ViewResponseAction } from '@slack/bolt';
import type { Outcome } from '../desk/desk.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Answers, Submission } from './codec.ts';
import { readCreate } from './forms/create.ts';
import { faultErrors } from './forms/faults.ts';
import { forms } from './forms/forms.ts';
import { languageOf, type Parts } from './parts.ts';
import { createdView } from './views/created.ts';
import { refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';

/**
 * A form was sent. It is acked after the act, so that faults stand under their questions and a database that does not
 * answer loses nothing of what was written. Undefined: the form is closed.
 */
export async function submit(parts: Parts, submission: Submission): Promise<ViewResponseAction | undefined> {
  const { form, metadata, user, answers, view } = submission;
  const key = `view:${view.id}`;
  if (form === 'create') {
    const via = metadata.via ?? 'home';
    const input = {
      ...readCreate(answers),
      channel: via,
      language: languageOf(parts, user),
      ...(metadata.main && { main: metadata.main }),
    };
    return answer(parts, submission, 'create', await parts.desk.open(user, input, key));
  }
  const fields = forms[form];
  if (!fields || metadata.n === undefined) return undefined;
  return answer(
    parts,
    submission,
    form,
    await parts.desk.act(metadata.n, { verb: form, by: user, input: fields.read(answers), key }),
  );
}

function answer(
  parts: Parts,
  { user, answers }: Submission,
  form: Verb | 'create',
  outcome: Outcome,
): ViewResponseAction | undefined {
  const language = languageOf(parts, user);
  if (outcome.kind === 'refused') {
    const errors = faultErrors(outcome, language, Object.keys(answers), parts.book());
    if (errors) return { response_action: 'errors', errors };
    return { response_action: 'update', view: refusalView(outcome, voice(parts, user), wordsOf(answers)) };
  }
  // The requester's own card comes by itself; whoever files for somebody else sees here that it worked.
  if (form === 'create' && outcome.kind === 'done' && outcome.ticket.requester !== user)
    return { response_action: 'update', view: createdView(outcome.ticket, voice(parts, user)) };
  return undefined;
}

/** What the person had written, so that a refusal gives it back. */
const wordsOf = (answers: Answers): string =>
  ['text', 'content', 'ask', 'note', 'reason']
    .flatMap((field) => (typeof answers[field] === 'string' ? [answers[field]] : []))
    .join('\n\n');
