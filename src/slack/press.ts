import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isBatch, redrawBatch } from './batch.ts';
import { type Refusal, refuse } from '../domain/decide.ts';
import type { PersonId, TicketNumber } from '../domain/language.ts';
import { ruleOf, type Verb } from '../domain/verbs.ts';
import { rolesOf } from '../domain/ticket.ts';
import { mayReword } from '../domain/verbs/rewording.ts';
import type { Click } from './codec.ts';
import { chooseTemplate, isTemplate } from './composer/templates.ts';
import type { FormModel } from './forms/form.ts';
import { forms } from './forms/forms.ts';
import { loadingView } from './forms/loading.ts';
import { go } from './go.ts';
import { traceOf } from './log.ts';
import { type Looked, refusalOf } from './looked.ts';
import { isMask, maskView, redrawMask } from './masking.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { redrawCreate } from './new-request.ts';
import { isEscalation, redrawEscalation } from './escalating.ts';
import { voice } from './voice.ts';
import { look } from './show.ts';
import { doneMessage } from './views/command.ts';
import { TICKET_WINDOW } from './views/show.ts';
import { noticeView, refusalMessage, refusalView } from './views/refusal.ts';

/** A person pressed something: a verb, a way to look at something, or a choice within a form. */
export async function press(parts: Parts, click: Click, respond: RespondFn | undefined): Promise<void> {
  const tell = teller(parts, click, respond);
  const { meant } = click;
  if (meant.kind === 'choice' && isMask(click)) return redrawMask(parts, click);
  if (isTemplate(click)) return chooseTemplate(parts, click);
  if (meant.kind === 'choice' && isBatch(click)) return redrawBatch(parts, click);
  if (meant.kind === 'choice') return isEscalation(click) ? redrawEscalation(parts, click) : redrawCreate(parts, click);
  if (meant.kind === 'go') return go(parts, click, meant.go, meant.value, tell);
  const { verb, ticket, chosen } = meant;
  return forms[verb] && chosen === null
    ? openForm(parts, click, verb, ticket, 'of' in meant ? meant.of : undefined)
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

/** Verbs whose form names those up the chain. */
const CHAINED: readonly Verb[] = ['escalate', 'escalate_to_team', 'send_higher'];
/** As many as a menu takes. */
const MOST_TAGS = 100;
const NO_CHAIN = { links: [], gaps: [] };

/**
 * Opens the form of a verb at once, from the press alone: a trigger lives three seconds. Whether the person may do it is
 * found out meanwhile, and a form he may not send turns into the reason.
 */
export async function openForm(
  parts: Parts,
  { trigger, user, view }: Pick<Click, 'trigger' | 'user' | 'view'>,
  verb: Verb,
  number: TicketNumber,
  of?: number,
) {
  const form = forms[verb];
  if (!form) return;
  const first = form.needs === 'nothing' ? form.draw(blank(parts, number, user)) : loadingView(languageOf(parts, user));
  const modal = view?.['type'] === 'modal';
  const [opened, looked] = await Promise.all([
    modal
      ? parts.read.views.push({ trigger_id: trigger, view: first })
      : parts.read.views.open({ trigger_id: trigger, view: first }),
    parts.desk.look(number, user),
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  const no = refusalOf(looked, verb, parts.now());
  if (no) await parts.read.views.update({ view_id, view: refusalView(no, voice(parts, user)) });
  else if (!('kind' in looked) && (form.needs === 'ticket' || form.asksMore?.(looked, parts.book())))
    await parts.read.views.update({ view_id, view: await formOf(parts, verb, looked, of) });
}

/** What a form is drawn from that knows only which ticket it is about. */
const blank = (parts: Parts, number: TicketNumber, viewer: PersonId): FormModel => ({
  number,
  viewer,
  ...voice(parts, viewer),
  reading: null,
  chain: NO_CHAIN,
  told: [],
});

/** The form of a verb for somebody who may, drawn from the ticket. `of`: the event from which it is opened. */
export async function formOf(
  parts: Parts,
  verb: Verb,
  looked: Exclude<Looked, Refusal>,
  of: number | undefined,
): Promise<ModalView> {
  const { actor, ticket } = looked;
  const form = forms[verb];
  if (!form) throw new Error('a verb that asks nothing');
  if (verb === 'mask') return maskView(parts, looked, actor.id, of, null);
  const chain = CHAINED.includes(verb) ? await parts.desk.chain(looked, actor.id) : NO_CHAIN;
  const told = verb === 'split' ? await parts.outbox.history(parts.desk.workspace, ticket.number) : [];
  const used = verb === 'tag' ? await parts.store.tags(parts.desk.workspace, MOST_TAGS) : [];
  const said = await saidFor(parts, verb, looked, of);
  return typeof said === 'string'
    ? cannotReword(parts, verb, looked, said)
    : form.draw({ ...blank(parts, ticket.number, actor.id), reading: looked, chain, said, told, used, chosen: of });
}

/** The words that a verb would change, if this person may: nobody reads words in a form that he may not read elsewhere. */
async function saidFor(parts: Parts, verb: Verb, { actor, ticket }: Exclude<Looked, Refusal>, of: number | undefined) {
  if (!ruleOf(verb).rewords) return null;
  const said = await parts.desk.uttered(ticket.number, of === undefined ? { lastBy: actor.id } : { of });
  if (!said) return 'nothing_said';
  return mayReword(ticket, said, actor.id, rolesOf(actor, ticket)) ? said : 'not_your_words';
}
function cannotReword(
  parts: Parts,
  verb: Verb,
  { actor, ticket, group }: Exclude<Looked, Refusal>,
  why: 'nothing_said' | 'not_your_words',
) {
  const refusal = refuse(why, verb, actor, ticket, [], { at: parts.now(), group });
  return refusalView(refusal, voice(parts, actor.id));
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
