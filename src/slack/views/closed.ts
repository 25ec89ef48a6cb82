import type { ClosedChannel } from '../../desk/closed.ts';
import type { Language } from '../../domain/language.ts';
import { bold, context, date, inline, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';

/** An agents' channel is missing: what that means, and what brings the cards back. Later: that it is over. */
export function closedMessage(about: ClosedChannel, language: Language): Message {
  const { closed } = wordsOf(language);
  const { why, groups, tickets, since, openAt } = about;
  const channel = `<#${about.channel}>`;
  const names = groups.map((name) => bold(inline(name))).join(', ');
  if (openAt !== null) {
    const over = groups.length > 0 ? closed.back(channel, names) : closed.elsewhere(channel);
    return message(over, [section(over), context(date(openAt))]);
  }
  const missing = closed.missing(channel, names, closed.why[why]);
  return message(missing, [
    section(`⚠️ ${missing}`),
    section(closed.tickets(tickets)),
    section(`${closed.todo[why](channel)} ${closed.orElse}`),
    context(date(since)),
  ]);
}
