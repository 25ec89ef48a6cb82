import type { KnownBlock } from '@slack/types';
import type { Customer } from '../../desk/customer.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { bold, context, cut, date, divider, inline, quote, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { earlierRow } from './earlier.ts';
import { hasLeft, nameOf, type Scene } from './facts.ts';

export type CustomerModel = Customer & {
  /** From his profile, raw; empty where it does not say. */
  title: string;
  phone: string;
  open: readonly { ticket: Ticket; readable: boolean }[];
  ratings: readonly { ticket: TicketNumber; score: number; at: Date }[];
};

const OPEN = 8;
const ANSWER = 250;
const LINE = 150;

/** Who asks: his profile, what else he waits for, what he was told last, and what he thought of it. For agents only. */
export function customerBlocks(
  { title, phone, manager, open, answers, ratings }: CustomerModel,
  requester: PersonId,
  scene: Scene & { viewer: PersonId },
): KnownBlock[] {
  const { book, language, now } = scene;
  const words = wordsOf(language);
  const { customer } = words.window;
  const card = book.people.get(requester);
  const written = (text: string | null | undefined) => (text ? cut(inline(text), LINE) : null);
  const rows: [string, string | null][] = [
    [customer.facts.title, written(title)],
    [customer.facts.email, written(card?.email)],
    [customer.facts.phone, written(phone)],
    [customer.facts.here, card ? `${timeIn(card.tz, now, language)} (${inline(card.tz)})` : null],
    [customer.facts.language, card ? words.search.languages[card.language] : null],
    [customer.facts.manager, manager ? nameOf(book, manager, words) : customer.noManager],
    [customer.facts.mood, moodIn(ratings, customer)],
  ];
  const marks = [card?.guest && customer.guest, hasLeft(book, requester) && customer.left].filter(Boolean);
  const left = open.length - OPEN;
  return [
    section(
      [
        [bold(nameOf(book, requester, words)), ...marks].join(' · '),
        ...rows.flatMap(([name, fact]) => (fact === null ? [] : [`${bold(name)}: ${fact}`])),
      ].join('\n'),
    ),
    divider,
    section(bold(customer.open(open.length))),
    ...open.slice(0, OPEN).map((each) => earlierRow(each, true, scene)),
    ...(left > 0 ? [context(words.lists.more(left))] : []),
    divider,
    section(bold(customer.answers)),
    ...(answers.length === 0 ? [context(customer.noAnswers)] : []),
    ...answers.map(({ ticket, author, at, text }) =>
      section(`${bold(ticketId(ticket))} · ${nameOf(book, author, words)} · ${date(at)}\n${quote(text, ANSWER)}`),
    ),
  ];
}

/** What the clock on his wall says. */
function timeIn(zone: string, now: Date, language: string): string {
  try {
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    }).format(now);
  } catch {
    return '–';
  }
}

function moodIn(
  ratings: CustomerModel['ratings'],
  { mood }: { mood(average: string, count: number, last: string, id: string): string },
): string | null {
  const [last] = ratings.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  if (!last) return null;
  const average = ratings.reduce((sum, { score }) => sum + score, 0) / ratings.length;
  return mood(average.toFixed(1), ratings.length, '★'.repeat(last.score), ticketId(last.ticket));
}
