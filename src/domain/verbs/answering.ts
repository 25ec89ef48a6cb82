import { z } from 'zod';
import type { Fault } from '../decide.ts';
import { answerTo, faultsOfFields, missingAtEnd } from '../fields.ts';
import type { Ticket } from '../ticket.ts';
import type { Facts } from './rule.ts';

type Answers = Readonly<Record<string, string>>;
type Asking = Pick<Facts, 'type'>;

/** Answers as they are given: by the keys of the questions, an empty one takes the answer away. */
export const answersGiven = z.record(z.string().max(80), z.string().max(3000));
/** What an input has of them. Those of agents are set apart when it is decided, and stand apart in the event. */
export const answering = { fields: answersGiven.optional(), agent_fields: answersGiven.optional() };
type Given = { fields?: Answers | undefined; agent_fields?: Answers | undefined };

const allOf = ({ fields = {}, agent_fields = {} }: Given): Answers => ({ ...fields, ...agent_fields });
const askedIn = ({ type }: Asking) => type?.fields ?? [];
const wasTo = (key: string, ticket: Ticket, asking: Asking): string => {
  const asked = askedIn(asking).find((field) => field.key === key);
  return asked ? answerTo(asked, ticket) : (ticket.fields[key] ?? '');
};

/** Those of the answers that are not what they were. */
export const changedIn = (ticket: Ticket, given: Given, asking: Asking): Answers =>
  Object.fromEntries(
    Object.entries(allOf(given)).flatMap(([key, answer]) =>
      answer.trim() === wasTo(key, ticket, asking) ? [] : [[key, answer.trim()]],
    ),
  );

/** Only what is changed has to be right: what stood there before may have been asked otherwise. */
export function faultsOfAnswers(ticket: Ticket, given: Given, asking: Asking): Fault[] {
  const changed = changedIn(ticket, given, asking);
  const asked = askedIn(asking);
  const unasked = Object.keys(changed).filter((key) => !asked.some((field) => field.key === key));
  return [
    ...faultsOfFields(
      asked.filter(({ key }) => key in changed),
      changed,
    ),
    ...unasked.map((field): Fault => ({ field, code: 'invalid' })),
  ];
}

/** What is left to be answered before it is resolved, with what is given now. */
export function missingIn(ticket: Ticket, given: Given, asking: Asking): Fault[] {
  const fields = { ...ticket.fields, ...allOf(given) };
  const agentFields = { ...ticket.agentFields, ...allOf(given) };
  return missingAtEnd(askedIn(asking), { fields, agentFields }).map(({ key }): Fault => ({
    field: key,
    code: 'required',
  }));
}

/** What is changed, with what agents note for themselves apart. */
export function settledAnswers(ticket: Ticket, given: Given, asking: Asking): Given {
  const changed = Object.entries(changedIn(ticket, given, asking));
  const isAgents = (key: string) => askedIn(asking).some((field) => field.key === key && field.audience === 'agent');
  const fields = Object.fromEntries(changed.filter(([key]) => !isAgents(key)));
  const agent_fields = Object.fromEntries(changed.filter(([key]) => isAgents(key)));
  return {
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(Object.keys(agent_fields).length > 0 && { agent_fields }),
  };
}

const withAnswers = (were: Answers, given: Answers = {}): Answers =>
  Object.keys(given).length === 0
    ? were
    : Object.fromEntries(Object.entries({ ...were, ...given }).filter(([, answer]) => answer.trim() !== ''));

/** The answers afterwards. */
export const answered = (ticket: Ticket, { fields, agent_fields }: Given): Pick<Ticket, 'fields' | 'agentFields'> => ({
  fields: withAnswers(ticket.fields, fields),
  agentFields: withAnswers(ticket.agentFields, agent_fields),
});
