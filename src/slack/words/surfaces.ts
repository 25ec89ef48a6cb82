import type { LinkKind, Surface } from '../../domain/language.ts';
import type { Tab } from '../leaf.ts';
import type { Closing } from '../../domain/verbs/rule.ts';

/** What a catalogue has to say on cards, in lists and windows. As in `chapters.ts`, words come escaped unless called raw. */

/** What another ticket is to the one that is shown. */
type Seen = LinkKind | 'repeated_by';

export type CardWords = {
  showAll: string;
  /** Who it is for, and who raised it if that was somebody else. */
  forWhom(requester: string, creator: string | null): string;
  from(channel: string): string;
  private: string;
  said(who: string, at: string, byRequester: boolean): string;
  /** `what`: number and title. */
  moved(what: string, group: string): string;
  /** The group has another agents' channel. */
  movedChannel(what: string, group: string, channel: string): string;
  openCard: string;
  /** Whoever filed it for the reader. */
  raisedBy(creator: string): string;
  /** Raw: the head of the card of somebody to whom the desk wrote first, and who wrote. */
  outward(id: string, title: string): string;
  openedBy(creator: string): string;
  /** On the agents' card: an agent filed it, and the requester was not told. */
  notTold(requester: string): string;
  /** On the agents' card: its requester, or whoever has it, is no longer in the workspace. */
  requesterLeft(requester: string): string;
  assigneeLeft(assignee: string): string;
  /** To a lead: how many open tickets nobody works on any more. */
  abandoned(count: number): string;
  /** What is left of the card with whoever owned it before. */
  handedOver(id: string, owner: string): string;
  /** On a button, when it is the requester's turn. */
  answer: string;
  /** Raw: the head of the requester's card. */
  yours(id: string, title: string): string;
  since(at: string): string;
  writeHere: string;
  answerHere: string;
  notSolved: string;
  /** Where a group opens nothing again after so many days. */
  notSolvedUntil(until: string): string;
  itIsSolved: string;
  howWasIt: string;
  /** On a button, to agree that nothing more is done. */
  agree: string;
  followUp: string;
  /** On a button. */
  openFollowUp: string;
  follows(id: string): string;
  followedBy(ids: string): string;
  /** The tickets that belong with it, by what they are to it. */
  links: Record<Seen, (ids: string) => string>;
  /** To a requester: what he writes here is added there. */
  goesOnIn(id: string): string;
  mine: string;
  resolved(reason: string): string;
};

export type ManagerWords = {
  /** Raw. */
  asks(who: string, id: string): string;
  /** The same where a rule of the group asks, and why. */
  ruleAsks(id: string): string;
  byRule(why: string): string;
  askedByRule(at: string): string;
  /** In place of the request of a private ticket. */
  closed: string;
  asked(who: string, at: string): string;
  /** Before the reason for which nothing was decided. */
  because: string;
  /** Under a reminder of what is settled, or asked of somebody else. */
  past: string;
  /** On the agents' card, before what is asked. */
  question(who: string): string;
  why(reason: string): string;
  openSince(at: string): string;
  due(at: string, overdue: boolean): string;
  level(level: number): string;
  tried: string;
  nothingTried: string;
  lastWords(who: string, at: string): string;
  request(who: string): string;
  acknowledged(at: string): string;
  answered(at: string): string;
  /** `who`: whoever withdrew it, where that is known. */
  withdrawn(at: string, who: string | null): string;
  taken(at: string): string;
  declined(at: string): string;
  /** `manager`: who decides now, where somebody does. */
  sentHigher(at: string, manager: string | null): string;
  timedOut(at: string, manager: string | null): string;
  /** Somebody else has acted: what was done, and when. */
  settled(what: string, at: string): string;
  reminded: string;
  /** Who was asked before for the same, with what came of it. */
  askedBefore: string;
  noWord(who: string): string;
  passedOn(who: string, note: string | null): string;
  /** Other questions about the same ticket. */
  earlier: string;
  earlierAsk(ask: string, who: string, how: string): string;
  how: Record<Closing, string>;
  suggestions: string;
  use: string;
  openThread: string;
  yourAnswer: string;
  over: string;
  afterwards(id: string, state: string): string;
};

export type ListWords = {
  mine: string;
  noneMine: string;
  /** In the morning, to somebody whose decision is waited for. */
  raised: string;
  more(count: number): string;
  /** "16 to 30 of 42". */
  range(from: number, to: number, of: number): string;
  ended: string;
  noneEnded: string;
  /** On buttons. */
  seeOpen: string;
  seeEnded: string;
  newer: string;
  older: string;
  welcome: string;
  newRequest: string;
  /** On a button. */
  contact: string;
  refresh: string;
};

export type ShowWords = {
  facts: Record<
    | 'title'
    | 'state'
    | 'priority'
    | 'kind'
    | 'type'
    | 'group'
    | 'assignee'
    | 'requester'
    | 'tags'
    | 'followers'
    | 'creator'
    | 'created'
    | 'channel',
    string
  >;
  content: string;
  /** The pages of the window, on buttons. */
  tabs: Record<Tab, string>;
  internal: string;
  newer: string;
  older: string;
  page(page: number, of: number): string;
  /** What was said, as a file. */
  transcript: {
    /** On buttons. */
    get: string;
    getBoth: string;
    comes(id: string): string;
    making(id: string): string;
    here(id: string): string;
    failed(id: string): string;
    /** Raw: in the file. */
    main: string;
    both: string;
    made: string;
  };
  earlierOf(requester: string): string;
  noEarlier: string;
  /** For whoever sees only some of what the other one asked for. */
  noEarlierHere: string;
  /** What something was done with: stands after what was done. */
  surfaces: Record<Surface, string>;
  nothingSaid: string;
};

export type AsideWords = {
  which: string;
  isItAbout(id: string, title: string): string;
  /** Raw: on a button. */
  about(id: string, title: string): string;
  somethingNew: string;
  noneOpen: string;
  help: { title: string; lines: readonly string[]; agentLines: readonly string[]; footer: string };
  /** `typed`: mark and verb. */
  needsNumber(typed: string): string;
  /** A word that is no verb, and the verb that is near it. */
  slip(typed: string, meant: string): string;
  exists(id: string): string;
  created(id: string, requester: string): string;
  /** As above, where the requester is not told yet. */
  createdSilently(id: string, requester: string): string;
  /** To whoever asks for himself. */
  sent(id: string, group: string): string;
  /** A verb typed in a thread asks something first. */
  pressToGoOn(id: string): string;
  pressToSee(id: string): string;
  willRead(requester: string): string;
  /** On a button. */
  send: string;
  notInternal: string;
  notInTicket: string;
  youWrote: string;
  /** To somebody of another company, in a shared channel. */
  foreign: string;
  /** Something of ours broke. */
  broken: string;
};
