import type { ProcessingWords } from '../processing.ts';

export const processing: ProcessingWords = {
  ask: {
    processing: { label: 'Category', placeholder: 'What was it about?', hint: 'Only agents see it.' },
    solution: {
      label: 'How was it solved?',
      hint: 'Only agents read this, here and where somebody asks for the same.',
    },
  },
  unset: 'No category',
  facts: { processing: 'Category', solution: 'How it was solved' },
  changed: { processing: 'the category', solution: 'how it was solved' },
  solved: 'How it was solved, for agents only:',
  report: {
    title: (days) => `Categories of the last ${days === 1 ? 'day' : `${days} days`}`,
    none: (days) =>
      `No ticket was solved in the last ${days === 1 ? 'day' : `${days} days`}, as far as it is yours to count.`,
    solved: (count) =>
      `*${count}* ${count === 1 ? 'ticket was' : 'tickets were'} solved. A category is chosen with Resolve, or later with Edit.`,
    spared: (count) =>
      `Besides, ${count === 1 ? 'one request was' : `${count} requests were`} not sent at all, because an answer to another one solved ${count === 1 ? 'it' : 'them'}.`,
    unsaid: 'Without a category',
    gone: 'not offered any more',
    line: (count, share, age) => `${count} (${share} %), half of them solved after ${age}`,
    forbidden: 'This report is for agents (their own tickets), leads (their groups) and administrators.',
    usage: 'Please say for how many days, from 1 to 366. For example `/ticket report categories 30`.',
  },
};
