import type { KnownBlock, ModalView } from '@slack/types';
import type { Drawing } from '../../desk/outbox.ts';
import type { Alike } from '../../desk/similar.ts';
import { openIn, whyNot } from '../../domain/decide.ts';
import type { Person, TicketNumber } from '../../domain/language.ts';
import { isSolvedTicket } from '../../domain/similar.ts';
import { isOpenTicket, type Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, cut, divider, inline, modal, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import { pageButton } from './presses.ts';
import { row } from './row.ts';

/** Those that the card names. */
const NAMED = 3;
const TITLE = 60;

/** One line of the agents' card: others that it is like, those that were solved first. */
export function likeOf({ ticket, alike, links }: Drawing, words: Catalog): KnownBlock[] {
  if (!isOpenTicket(ticket)) return [];
  const others = alike.filter(({ number }) => links.every((link) => link.number !== number));
  if (others.length === 0) return [];
  const solved = others.filter((one) => one.solved);
  const named = [...solved, ...others.filter((one) => !one.solved)]
    .slice(0, NAMED)
    .map((one, nth) => (nth === 0 ? `${ticketId(one.number)} ${cut(inline(one.title), TITLE)}` : ticketId(one.number)));
  const said = `🔁 ${bold(words.similar.summary(others.length, solved.length))}: ${named.join(' · ')}`;
  return [section(said, pageButton('similar', 'see', similarValue(ticket.number, 'see'), words.similar.see))];
}

export type SimilarPress = 'see' | 'reply' | 'merge' | 'duplicate' | 'link';
const similarValue = (number: TicketNumber, press: SimilarPress, other?: TicketNumber): string =>
  `${press}.${number}${other === undefined ? '' : `.${other}`}`;

type SimilarModel = Scene & { ticket: Ticket; actor: Person; alike: readonly Alike[] };
const SHOWN = 5;
const ANSWER = 400;

/** The others one under another, each with what one press can do about it. */
export function similarView({ ticket, actor, alike, ...scene }: SimilarModel): ModalView {
  const words = wordsOf(scene.language);
  const id = ticketId(ticket.number);
  const linked = new Set(ticket.links.map((link) => link.ticket));
  const others = solvedFirst(alike.filter((one) => !linked.has(one.ticket.number))).slice(0, SHOWN);
  const presses = others.map((one) => pressesFor(ticket, actor, one, words));
  const blocks = others.flatMap((one, nth): KnownBlock[] => [
    divider,
    row(one.ticket, { ...scene, viewer: actor.id, actor, as: 'agent' }),
    ...(one.answer === null ? [] : [context(words.similar.answer), section(quote(one.answer, ANSWER))]),
    ...(one.ticket.solution === null
      ? []
      : [context(words.processing.solved), section(quote(one.ticket.solution, ANSWER))]),
    ...(presses[nth] ?? []),
  ]);
  const how = presses.some((some) => some.length > 0) ? words.similar.intro(id) : words.similar.onlyLooks(id);
  const intro = others.length === 0 ? section(words.similar.none) : context(how);
  return modal({ title: words.similar.title(id), close: words.forms.close }, [intro, ...blocks]);
}

/** An answer is nearer than somebody who looks for one. */
export const solvedFirst = (alike: readonly Alike[]): Alike[] => [
  ...alike.filter((one) => isSolvedTicket(one.ticket)),
  ...alike.filter((one) => !isSolvedTicket(one.ticket)),
];

/** Only what this person may do, and what makes sense with the other one. */
function pressesFor(ticket: Ticket, actor: Person, { ticket: other, answer }: Alike, { similar }: Catalog) {
  const may = {
    reply: answer !== null && whyNot('reply', actor, ticket) === null,
    merge: isOpenTicket(other) && whyNot('merge', actor, ticket) === null,
    duplicate: whyNot('resolve_internally', actor, ticket) === null,
    link: openIn(other).includes('link') && whyNot('link', actor, ticket) === null,
  };
  const presses = (['reply', 'merge', 'duplicate', 'link'] as const).filter((press) => may[press]);
  return actions(
    presses.map((press) =>
      pageButton(
        'similar',
        `${press}.${other.number}`,
        similarValue(ticket.number, press, other.number),
        similar.presses[press],
      ),
    ),
  );
}
