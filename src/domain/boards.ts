import { type GroupKey, type Person, type PersonId, type State, STATES, isOpen } from './language.ts';

const open = STATES.filter(isOpen);
const taken = open.filter((state) => state !== 'new');

type Board = {
  states: readonly State[];
  /**
   * `requester` to `agent`: of one person. `groups`: of the groups in which somebody works. `led`: of those that he leads.
   * An administrator works in all groups and leads all, but for what is private there.
   */
  whose: 'requester' | 'creator' | 'assignee' | 'target' | 'follower' | 'agent' | 'groups' | 'led';
  /** Not all that is in these states. `their_turn`: the requester's. `late` is also at risk. */
  only?: 'their_turn' | 'replied' | 'at_risk' | 'late';
  /** What comes first; without it, what changed last. */
  order?: 'their_turn' | 'urgency' | 'longest' | 'due';
  /** Also what somebody has himself in groups where he has no seat. */
  elsewhere?: true;
  /** Also what was put away. */
  archived?: true;
};

/** The lists that the desk keeps. Most are boards of the App Home; some answer commands. */
export const boards = {
  asked: { states: [...open, 'resolved'], whose: 'requester', order: 'their_turn' },
  /** What one was asked, or is to look at. */
  waiting: { states: [...open, 'resolved'], whose: 'requester', only: 'their_turn' },
  /** What one has asked for others. */
  raised: { states: [...open, 'resolved'], whose: 'creator' },
  /** What one hears of besides. */
  followed: { states: [...open, 'resolved'], whose: 'follower' },
  /** What somebody asked for and what is over. */
  ended: { states: ['completed', 'cancelled'], whose: 'requester', archived: true },
  /** All that somebody ever asked for. */
  ever: { states: STATES, whose: 'requester', archived: true },
  decide: { states: ['escalated'], whose: 'target', order: 'longest' },
  held: { states: open, whose: 'assignee' },
  progress: { states: taken.filter((state) => state !== 'pending'), whose: 'assignee' },
  pending: { states: ['pending'], whose: 'assignee' },
  resolved: { states: ['resolved'], whose: 'assignee' },
  completed: { states: ['completed'], whose: 'assignee' },
  queue: { states: ['new'], whose: 'groups', order: 'urgency' },
  replied: { states: taken, whose: 'groups', only: 'replied', order: 'longest', elsewhere: true },
  risk: { states: open, whose: 'groups', only: 'at_risk', order: 'due', elsewhere: true },
  open: { states: open, whose: 'groups' },
  all: { states: STATES.filter((state) => state !== 'spam'), whose: 'groups' },
  spam: { states: ['spam'], whose: 'led' },
  late: { states: open, whose: 'led', only: 'late', order: 'due' },
  /** What one agent has of what the reader may read. */
  team: { states: open, whose: 'agent' },
} as const satisfies Record<string, Board>;

export type BoardName = keyof typeof boards;
export const BOARDS = Object.keys(boards) as BoardName[];
export const boardOf = (name: BoardName): Board => boards[name];

/** The lists of one person, as commands ask for them. */
type ListName = 'asked' | 'raised' | 'followed' | 'ended' | 'ever' | 'decide' | 'held';
/** Whose list is wanted, and how much of it. */
export type BoardAsk = { board: ListName; person: PersonId; limit: number; skip?: number };

/** `load`: who has how much. `setup`: the groups themselves. Neither is a list of tickets. */
export const HOME_BOARDS = [
  'decide',
  'queue',
  'held',
  'progress',
  'pending',
  'replied',
  'risk',
  'open',
  'all',
  'resolved',
  'completed',
  'late',
  'load',
  'team',
  'spam',
  'waiting',
  'asked',
  'raised',
  'followed',
  'ended',
  'setup',
] as const satisfies readonly (BoardName | 'load' | 'setup')[];
export type HomeBoard = (typeof HOME_BOARDS)[number];
export const isList = (board: HomeBoard): board is HomeBoard & BoardName => board !== 'load' && board !== 'setup';

