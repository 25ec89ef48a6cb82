import type { FormChapter } from '../asked.ts';

export const people: Pick<FormChapter['of'], 'tag'> = {
  tag: {
    title: (id) => `Tags of ${id}`,
    submit: 'Save',
    ask: {
      add: { label: 'New tags', placeholder: 'vpn, vip', hint: 'Separated by commas. Only agents see them.' },
      remove: { label: 'Tags to take away' },
    },
  },
};
