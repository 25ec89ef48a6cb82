import type { SendingEvents, SendingWords } from '../sending.ts';

const why: SendingWords['why'] = {
  left: 'the person has left, or takes no messages',
  closed: 'we cannot write in that conversation any more',
  content: 'Slack does not take it as it is written',
  other: 'Slack does not take it',
};

export const sending: SendingWords = {
  why,
  retry: 'Retry',
  undelivered: (requester, reason) => `⚠️ An answer did not reach ${requester ?? 'the requester'}: ${why[reason]}.`,
  queued: (count, requester) =>
    count === 1
      ? `⏳ The last answer has not reached ${requester ?? 'the requester'} yet: Slack does not take it at the moment. It is tried again by itself.`
      : `⏳ ${count} answers have not reached ${requester ?? 'the requester'} yet: Slack does not take them at the moment. They are tried again by themselves.`,
  marks: {
    sent: '✓ sent',
    queued: '⏳ waits to be sent',
    failed: (reason) => `⚠️ not delivered: ${why[reason]}`,
  },
};

export const sendingThread: SendingEvents = {
  undelivered: (e) => `⚠️ An answer did not reach ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: (e) => `${e.who ?? 'The clock'} sent the answer again`,
};

export const sendingPing: SendingEvents = {
  undelivered: (e) => `⚠️ On ${e.id} an answer did not reach ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: (e) => `There is news on ${e.id}: ${e.title}`,
};
