import { type PersonId, type TicketNumber, ticketNumber } from '../domain/language.ts';
import { ticketId, typedTicket } from './codec.ts';
import { message, section } from './kit.ts';
import type { Parts, Said } from './parts.ts';
import { plainText } from './text.ts';
import { refusalMessage } from './views/refusal.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

/** `?tell T-1050 words`, in the thread of a ticket that has asked another team. Null: something else. */
export function tellingOf(text: string, bot: string): { child: TicketNumber | null; words: string } | null {
  const marked = new RegExp(
    `^\\s*(?:\\?|<@${bot}(?:\\|[^>]*)?>[\\s,:]*)tell(?![\\w-])\\s*(\\S*)\\s*([\\s\\S]*)$`,
    'i',
  ).exec(text);
  if (!marked) return null;
  const [, named = '', words = ''] = marked;
  return { child: typedTicket.safeParse(named).data ?? null, words: words.trim() };
}

type Telling = {
  number: TicketNumber;
  user: PersonId;
  telling: NonNullable<ReturnType<typeof tellingOf>>;
  at: { channel: string; ts: string };
};

/** Words of the agents who ask, for the team that was asked. What it returns is shown to the person alone. */
export async function tell(parts: Parts, { number, user, telling, at }: Telling): Promise<Said> {
  const said = voice(parts, user);
  const words = wordsOf(said.language).team;
  const only = (text: string): Said => message(text, [section(text)]);
  const drawing = await parts.outbox.drawing(parts.desk.workspace, number);
  const linked = drawing?.linked ?? [];
  const child = linked.find((one) => one.number === telling.child);
  const text = plainText(telling.words, parts.book());
  if (linked.length === 0) return only(words.noChild);
  if (!child || text === '') return only(words.tellWhom(linked.map((one) => ticketId(one.number)).join(' / ')));
  const outcome = await parts.desk.act(ticketNumber(child.number), {
    verb: 'message',
    by: user,
    // It stands in the thread already, where whoever asked reads it.
    input: { text, source: at },
    key: `msg:${at.channel}:${at.ts}`,
  });
  return outcome.kind === 'refused' ? refusalMessage(outcome, said) : only(words.told(ticketId(child.number)));
}
