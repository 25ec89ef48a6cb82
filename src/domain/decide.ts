import type { z } from 'zod';
import { type Actor, isOpen, type PersonId, type Role, type State } from './language.ts';
import { type Letter, lettersFor } from './notices.ts';
import { isOpenTicket, isOutside, isTheirs, mayRead, rolesOf, type Ticket } from './ticket.ts';
import { notCopied, withCopied } from './copying.ts';
import { afterUndo, meantBy, onSchedule } from './scheduled.ts';
import { withClocks } from './sla.ts';
import { halted } from './speaking.ts';
import { type Act, type Birth, ruleOf, type Verb, VERBS } from './verbs.ts';
import type { Facts, Objection, Setting } from './verbs/rule.ts';

/**
 * `knowing`: whoever says it was told of the words in it that are banned. `scheduled`: the answer that it sends. `pressed`: who had
 * it sent in the name of whoever wrote it.
 */
export type Command = {
  verb: Verb;
  by: Actor;
  input?: unknown;
  knowing?: boolean;
  scheduled?: number | undefined;
  pressed?: PersonId | undefined;
};
/** One fault of the input: which question, and what is wrong with the answer. */
export type Fault = { field: string; code: 'required' | 'too_long' | 'invalid' };
export type Why =
  | 'wrong_state'
  | 'not_allowed'
  | 'bad_input'
  | 'no_ticket'
  | 'busy'
  | 'too_slow'
  | 'deleted'
  | 'still_open'
  | Objection;
/** What is possible instead: a verb that this person may do now, a look at the ticket, or a new request. */
export type Next = Verb | 'show' | 'create' | 'follow_up';

export type Refusal = {
  kind: 'refused';
  why: Why;
  verb: Verb | 'create' | 'show';
  ticket: Ticket | null;
  faults: readonly Fault[];
  next: readonly [Next, ...Next[]];
  /** Told to whoever asked, who hears of the desk's ways only what his card says. */
  outside: boolean;
  /** The words that stand against it. */
  words?: readonly string[];
  /** Which of the acts that were to be done with it was refused, so that nothing is done. */
  besides?: { nth: number; verb: Verb; input: Readonly<Record<string, unknown>> };
};
export type Done = {
  kind: 'done';
  act: Act | Birth;
  before: Ticket | null;
  ticket: Ticket;
  letters: readonly Letter[];
};

const MOST_NEXT = 3;
/** Open, but no answer to a refusal: never offered instead of something else. */
const NOT_OFFERED: readonly Verb[] = [
  'message',
  'change_answers',
  'undo',
  'correct',
  'retract',
  'mask',
  'unmask',
  'destroy',
  'resend',
  'schedule',
  'unschedule',
  'link',
  'unlink',
  'merge',
  'split',
  'tag',
  'follow',
  'add_follower',
  'unfollow',
];

/** May one of these roles do this verb in this state? */
export const allows = (verb: Verb, role: Role, state: State): boolean => {
  const { from, by, only } = ruleOf(verb);
  return from.includes(state) && (only?.[state] ?? by).includes(role);
};

/** The law: may this actor do this verb to this ticket now? Null means yes. */
export function forbids(verb: Verb, by: Actor, ticket: Ticket): 'deleted' | 'wrong_state' | 'not_allowed' | null {
  if (ticket.deletedAt) return 'deleted';
  if (!ruleOf(verb).from.includes(ticket.state)) return 'wrong_state';
  return rolesOf(by, ticket).some((role) => allows(verb, role, ticket.state)) ? null : 'not_allowed';
}

/** As `forbids`, with the better reason that the verb itself may know, and with what the group withholds. */
export function whyNot(verb: Verb, by: Actor, ticket: Ticket, setting: Setting | null = null): Why | null {
  const forbidden = forbids(verb, by, ticket);
  const { moot, withheld } = ruleOf(verb);
  if (forbidden === null)
    return moot?.(ticket) ?? (setting && withheld?.(ticket, setting, rolesOf(by, ticket))) ?? null;
  return forbidden === 'deleted' ? forbidden : (ruleOf(verb).explain?.(ticket, by) ?? forbidden);
}

