import type { HomeBoard, HomeLeaf } from '../domain/boards.ts';
import type { PersonId } from '../domain/language.ts';
import { type Found, foundBy } from '../domain/morning.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Deps } from './request.ts';

/** So many are looked through: of very many only what is most urgent counts. */
const LOOKED = 200;

export type Morning = Found & { decide: { tickets: Ticket[]; total: number } };

/**
 * What somebody finds when he begins to work: the questions that wait for his decision, and what he has to see to himself or
 * with those of his own groups. Null: nobody, or somebody who has left.
 */
export async function readMorning(
  { store, workspace, now }: Deps,
  person: PersonId,
  { zone, decisions }: { zone: string; decisions: number },
): Promise<Morning | null> {
  const viewer = await store.viewer(workspace, person);
  if (!viewer?.person.active) return null;
  const at = now();
  // An administrator may see every group; his mornings are about those in which he has a seat.
  const { agentOf, leadOf } = viewer.person;
  const seated = { ...viewer, groups: [...new Set([...agentOf, ...leadOf])] };
  const leaf = (board: HomeBoard): HomeLeaf => ({ board, group: null, agent: null, page: 0 });
  const rows = (board: HomeBoard) =>
    store.homeRows(workspace, { viewer: seated, leaf: leaf(board), now: at }, { limit: LOOKED, skip: 0 });
  const [decide, held, queue] = await Promise.all([
    store.board(workspace, { board: 'decide', person, limit: decisions }),
    rows('held'),
    rows('queue'),
  ]);
  return { decide, ...foundBy(person, [...held, ...queue], { zone, at }) };
}
