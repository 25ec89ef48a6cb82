import type { State } from '../../../domain/language.ts';
import type { RefusalFacts } from '../chapters.ts';
import type { TeamWords } from '../team.ts';

/** What another team did with the ticket that it was asked in. */
const HOW: Partial<Record<State, string>> = {
  pending: 'answered: it has to wait, see',
  resolved: 'resolved',
  completed: 'resolved',
  cancelled: 'cancelled',
  spam: 'took for spam what was asked in',
};

export const team: TeamWords = {
  target: { label: 'Whom do you ask?' },
  person: 'A person: a decision is needed',
  team: 'Another team: work is needed',
  type: { label: 'What is it about?', placeholder: 'Choose', hint: 'It decides what the team asks you.' },
  anything: (name) => `Something else for ${name}`,
  content: {
    label: 'What do they need to know?',
    hint: 'The team reads this, not your thread. Leave out what is not theirs to know.',
  },
  preview:
    'They get a ticket of their own. Their answers come into this ticket’s thread; its requester reads none of it.',
  fieldsOf: (type) => `${type}: what they need to know`,
  state: 'With another team',
  standing: (group, child, since) => `With ${group} in *${child}* since ${since}`,
  shown: (child) => `Another team is working on it in ${child}`,
  linked: (child, group, state) => `🔗 *${child}* with ${group}: ${state}`,
  linkedShown: (child, state) => `🔗 Linked issue ${child}: ${state}`,
  shownStates: {
    new: 'waiting to be taken up',
    preparing: 'being worked on',
    in_progress: 'being worked on',
    requester_replied: 'being worked on',
    escalation_answered: 'being worked on',
    answered: 'being worked on',
    pending: 'waiting for something',
    workaround: 'works for now',
    escalated: 'being worked on',
    resolved: 'resolved',
    completed: 'resolved',
    cancelled: 'closed',
    spam: 'closed',
  },
  asked: (child, group, title) => `${child} for ${group}: ${title}`,
  answered: (group, how, child) => `${group} ${HOW[how] ?? HOW.resolved} ${child}`,
  askedBy: (parent, group) =>
    `🔗 Asked from ${parent}${group ? `, ${group}` : ''}: they read your answers, its requester does not`,
  calledOff: (parent, at) => `${parent} does not need this any more since ${at}. It may be cancelled.`,
  writeHere: (child) => `Only what you send reaches them: press the button, or type \`?tell ${child} your words\`.`,
  tellWhom: (children) => `Whom shall I tell? Please name the ticket, for example \`?tell ${children} your words\`.`,
  tellThere: (child) => `Nothing was sent. In the thread of the ticket that asked, type \`?tell ${child} your words\`.`,
  told: (child) => `Your words are in ${child}.`,
  noChild: 'No other team was asked from this ticket yet. Escalate asks one.',
};

/** Why another team is not asked, or does not answer. */
export const teamWhy = {
  asked_by_team: ({ id }: RefusalFacts) => `Another team asked for ${id}, so it stays theirs.`,
  own_team: ({ group }: RefusalFacts) => `${group} cannot escalate to itself. Please choose another team.`,
  not_an_issue_group: () => 'This group takes no issues from other teams. Please choose one that does.',
  not_answered: ({ id }: RefusalFacts) => `The other team has not answered ${id} yet.`,
  called_off_already: ({ id }: RefusalFacts) => `${id} is called off already, or was never asked by another team.`,
};
