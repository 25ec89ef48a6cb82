import type { Policies } from '../domain/group.ts';
import type { Hours } from '../domain/hours.ts';
import type { GroupKey, Person, PersonId, WorkspaceId } from '../domain/language.ts';
import type { Desk } from './desk.ts';
import { maySaySuperior } from './superior.ts';

/** How much somebody may be given, when, and of what. */
export type Share = {
  outUntil: Date | null;
  /** Open tickets at most; null: any number. */
  capacity: number | null;
  /** Null: at any time. */
  hours: Hours | null;
  /** Submission types; none: all. */
  skills: readonly string[];
};
export type Member = Share & { person: PersonId; lead: boolean; open: number };
/** How a group gives its tickets away. */
export type Giving = Pick<Policies, 'auto_assign' | 'reoffer_minutes'>;

/** Who works in a group and what he may be given, for those who look after it. */
export type Roster = {
  of(workspace: WorkspaceId, group: GroupKey): Promise<{ giving: Giving; members: Member[] } | null>;
  member(workspace: WorkspaceId, person: PersonId): Promise<Share | null>;
  save(workspace: WorkspaceId, person: PersonId, share: Share): Promise<void>;
  saveGiving(workspace: WorkspaceId, group: GroupKey, giving: Giving): Promise<void>;
};

type Deps = { desk: Pick<Desk, 'workspace' | 'person'>; roster: Roster };
export type Seen = { group: GroupKey; giving: Giving; members: readonly Member[]; mayChange: boolean };

const mayChange = (person: Person, group: GroupKey): boolean => person.admin || person.leadOf.includes(group);

/** A group as whoever works in it sees it, and administrators; null: he is neither, or there is none. */
export async function rosterOf({ desk, roster }: Deps, by: PersonId, group: GroupKey): Promise<Seen | null> {
  const person = await desk.person(by);
  if (!person?.active) return null;
  if (!person.admin && ![...person.agentOf, ...person.leadOf].includes(group)) return null;
  const found = await roster.of(desk.workspace, group);
  return found && { ...found, group, mayChange: mayChange(person, group) };
}

/** What of a person's share this one may say: all of it, only until when he is away himself, or nothing. */
export async function maySayShare({ desk }: Deps, by: PersonId, about: PersonId): Promise<'all' | 'away' | null> {
  if (await maySaySuperior({ desk }, by, about)) return 'all';
  const person = by === about ? await desk.person(by) : null;
  return person?.active && person.agentOf.length + person.leadOf.length > 0 ? 'away' : null;
}

/** False: he may not, and nothing was changed. */
export async function sayShare(deps: Deps, by: PersonId, about: PersonId, share: Share): Promise<boolean> {
  const { desk, roster } = deps;
  const may = await maySayShare(deps, by, about);
  const before = may && (await roster.member(desk.workspace, about));
  if (!may || !before) return false;
  await roster.save(desk.workspace, about, may === 'all' ? share : { ...before, outUntil: share.outUntil });
  return true;
}

/** False: he may not, and nothing was changed. */
export async function sayGiving(deps: Deps, by: PersonId, group: GroupKey, giving: Giving): Promise<boolean> {
  const person = await deps.desk.person(by);
  if (!person?.active || !mayChange(person, group)) return false;
  await deps.roster.saveGiving(deps.desk.workspace, group, giving);
  return true;
}
