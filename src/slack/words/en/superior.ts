import type { SuperiorWords } from '../asked.ts';

export const superior: SuperiorWords = {
  title: 'Manager',
  submit: 'Save',
  whose: (person) => `Whom are the tickets of ${person} escalated to?`,
  ask: {
    manager: {
      label: 'Manager',
      placeholder: 'Nobody',
      hint: 'Escalations walk up from manager to manager. Empty: nobody.',
    },
    until: {
      label: 'Away until',
      hint: 'Until then nobody escalates to this person; the next one up is asked. Empty: not away.',
    },
  },
  saved: (person, manager, until) =>
    [
      manager ? `Escalations go from ${person} to ${manager}.` : `${person} has no manager now.`,
      ...(until ? [`${person} is away until ${until}, and is passed over until then.`] : []),
    ].join(' '),
  whom: 'Whose manager? Please name the person, for example `/ticket manager @ana`.',
  notAllowed: (person) => `Only leads of a group of ${person}’s and administrators say who the manager is.`,
  self: 'Nobody is the manager of himself. Please choose somebody else, or nobody.',
  circle: (person, manager) =>
    `${manager} already reports to ${person}, at some step: escalations would go in a circle.`,
  noManager: (manager) => `${manager} has left or is an app, and cannot decide anything. Please choose somebody else.`,
  past: 'This moment has passed. Please choose one to come, or leave it empty.',
};
