import type { HomeLeaf } from '../domain/boards.ts';
import type { GroupKey, PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Quiet } from '../domain/quiet.ts';
import type { Book, PersonCard, Usual } from './book.ts';
import type { CategoryBook } from './category-editing.ts';
import type { Closings } from './closed.ts';
import type { FieldBook } from './field-editing.ts';
import type { UserGroup } from './hierarchy.ts';
import type { Roster } from './roster.ts';
import type { TriggerBook } from './trigger-book.ts';
import type { TypeBook } from './type-editing.ts';

export type Superior = { manager: PersonId | null; outUntil: Date | null };
export type Registry = Closings & {
  load(workspace: WorkspaceId): Promise<Omit<Book, 'usual'>>;
  /** How long answers take. Looks through the tickets of months: not for every change of a book. */
  usual(workspace: WorkspaceId): Promise<Usual>;
  /** Calls back whenever any process has changed what a book holds. */
  watch(onChange: () => void): Promise<() => Promise<void>>;
  /** Whoever is found to have left with tickets open: the leads of their groups are told, once. */
  savePeople(workspace: WorkspaceId, people: readonly PersonCard[]): Promise<void>;
  /** Has the cards of his open tickets drawn again: he left, or came back. */
  redrawFor(workspace: WorkspaceId, person: PersonId): Promise<void>;
  /** All user groups there are: those that are gone are forgotten. */
  saveUserGroups(workspace: WorkspaceId, groups: readonly UserGroup[]): Promise<void>;
  /** The profile field in which everybody's manager stands; null: none is read. */
  managerField(workspace: WorkspaceId): Promise<string | null>;
  /** What profiles say. A manager who was said otherwise, in the desk file or by hand, stays. */
  saveManagers(
    workspace: WorkspaceId,
    managers: readonly { person: PersonId; manager: PersonId | null }[],
  ): Promise<void>;
  /** When this person wants no pings; null: never. */
  quiet(workspace: WorkspaceId, person: PersonId): Promise<Quiet | null>;
  saveQuiet(workspace: WorkspaceId, person: PersonId, quiet: Quiet | null): Promise<void>;
  /** Is this person told in the morning what waits for him? */
  wantsDigest(workspace: WorkspaceId, person: PersonId): Promise<boolean>;
  saveDigest(workspace: WorkspaceId, person: PersonId, wanted: boolean): Promise<void>;
  /** Until when nobody gives this person anything or asks him; null: he is here. */
  saveAway(workspace: WorkspaceId, person: PersonId, until: Date | null): Promise<void>;
  /** Until when this person wants none, if he wants none now. */
  quietNow(workspace: WorkspaceId, person: PersonId, now: Date): Promise<Date | null>;
  triggers: TriggerBook;
  fields: FieldBook;
  types: TypeBook;
  categories: CategoryBook;
  roster: Roster;
  /** Whom somebody's tickets are escalated to, and until when he himself is not to be asked. */
  superior(workspace: WorkspaceId, person: PersonId): Promise<Superior>;
  /** Said by hand, and so not overwritten by profiles. False: it would have been a circle, and nothing was changed. */
  saveSuperior(workspace: WorkspaceId, person: PersonId, superior: Superior): Promise<boolean>;
  /** Who sits in a group's agents' channel. Explicit rows are kept. */
  setChannelMembers(workspace: WorkspaceId, group: GroupKey, people: readonly PersonId[]): Promise<void>;
  ticketAt(
    workspace: WorkspaceId,
    channel: string,
    thread: string,
  ): Promise<{ number: TicketNumber; side: 'main' | 'internal' } | null>;
  /** Which event of a ticket is told at this place: a message of its own, or the last one that a post of ours tells. */
  eventAt(workspace: WorkspaceId, number: TicketNumber, where: { channel: string; ts: string }): Promise<number | null>;
  /**
   * The person looks at his App Home, and has chosen something there or nothing: it is drawn at once. `anew`: also where
   * it would say what it says already.
   */
  sawHome(workspace: WorkspaceId, person: PersonId, seen?: { leaf?: HomeLeaf | null; anew?: boolean }): Promise<void>;
  /** Has the App Homes of all who look drawn again: who works where has changed, or how something is called. */
  redrawHomes(workspace: WorkspaceId): Promise<void>;
  /** The DM with the bot, once it is known. */
  dm(workspace: WorkspaceId, person: PersonId): Promise<string | null>;
  saveDm(workspace: WorkspaceId, person: PersonId, channel: string): Promise<void>;
};
