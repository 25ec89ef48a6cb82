import type { AddWords } from '../asked.ts';

export const adding: AddWords = {
  title: 'Add to ticket',
  submit: 'Add',
  ask: {
    into: {
      label: 'To which ticket?',
      placeholder: 'T-1001, or words of its title',
      hint: 'All agents of that ticket can read this message there. Its requester cannot.',
    },
    text: { label: 'Anything to say with it?' },
  },
  wrote: (who) => `${who} wrote:`,
  whichTicket: 'Choose one of the tickets in the list.',
  added: (id) => `The message stands in ${id} now, as a note that only agents read.`,
  already: (id) => `This message was added to ${id} before, so nothing was changed.`,
  onlyAgents: 'Only agents add messages to tickets. To add something to your own request, write in its thread.',
  unreadable:
    'I cannot read this message: it was deleted, or I am not in this conversation. In a channel, invite me first: `/invite @Threadesk`.',
};
