import type { Scheduled } from '../../domain/scheduled.ts';
import type { Question } from './asked.ts';
import type { EventWords } from './told.ts';
import type { UndeliveredWhy } from '../../domain/ticket.ts';

/** How an answer gets to its requester. */
export type SendingWords = {
  /** Within a sentence, with what can be done about it. */
  why: Record<UndeliveredWhy, string>;
  /** On the button. */
  retry: string;
  /** Behind the line that told of it. */
  again: string;
  /** On the card. `requester` is null where he must not be named. */
  undelivered(requester: string | null, why: UndeliveredWhy): string;
  /** The newest answers are not in Slack yet. */
  queued(count: number, requester: string | null): string;
  /** In the composer; raw. `names`: of those who follow already, or nothing. */
  cc: string;
  ccHint(names: string): string;
  /** In the composer. */
  when: Question;
  /** On the card. */
  waits(who: string, verb: Scheduled['verb'], at: string): string;
  held(who: string, verb: Scheduled['verb'], at: string, requester: string | null): string;
  /** The ticket has ended before it could go. */
  over(who: string, verb: Scheduled['verb'], at: string, state: string): string;
  /** It was to be sent now: an act that goes with it, and why it cannot be done. */
  withheld(act: string, why: string): string;
  /** Where it is changed: what its template does no more. */
  lost(acts: string): string;
  /** On the card. */
  files(count: number): string;
  /** Where it is changed: the files that go with it already. */
  kept: Question;
  now: string;
  /** In the history: who had it sent before its time. */
  pressed(who: string): string;
  change: string;
  cancel: string;
  /** To whoever has written it. */
  scheduled(at: string): string;
  /** What is done with it; each comes ready. */
  besides(acts: string): string;
  /** Its time came, and one of the acts that go with it cannot be done: a line, and why in a sentence. */
  stopped(who: string, verb: Scheduled['verb'], at: string, act: string, why: string): string;
  /** Behind the time of an answer. */
  marks: { sent: string; queued: string; failed(why: UndeliveredWhy): string };
};

/** Lines about answers on their way. */
export type SendingEvents = Pick<
  EventWords['thread'],
  'undelivered' | 'resend' | 'schedule' | 'unschedule' | 'send_back'
>;
