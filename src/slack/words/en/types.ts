import type { TypesWords } from '../types.ts';

export const types: TypesWords = {
  title: 'Types',
  intro: 'What requests can be about, in the order in which people choose it.',
  none: 'There is no type yet: whoever asks chooses a group.',
  heading: 'a heading for those under it',
  questions: (count) => (count === 1 ? '1 question' : `${count} questions`),
  alone: 'None: it stands by itself',
  add: 'New type',
  edit: 'Edit',
  up: 'Move up',
  remove: 'Remove',
  titles: { new: 'New type', edit: 'Edit type' },
  sure: {
    title: 'Remove the type?',
    text: (name) => `Nobody chooses “${name}” any more. The tickets about it stay as they are.`,
    yes: 'Remove',
    no: 'Keep',
  },
  removed: (name) => `Nobody chooses “${name}” any more. The tickets about it stay as they are.`,
  below: (name) => `“${name}” stays, because other types stand under it. Remove them or put them elsewhere first.`,
  named: (name, { triggers, people }) =>
    [
      `“${name}” stays, because it is still needed. Take it out there first:`,
      ...(triggers === '' ? [] : [`• triggers that name it (\`/ticket triggers\`): ${triggers}`]),
      ...(people === '' ? [] : [`• people who take only certain types (\`/ticket team\`): ${people}`]),
    ].join('\n'),
  changed: 'Somebody else changed the types meanwhile, so nothing was done. Close this and look again.',
  ask: {
    name_en: { label: 'Name in English' },
    name_it: { label: 'Name in Italian', hint: 'Left empty, everybody reads the other one.' },
    parent: {
      label: 'Under which type?',
      hint: 'What has types under it is a heading, and nobody chooses it itself.',
    },
    group: { label: 'Which group gets it?', hint: 'This holds for new requests. Tickets stay where they are.' },
    hint_en: { label: 'Hint in English', hint: 'It stands under the description when this type is chosen.' },
    hint_it: { label: 'Hint in Italian' },
  },
  wrong: {
    no_name: 'Write the name in one language at least.',
    same_name: 'A type of this name stands there already. Write another name, or put it elsewhere.',
    too_many: 'There are 90 types already, and no list of Slack shows more. Remove one first.',
    too_deep: 'Types have two levels: choose one that stands under none. What has types under it stays on top.',
    asks: 'That type asks questions itself, and as a heading nobody would be asked them. Remove its questions first, or choose another one.',
    not_yours: 'Leads look after the types of their own groups. Choose one of yours, or ask an administrator.',
  },
};
