import type { ContactWords } from '../asked.ts';

export const contact: ContactWords = {
  title: 'Write to somebody',
  submit: 'Send',
  ask: {
    requester: {
      label: 'To whom?',
      placeholder: 'Choose',
      hint: 'They get a card and your message, and can answer there.',
    },
    title: { label: 'What is it about?', placeholder: 'Your new laptop', hint: 'They read this too.' },
    text: { label: 'Your message' },
    group: { label: 'In the name of which group?' },
  },
  sent: (id, person) =>
    `*${id}* is open, and ${person} reads your message in a moment. The answer comes under its card.`,
  self: 'This is you. For a request of your own, press New request.',
  notAgent: 'Only agents write to people first. If you need something yourself, send a request.',
};
