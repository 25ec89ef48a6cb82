import type { Told } from '../../desk/told.ts';
import type { TriggerTrouble } from '../../desk/trigger-memory.ts';
import { type Language, personId, ticketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { triggeredBy } from '../../domain/verbs/triggering.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, inline, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { nameOf, type Scene } from './facts.ts';
import { pageButton, showButton } from './presses.ts';

type Reader = Pick<Scene, 'book' | 'language'>;

/** Something about a trigger that those who may change it have to see to. */
export function troubleMessage(
  { kind, name, ticket, named, overAt }: TriggerTrouble,
  { book, language }: Reader,
): Message {
  const words = wordsOf(language);
  const { triggers } = words;
  const person = kind === 'broken' && named !== null && book.people.has(personId(named)) ? personId(named) : null;
  const id = ticket === null ? '' : ticketId(ticketNumber(ticket));
  const text = triggers.trouble[kind]({
    name: bold(inline(name)),
    id,
    named: person ? nameOf(book, person, words) : inline(named ?? ''),
    person: person !== null,
  });
  return message(text, [
    section(`⚠️ ${text}`),
    context(overAt ? triggers.over : triggers.todo),
    ...actions([pageButton('trigger', 'list', 'list.0', triggers.list.title)]),
  ]);
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
