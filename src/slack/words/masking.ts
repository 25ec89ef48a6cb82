import type { WHERE } from '../../desk/masking.ts';
import type { Personal } from '../../domain/masking/patterns.ts';
import type { Question } from './asked.ts';

/** Personal data that is masked in a ticket. */
export type MaskingWords = {
  kinds: Record<Personal, string>;
  /** Above what was found by its pattern. */
  found: Question;
  none: string;
  /** In how many places of the ticket it stands. */
  places(count: number): string;
  /** Above the words as they will be read. */
  preview: string;
  noPreview: string;
  /** Whose messages in Slack hold the words, and stay: the bot cannot edit them. With links. */
  message: string;
  staysHead(count: number): string;
  ask: string;
  asked(who: string): string;
  /** The DM to whoever wrote it. */
  please(who: string, id: string, link: string): string;
  masked(id: string, places: number): string;
  elsewhere(ids: string): string;
  /** Files of ours that tell of the ticket: a copy by its name, what somebody asked for by whom. */
  copies: Record<'agents' | 'requester', (name: string) => string>;
  ownFile: Record<'transcript' | 'list', (who: string) => string>;
  moreFiles(count: number): string;
  /** With links: what people put into Slack themselves. */
  theirFiles(links: string): string;
  deleted(count: number): string;
  notDeleted(ids: string, count: number): string;
  /** In place of a list of ours that named a ticket, and has nothing to say any more. */
  gone: string;
  /** What uncovering and destroying mean. */
  unmaskSays(places: number): string;
  destroySays(places: number): string;
  /** What nobody found by a pattern, but somebody chose. */
  otherWords: string;
  /** What no key opens any more. */
  lostWords: string;
  where: Record<(typeof WHERE)[number], string>;
  /** One part: what it is, in how many places, and which. */
  part(what: string, places: number, where: string): string;
  /** Above the parts that somebody masked at a time, both plain. Null: a person whom we do not know. */
  maskedBy(who: string, at: string): string;
  /** Parts that do not fit into the window. */
  moreParts(count: number): string;
  sureUnmask: Record<'chosen' | 'all', string>;
  sureDestroy: Record<'chosen' | 'all', string>;
  /** After it was done, while something else stays masked. */
  partDone: Record<'unmask' | 'destroy', (id: string, left: number) => string>;
};
