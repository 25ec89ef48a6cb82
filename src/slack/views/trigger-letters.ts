import type { Told } from '../../desk/told.ts';
import type { TriggerTrouble } from '../../desk/trigger-memory.ts';
import { type Language, ticketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { triggeredBy } from '../../domain/verbs/triggering.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, inline, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { showButton } from './presses.ts';

/** Something about a trigger that those who may change it have to see to. */
export function troubleMessage({ kind, name, ticket, named, overAt }: TriggerTrouble, language: Language): Message {
  const { triggers } = wordsOf(language);
  const id = ticket === null ? '' : ticketId(ticketNumber(ticket));
  const text = triggers.trouble[kind]({ name: bold(inline(name)), id, named: inline(named ?? '') });
  return message(text, [section(`⚠️ ${text}`), context(overAt ? triggers.over : triggers.todo)]);
}

/** What a trigger tells in an agents' channel: nothing of what is private. */
export function channelMessage(told: Told, ticket: Ticket, language: Language): Message {
  const words = wordsOf(language);
  const by = triggeredBy.safeParse(told.input['trigger']);
  const text = words.triggers.channel({
    id: bold(ticketId(ticket.number)),
    title: ticket.private ? null : inline(ticket.title),
    trigger: `_${inline(by.success ? by.data.name : '')}_`,
  });
  return message(text, [section(`🔔 ${text}`), ...actions([showButton(ticket.number, words)])]);
}
