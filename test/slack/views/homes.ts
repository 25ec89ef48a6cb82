import type { HomeReading } from '../../../src/desk/home.ts';
import { boardsFor, type HomeLeaf } from '../../../src/domain/boards.ts';
import type { PersonId } from '../../../src/domain/language.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { book, support } from './make.ts';

const SHELF = [
  { id: 3, name: 'Today', group: null },
  { id: 7, name: 'Nobody’s', group: support.key },
];

type Seats = { agent?: true; lead?: true; admin?: true; reports?: readonly PersonId[] };

/** An App Home on one of its boards; every board has as many tickets as are shown. */
export function homeOf(
  viewer: PersonId,
  { agent, lead, admin, reports = [] }: Seats,
  leaf: Partial<HomeLeaf> & Pick<HomeLeaf, 'board'>,
  {
    tickets = [],
    count = tickets.length,
    load = [],
  }: { tickets?: readonly Ticket[]; count?: number } & Partial<Pick<HomeReading, 'load'>> = {},
): HomeReading {
  const all = book.groups.map(({ key }) => key);
  const person = {
    kind: 'person' as const,
    id: viewer,
    agentOf: agent ? all : [],
    leadOf: lead ? [support.key] : [],
    admin: admin === true,
    active: true,
  };
  const groups = agent || admin ? all : person.leadOf;
  const about = {
    person,
    groups,
    led: admin ? all : person.leadOf,
    reports,
    views: agent === true ? SHELF : [],
    leaf: null,
  };
  const boards = boardsFor(about);
  return {
    viewer: about,
    boards,
    leaf: { group: null, agent: null, page: 0, ...leaf },
    counts: Object.fromEntries(boards.map((board) => [board, count])),
    groups: all.map((key, at) => ({ key, count: at === 0 ? count : 0 })),
    agents: load.length,
    theirs: count,
    tickets,
    load,
  };
}
