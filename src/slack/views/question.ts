import type { KnownBlock } from '@slack/types';
import type { Drawing } from '../../desk/outbox.ts';
import type { Cause, PersonId } from '../../domain/language.ts';
import { cut, context, date, inline, quote, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { factsOf, wordsWith } from './events.ts';
import { nameOf, type Scene, standingOf } from './facts.ts';

type Question = { ask: string; cause: Cause | null };

/** What is asked: in the words of whoever asks, or in ours where a rule does. Raw. */
export const questionOf = ({ ask, cause }: Question, { language }: Pick<Scene, 'language'>): string => {
  const words = wordsOf(language);
  return cause ? words.manager.byRule(words.ticket.cause(cause)) : ask;
};

/** Who asks, and since when. */
export const askerOf = ({ from, at }: { from: PersonId | null; at: Date }, { book, language }: Scene): string => {
  const words = wordsOf(language);
  return from ? words.manager.asked(nameOf(book, from, words), date(at)) : words.manager.askedByRule(date(at));
};

const QUESTION = 500;
const WHY = 300;

/** For agents: what was asked of those above and why now; afterwards what they said. Without a word of what is private. */
export function askedAbove(drawing: Drawing, scene: Scene): KnownBlock[] {
  const { ticket, decided } = drawing;
  const words = wordsOf(scene.language);
  if (ticket.state === 'escalated') {
    const { ask, reason, cause, from, to } = ticket.escalation;
    if (ticket.private) return [context(words.ticket.standing.escalated(hushed(standingOf(ticket, scene))))];
    if (to === null || cause || !from) return [];
    const why = reason === '' ? '' : `\n${words.manager.why(cut(inline(reason), WHY))}`;
    return [section(`${words.manager.question(nameOf(scene.book, from, words))}\n${quote(ask, QUESTION)}${why}`)];
  }
  if (!decided) return [];
  const facts = factsOf(decided, ticket, scene.book, words);
  const hidden = ticket.private ? { ...facts, reason: null } : facts;
  const head = `${words.events.thread[decided.verb](hidden)} · ${date(decided.at)}`;
  const said = ticket.private ? null : wordsWith(decided);
  return [said === null ? context(head) : section(`${head}\n${quote(said, QUESTION)}`)];
}

/** The rule may be a rating, and a rating is the requester's. */
const hushed = (standing: ReturnType<typeof standingOf>) => ({
  ...standing,
  escalation: standing.escalation && { ...standing.escalation, cause: null },
});
