import type { Why } from './decide.ts';
import type { PersonId, Surface, TicketNumber } from './language.ts';
import type { Ticket } from './ticket.ts';
import type { Verb } from './verbs.ts';
import { filled, type Filling } from './codes.ts';

/** What can be done to many tickets at once. `assign` is a forward that leaves every ticket in its group. */
export const BATCH_ACTS = [
  'assign',
  'forward',
  'reply',
  'pend',
  'resolve',
  'resolve_internally',
  'priority',
  'tag',
  'archive',
] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

export const verbOf: Record<BatchAct | 'undo', Verb> = {
  assign: 'forward',
  forward: 'forward',
  reply: 'reply',
  pend: 'pend',
  resolve: 'resolve',
  resolve_internally: 'resolve_internally',
  priority: 'edit',
  tag: 'tag',
  archive: 'archive',
  undo: 'undo',
};

/** As many tickets in one batch. */
export const MOST_IN_BATCH = 500;
/** What a batch tells people outside the desk waits so long, so that all of it can still be taken back. */
export const HOLD_MS = 2 * 60_000;

/** A draft is still being chosen; one that is `stopping` does not begin another ticket. */
export const BATCH_STATES = ['draft', 'working', 'stopping', 'done'] as const;
type BatchState = (typeof BATCH_STATES)[number];
export const ITEM_STATES = ['waiting', 'done', 'refused'] as const;

export type BatchInput = Readonly<Record<string, unknown>>;
export type Batch = {
  id: number;
  by: PersonId;
  /** Null while it is a draft. */
  act: BatchAct | 'undo' | null;
  input: BatchInput;
  surface: Surface | null;
  state: BatchState;
  /** The tickets among which a draft is chosen, and those that are. */
  offered: readonly TicketNumber[];
  numbers: readonly TicketNumber[];
  /** The batch that this one takes back, and how far it is taken back itself; null: nobody asked for it. */
  undoes: number | null;
  undone: BatchState | null;
  counts: { waiting: number; done: number; refused: number };
  /** When the last of its tickets was done. */
  lastAt: Date | null;
};

/** Why nothing was done to a ticket of a batch: as the law says, or because somebody stopped it. */
export type NotDone = Why | 'stopped';
export type BatchItem = {
  ticket: TicketNumber;
  state: (typeof ITEM_STATES)[number];
  /** Of the event that was written. */
  seq: number | null;
  why: NotDone | null;
};

/** What one ticket of a batch is given: its own group where none is said, and the words filled for it. */
export function inputFor(input: BatchInput, act: BatchAct, ticket: Ticket, filling: Filling): BatchInput {
  const { text } = input;
  return {
    ...input,
    ...(act === 'assign' && { group: ticket.group }),
    ...(typeof text === 'string' && { text: filled(text, filling) }),
  };
}

/** Of a ticket in a batch. The same however often the batch is begun anew. */
export const batchKey = (id: number, ticket: TicketNumber): string => `batch:${id}:${ticket}`;

/** Does it tell the requester something in words? */
export const tellsRequester = (act: BatchAct | 'undo', input: BatchInput): boolean =>
  act === 'reply' ||
  act === 'resolve' ||
  (act === 'pend' && typeof input['text'] === 'string') ||
  (act === 'resolve_internally' && input['reason'] === 'no_response');

/** What was typed or pasted as ticket numbers: `1001 1003-1010, T-1042`. */
export type TypedNumbers = { numbers: TicketNumber[]; unread: string[] };

const PIECE = /^(?:t-?|#)?(\d{1,9})(?:(?:-|–|\.\.)(?:t-?|#)?(\d{1,9}))?$/i;

/** Every number once, in the order in which it stands. Longer ranges than a batch takes are counted no further. */
export function numbersIn(typed: string): TypedNumbers {
  const found = new Set<number>();
  const unread: string[] = [];
  for (const piece of typed
    .replaceAll(/\s*(?:–|\.\.)\s*|\s+-\s+/g, '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '')) {
    const [, first, last = first] = PIECE.exec(piece) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from === 0 || to < from) unread.push(piece);
    else for (let at = from; at <= Math.min(to, from + MOST_IN_BATCH); at++) found.add(at);
  }
  return { numbers: [...found] as TicketNumber[], unread };
}
