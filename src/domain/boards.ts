import { type GroupKey, type PersonId, type State, STATES, isOpen } from './language.ts';

const open = STATES.filter(isOpen);

type Board = {
  states: readonly State[];
  whose: 'requester' | 'creator' | 'assignee' | 'group' | 'target' | 'follower';
  /** Also what was put away. */
  archived?: true;
};

/** The lists that the desk keeps. One row is one section of the App Home and one word after `/ticket`. */
export const boards = {
  asked: { states: [...open, 'resolved'], whose: 'requester' },
  /** What one has asked for others. */
  raised: { states: [...open, 'resolved'], whose: 'creator' },
  /** What one hears of besides. */
  followed: { states: [...open, 'resolved'], whose: 'follower' },
  held: { states: open, whose: 'assignee' },
  queue: { states: ['new'], whose: 'group' },
  /** What somebody asked for and what is over. */
  ended: { states: ['completed', 'cancelled'], whose: 'requester', archived: true },
  /** All that somebody ever asked for. */
  ever: { states: STATES, whose: 'requester', archived: true },
  decide: { states: ['escalated'], whose: 'target' },
} as const satisfies Record<string, Board>;

export type BoardName = keyof typeof boards;
export const boardOf = (name: BoardName): Board => boards[name];

/** Whose list is wanted, and how much of it. */
export type BoardAsk = {
  board: BoardName;
  person: PersonId;
  groups: readonly GroupKey[];
  limit: number;
  skip?: number;
};
