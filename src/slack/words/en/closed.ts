import type { ClosedWords } from '../closed.ts';

export const closed: ClosedWords = {
  missing: (channel, groups, why) => `I cannot write in ${channel}, the agents’ channel of ${groups}: ${why}.`,
  why: {
    archived: 'it was archived',
    gone: 'it was deleted, or is private and I was removed from it',
    not_member: 'I was removed from it',
    forbidden: 'Slack does not let me post there any more',
  },
  tickets: (count) =>
    count === 0
      ? 'No open ticket is concerned yet, but new ones would get no card. None is lost: new ones wait in the queue at home, in this app.'
      : `${count === 1 ? 'One open ticket has' : `${count} open tickets have`} no card that agents can work with. None is lost: they stand at home, in this app, and requesters still read answers.`,
  todo: {
    archived: (channel) => `*What to do:* unarchive ${channel}.`,
    gone: (channel) => `*What to do:* if ${channel} still exists, type \`/invite @threadesk\` there.`,
    not_member: (channel) => `*What to do:* type \`/invite @threadesk\` in ${channel}.`,
    forbidden: (channel) => `*What to do:* allow apps to post in ${channel}, in its settings.`,
  },
  orElse: 'Or name another channel for the group in the desk file and apply it. The cards then come by themselves.',
  back: (channel, groups) => `✅ I can write in ${channel} again. The cards of ${groups} are there.`,
  elsewhere: (channel) => `✅ No group works in ${channel} any more. Its cards went on elsewhere.`,
};
