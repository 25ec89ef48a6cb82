import type { KnownBlock, ModalView } from '@slack/types';
import type { Written } from '../desk/drafts.ts';
import { refuse } from '../domain/decide.ts';
import { maySettle } from '../domain/scheduled.ts';
import { mayReadInternal, rolesOf } from '../domain/ticket.ts';
import { type Click, metadata, readMetadata, typedTicket } from './codec.ts';
import { refilled } from './composer/refill.ts';
import { fieldBlock } from './forms/fields.ts';
import { loadingView } from './forms/loading.ts';
import { formOf } from './open-form.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { doneMessage } from './views/command.ts';
import { refusalMessage, refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';

/** An answer that waits for its time: `now.1042.7` sends it, `change.1042.7` opens it. */
export async function pressScheduled(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const [how = '', ticket = '', which = ''] = value.split('.');
  const number = typedTicket.safeParse(ticket);
  if (!number.success) return;
  const { user, trigger } = click;
  const scene = voice(parts, user);
  const opened = how === 'change' ? await open(parts, click) : undefined;
  const looked = await parts.desk.look(number.data, user);
  const no = async (refusal: Parameters<typeof refusalMessage>[0]): Promise<void> =>
    opened
      ? void (await parts.read.views.update({ view_id: opened, view: refusalView(refusal, scene) }))
      : void (await tell(refusalMessage(refusal, scene)));
  if ('kind' in looked) return no(looked);
  const one = looked.ticket.scheduled;
  if (!mayReadInternal(looked.actor, looked.ticket)) return no(refuse('no_ticket', 'show', looked.actor, null));
  if (!one || String(one.seq) !== which) return no(refuse('not_scheduled', 'unschedule', looked.actor, looked.ticket));
  if (!maySettle(one, user, rolesOf(looked.actor, looked.ticket)))
    return no(refuse('not_your_answer', 'unschedule', looked.actor, looked.ticket));
  const { verb, answer, seq, warned } = one;
  if (opened) {
    const view = begun(
      await formOf(parts, verb, looked, undefined),
      { ...answersIn(answer), send_at: one.at.toISOString() },
      seq,
    );
    return void (await parts.read.views.update({ view_id: opened, view }));
  }
  const key = trigger === '' ? null : `press:${trigger}`;
  const outcome = await parts.desk.act(number.data, {
    verb,
    by: user,
    input: answer,
    key,
    scheduled: seq,
    knowing: warned,
  });
  if (outcome.kind === 'refused') return no(outcome);
  if (outcome.kind === 'done') await tell(doneMessage({ ...scene, verb, number: number.data, seq: null }));
}

async function open({ read, ...parts }: Parts, { trigger, user, view }: Click): Promise<string | undefined> {
  const loading = { trigger_id: trigger, view: loadingView(languageOf(parts, user)) };
  const opened = view?.['type'] === 'modal' ? await read.views.push(loading) : await read.views.open(loading);
  return opened.view?.id;
}

/** The form as it was filled in. */
function begun(view: ModalView, answer: Written['answers'], replaces: number): ModalView {
  const memory = readMetadata(view.private_metadata ?? '');
  return {
    ...view,
    private_metadata: metadata({ ...(memory.success && memory.data), replaces }),
    blocks: refilled(view.blocks as KnownBlock[], answer),
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
      if (typeof given === 'string' || typeof given === 'number') return [[called(name), String(given)]];
      return Array.isArray(given) ? [[called(name), given.filter((one) => typeof one === 'string')]] : [];
    }),
  );
