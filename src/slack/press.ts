import type { RespondFn } from '@slack/bolt';
import { isBatch, redrawBatch } from './batch.ts';
import type { PersonId, TicketNumber } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Click } from './codec.ts';
import { isTyped, keepTyped } from './composer/drafts.ts';
import { chooseTemplate, isTemplate } from './composer/templates.ts';
import { forms } from './forms/forms.ts';
import { go } from './go.ts';
import { openForm } from './open-form.ts';
import { traceOf } from './log.ts';
import { isMask, redrawMask } from './masking.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { redrawCreate } from './request-form.ts';
import { isEscalation, redrawEscalation } from './escalating.ts';
import { voice } from './voice.ts';
import { look } from './show.ts';
import { isTemplateEditor, redrawEditor } from './templating/editor.ts';
import { chooseInTemplates, isTemplateList } from './templating/templating.ts';
import { doneMessage } from './views/command.ts';
import { TICKET_WINDOW } from './views/show.ts';
import { noticeView, refusalMessage } from './views/refusal.ts';

/** A person pressed something: a verb, a way to look at something, or a choice within a form. */
export async function press(parts: Parts, click: Click, respond: RespondFn | undefined): Promise<void> {
  const tell = teller(parts, click, respond);
  const { meant } = click;
  if (meant.kind === 'choice' && isMask(click)) return redrawMask(parts, click);
  if (isTemplateList(click)) return chooseInTemplates(parts, click);
  if (isTemplateEditor(click)) return redrawEditor(parts, click);
  if (isTemplate(click)) return chooseTemplate(parts, click);
  if (isTyped(click)) return keepTyped(parts, click);
  if (meant.kind === 'choice' && isBatch(click)) return redrawBatch(parts, click);
  if (meant.kind === 'choice') return isEscalation(click) ? redrawEscalation(parts, click) : redrawCreate(parts, click);
  if (meant.kind === 'go') return go(parts, click, meant.go, meant.value, tell);
  const { verb, ticket, chosen } = meant;
  return forms[verb] && chosen === null
    ? openForm(parts, click, verb, ticket, { of: 'of' in meant ? meant.of : undefined })
    : actNow(
        parts,
        { verb, by: click.user, input: chosen ?? {}, key: keyOf(click), seen: isSeen(click, verb) },
        ticket,
        tell,
        () => (click.view?.['callback_id'] === TICKET_WINDOW ? look(parts, click, ticket) : null),
      );
}

/** Every press has a trigger of its own, and brings the same when it is delivered again. */
const keyOf = ({ trigger }: Click) => (trigger === '' ? null : `press:${trigger}`);

/** What is pressed under a message that told of something once, and is not drawn again: no card there shows that it is done. */
const TOLD_ONCE: readonly Verb[] = ['keep', 'unfollow'];
const isSeen = ({ container, view }: Click, verb: Verb): boolean =>
  view !== undefined ||
  (verb !== 'resend' && (!TOLD_ONCE.includes(verb) || container?.channel_id?.startsWith('D') !== true));

/** `seen`: what he pressed at shows by itself that it is done. */
type Pressed = { verb: Verb; by: PersonId; input: Record<string, string>; key: string | null; seen: boolean };
async function actNow(
  parts: Parts,
  { seen, ...pressed }: Pressed,
  number: TicketNumber,
  tell: Tell,
  redraw: () => Promise<void> | null,
): Promise<void> {
  const outcome = await parts.desk.act(number, pressed);
  const { verb, by } = pressed;
  if (outcome.kind === 'done' && !seen)
    return void (await tell(doneMessage({ ...voice(parts, by), verb, number, seq: outcome.ticket.version })));
  if (outcome.kind === 'done') await redraw();
  // Pressing Keep twice is no fault: the card says already what the person wanted.
  if (outcome.kind !== 'refused' || outcome.why === 'already_yours') return;
  await tell(refusalMessage(outcome, voice(parts, by)));
}

/** In a thread the answer stands there too, or it would not be seen. A root is pressed in its conversation. */
const threadOf = ({ container: { message_ts, thread_ts } = {} }: Pick<Click, 'container'>) =>
  thread_ts === undefined || thread_ts === message_ts ? {} : { thread_ts };

/** Where a person is answered who pressed something: beside the message, else in a window of its own. */
function teller(
  parts: Parts,
  { trigger, user, view, container }: Pick<Click, 'trigger' | 'user' | 'view' | 'container'>,
  respond: RespondFn | undefined,
): Tell {
  const place = threadOf({ container });
  const say: Tell = async ({ text, blocks }, { replace } = { replace: false }) => {
    if (respond && !view)
      return respond({ response_type: 'ephemeral', replace_original: replace, text, blocks, ...place });
    const window = noticeView(blocks, languageOf(parts, user));
    return view?.['type'] === 'modal'
      ? parts.read.views.push({ trigger_id: trigger, view: window })
      : parts.read.views.open({ trigger_id: trigger, view: window });
  };
  // What was done is done, even where it cannot be said.
  return (said, options) =>
    say(said, options).catch((error: unknown) => parts.log.warn(traceOf(error), 'an answer did not reach a person'));
}
