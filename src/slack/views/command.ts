import type { TicketNumber } from '../../domain/language.ts';
import { notices } from '../../domain/notices.ts';
import { NEVER_UNDONE } from '../../domain/verbs/undoing.ts';
import { ruleOf, type Verb } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, inline, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import { choiceButton, goButton, labelOf, showButton, verbButton } from './presses.ts';

/** What can be typed after `/ticket`, by an agent or by anybody. */
export function helpMessage({ agent, language }: Scene & { agent: boolean }): Message {
  const words = wordsOf(language);
  const { title, lines, agentLines, footer } = words.asides.help;
  return message(title, [
    section([bold(title), ...lines.map((line) => `• ${line}`)].join('\n')),
    ...(agent ? [section(agentLines.map((line) => `• ${line}`).join('\n'))] : []),
    context(footer),
    ...actions([goButton('create', '', words.lists.newRequest), goButton('mine', '', words.card.mine)]),
  ]);
}

/** A verb was typed without its ticket; `typed`: what stood before it. */
export function needsNumberMessage({
  verb,
  language,
  typed = '/ticket ',
}: Scene & { verb: Verb | 'show'; typed?: string }): Message {
  const words = wordsOf(language);
  const text = words.asides.needsNumber(`${typed}${typedVerb(verb)}`);
  return message(text, [section(text), ...actions([goButton('mine', '', words.card.mine)])]);
}

/** Words for another team, typed where the desk cannot know which ticket asks. */
export function tellElsewhereMessage({ number, language }: Scene & { number: TicketNumber }): Message {
  const words = wordsOf(language);
  const text = words.team.tellThere(ticketId(number));
  return message(text, [section(text), ...actions([showButton(number, words)])]);
}

/** `resolve_internally` as it is typed. */
const typedVerb = (verb: Verb | 'show') => verb.replaceAll('_', '-');

export type SlipModel = Scene & { typed: string; meant: Verb | 'show'; number: TicketNumber | null };

/** Nearly a verb: what was meant, one press away where the ticket is known. Nothing was done. */
export function slipMessage({ typed, meant, number, language }: SlipModel): Message {
  const words = wordsOf(language);
  const text = words.asides.slip(inline(typed), typedVerb(meant));
  if (number === null) return message(text, [section(text), ...actions([goButton('mine', '', words.card.mine)])]);
  const press =
    meant === 'show' ? showButton(number, words) : verbButton(meant, number, labelOf(meant, words), 'primary');
  return message(text, [section(text), ...actions([press])]);
}

/** Nobody outside hears of it, so that it can be taken back. */
const silent = (verb: Verb): boolean =>
  !NEVER_UNDONE.includes(verb) &&
  ruleOf(verb).says === undefined &&
  !notices[verb].some((told) => TELLING.includes(told));
const TELLING: readonly string[] = ['main', 'line', 'ping_assignee', 'ping_escalator', 'ping_added', 'escalation_card'];

/** `seq`: the event that its Undo takes back, and no later one. */
type DoneModel = Scene & { verb: Verb; number: TicketNumber; seq: number | null };
/** A typed verb is done: the card says it to all, this to whoever typed. */
export function doneMessage({ verb, number, seq, language }: DoneModel): Message {
  const words = wordsOf(language);
  const text = words.verbs.done[verb](ticketId(number));
  const undo = silent(verb) && seq !== null ? [choiceButton('undo', String(seq), number, words.verbs.labels.undo)] : [];
  return message(text, [section(text), ...actions([showButton(number, words), ...undo])]);
}
