import type { ModalView } from '@slack/types';
import { type Refusal, refuse } from '../domain/decide.ts';
import type { PersonId, TicketNumber } from '../domain/language.ts';
import { ruleOf, type Verb } from '../domain/verbs.ts';
import { rolesOf } from '../domain/ticket.ts';
import { mayReword } from '../domain/verbs/rewording.ts';
import type { Click } from './codec.ts';
import { withDraft } from './composer/drafts.ts';
import { heldView } from './composer/warning.ts';
import type { FormModel } from './forms/form.ts';
import { forms } from './forms/forms.ts';
import { loadingView } from './forms/loading.ts';
import { type Looked, refusalOf } from './looked.ts';
import { maskView } from './masking.ts';
import { languageOf, type Parts } from './parts.ts';
import { refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';

/** Verbs whose form names those up the chain. */
const CHAINED: readonly Verb[] = ['escalate', 'escalate_to_team', 'send_higher'];
/** As many as a menu takes. */
const MOST_TAGS = 100;
const NO_CHAIN = { links: [], gaps: [] };

/** `of`: the event that it is about. `begun`: words that were typed elsewhere, and why they did not go from there. */
type Begun = { of?: number | undefined; begun?: string; halted?: Refusal };
/**
 * Opens the form of a verb at once, from the press alone: a trigger lives three seconds. Whether the person may do it is
 * found out meanwhile, and a form he may not send turns into the reason. */
export async function openForm(
  parts: Parts,
  { trigger, user, view }: Pick<Click, 'trigger' | 'user' | 'view'>,
  verb: Verb,
  number: TicketNumber,
  { of, begun, halted }: Begun = {},
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
  else if (form.needs === 'ticket' && !('kind' in looked)) {
    const drawn = await withDraft(parts, user, await formOf(parts, verb, looked, of), begun);
    await parts.read.views.update({ view_id, view: halted ? heldView(parts, user, drawn, halted) : drawn });
  }
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
  const sealed =
    verb === 'unmask' || verb === 'destroy' ? await parts.store.masking.parts(parts.desk.workspace, ticket.number) : [];
  return typeof said === 'string'
    ? cannotReword(parts, verb, looked, said)
    : form.draw({
        ...blank(parts, ticket.number, actor.id),
        reading: looked,
        chain,
        said,
        told,
        used,
        sealed,
        chosen: of,
      });
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
