import { ticketId } from '../codec.ts';
import { context, cut, inline, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { type Scene, sinceOf, stateLine } from './facts.ts';
import type { Listed } from './list.ts';
import { verbButton } from './presses.ts';

/** As many as one message shows. */
export const ABANDONED = 15;
const TITLE = 160;

/** For a lead: the open tickets of those who have left, each with the way out. */
export function abandonedMessage({ tickets, total, ...scene }: Scene & Listed): Message {
  const words = wordsOf(scene.language);
  const text = words.card.abandoned(total);
  const rows = tickets.map((ticket) => {
    const title = ticket.private ? '🔒' : cut(inline(ticket.title), TITLE);
    const age = words.time.age(scene.now.getTime() - sinceOf(ticket).getTime());
    const forward = verbButton('forward', ticket.number, words.verbs.labels.forward);
    return section(`*${ticketId(ticket.number)}* ${title}\n${stateLine(ticket, scene)} · ${age}`, forward);
  });
  const left = total - tickets.length;
  return message(text, [section(text), ...rows, ...(left > 0 ? [context(words.lists.more(left))] : [])]);
}
