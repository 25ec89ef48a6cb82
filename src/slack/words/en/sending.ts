import type { EventFacts } from '../told.ts';
import type { SendingEvents, SendingWords } from '../sending.ts';

const why: SendingWords['why'] = {
  left: 'the person has left, or takes no messages',
  closed: 'we cannot write in that conversation any more',
  content: 'Slack does not take it as it is written',
  other: 'Slack does not take it',
};

const answers = { reply: 'answer', resolve: 'resolution', pend: 'answer' };

export const sending: SendingWords = {
  why,
  retry: 'Retry',
  again: 'sent again',
  undelivered: (requester, reason) => `⚠️ An answer did not reach ${requester ?? 'the requester'}: ${why[reason]}.`,
  queued: (count, requester) =>
    count === 1
      ? `⏳ The last answer has not reached ${requester ?? 'the requester'} yet: Slack does not take it at the moment. It is tried again by itself.`
      : `⏳ ${count} answers have not reached ${requester ?? 'the requester'} yet: Slack does not take them at the moment. They are tried again by themselves.`,
  cc: 'Also tell',
  ccHint: (names) =>
    `They read this answer in their messages and follow the ticket from now on.${names === '' ? '' : ` Told anyway: ${names}.`}`,
  when: { label: 'When', hint: 'Left empty, it goes now. Up to 90 days ahead, in your own time.' },
  waits: (who, verb, at) => `📅 ${who}’s ${answers[verb]} goes out ${at}.`,
  held: (who, verb, at, requester) =>
    `✋ ${who}’s ${answers[verb]} of ${at} is held: ${requester ?? 'the requester'} has written meanwhile. Does it still go?`,
  over: (who, verb, at, state) =>
    `📅 ${who}’s ${answers[verb]} of ${at} cannot go out, because this is ${state} now. At its time its words come back to whoever wrote them.`,
  besides: (acts) => `With it: ${acts}`,
  stopped: (who, verb, at, act, why) =>
    `✋ ${who}’s ${answers[verb]} of ${at} did not go, because “${act}” goes with it and cannot be done. ${why} Send it again, or change what goes with it.`,
  withheld: (act, why) =>
    `Nothing was sent, because “${act}” goes with it and cannot be done. ${why} Choose “Change” to take it out, or change that first.`,
  lost: (acts) => `⚠️ Its template does this no more, so it goes without: ${acts}`,
  files: (count) => (count === 1 ? '📎 1 file goes with it' : `📎 ${count} files go with it`),
  kept: { label: 'Files that go with it already', hint: 'What you take out here stays where it is and is not sent.' },
  now: 'Send now',
  pressed: (who) => `sent by ${who} before its time`,
  change: 'Change',
  cancel: 'Cancel',
  scheduled: (at) =>
    `📅 Your answer goes out ${at}. Until then it can be sent, changed or cancelled on the ticket’s card.`,
  marks: {
    sent: '✓ sent',
    queued: '⏳ waits to be sent',
    failed: (reason) => `⚠️ not delivered: ${why[reason]}`,
  },
};

const news = (e: EventFacts) => `There is news on ${e.id}: ${e.title}`;
const because = ({ unsent }: EventFacts): string => {
  if (unsent?.why === 'wrong_state') return `: this is ${unsent.state} now`;
  if (unsent?.why === 'not_allowed') return ': whoever wrote it may not answer here any more';
  if (unsent?.why === 'banned_words' || unsent?.why === 'unwise_words')
    return ': there are words in it that requesters do not get';
  return ': something in it cannot be done any more';
};

export const sendingThread: SendingEvents = {
  undelivered: (e) => `⚠️ An answer did not reach ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: (e) => `${e.who ?? 'The clock'} sent the answer again`,
  schedule: (e) => `${e.who ?? 'The clock'} wrote an answer that goes out ${e.wakeAt ?? 'later'}`,
  unschedule: (e) => `${e.who ?? 'The clock'} cancelled the answer that was to go out`,
  send_back: (e) =>
    e.unsent?.waits
      ? `✋ The answer of ${e.to ?? 'somebody'} did not go at its time and waits: something that goes with it cannot be done`
      : `⚠️ The answer of ${e.to ?? 'somebody'} was not sent at its time${because(e)}`,
};

export const sendingPing: SendingEvents = {
  undelivered: (e) => `⚠️ On ${e.id} an answer did not reach ${e.requester}: ${why[e.undelivered ?? 'other']}`,
  resend: news,
  schedule: news,
  unschedule: news,
  send_back: (e) =>
    e.unsent?.waits
      ? `✋ On ${e.id} your answer did not go at its time and waits for you: ${e.title}`
      : `⚠️ On ${e.id} your answer was not sent at its time${because(e)}. Here are your words:`,
};
