import type { State } from '../../domain/language.ts';
import type { Question } from './asked.ts';

/** What is said where one team asks another. Words come escaped unless called raw. */
export type TeamWords = {
  /** The first question of an escalation, and its two answers. */
  target: Question;
  person: string;
  team: string;
  type: Question;
  /** Raw: something for which the team has no type. */
  anything(team: string): string;
  content: Question;
  /** What the team will be shown. */
  preview: string;
  /** Raw. */
  fieldsOf(type: string): string;
  /** The state of a ticket that waits for a team. */
  state: string;
  standing(group: string, child: string, since: string): string;
  /** The same, as its requester is told. */
  shown(child: string): string;
  /** A team's ticket, on the card of the ticket that asks: for agents, and for the requester. */
  linked(child: string, group: string, state: string): string;
  linkedShown(child: string, state: string): string;
  /** How it stands, in words that give nothing away. */
  shownStates: Record<State, string>;
  /** Raw: the head of what was asked, in the thread of the ticket that asks. */
  asked(child: string, group: string, title: string): string;
  /** In the thread of the ticket that asked. */
  answered(group: string, how: State, child: string): string;
  /** On the team's own card. */
  askedBy(parent: string, group: string | null): string;
  calledOff(parent: string, at: string): string;
  writeHere(child: string): string;
  /** To whoever typed `?tell` with a number that is not one of this ticket's. */
  tellWhom(children: string): string;
  /** To whoever typed `tell` elsewhere. */
  tellThere(child: string): string;
  told(child: string): string;
  noChild: string;
};
