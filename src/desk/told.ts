import type { Done } from '../domain/decide.ts';
import type { PersonId, Surface } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';

/** One event as it is told: who did what when, and the words that went with it. */
export type Told = {
  seq: number;
  verb: Done['act']['verb'];
  by: PersonId | null;
  at: Date;
  input: Readonly<Record<string, unknown>>;
  /** What it was done with; null where that is not known. */
  surface: Surface | null;
  said: Said | null;
  /** When what was said with it was taken back. */
  takenBack?: Date | null;
  /** Where our post of these words stands in Main. */
  stands?: { channel: string; ts: string } | null;
};

/** The same, and what it made of the ticket. Before its first event there was none. */
export type Logged = Told & { before: Ticket | null; after: Ticket };

declare const audience: unique symbol;
/** Words that may be shown to the requester. Only a message of Main becomes one. */
export type MainText = string & { readonly [audience]: 'main' };
/** Words among agents. There is no function from this to `MainText`. */
export type InternalText = string & { readonly [audience]: 'internal' };
type Utterance = { author: PersonId | null; at: Date; editedAt?: Date | null | undefined };
export type Said =
  | (Utterance & { audience: 'main'; text: MainText })
  | (Utterance & { audience: 'internal'; text: InternalText });
export type SaidInMain = Extract<Said, { audience: 'main' }>;

/** What somebody has written for the requester and not sent yet. */
export const aboutToSay = (author: PersonId, text: string, at: Date): SaidInMain => ({
  audience: 'main',
  author,
  text: text as MainText,
  at,
});
