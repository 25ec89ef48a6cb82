import type { FormChapter } from '../asked.ts';

export const people: Pick<FormChapter['of'], 'add_follower' | 'change_owner' | 'tag'> = {
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
  add_follower: {
    title: (id) => `Followers of ${id}`,
    submit: 'Add',
    ask: {
      to: {
        label: 'Who shall follow this?',
        hint: 'He or she reads all that was and will be said to the requester, and is told of answers and of the end.',
      },
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
