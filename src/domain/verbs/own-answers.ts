import { z } from 'zod';
import type { Fault } from '../decide.ts';
import { askedOpenly, type Field } from '../fields.ts';
import { answered, answersGiven, changedIn, faultsOfAnswers } from './answering.ts';
import { OPEN, rule } from './rule.ts';

/** What whoever asked may put right himself. */
export const ownToChange = (fields: readonly Field[]): Field[] =>
  askedOpenly(fields).filter(({ editable }) => editable === 'requester');

/** Whoever asked puts right what he answered, where the question lets him. */
export const changeAnswers = rule({
  from: OPEN,
  to: OPEN,
  by: ['requester'],
  withheld: (_ticket, { type }) => (ownToChange(type?.fields ?? []).length === 0 ? 'nothing_changed' : null),
  /** `were`: what stood there before, but for personal data; filled in when it is decided. */
  input: z.object({ fields: answersGiven.default({}), were: answersGiven.optional() }),
  faults(ticket, { input: { fields } }, facts) {
    const own = ownToChange(facts.type?.fields ?? []);
    const others = Object.keys(changedIn(ticket, { fields }, facts)).filter(
      (key) => !own.some((one) => one.key === key),
    );
    return others.length > 0
      ? others.map((field): Fault => ({ field, code: 'invalid' }))
      : faultsOfAnswers(ticket, { fields }, facts);
  },
  guard: (ticket, { input }, facts) =>
    Object.keys(changedIn(ticket, { fields: input.fields }, facts)).length === 0 ? 'nothing_changed' : null,
  settle({ fields }, facts, ticket) {
    const changed = changedIn(ticket, { fields }, facts);
    const openly = (facts.type?.fields ?? []).filter(({ key, personal }) => key in changed && !personal);
    return { fields: changed, were: Object.fromEntries(openly.map(({ key }) => [key, ticket.fields[key] ?? ''])) };
  },
  apply: (ticket, { input: { fields } }) => ({ ...ticket, ...answered(ticket, { fields }) }),
});