/** Where somebody is in his App Home. `agent`: whose tickets `team` shows. */
export type HomeLeaf = { board: HomeBoard; group: GroupKey | null; agent: PersonId | null; page: number };

/** A saved view, as a menu names it; `group`: whose it is. */
type HomeShelved = { id: number; name: string; group: GroupKey | null };

/** Whoever opens his App Home, and what is his to look at. */
export type Viewer = {
  person: Person;
  /** The groups whose work he sees: his own; an administrator's are all. */
  groups: readonly GroupKey[];
  /** The groups that he leads; an administrator's are all. */
  led: readonly GroupKey[];
  /** Whose manager he is. */
  reports: readonly PersonId[];
  /** The searches that he has kept, and those of his groups. */
  views: readonly HomeShelved[];
  /** Where he was. */
  leaf: HomeLeaf | null;
};

const OWN: readonly HomeBoard[] = ['held', 'progress', 'pending', 'resolved', 'completed'];
/** Boards of what somebody asked for. */
export const REQUESTS: readonly HomeBoard[] = ['waiting', 'asked', 'raised', 'followed', 'ended'];

/** Is it a list of work, of which the same can be done to several? */
export const isWork = (board: HomeBoard): boolean =>
  isList(board) && !REQUESTS.includes(board) && board !== 'decide' && board !== 'spam';

/** The boards that somebody has. What an agent has himself, anybody may have who took something over. */
export function boardsFor({ person, groups, led, reports }: Viewer): HomeBoard[] {
  const works: readonly HomeBoard[] = groups.length > 0 ? ['queue', 'replied', 'risk', 'open', 'all'] : [];
  const leads: readonly HomeBoard[] = led.length > 0 ? ['late', 'spam'] : [];
  const manages: readonly HomeBoard[] = led.length > 0 || reports.length > 0 ? ['load', 'team'] : [];
  const runs: readonly HomeBoard[] = person.admin ? ['setup'] : [];
  const has = new Set<HomeBoard>(['decide', ...OWN, ...works, ...leads, ...manages, ...runs, ...REQUESTS]);
  return HOME_BOARDS.filter((board) => has.has(board));
}

/** May a board be looked at group by group? */
export const hasGroups = (board: HomeBoard): boolean =>
  board === 'load' || (isList(board) && ['groups', 'led'].includes(boards[board].whose));

/** The groups that a board is about. */
export const groupsOf = (board: HomeBoard, { groups, led }: Viewer): readonly GroupKey[] =>
  !hasGroups(board) ? [] : board === 'load' || boards[board as BoardName].whose === 'led' ? led : groups;

/** Rows of one page; a question for a decision takes three blocks. */
export const pageOf = (board: HomeBoard): number => (board === 'decide' ? 8 : 20);
/** As far as anything is counted, and as far as pages go. */
export const MOST = 1000;

/** Where somebody is who chose nothing, or something that is not there any more. */
export function leafFor(viewer: Viewer, decisions: number): HomeLeaf {
  const { leaf } = viewer;
  const has = boardsFor(viewer);
  if (leaf && has.includes(leaf.board) && (leaf.board !== 'team' || leaf.agent !== null)) {
    // Kept where nothing is told by group, so that it is there again on the next board.
    const among = hasGroups(leaf.board) ? groupsOf(leaf.board, viewer) : [...viewer.groups, ...viewer.led];
    const group = leaf.group !== null && among.includes(leaf.group) ? leaf.group : null;
    return { ...leaf, group, agent: leaf.board === 'team' ? leaf.agent : null };
  }
  const board = decisions > 0 ? 'decide' : has.includes('queue') ? 'queue' : has.includes('load') ? 'load' : 'asked';
  return { board, group: null, agent: null, page: 0 };
}

/** The last page there is, where the wanted one is not there any more. */
export const lastPage = (board: HomeBoard, count: number): number =>
  Math.max(0, Math.ceil(Math.min(count, MOST) / pageOf(board)) - 1);
