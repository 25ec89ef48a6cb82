import type { TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';
import { partsOf } from '../domain/verbs/masking.ts';
import type { Written, Writing } from './ports.ts';

/** Words that a person wrote somewhere in a ticket. `row`: the event or message, where it is of one. */
export type Worded = { holder: string; row: number; path: string; text: string };

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
  /** In how many places words of it are masked, and whether a key for any of them is missing. */
  sealed(workspace: WorkspaceId, number: TicketNumber): Promise<{ places: number; lost: boolean }>;
  /** Masks these words in every place that keeps them, or does what else the writing says, all of it or nothing. */
  write(writing: Writing, parts: readonly string[]): Promise<Written>;
};

/** The request as it was sent, which nobody reads there. */
export const isCopy = ({ holder, row, path }: Pick<Worded, 'holder' | 'row' | 'path'>): boolean =>
  holder === 'events.input' && row === 1 && !path.startsWith('/files/');

const MASKING = ['mask', 'unmask', 'destroy'] as const satisfies readonly Verb[];
export type MaskingVerb = (typeof MASKING)[number];
const isMasking = (verb: Verb): verb is MaskingVerb => (MASKING as readonly Verb[]).includes(verb);

type Deps = { store: { masking: Masking }; workspace: WorkspaceId };

/** What a decision about masking needs to know, and how it is written; null for any other verb. */
export async function maskingFor(
  { store: { masking }, workspace }: Deps,
  number: TicketNumber,
  verb: Verb,
  input: unknown,
) {
  if (!isMasking(verb)) return null;
  const parts = verb === 'mask' ? partsOf(input) : [];
  const facts = async () =>
    verb === 'mask'
      ? { places: await masking.count(workspace, number, parts), lost: false }
      : masking.sealed(workspace, number);
  return {
    masked: masking.on ? await facts() : null,
    write: (writing: Writing) => masking.write(writing, parts),
  };
}
