import type { CreateWords } from '../asked.ts';

export const create: CreateWords = {
  title: 'New request',
  submit: 'Send',
  ask: {
    type: { label: 'What is it about?', placeholder: 'Choose' },
    title: { label: 'Title', placeholder: 'VPN drops every hour' },
    content: { label: 'What happened?', hint: 'Where, since when, and what have you tried?' },
    requester: { label: 'For whom?', hint: 'Yourself, unless you choose somebody else.' },
    kind: { label: 'What kind of request?' },
    priority: { label: 'How urgent is it?' },
    private: { label: 'Who may see it?' },
    group: { label: 'Who should help?' },
    to: {
      label: 'Agent',
      placeholder: 'Nobody yet',
      hint: 'Left empty, an agent of the group keeps it, or it is given to whoever is next.',
    },
    send_to_user: {
      label: 'Send to user',
      hint: 'Left off, they hear nothing of it until somebody answers or presses Send to user on the card.',
    },
  },
  tell: (requester) => `Tell ${requester} now`,
  private: 'Keep it out of all channels: only its number and type are shown there',
  otherTypes: 'Other',
  groupHint: (group) => `For this, usually ${group}.`,
};
