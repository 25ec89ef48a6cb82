import type { Quiet } from '../../domain/quiet.ts';
import type { EventFacts } from './told.ts';

/** What is said of those who follow a ticket, and to them. */
export type PeopleWords = {
  /** On cards and in lists; names come escaped. */
  followedBy(names: string): string;
  /** To whoever asked: colleagues of his who read along. */
  readAlso(names: string): string;
  /** One event, to a follower by DM. */
  followed(event: EventFacts): string;
  /** The same where somebody wanted him to read it. */
  copied(who: string, news: string): string;
  /** How a ticket stands that waits for its requester, to somebody else. */
  waitsFor(requester: string): string;
  /** The head of a list. */
  followedList: string;
  /** Above the pings that came while somebody wanted none. */
  kept(count: number): string;
  quiet: { now(quiet: Quiet | null): string; usage: string };
  /** To the author of a note: whom it named and did not reach. */
  notMentioned(names: string, id: string): string;
  /** Typed for a person who was not found. */
  whom(typed: string): string;
};
