import type { CategoriesWords } from '../categories.ts';

export const categories: CategoriesWords = {
  title: 'Categories',
  onlyLeads: 'Only administrators, and the leads of a group, look after the categories of its tickets.',
  which: 'Choose a group',
  intro: (group) =>
    `What tickets of *${group}* may turn out to be about, in this order. Agents choose one with Resolve or Edit; whoever asked never sees it.`,
  none: 'There is no category yet.',
  used: (count, over) =>
    count === 0
      ? 'chosen for no ticket yet'
      : `chosen for ${over ? `${count} tickets or more` : count === 1 ? '1 ticket' : `${count} tickets`}`,
  add: 'New category',
  titles: { new: 'New category', edit: 'Edit category', decide: 'Settings' },
  sure: {
    title: 'Remove the category?',
    text: (name) => `Nobody chooses “${name}” any more. Tickets that have it keep it.`,
  },
  removed: (name) =>
    `Nobody chooses “${name}” any more. Tickets that have it keep it, and so do search and \`/ticket report categories\`.`,
  named: (name, { triggers, templates }) =>
    [
      `“${name}” stays, because it is still needed. Take it out there first:`,
      ...(triggers === '' ? [] : [`• triggers that name it (\`/ticket triggers\`): ${triggers}`]),
      ...(templates === '' ? [] : [`• templates that go with it (\`/ticket templates\`): ${templates}`]),
    ].join('\n'),
  changed: 'Somebody else changed the categories meanwhile, so nothing was done. Close this and look again.',
  ask: {
    name_en: { label: 'Name in English' },
    name_it: { label: 'Name in Italian', hint: 'Left empty, everybody reads the other one.' },
    closing: {
      label: 'Document on close',
      hint: 'What whoever resolves a ticket says for other agents: its category, and how it was solved.',
    },
    customer: {
      label: 'Who sees the tab Customer?',
      hint: 'It shows the profile, telephone and manager of whoever asks, and what else he asked for.',
    },
  },
  decide: 'Settings',
  closing: {
    choices: { off: 'Off: it is not asked', ask: 'Ask: it may be left empty', required: 'Required before it ends' },
    stands: {
      off: 'Resolve does not ask for the category, nor how it was solved.',
      ask: 'Resolve asks for the category and how it was solved; both may be left empty.',
      required: 'Nothing is resolved without its category and how it was solved.',
    },
  },
  customer: {
    choices: { agents: 'Everybody who works on the ticket', leads: 'Only leads and administrators' },
    stands: {
      agents: 'Whoever works on a ticket sees its tab Customer.',
      leads: 'Only leads and administrators see the tab Customer.',
    },
  },
  wrong: {
    no_name: 'Write the name in one language at least.',
    same_name: 'A category of this name is there already. Write another name.',
    too_many: 'There are 100 categories already, and no menu of Slack shows more. Remove one first.',
  },
};
