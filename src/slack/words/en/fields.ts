import type { FormChapter } from '../asked.ts';
import type { FieldWords } from '../fields.ts';
import type { EventFacts } from '../told.ts';
import { processing } from './processing.ts';
import { ticket } from './ticket.ts';

/** What of a ticket was edited, in words that follow the verb. */
export const changes = (
  { edited: { title, priority, kind, answers, documents } }: EventFacts,
  [a, b, c]: [string, string, string],
) =>
  [
    ...(title ? [`${a} ${title}`] : []),
    ...(priority ? [`${b} ${ticket.priorities[priority].toLowerCase()}`] : []),
    ...(kind ? [`${c} ${ticket.kinds[kind].toLowerCase()}`] : []),
    ...(answers ? [`the answer to ${answers}`] : []),
    ...documents.map((one) => processing.changed[one]),
  ].join(', ');

export const fields: FieldWords = {
  more: (count) => (count === 1 ? '1 more answer' : `${count} more answers`),
  agentsOnly: 'Only agents see these answers.',
  kept: (label, answer) =>
    `${label}: *${answer}* is kept. It does not fit the question as it is asked now; what you write here takes its place.`,
  nothingYours: 'There is nothing here that you can change yourself. Write to the agents what is different.',
  keptFiles: (label, names) => `${label}: ${names} is kept, unless you choose other files.`,
  missing: 'Agents have to note this before it is resolved.',
  missingMaybe:
    'Agents have to note this, unless nothing was solved: a duplicate, a test, abuse, spam, or a requester who never answered.',
  changed: 'changed (personal data)',
  uncover: 'Show personal answers',
  cover: 'Hide personal answers',
  wrong: {
    number: 'This is not a number. Please write it in digits, for example 12 or 12.5.',
    customer: 'This is not a customer number. It has digits, and at most 40 characters, for example 104233 or K-2291.',
    email: 'This is not an e-mail address. They look like name@example.com.',
    phone: 'This is not a phone number. Please write it like +39 02 1234567.',
    url: 'This is not a link. Links begin with https:// or http://.',
    date: 'This is not a date. Please choose one.',
    user: 'Please choose somebody of this workspace.',
    file: 'A file of this kind is not taken here. Please choose another one.',
    choice: 'Please choose from the list.',
    several: 'Please choose from the list.',
  },
};

export const answering: Pick<FormChapter['of'], 'change_answers'> = {
  change_answers: { title: (id) => `Answers in ${id}`, submit: 'Save', ask: {} },
};