/** What this actor could do to the ticket now, in the order of the table. */
export const openTo = (by: Actor, ticket: Ticket, setting: Setting | null = null): Verb[] =>
  VERBS.filter((verb) => whyNot(verb, by, ticket, setting) === null);

/** What anybody could do to the ticket now: the buttons of its cards. */
export const openIn = (ticket: Ticket): Verb[] =>
  VERBS.filter((verb) => {
    const { from, by, moot } = ruleOf(verb);
    const open = from.includes(ticket.state) && by.some((role) => role !== 'clock');
    return open && ticket.deletedAt === null && !moot?.(ticket);
  });

export function decide(
  ticket: Ticket,
  { verb, by, input = {}, knowing = false, scheduled, pressed }: Command,
  facts: Facts,
): Done | Refusal {
  const no = (why: Why, faults: readonly Fault[] = []) => refuse(why, verb, by, ticket, faults, facts);
  const forbidden = whyNot(verb, by, ticket, facts);
  if (forbidden) return no(forbidden);

  if (scheduled !== undefined && ticket.scheduled?.seq !== scheduled) return no('not_scheduled');
  const rule = ruleOf(verb);
  const parsed = rule.input.safeParse(input, { reportInput: true });
  if (!parsed.success) return no('bad_input', faultsOf(parsed.error));
  const act: Act = { verb, by, at: facts.at, input: parsed.data };
  const faults = rule.faults?.(ticket, act, facts) ?? [];
  if (faults.length > 0) return no('bad_input', faults);
  const objection = rule.guard?.(ticket, act, facts, rolesOf(by, ticket)) ?? notCopied(ticket, act, facts.copied);
  if (objection) return no(objection);
  const meant = verb === 'schedule' ? meantBy(act.input) : null;
  // As it would be then.
  const then =
    meant && decide(ticket, { verb: meant.verb, by, input: meant.answer, knowing }, { ...facts, at: meant.when });
  if (then?.kind === 'refused') return then;
  const held = halted(ticket, act, facts, knowing);
  if (held) return { ...no(held.why), words: held.words };

  const given = rule.settle ? rule.settle(act.input, facts, ticket, by) : act.input;
  const marks = {
    ...(meant && { warned: knowing }),
    ...(scheduled !== undefined && { scheduled }),
    ...(pressed && { pressed }),
  };
  const settled: Act = { ...act, input: { ...given, ...marks } };
  const after = enact(ticket, settled, facts.last?.before ?? null);
  const now = facts.targetGroup?.key === after.group ? facts.targetGroup : facts.group;
  const counted = verb === 'undo' ? after : withClocks({ before: ticket, after, act: settled, was: facts.group, now });
  const done = counted === after ? settled : { ...settled, clocks: counted.clocks };
  const letters = lettersFor(done, ticket, counted, now.leads);
  return { kind: 'done', act: done, before: ticket, ticket: counted, letters };
}

/**
 * The change alone: what an accepted act makes of a ticket. Replaying the events of a ticket gives its row. `before`: how
 * it was before the event that is undone.
 */
export const enact = (ticket: Ticket, act: Act, before: Ticket | null = null): Ticket => ({
  ...(act.verb === 'undo' && before ? afterUndo(before, ticket) : changed(ticket, act)),
  ...(act.clocks && { clocks: act.clocks }),
  version: ticket.version + 1,
  updatedAt: act.at,
});

/** What the verb makes of it, with all that goes with whatever is done. */
function changed(ticket: Ticket, act: Act): Ticket {
  const done = begun(ticket, given(ticket, told(ruleOf(act.verb).apply(ticket, act), act), act), act);
  return onSchedule(ticket, withCopied(ticket, done, act), act);
}

/** Whoever gives it to somebody else gives it anew. */
const given = (before: Ticket, after: Ticket, { verb }: Act): Ticket =>
  before.assignee === after.assignee
    ? after
    : { ...after, byTrigger: verb === 'assign_by_trigger' && after.assignee !== null };

