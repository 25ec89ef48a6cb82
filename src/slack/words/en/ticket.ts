import type { Cause } from '../../../domain/language.ts';
import type { TicketWords } from '../chapters.ts';
import type { TimeWords } from '../time.ts';
import { team } from './team.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const COUNTED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const count = (n: number, one: string, many: string) => `${COUNTED[n] ?? n} ${n === 1 ? one : many}`;
export const time: TimeWords = {
  age(ms) {
    if (ms < MINUTE) return 'less than 1 min';
    if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
    if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
    const days = Math.floor(ms / DAY);
    return days === 1 ? '1 day' : `${days} days`;
  },
  before(ms) {
    if (ms < 1000) return 'a moment before you';
    if (ms < MINUTE) return `${count(Math.floor(ms / 1000), 'second', 'seconds')} before you`;
    return `${time.age(ms)} ago`;
  },
};

/** Why a rule asks for a decision. */
function causes(cause: Cause): string {
  switch (cause.rule) {
    case 'breach':
      return `late, the ${ticket.clocks[cause.clock].toLowerCase()} was due`;
    case 'urgent_unassigned':
      return `urgent, and nobody took it for ${cause.minutes === 1 ? 'a minute' : `${cause.minutes} minutes`}`;
    case 'unhappy':
      return `rated ${cause.score} of 5, and open again`;
    case 'trigger':
      return `the trigger ${cause.name} wants it decided`;
    case 'reopened':
      return `opened again ${cause.times === 2 ? 'twice' : `${cause.times} times`}`;
  }
}

