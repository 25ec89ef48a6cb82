import { isDeepStrictEqual } from 'node:util';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Written } from '../desk/drafts.ts';
import { refuse, type Refusal } from '../domain/decide.ts';
import type { TicketNumber } from '../domain/language.ts';
import { maySettle, type Scheduled } from '../domain/scheduled.ts';
import type { Template, TemplateAct } from '../domain/templates.ts';
import { mayReadInternal, rolesOf } from '../domain/ticket.ts';
import { type Click, metadata, readMetadata, typedTicket } from './codec.ts';
import { actLabel, actsBlock, afterText } from './composer/blocks.ts';
import { withKeptAsked } from './composer/kept-files.ts';
import { refilled } from './composer/refill.ts';
import { fieldBlock } from './forms/fields.ts';
import { loadingView } from './forms/loading.ts';
import { context, inline, message, type Message, section } from './kit.ts';
import { formOf } from './open-form.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { doneMessage } from './views/command.ts';
import type { Scene } from './views/facts.ts';
import { refusalMessage, refusalSentence, refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

/** An answer that waits for its time: `now.1042.7` sends it, `change.1042.7` opens it. */
export async function pressScheduled(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const [how = '', ticket = '', which = ''] = value.split('.');
  const number = typedTicket.safeParse(ticket);
  if (!number.success) return;
  if (how === 'change') return change(parts, click, number.data, which);
  const said = await sendNow(parts, click, number.data, Number(which));
  if (said) await tell(said);
}

/** It goes at once, in the name of whoever wrote it. */
async function sendNow(parts: Parts, { user, trigger }: Click, number: TicketNumber, seq: number) {
  const scene = voice(parts, user);
  const key = trigger === '' ? null : `press:${trigger}`;
  const outcome = await parts.desk.sendNow(number, { seq, by: user, key });
  if (outcome.kind === 'refused') return notSent(outcome, scene);
  if (outcome.kind === 'repeated' || outcome.act.verb === 'create') return null;
  return doneMessage({ ...scene, verb: outcome.act.verb, number, seq: null });
}

/** Where something that goes with it is refused, that is said. */
function notSent(refusal: Refusal, scene: Scene): Message {
  if (!refusal.besides) return refusalMessage(refusal, scene);
  const act = inline(actLabel(refusal.besides as TemplateAct, scene));
  const why = wordsOf(scene.language).sending.withheld(act, refusalSentence(refusal, scene));
  return message(why, [section(`🚫 ${why}`)]);
}

/** It opens as it was filled in. */
async function change(parts: Parts, click: Click, number: TicketNumber, which: string): Promise<void> {
  const { user } = click;
  const opened = await open(parts, click);
  if (!opened) return;
  const looked = await parts.desk.look(number, user);
  const drawn = async (view: ModalView) => void (await parts.read.views.update({ view_id: opened, view }));
  const no = (refusal: Refusal) => drawn(refusalView(refusal, voice(parts, user)));
  if ('kind' in looked) return no(looked);
  const { actor, ticket } = looked;
  const one = ticket.scheduled;
  if (!mayReadInternal(actor, ticket)) return no(refuse('no_ticket', 'show', actor, null));
  if (!one || String(one.seq) !== which) return no(refuse('not_scheduled', 'unschedule', actor, ticket));
  if (!maySettle(one, user, rolesOf(actor, ticket))) return no(refuse('not_your_answer', 'unschedule', actor, ticket));
  const [view, all] = await Promise.all([
    formOf(parts, one.verb, looked, undefined),
    parts.templates.all(parts.desk.workspace),
  ]);
  await drawn(begun(view, one, all, voice(parts, user)));
}

async function open({ read, ...parts }: Parts, { trigger, user, view }: Click): Promise<string | undefined> {
  const loading = { trigger_id: trigger, view: loadingView(languageOf(parts, user)) };
  const opened = view?.['type'] === 'modal' ? await read.views.push(loading) : await read.views.open(loading);
  return opened.view?.id;
}

/** The form as it was filled in, with what was to be done with it. */
function begun(view: ModalView, one: Scheduled, all: readonly Template[], scene: Scene): ModalView {
  const memory = readMetadata(view.private_metadata ?? '');
  const used = all.filter(({ code }) => one.templates.includes(code));
  const offered = used.flatMap(({ code, acts }) => acts.map((act, at) => ({ as: `${code}.${at}`, act })));
  const ticked = offered.filter(({ act }) => one.acts.some((same) => isDeepStrictEqual(same, act))).map(({ as }) => as);
  const gone = one.acts.filter((act) => !offered.some((same) => isDeepStrictEqual(same.act, act)));
  const answers = { ...answersIn(one.answer), send_at: one.at.toISOString() };
  const alone = one.verb !== 'reply';
  const words = wordsOf(scene.language);
  const lost = gone.map((act) => inline(actLabel(act, scene))).join(' · ');
  return {
    ...view,
    private_metadata: metadata({
      ...(memory.success && memory.data),
      replaces: one.seq,
      templates: used.map(({ code }) => code),
    }),
    blocks: afterText(withKeptAsked(refilled(view.blocks as KnownBlock[], answers), one, words), [
      ...(gone.length === 0 ? [] : [context(words.sending.lost(lost))]),
      ...actsBlock(used, scene, { drawn: 0, ticked, alone }),
    ]),
  };
}

/** What was answered, under the names of the questions of its form. */
const answersIn = ({ fields, ...answer }: Record<string, unknown>): Written['answers'] => ({
  ...asGiven(answer, (name) => name),
  ...asGiven(Object(fields) as Record<string, unknown>, fieldBlock),
});

const asGiven = (answers: Record<string, unknown>, called: (name: string) => string): Written['answers'] =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, given]): [string, string | string[]][] => {
      if ((typeof given === 'string' && given !== '') || typeof given === 'number')
        return [[called(name), String(given)]];
      return Array.isArray(given) ? [[called(name), given.filter((one) => typeof one === 'string')]] : [];
    }),
  );
