import type { Person, PersonId, WorkspaceId } from '../domain/language.ts';
import { type Asked } from '../domain/search.ts';
import {
  isDefaultView,
  mayKeepView,
  maySeeView,
  MOST_NAME,
  type SavedView,
  viewKey,
  type ViewOwner,
} from '../domain/views.ts';

/** Where saved views are kept. */
export type ViewShelf = {
  /** All that this person keeps, and those of these groups, by name. */
  list(workspace: WorkspaceId, person: PersonId, groups: readonly string[]): Promise<SavedView[]>;
  /** One view by its number. */
  one(workspace: WorkspaceId, id: number): Promise<SavedView | null>;
  /** Under this name with this owner: a new one, or another name for one that is there. */
  put(
    workspace: WorkspaceId,
    view: { id: number | null; name: string; key: string; owner: ViewOwner; said: Asked },
  ): Promise<'saved' | 'taken' | 'too_many' | 'gone'>;
  remove(workspace: WorkspaceId, id: number): Promise<void>;
};

type Shelved = { views: ViewShelf; workspace: WorkspaceId };

export const viewsOf = ({ views, workspace }: Shelved, { id, agentOf, leadOf }: Person): Promise<SavedView[]> =>
  views.list(workspace, id, [...new Set([...agentOf, ...leadOf])]);

/** The view of that number, for somebody who may see it. */
export async function viewFor({ views, workspace }: Shelved, person: Person, id: number): Promise<SavedView | null> {
  const view = await views.one(workspace, id);
  return view && maySeeView(person, view) ? view : null;
}

export type Kept = 'saved' | 'taken' | 'too_many' | 'reserved' | 'not_allowed' | 'bad_name' | 'gone';

/** Keeps a search under a name. */
export async function keepView(
  { views, workspace }: Shelved,
  person: Person,
  { name, owner, said }: { name: string; owner: ViewOwner; said: Asked },
): Promise<Kept> {
  const fault = faultOf(name);
  if (fault) return fault;
  if (!mayKeepView(person, owner)) return 'not_allowed';
  return views.put(workspace, { id: null, name: sound(name), key: viewKey(sound(name)), owner, said });
}

export async function renameView(shelved: Shelved, person: Person, id: number, name: string): Promise<Kept> {
  const fault = faultOf(name);
  if (fault) return fault;
  const view = await viewFor(shelved, person, id);
  if (!view) return 'gone';
  if (!mayKeepView(person, view.owner)) return 'not_allowed';
  return shelved.views.put(shelved.workspace, { ...view, name: sound(name), key: viewKey(sound(name)) });
}

/** What was deleted, so that it can be kept again; null: there is none that this person may delete. */
export async function deleteView(shelved: Shelved, person: Person, id: number): Promise<SavedView | null> {
  const view = await viewFor(shelved, person, id);
  if (!view || !mayKeepView(person, view.owner)) return null;
  await shelved.views.remove(shelved.workspace, id);
  return view;
}

/** Nothing that a database or a screen cannot take. */
const sound = (name: string): string => name.replace(/[\p{Cc}\p{Cs}]/gu, '').trim();

function faultOf(name: string): 'reserved' | 'bad_name' | null {
  const key = viewKey(sound(name));
  const isName = /[\p{L}\p{N}]/u.test(key) && Array.from(name.trim()).length <= MOST_NAME;
  if (!isName) return 'bad_name';
  return isDefaultView(name.trim().toLowerCase()) || isDefaultView(key) ? 'reserved' : null;
}