export const ticket: TicketWords = {
  states: {
    new: 'New',
    preparing: 'Preparing a solution',
    in_progress: 'In progress',
    requester_replied: 'Requester replied',
    escalation_answered: 'Escalation answered',
    answered: 'Answered',
    pending: 'Pending',
    workaround: 'Works for now',
    escalated: 'With management',
    resolved: 'Resolved',
    completed: 'Completed',
    cancelled: 'Cancelled',
    spam: 'Spam',
  },
  stateIs: {
    new: 'new and nobody has it yet',
    preparing: 'being prepared',
    in_progress: 'in progress',
    requester_replied: 'back from the requester',
    escalation_answered: 'back from its escalation',
    answered: 'answered',
    pending: 'pending',
    workaround: 'working for now',
    escalated: 'with management',
    resolved: 'resolved',
    completed: 'completed',
    cancelled: 'cancelled',
    spam: 'closed',
  },
  outsideIs: {
    new: 'still waiting for an agent',
    preparing: 'being worked on',
    in_progress: 'being worked on',
    requester_replied: 'being worked on',
    escalation_answered: 'being worked on',
    answered: 'answered',
    pending: 'waiting',
    workaround: 'working for now',
    escalated: 'with management',
    resolved: 'resolved',
    completed: 'completed',
    cancelled: 'cancelled',
    spam: 'closed',
  },
  standing: {
    new: ({ since, given }) => `Waiting since ${since}${given ? ' for somebody who is free' : ''}`,
    preparing: ({ assignee, since }) => `With ${assignee} since ${since}`,
    in_progress: ({ assignee, since, offered }) => `With ${assignee} since ${since}${offered ? ', not yet begun' : ''}`,
    requester_replied: ({ requester, assignee, since }) => `${requester} wrote: ${assignee}’s turn since ${since}`,
    escalation_answered: ({ assignee, since }) => `The escalation is answered: ${assignee}’s turn since ${since}`,
    answered: ({ requester, since }) => `Waiting for ${requester} since ${since}`,
    pending: ({ pending, requester, since }) => {
      const waits = {
        requester: `Waiting for ${requester}`,
        dependency: `Waiting for ${pending?.blockedBy ?? 'something else'}`,
        check: 'Being checked',
      }[pending?.kind ?? 'check'];
      const wakes = pending?.wakeAt ? ` · wakes up ${pending.wakeAt}` : '';
      return `${waits}: ${pending?.waitingFor ?? ''}, since ${since}${wakes}`;
    },
    workaround: ({ since, issue }) => `Since ${since}; the cause is still open${issue ? `: ${issue}` : ''}`,
    escalated: ({ escalation, team: asked, since }) => {
      if (asked) return team.standing(asked.group, asked.child, since);
      if (!escalation) return `With management since ${since}`;
      const { manager, level, acknowledged, due, overdue, reminded, nudged, ended, before, cause } = escalation;
      const again = nudged && !ended ? ` · asked again ${nudged}` : '';
      const due_ = reminded ? `reminded; the next one is asked ${due}` : `not yet acknowledged, due ${due}`;
      const seen = acknowledged
        ? `acknowledged ${acknowledged}`
        : ended
          ? 'not acknowledged, and nobody is left to be asked'
          : overdue
            ? `not acknowledged, it was due ${due}`
            : due_;
      return `With ${manager} (level ${level}) since ${escalation.since} · ${seen}${again}${before ? ` · asked before: ${before}` : ''}${cause ? ` · escalated by rule: ${ticket.cause(cause)}` : ''}`;
    },
    resolved: ({ resolution, since }) => {
      const by = resolution?.by ? `, by ${resolution.by}` : '';
      const twin = resolution?.duplicateOf ? `, see ${resolution.duplicateOf}` : '';
      const ends = resolution ? ` · closes for good ${resolution.completes}` : '';
      return `Resolved: ${resolution ? ticket.reasons[resolution.reason] : ''}${twin}${by} · ${since}${ends}`;
    },
    completed: ({ since }) => `Completed ${since}; nothing can be changed any more`,
    cancelled: ({ since, agreement }) =>
      `Cancelled ${since}${agreement?.note ? `, agreed: ${agreement.note}` : agreement ? `, agreed by ${agreement.by}` : ''}`,
    spam: ({ since }) => `Marked as spam ${since}`,
  },
  shown: {
    new: () => 'Waiting for an agent',
    preparing: ({ assignee }) => `Being worked on by ${assignee}`,
    in_progress: ({ assignee }) => `Being worked on by ${assignee}`,
    requester_replied: ({ assignee }) => `Being worked on by ${assignee}`,
    escalation_answered: ({ assignee }) => `Being worked on by ${assignee}`,
    answered: () => 'Answered: your turn',
    pending: ({ pending, assignee }) => {
      if (pending?.kind === 'requester') return `Waiting for you: ${pending.waitingFor}`;
      return pending?.kind === 'dependency' ? 'Waiting for something else to be done first' : `${assignee} is checking`;
    },
    workaround: () => 'Works for now: the cause is still being looked for',
    escalated: ({ child }) => (child ? team.shown(child) : 'With management'),
    resolved: ({ reason, duplicateOf, originalDone }) => {
      if (duplicateOf)
        return `This is the same problem as ${duplicateOf}, ${originalDone ? 'which is done' : 'where it is being solved'}`;
      if (reason === 'confirmed_by_requester') return 'Resolved and confirmed';
      return reason ? `Resolved: ${ticket.reasons[reason]}` : 'Resolved';
    },
    completed: ({ reason }) => {
      if (reason === 'confirmed_by_requester') return 'Completed and confirmed';
      return reason ? `Completed: ${ticket.reasons[reason]}` : 'Completed';
    },
    cancelled: () => 'Cancelled',
    spam: () => 'Closed',
  },
  usually: (age, group) => `Usually answered within ${age} ${group ? `in ${group}` : 'for this type'}.`,
  next: {
    new: ({ group }) => `Next: somebody in ${group} takes it.`,
    preparing: ({ assignee }) => `Next: ${assignee} answers you.`,
    in_progress: ({ assignee }) => `Next: ${assignee} answers you.`,
    requester_replied: ({ assignee }) => `Next: ${assignee} answers you.`,
    escalation_answered: ({ assignee }) => `Next: ${assignee} answers you.`,
    answered: () => 'Your turn: is it solved, or is something missing?',
    pending: ({ pending, assignee }) =>
      pending?.kind === 'requester'
        ? 'Your turn: without your answer nothing goes on.'
        : pending?.kind === 'dependency'
          ? `Next: when that is done, ${assignee} goes on.`
          : `Next: ${assignee} tells you what came out.`,
    workaround: ({ assignee }) =>
      `Next: ${assignee} looks for the cause. If this is enough for you, say that it is solved.`,
    escalated: ({ assignee, child }) =>
      `Next: ${child ? 'the other team answers' : 'management decides'}, then ${assignee} answers you.`,
    resolved: ({ duplicateOf, originalDone, completes }) =>
      duplicateOf && !originalDone
        ? 'Next: you hear when that one is done.'
        : `Nothing is left to do.${completes ? ` It is closed for good ${completes}.` : ''}`,
    completed: () => 'Nothing is left to do.',
    cancelled: () => 'Nothing more is done.',
    spam: () => 'Nothing more is done here.',
  },
  priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  kinds: {
    question: 'Question',
    incident: 'Something is broken',
    service_request: 'I need something',
    feature_request: 'An idea',
  },
  channels: {
    slash: '/ticket',
    shortcut: 'a shortcut',
    message: 'a message',
    emoji: 'an emoji',
    home: 'the Home tab',
    dm: 'a direct message',
    channel: 'a channel',
    email: 'e-mail',
    api: 'another program',
    agent: 'an agent',
    outward: 'the desk itself',
  },
  reasons: {
    solved: 'solved',
    answered: 'question answered',
    confirmed_by_requester: 'confirmed by the requester',
    no_response: 'no answer came',
    duplicate: 'the same problem has a ticket already',
    abuse: 'not a proper request',
    test: 'it was only a test',
    via_chat: 'settled in a chat',
    via_call: 'settled in a call',
    other: 'closed for another reason',
  },
  pendingKinds: { requester: 'the requester', dependency: 'something else', check: 'a check' },
  cause: causes,
  clocks: {
    first_response: 'First answer',
    next_response: 'Next answer',
    resolution: 'Solution',
    root_cause: 'Root cause',
  },
  due: (clock, at, how) => {
    const name = ticket.clocks[clock];
    return {
      running: `⏱️ ${name} due ${at}`,
      at_risk: `⚠️ *At risk:* ${name.toLowerCase()} due ${at}`,
      late: `🚨 *Late:* ${name.toLowerCase()} was due ${at}`,
    }[how];
  },
  marks: { at_risk: '⚠️ At risk', late: '🚨 Late' },
  nobody: 'Nobody yet',
  somebody: 'somebody',
  unread: 'New words from the requester',
  cancelAsked: (requester) => `${requester} was asked to agree that nothing more is done`,
  cancelAskedYou: 'You were asked: is it all right if nothing more is done?',
  sameAsked: (requester, until) =>
    `${requester} wrote again and is asked whether it is the same problem; without an answer it is opened again ${until}`,
  sameAskedYou: (until) =>
    `This was resolved, and you have written again: is it still the same problem, or something new? Your words are kept. If you do not choose, it counts as the same problem and is opened again ${until}.`,
  rated: (stars, score) => `${stars} rated ${score} of 5`,
  archived: 'archived',
  deleted: 'deleted',
};
