import type { TicketNumber } from '../../domain/language.ts';
import { notices } from '../../domain/notices.ts';
import { ruleOf, type Verb } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import { goButton, showButton, verbButton } from './presses.ts';

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

/** A verb was typed without its ticket. */
export function needsNumberMessage({ verb, language }: Scene & { verb: Verb | 'show' }): Message {
  const words = wordsOf(language);
  const text = words.asides.needsNumber(verb);
  return message(text, [section(text), ...actions([goButton('mine', '', words.card.mine)])]);
}

/** Nobody outside hears of it, so that it can be taken back. */
const silent = (verb: Verb): boolean =>
  verb !== 'undo' && ruleOf(verb).says === undefined && !notices[verb].some((told) => TELLING.includes(told));
const TELLING: readonly string[] = ['main', 'line', 'ping_assignee', 'ping_escalator', 'escalation_card'];

/** A typed verb is done: the card says it to all, this to whoever typed. */
export function doneMessage({ verb, number, language }: Scene & { verb: Verb; number: TicketNumber }): Message {
  const words = wordsOf(language);
  const text = words.verbs.done[verb](ticketId(number));
  const undo = silent(verb) ? [verbButton('undo', number, words.verbs.labels.undo)] : [];
  return message(text, [section(text), ...actions([showButton(number, words), ...undo])]);
}
