import type { PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Personal } from '../domain/masking/patterns.ts';
import { chosenOf, partsOf } from '../domain/verbs/masking.ts';
import type { Masked } from '../domain/verbs/rule.ts';
import type { Written, Writing } from './ports.ts';

/** Words that a person wrote somewhere in a ticket. `row`: the event or message, where it is of one. */
export type Worded = { holder: string; row: number; path: string; text: string };

/** Where words stand, as people know it. */
export const WHERE = ['title', 'content', 'answers', 'messages', 'files', 'history'] as const;
/** Words that are masked in a ticket, wherever they stand in it: what they are is not told. */
export type Part = {
  /** By which it is named; it says nothing of the words. */
  id: string;
  kind: Personal | null;
  /** What sealed it is lost. */
  lost: boolean;
  places: number;
  where: readonly (typeof WHERE)[number][];
  /** One text around it, masked as it stands. */
  around: string;
  /** By whom it was masked first, and when. */
  by: PersonId | null;
  at: Date;
};

/** What covers words of tickets and uncovers them. */
export type Masking = {
  /** False: there is no key, and nothing can be masked. */
  on: boolean;
  /** All that people wrote in a ticket, wherever it is kept. */
  words(workspace: WorkspaceId, number: TicketNumber): Promise<Worded[]>;
  /** In how many places of the ticket any of these words stand; what its first event keeps once more does not count. */
  count(workspace: WorkspaceId, number: TicketNumber, parts: readonly string[]): Promise<number>;
  /** The tickets that belong with it in which any of these words stand as well. */
  elsewhere(workspace: WorkspaceId, number: TicketNumber, parts: readonly string[]): Promise<TicketNumber[]>;
  /** All that is masked in a ticket, the oldest first. */
  parts(workspace: WorkspaceId, number: TicketNumber): Promise<Part[]>;
  /** What uncovering or destroying these parts would come to; null: all of them. */
  sealed(
    workspace: WorkspaceId,
    number: TicketNumber,
    verb: 'unmask' | 'destroy',
    chosen: readonly string[] | null,
  ): Promise<Masked>;
  /**
   * Masks these words in every place that keeps them, uncovers or destroys these parts, or does what else the writing says, all
   * of it or nothing.
   */
  write(writing: Writing, of: readonly string[] | null): Promise<Written>;
};

/** The request as it was sent, which nobody reads there. */
export const isCopy = ({ holder, row, path }: Pick<Worded, 'holder' | 'row' | 'path'>): boolean =>
  holder === 'events.input' && row === 1 && !path.startsWith('/files/');

const MASKING = ['mask', 'unmask', 'destroy'] as const satisfies readonly Verb[];
export type MaskingVerb = (typeof MASKING)[number];
const isMasking = (verb: Verb): verb is MaskingVerb => (MASKING as readonly Verb[]).includes(verb);

const NOTHING_ELSE = { left: 0, lost: false, stays: false, kinds: [] };
type Deps = { store: { masking: Masking }; workspace: WorkspaceId };

/** What a decision about masking needs to know, and how it is written; null for any other verb. */
export async function maskingFor(
  { store: { masking }, workspace }: Deps,
  number: TicketNumber,
  verb: Verb,
  input: unknown,
) {
  if (!isMasking(verb)) return null;
  const of = verb === 'mask' ? partsOf(input) : chosenOf(input);
  const facts = async (): Promise<Masked> =>
    verb === 'mask'
      ? { ...NOTHING_ELSE, places: await masking.count(workspace, number, of ?? []) }
      : masking.sealed(workspace, number, verb, of);
  return {
    masked: masking.on ? await facts() : null,
    write: (writing: Writing) => masking.write(writing, of),
  };
}
