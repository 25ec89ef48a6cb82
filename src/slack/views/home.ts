import type { HomeView, KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { mineValue } from '../codec.ts';
import { actions, bold, context, divider, header, home, inline, LIMITS, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { decisions } from './decisions.ts';
import type { Scene } from './facts.ts';
import { goButton, pageButton } from './presses.ts';
import { row, waitsForRequester } from './row.ts';

export type Listed = { tickets: readonly Ticket[]; total: number };
export type HomeModel = Scene & {
  viewer: PersonId;
  isAgent: boolean;
  decide: Listed;
  asked: Listed;
  raised: Listed;
  held: Listed;
  queue: Listed;
};

/** Rows of all lists together: what a view takes, less headings, buttons and dividers. */
const ROWS = Math.floor((LIMITS.viewBlocks - 20) / 5);

/** What one person sees when he opens the app: what waits for his decision, an agent's work, his own requests. */
export function homeView({ decide, asked, raised, held, queue, isAgent, ...scene }: HomeModel): HomeView {
  const words = wordsOf(scene.language).lists;
  const yours = asked.tickets.filter(waitsForRequester);
  const mine = { ...asked, tickets: [...yours, ...asked.tickets.filter((ticket) => !waitsForRequester(ticket))] };
  const numbers = { asked: asked.total, yours: yours.length, held: held.total, queue: queue.total, agent: isAgent };
  const asAgent = { ...scene, as: 'agent' as const };
  const requests = list(words.mine, words.noneMine, mine, { ...scene, as: 'requester' });
  const groups = groupsOf(scene).map(inline).join(', ');
  return home([
    header(words.welcome),
    section(words.numbers(numbers)),
    ...actions([
      goButton('create', '', words.newRequest, 'primary'),
      ...(isAgent ? [goButton('contact', '', words.contact)] : []),
      goButton('home', '', words.refresh),
    ]),
    ...decisions(decide, scene),
    // A manager who took a ticket over has it too.
    ...(isAgent || held.total > 0 ? list(words.held, words.noneHeld, held, asAgent) : []),
    ...(isAgent ? list(words.queue(groups), words.noneQueue, queue, asAgent) : []),
    ...requests,
    ...actions([
      pageButton('mine', 'asked', mineValue({ board: 'asked', page: 0 }), words.seeOpen),
      pageButton('mine', 'ended', mineValue({ board: 'ended', page: 0 }), words.seeEnded),
    ]),
    ...(raised.total > 0 ? list(words.raised, '', raised, { ...scene, as: 'requester' }) : []),
  ]);
}

const groupsOf = ({ book, viewer }: Scene & { viewer: PersonId }): string[] =>
  book.groups
    .filter(({ members, leads }) => members.includes(viewer) || leads.includes(viewer))
    .map(({ name }) => name);

type RowScene = Parameters<typeof row>[1];

/** A heading and its rows, or a human word when there are none. */
function list(title: string, none: string, { tickets, total }: Listed, scene: RowScene): KnownBlock[] {
  const { more } = wordsOf(scene.language).lists;
  const shown = tickets.slice(0, ROWS);
  const left = total - shown.length;
  return [
    divider,
    section(bold(title)),
    ...(shown.length === 0 ? [context(none)] : shown.map((ticket) => row(ticket, scene))),
    ...(left > 0 ? [context(more(left))] : []),
  ];
}
