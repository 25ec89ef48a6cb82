import {
  boardsFor,
  type HomeBoard,
  type HomeLeaf,
  isList,
  lastPage,
  leafFor,
  pageOf,
  type Viewer,
} from '../domain/boards.ts';
import type { GroupKey, PersonId, WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Deps } from './request.ts';

/** What one agent has to do. `waiting`: it is somebody else's turn. */
export type Load = {
  agent: PersonId;
  open: number;
  waiting: number;
  risk: number;
  late: number;
  outUntil: Date | null;
};

/** Counted as far as `MOST` and one more. */
type Counts = Partial<Record<HomeBoard, number>>;
export type HomeCounts = {
  counts: Counts;
  /** Of the board that is looked at, by group. */
  groups: readonly { key: GroupKey; count: number }[];
  /** Those whose load is told. */
  agents: number;
  /** All that the agent has whose tickets are looked at, readable or not. */
  theirs: number;
};
export type HomePage = { limit: number; skip: number };
/** What a viewer wants counted, and where he is. */
export type HomeAsk = { viewer: Viewer; leaf: HomeLeaf; now: Date };

/** What an App Home needs of the desk's memory. */
export type Homes = {
  /** Whoever opens his App Home; null: nobody of this workspace. */
  viewer(workspace: WorkspaceId, person: PersonId): Promise<Viewer | null>;
  homeCounts(workspace: WorkspaceId, ask: HomeAsk): Promise<HomeCounts>;
  /** One page of the board on which he is. */
  homeRows(workspace: WorkspaceId, ask: HomeAsk, page: HomePage): Promise<Ticket[]>;
  load(workspace: WorkspaceId, ask: HomeAsk, page: HomePage): Promise<Load[]>;
};

/** All that an App Home is drawn from. */
export type HomeReading = HomeCounts & {
  viewer: Viewer;
  boards: readonly HomeBoard[];
  leaf: HomeLeaf;
  tickets: readonly Ticket[];
  load: readonly Load[];
};

/** What one person sees at home, in three statements; null: nobody, or somebody who has left. */
export async function readHome({ store, workspace, now }: Deps, person: PersonId): Promise<HomeReading | null> {
  const viewer = await store.viewer(workspace, person);
  if (!viewer?.person.active) return null;
  const boards = boardsFor(viewer);
  const at = now();
  const wanted = leafFor(viewer, 0);
  const counted = await store.homeCounts(workspace, { viewer, leaf: wanted, now: at });
  const { board, ...rest } = leafFor(viewer, counted.counts.decide ?? 0);
  const count = board === 'load' ? counted.agents : (counted.counts[board] ?? 0);
  const leaf = { ...rest, board, page: Math.min(rest.page, lastPage(board, count)) };
  const ask = { viewer, leaf, now: at };
  const page = { limit: pageOf(board), skip: leaf.page * pageOf(board) };
  return {
    ...counted,
    viewer,
    boards,
    leaf,
    tickets: isList(board) && count > 0 ? await store.homeRows(workspace, ask, page) : [],
    load: board === 'load' ? await store.load(workspace, ask, page) : [],
  };
}

/** What stands on these boards from their beginnings, each ticket once, for somebody who has them. */
export async function readBoards(
  { store, workspace, now }: Deps,
  person: PersonId,
  leaves: readonly HomeLeaf[],
  limit: number,
): Promise<Ticket[]> {
  const viewer = await store.viewer(workspace, person);
  if (!viewer?.person.active) return [];
  const his = leaves.filter(({ board }) => isList(board) && boardsFor(viewer).includes(board));
  const at = now();
  const ask = (leaf: HomeLeaf) => ({ viewer, leaf: leafFor({ ...viewer, leaf }, 0), now: at });
  const found = await Promise.all(his.map((leaf) => store.homeRows(workspace, ask(leaf), { limit, skip: 0 })));
  return [...new Map(found.flat().map((ticket) => [ticket.number, ticket])).values()].slice(0, limit);
}

/** Whose work a viewer may look at in numbers: of one group, or of all that he leads. */
export const ledIn = ({ viewer, leaf }: HomeAsk): readonly GroupKey[] =>
  leaf.group === null ? viewer.led : viewer.led.filter((key) => key === leaf.group);
/** The same of the groups in which he works. */
export const groupsIn = ({ viewer, leaf }: HomeAsk): readonly GroupKey[] =>
  leaf.group === null ? viewer.groups : viewer.groups.filter((key) => key === leaf.group);
