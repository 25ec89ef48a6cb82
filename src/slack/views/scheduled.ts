import type { KnownBlock } from '@slack/types';
import type { Scheduled } from '../../domain/scheduled.ts';
import type { Why } from '../../domain/decide.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ruleOf } from '../../domain/verbs.ts';
import { actLabel } from '../composer/blocks.ts';
import { filesOfAnswer } from '../composer/kept-files.ts';
import { actions, context, date, inline, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { nameOf, type Scene } from './facts.ts';
import { choiceButton, pageButton } from './presses.ts';
import { refusalSentence } from './refusal.ts';

type Where = Pick<Scene, 'book' | 'language'>;

/** What goes out by itself, or waits because the requester has written, and what can be done with it. */
export function scheduledOf(ticket: Ticket, scene: Where): KnownBlock[] {
  const { book, language } = scene;
  const { scheduled: one, number } = ticket;
  if (!one) return [];
  const words = wordsOf(language);
  const { sending } = words;
  const requester = ticket.private ? null : nameOf(book, ticket.requester, words);
  const who = nameOf(book, one.by, words);
  const goes = ruleOf(one.verb).from.includes(ticket.state);
  const at = date(one.at);
  const files = filesOfAnswer(one).length;
  const line = !goes
    ? sending.over(who, one.verb, at, words.ticket.stateIs[ticket.state])
    : one.stopped
      ? sending.stopped(who, one.verb, at, ...whyStopped(ticket, one, one.stopped, scene))
      : one.held
        ? sending.held(who, one.verb, at, requester)
        : sending.waits(who, one.verb, at);
  const which = `${number}.${one.seq}`;
  return [
    section(line),
    ...(files > 0 ? [context(sending.files(files))] : []),
    ...(one.acts.length > 0
      ? [context(sending.besides(one.acts.map((act) => inline(actLabel(act, scene))).join(' · ')))]
      : []),
    ...actions([
      ...(goes
        ? [
            pageButton('scheduled', 'now', `now.${which}`, sending.now),
            pageButton('scheduled', 'change', `change.${which}`, sending.change),
          ]
        : []),
      choiceButton('unschedule', String(one.seq), number, sending.cancel),
    ]),
  ];
}

/** What could not be done with it, and why. */
function whyStopped(
  ticket: Ticket,
  { acts }: Scheduled,
  { act: nth, why }: NonNullable<Scheduled['stopped']>,
  scene: Where,
): [string, string] {
  const act = acts[nth];
  const { refusals } = wordsOf(scene.language);
  if (!act || !isWhy(why, refusals)) return ['–', ''];
  const refusal = { kind: 'refused', why, verb: act.verb, ticket, faults: [], next: ['show'], outside: false } as const;
  return [inline(actLabel(act, scene)), refusalSentence(refusal, { ...scene, now: ticket.updatedAt })];
}
const isWhy = (why: string, { why: known }: Catalog['refusals']): why is Why => Object.hasOwn(known, why);
