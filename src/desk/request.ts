import { type Done, refuse, type Refusal } from '../domain/decide.ts';
import type { Group } from '../domain/group.ts';
import {
  type Actor,
  groupKey,
  type Person,
  type PersonId,
  personId,
  type Surface,
  type TicketNumber,
  type WorkspaceId,
} from '../domain/language.ts';
import type { Turn } from '../domain/distribution.ts';
import { mayRead, type Ticket } from '../domain/ticket.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Step } from './rehearsing.ts';
import { type Book, typeOf } from './book.ts';
import type { Reading, Store } from './ports.ts';

/** Done before, by the same delivery: nothing more to do, nothing to say. */
type Repeated = { kind: 'repeated'; number: TicketNumber };
export type Outcome = Done | Refusal | Repeated;
export type Request = {
  verb: Verb;
  by: PersonId | 'clock';
  input?: unknown;
  key?: string | null;
  /** Only on the ticket as it was then: whoever changed it meanwhile has made this needless. */
  version?: number;
  /** Given to whoever is next, as long as nobody else was given something meanwhile. */
  turn?: Turn | undefined;
  /** Done together with many others. */
  batch?: number;
  /** He was told of the banned words in it. */
  knowing?: boolean;
  /** The answer that it sends, which was written for a time: once. */
  scheduled?: number | undefined;
  /** Who has it sent, in the name of whoever wrote it. */
  pressed?: PersonId | undefined;
  /** Done with it in one go, in their order: all of it, or nothing. */
  besides?: readonly Step[];
  /** The templates whose words are in it: each is counted, once. */
  templates?: readonly string[] | undefined;
  /** What the person touched. */
  surface?: Surface | null;
};

/** What the door works with. */
export type Deps = {
  store: Store;
  workspace: WorkspaceId;
  now: () => Date;
  /** What requests can be about, with their questions, and the words that nobody sends; where it is not given, there are none. */
  book?: () => Pick<Book, 'types' | 'gone' | 'banned'>;
};

/** How often a command is decided anew when somebody was faster. */
export const TRIES = 5;
/** Somebody of whom nothing is known: he may do nothing. */
export const nobody = (id: PersonId): Person => ({
  kind: 'person',
  id,
  agentOf: [],
  leadOf: [],
  admin: false,
  active: false,
});

/** What the desk knows that a decision about this ticket may need. */
export const bookFor = ({ book }: Deps, ticket: Ticket) => {
  const known = book?.();
  return { type: known ? typeOf(known, ticket) : null, banned: known?.banned };
};

/** Whose it is once it has been done. */
export const groupAfter = ({ group, targetGroup }: Reading, after: Ticket): Group =>
  targetGroup && targetGroup.key === after.group ? targetGroup : group;

/** To whom a ticket is nothing, it does not exist: a refusal must not tell of it. */
export const toldTo = (actor: Actor, refusal: Refusal): Refusal =>
  refusal.ticket && !mayRead(actor, refusal.ticket) ? refuse('no_ticket', refusal.verb, actor, null) : refusal;

/** The people and groups that an input names, so that they are read together with the ticket. Checked later, by the verb. */
export function targetsOf(input: unknown) {
  const { to, group } = (input ?? {}) as Record<string, unknown>;
  return {
    target: typeof to === 'string' && to !== '' ? personId(to) : undefined,
    targetGroup: typeof group === 'string' && group !== '' ? groupKey(group) : undefined,
  };
}
