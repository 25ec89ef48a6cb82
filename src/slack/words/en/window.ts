import type { WindowWords } from '../window.ts';

export const window: WindowWords = {
  customer: {
    facts: {
      title: 'Title',
      email: 'E-mail',
      phone: 'Phone',
      here: 'Time there',
      language: 'Language',
      manager: 'Manager',
      mood: 'Mood',
    },
    noManager: 'not known',
    guest: 'guest',
    left: 'has left',
    mood: (average, count, last, id) =>
      `${average} of 5 in ${count === 1 ? 'one rating' : `${count} ratings`}, last ${last} for ${id}`,
    open: (count) =>
      count === 0 ? 'No other open tickets' : count === 1 ? 'One other open ticket' : `${count} other open tickets`,
    answers: 'What was answered last',
    noAnswers: 'Nothing yet that you may read.',
  },
  escalations: {
    chain: (group) => `Who decides in ${group}`,
    nobody: 'Nobody can be asked.',
    isAsked: 'is asked now',
    wasAsked: (at) => `was asked ${at}`,
    none: 'It was never escalated.',
    teams: 'Teams that were asked',
    next: {
      first: (who) =>
        who ? `➡️ Whoever escalates it asks ${who} first.` : '➡️ It can be escalated to another team only.',
      team: (group, id) => `➡️ It waits for ${group}, in ${id}.`,
      ended: (who) => `➡️ Nobody stands above ${who}: the leads of the group were told.`,
      seen: (who, at) => `➡️ ${who} has seen it.${at ? ` If nothing is said, the question is put again ${at}.` : ''}`,
      again: (who, at) => `➡️ If ${who} has not seen it by then, the question is put again ${at}.`,
      higher: (who, at, next) =>
        `➡️ If ${who} has not seen it by ${at}, ${next ? `${next} is asked` : 'the leads of the group are told'}.`,
    },
  },
  facts: {
    language: 'Language',
    private: 'Private',
    answered: 'First answer',
    solved: 'Solved',
    reopened: 'Opened again',
    rated: 'Rated',
    masked: 'Masked',
  },
  yes: 'yes',
};
