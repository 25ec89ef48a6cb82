import type { FormChapter } from '../asked.ts';

export const people: Pick<FormChapter['of'], 'change_owner' | 'tag'> = {
  change_owner: {
    title: (id) => `Owner of ${id}`,
    submit: 'Change owner',
    ask: {
      to: {
        label: 'Whose is it now?',
        hint: 'He or she gets the card and reads all that was said to the requester so far.',
      },
      note: { label: 'A note', hint: 'Only agents read this.' },
    },
  },
  tag: {
    title: (id) => `Tags of ${id}`,
    submit: 'Save',
    ask: {
      add: { label: 'New tags', placeholder: 'vpn, vip', hint: 'Separated by commas. Only agents see them.' },
      remove: { label: 'Tags to take away' },
    },
  },
};

export const asked: Pick<FormChapter, 'usedTags'> = { usedTags: { label: 'Tags used elsewhere' } };