/** Whatever he does with it to whom it was given, he has begun; and where it lies otherwise, nobody waits for him. */
function begun(before: Ticket, after: Ticket, { by }: Act): Ticket {
  if (!after.offer) return after;
  const waits = after.state === 'in_progress' && after.assignee === after.offer.had.at(-1);
  const acts = by.kind === 'person' && by.id === after.assignee && by.id === before.assignee;
  return waits && !acts ? after : { ...after, offer: null };
}

/** Whatever is said in Main, the requester knows of the ticket from then on. */
const told = (after: Ticket, { verb, input }: Act): Ticket =>
  ruleOf(verb).says === 'main' && input['text'] !== undefined ? { ...after, sendToUser: true } : after;

/** Who may go on in a new ticket with what is over. */
export const mayFollow = (by: Actor, ticket: Ticket): boolean =>
  ticket.deletedAt === null &&
  rolesOf(by, ticket).some((role) => ['requester', 'creator', 'agent', 'lead', 'assignee'].includes(role));

/** Why words were not sent. */
const HELD: readonly Why[] = ['banned_words', 'unwise_words'];
/** What is left to do: where it is open, it comes first. */
const LEADS: Partial<Record<Why, Verb>> = { sent_on: 'note', told_already: 'withdraw' };

/** What others may do of the same kind. */
const INSTEAD: Partial<Record<Refusal['verb'], Verb>> = { edit: 'change_answers' };

/** A refusal always says why and names at least one thing that is possible. */
export function refuse(
  why: Why,
  verb: Refusal['verb'],
  by: Actor,
  ticket: Ticket | null,
  faults: readonly Fault[] = [],
  setting: Setting | null = null,
): Refusal {
  const outside = ticket !== null && isOutside(by, ticket);
  const came = why === 'already_kept' || why === 'already_given';
  const verbs = ticket
    ? openTo(by, ticket, setting).filter(
        (other) =>
          // Other words may do.
          (other !== verb || HELD.includes(why)) &&
          (!NOT_OFFERED.includes(other) || (came && other === 'follow') || (setting && other === INSTEAD[verb])),
      )
    : [];
  // Who came too late can still watch it.
  if (came)
    verbs.sort(
      (a, b) => Number(b === 'note') + 2 * Number(b === 'follow') - Number(a === 'note') - 2 * Number(a === 'follow'),
    );
  // The words of the refusal lead there.
  const leads = HELD.includes(why) ? verb : (INSTEAD[verb] ?? LEADS[why]);
  if (leads) verbs.sort((a, b) => Number(b === leads) - Number(a === leads));
  // Whatever is refused to whoever asked, he can say in his own words.
  if (ticket && outside && verb !== 'message' && isOpenTicket(ticket)) verbs.push('message');
  // Agents have nothing to go on with in what is spam; its requester may have been wronged.
  const goesOn =
    ticket && !isOpen(ticket.state) && (ticket.state !== 'spam' || (by.kind === 'person' && isTheirs(ticket, by.id)));
  const over = goesOn && mayFollow(by, ticket) ? (['follow_up'] as const) : [];
  const may: Next[] =
    ticket && mayRead(by, ticket) ? [...[...over, ...verbs].slice(0, MOST_NEXT - 1), 'show'] : ['create'];
  const [first = 'create', ...rest] = may;
  return { kind: 'refused', why, verb, ticket, faults, next: [first, ...rest], outside };
}

/** The faults of a zod error, one per field, in our words. */
export function faultsOf(error: z.ZodError): Fault[] {
  const seen = new Map<string, Fault>();
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    if (!seen.has(field)) seen.set(field, { field, code: codeOf(issue) });
  }
  return [...seen.values()];
}

function codeOf(issue: z.core.$ZodIssue): Fault['code'] {
  if (issue.code === 'too_big') return 'too_long';
  if (issue.code === 'too_small') return 'required';
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  if (issue.code === 'custom' && issue.params?.['code'] === 'required') return 'required';
  return 'invalid';
}
