import { looksAfter, looksAfterAny } from '../domain/group.ts';
import type { GroupKey, Person, PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import {
  type Definition,
  faultsOf,
  type Known,
  matches,
  peopleIn,
  type Trigger,
  type TriggerFault,
} from '../domain/triggers.ts';
import type { Happening } from '../domain/triggers/happenings.ts';
import type { Desk } from './desk.ts';
import { momentOf } from './triggers.ts';
import type { LoggedCall, LogRow, Scene } from './trigger-memory.ts';

export type KeptTrigger = Trigger & { broken: readonly TriggerFault[] | null; version: number };
/** A ticket as it is now, and what has ever happened to it. */
export type Past = { scene: Scene; happened: readonly Happening[] };
/** `by`: who did what it waited for; null: the clock, or another trigger. */
export type LoggedFiring = LogRow & { ticket: TicketNumber; by: PersonId | null };

/** The triggers of the desk, for those who look after them. */
export type TriggerBook = {
  all(workspace: WorkspaceId): Promise<KeptTrigger[]>;
  known(workspace: WorkspaceId, people: readonly string[]): Promise<Known>;
  /** Those are all keys, in the order in which they are looked at from now on. */
  order(workspace: WorkspaceId, keys: readonly string[]): Promise<void>;
  /** Switched on only as it was seen; false: it is another now. */
  turnOn(workspace: WorkspaceId, key: string, seen: string): Promise<boolean>;
  turnOff(workspace: WorkspaceId, key: string): Promise<void>;
  /** Somebody has seen whom it would mean. */
  tried(workspace: WorkspaceId, key: string, seen: string): Promise<void>;
  /** Another one than it was in this version; false: it is another already. With `rests` it is switched off. */
  change(workspace: WorkspaceId, seen: { key: string; version: number }, change: Change): Promise<boolean>;
  /** A new one, the last of all, switched off; false: there is one of that key. */
  add(workspace: WorkspaceId, key: string, given: Omit<Change, 'rests'>): Promise<boolean>;
  /** Gone, if it is off and still in this version. */
  remove(workspace: WorkspaceId, seen: { key: string; version: number }): Promise<boolean>;
  /** The newest tickets, of one group or of all. */
  past(workspace: WorkspaceId, group: GroupKey | null, limit: number): Promise<Past[]>;
  log(workspace: WorkspaceId, key: string, limit: number): Promise<LoggedFiring[]>;
  /** The newest tries to call a URL, of all triggers. */
  calls(workspace: WorkspaceId, limit: number): Promise<LoggedCall[]>;
  /** Of which firing this event of a ticket came; null: of none, or it is forgotten. */
  firing(workspace: WorkspaceId, ticket: TicketNumber, seq: number): Promise<LoggedFiring | null>;
};

type Change = { given: Definition; by: PersonId; rests: boolean };

export type Deps = { desk: Desk; book: TriggerBook };

const PAST = 200;
const LOGGED = 20;

/** Administrators change all triggers, leads those of their group. */
export const mayChange = (person: Person | null, { group }: Pick<Definition, 'group'>): boolean =>
  looksAfter(person, group);

/** All that this person may look after, in their order; null: he looks after none. */
export async function triggersOf({ desk, book }: Deps, by: PersonId): Promise<KeptTrigger[] | null> {
  const person = await desk.person(by);
  if (!looksAfterAny(person)) return null;
  return (await book.all(desk.workspace)).filter((trigger) => mayChange(person, trigger));
}

export type ListedTrigger = KeptTrigger & { faults: readonly TriggerFault[] };

/** The same with what is wrong with each of them now, whether or not something has happened since. */
export async function listedTriggers(
  deps: Deps,
  by: PersonId,
  secrets?: ReadonlySet<string>,
): Promise<ListedTrigger[] | null> {
  const all = await triggersOf(deps, by);
  if (!all) return null;
  const known = await deps.book.known(deps.desk.workspace, peopleIn(all));
  return all.map((trigger) => {
    const faults = faultsOf(trigger, { ...known, ...(secrets && { secrets }) });
    const unread = (trigger.broken ?? []).filter(({ why }) => why === 'makes_no_sense');
    return { ...trigger, faults: [...faults, ...unread] };
  });
}

/** One of them; null: there is none, or it is not his. */
export const oneTrigger = async (deps: Deps, by: PersonId, key: string): Promise<KeptTrigger | null> =>
  (await triggersOf(deps, by))?.find((trigger) => trigger.key === key) ?? null;

/** Looked at earlier, or later: it changes its place with the next one that this person sees. */
export async function moveTrigger(deps: Deps, by: PersonId, key: string, how: 'up' | 'down'): Promise<void> {
  const seen = (await triggersOf(deps, by)) ?? [];
  const at = seen.findIndex((trigger) => trigger.key === key);
  const other = seen[at + (how === 'up' ? -1 : 1)];
  if (at === -1 || !other) return;
  const keys = (await deps.book.all(deps.desk.workspace)).map((trigger) => trigger.key);
  const changed = keys.map((each) => (each === key ? other.key : each === other.key ? key : each));
  await deps.book.order(deps.desk.workspace, changed);
}

export async function turnOff(deps: Deps, by: PersonId, key: string): Promise<void> {
  if (await oneTrigger(deps, by, key)) await deps.book.turnOff(deps.desk.workspace, key);
}

/** What it says, as far as that decides what it does. */
const wordsOf = ({ name, group, on, match, conditions, results }: Definition): string =>
  JSON.stringify({ name, group, on, match, conditions, results });

export type Trial = {
  trigger: KeptTrigger;
  faults: readonly TriggerFault[];
  /** Of so many tickets these are meant, the newest first. */
  of: number;
  met: readonly Ticket[];
};

/** Whom it would have meant: the newest tickets as they are now, to which what it waits for has ever happened. */
export async function tryTrigger(
  deps: Deps,
  by: PersonId,
  key: string,
  secrets?: ReadonlySet<string>,
): Promise<Trial | null> {
  const { desk, book } = deps;
  const trigger = await oneTrigger(deps, by, key);
  if (!trigger) return null;
  const known = await book.known(desk.workspace, peopleIn([trigger]));
  const faults = faultsOf(trigger, { ...known, ...(secrets && { secrets }) });
  const past = await book.past(desk.workspace, trigger.group, PAST);
  const met = past.flatMap(({ scene, happened }) =>
    trigger.on.some((each) => happened.includes(each)) && matches(trigger, momentOf(scene)) ? [scene.ticket] : [],
  );
  if (faults.length === 0) await book.tried(desk.workspace, key, wordsOf(trigger));
  return { trigger, faults, of: past.length, met };
}

/** Only what somebody has tried before, as it was then. */
export async function turnOn(deps: Deps, by: PersonId, key: string): Promise<boolean> {
  const trigger = await oneTrigger(deps, by, key);
  return trigger !== null && deps.book.turnOn(deps.desk.workspace, key, wordsOf(trigger));
}

export async function logOf(deps: Deps, by: PersonId, key: string) {
  const trigger = await oneTrigger(deps, by, key);
  return trigger && { trigger, firings: await deps.book.log(deps.desk.workspace, key, LOGGED) };
}

/** Whose log this person may read: all, also of what is deleted, or those of some triggers; null: of none. */
export async function readableLogs(deps: Deps, by: PersonId): Promise<'all' | ReadonlySet<string> | null> {
  const mine = await triggersOf(deps, by);
  if (!mine) return null;
  return (await deps.desk.person(by))?.admin === true ? 'all' : new Set(mine.map(({ key }) => key));
}

/** Why a trigger did what stands in a ticket's history; null: it is forgotten, or not his to read. */
export async function firingOf(deps: Deps, by: PersonId, ticket: TicketNumber, seq: number) {
  const [logs, firing] = await Promise.all([
    readableLogs(deps, by),
    deps.book.firing(deps.desk.workspace, ticket, seq),
  ]);
  return firing && (logs === 'all' || logs?.has(firing.trigger)) ? firing : null;
}

const CALLED = 40;
/** What was called of late, for administrators; null: he is none. */
export async function callsOf({ desk, book }: Deps, by: PersonId): Promise<LoggedCall[] | null> {
  const person = await desk.person(by);
  return person?.active && person.admin ? book.calls(desk.workspace, CALLED) : null;
}
