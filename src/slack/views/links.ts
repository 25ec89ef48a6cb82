import type { KnownBlock } from '@slack/types';
import type { Drawing, LinkedTicket } from '../../desk/outbox.ts';
import { LINK_KINDS } from '../../domain/language.ts';
import { ticketId } from '../codec.ts';
import { context } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';

const ORDER = [...LINK_KINDS, 'repeated_by'] as const;

/** One line: what belongs with a ticket, each kind with its numbers. */
function lineOf(links: readonly LinkedTicket[], { card }: Catalog, name: (link: LinkedTicket) => string): KnownBlock[] {
  const kinds = ORDER.flatMap((how) => {
    const ids = links.filter((link) => link.how === how).map(name);
    return ids.length === 0 ? [] : [card.links[how](ids.join(', '))];
  });
  return kinds.length === 0 ? [] : [context(`🔗 ${kinds.join(' · ')}`)];
}

/** For agents: with the state of each, unless it is private or has this one's place. */
export const belongingOf = ({ links }: Drawing, words: Catalog): KnownBlock[] =>
  lineOf(links, words, ({ number, how, state, private: hidden }) =>
    hidden || how === 'merged_into' ? ticketId(number) : `${ticketId(number)} (${words.ticket.states[state]})`,
  );

/** For a requester: only his own, and nothing of how agents see them. */
export const ownLinksOf = ({ ticket, links }: Drawing, words: Catalog): KnownBlock[] =>
  lineOf(
    links.filter(({ requester, state }) => requester === ticket.requester && state !== 'spam'),
    words,
    ({ number }) => ticketId(number),
  );
