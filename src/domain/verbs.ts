import type { z } from 'zod';
import type { Fault } from './decide.ts';
import type { Actor, Role, State } from './language.ts';
import type { Clocks, Ticket } from './ticket.ts';
import { asking } from './verbs/asking.ts';
import { closing } from './verbs/closing.ts';
import { escalatingByRule } from './verbs/escalating-by-rule.ts';
import { delivering } from './verbs/delivering.ts';
import { escalation } from './verbs/escalation.ts';
import { following } from './verbs/following.ts';
import { masking } from './verbs/masking.ts';
import { owning } from './verbs/owning.ts';
import { handling } from './verbs/handling.ts';
import { issue } from './verbs/issue.ts';
import { linking } from './verbs/linking.ts';
import { promising } from './verbs/promising.ts';
import type { Closing, Facts, Objection, Setting } from './verbs/rule.ts';
import { rewording } from './verbs/rewording.ts';
import { scheduling } from './verbs/scheduling.ts';
import { settingAside } from './verbs/setting-aside.ts';
import { tagging } from './verbs/tagging.ts';
import { triggering } from './verbs/triggering.ts';
import { undoing } from './verbs/undoing.ts';
import { waiting } from './verbs/waiting.ts';

/** Everything that can be done to a ticket: from where, to where, by whom, and what it changes. */
const verbs = {
  ...handling,
  ...owning,
  ...waiting,
  ...closing,
  ...asking,
  ...escalation,
  ...escalatingByRule,
  ...issue,
  ...linking,
  ...settingAside,
  ...promising,
  ...triggering,
  ...rewording,
  ...delivering,
  ...scheduling,
  ...masking,
  ...tagging,
  ...following,
  ...undoing,
};

export type Verb = keyof typeof verbs;
/** What a person gives with a verb, before it is checked. */
export type InputOf<V extends Verb> = z.input<(typeof verbs)[V]['input']>;
export const VERBS = Object.keys(verbs) as [Verb, ...Verb[]];
export const isVerb = (word: string): word is Verb => Object.hasOwn(verbs, word);

/** A command that was accepted. The history of a ticket is the list of its acts. */
export type Act = {
  verb: Verb;
  by: Actor;
  at: Date;
  input: Record<string, unknown>;
  /** How the promises stand after it, where it changes that: what the group promised then is no part of the ticket. */
  clocks?: Clocks;
};
/** The first act of every ticket. */
export type Birth = Omit<Act, 'verb'> & { verb: 'create' };

/** The one place where a row's types are forgotten: state, role and input are checked before guard and apply run. */
export type AnyRule = {
  from: readonly State[];
  to: readonly State[];
  by: readonly Role[];
  only?: Partial<Record<State, readonly Role[]>>;
  input: z.ZodType<Record<string, unknown>>;
  says?: 'main' | 'internal';
  rewords?: true;
  closes?: Closing;
  settle?(input: unknown, facts: Facts, ticket: Ticket, by: Actor): Record<string, unknown>;
  explain?(ticket: Ticket, by: Actor): Objection | null;
  moot?(ticket: Ticket): Objection | null;
  withheld?(ticket: Ticket, setting: Setting, roles: readonly Role[]): Objection | null;
  faults?(ticket: Ticket, act: Act, facts: Facts): readonly Fault[];
  guard?(ticket: Ticket, act: Act, facts: Facts, roles: readonly Role[]): Objection | null;
  apply(ticket: Ticket, act: Act): Ticket;
};
export const ruleOf = (verb: Verb) => verbs[verb] as unknown as AnyRule;
