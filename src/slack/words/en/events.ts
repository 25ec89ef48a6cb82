import type { EventFacts, EventWords, RefusalWords } from '../chapters.ts';
import { ticket } from './ticket.ts';

const who = ({ who }: EventFacts) => who ?? 'The clock';
const because = ({ reason }: EventFacts) => (reason ? `: ${reason}` : '');
const news = (event: EventFacts) => `There is news on ${event.id}: ${event.title}`;

export const events: EventWords = {
  thread: {
    create: (e) =>
      e.to
        ? `${who(e)} raised this for ${e.requester} and gave it to ${e.to}`
        : e.byRequester
          ? `${who(e)} raised this`
          : `${who(e)} raised this for ${e.requester}`,
    keep: (e) => `${who(e)} kept this`,
    forward: (e) =>
      e.to ? `${who(e)} forwarded this to ${e.to}, ${e.group}` : `${who(e)} forwarded this to ${e.group}`,
    prepare: (e) => `${who(e)} is preparing a solution`,
    work: (e) => `${who(e)} is working on this again`,
    reply: (e) => `${who(e)} answered the requester`,
    message: (e) => (e.byRequester ? `${who(e)} wrote` : `${who(e)} wrote in the requester’s thread`),
    note: (e) => `${who(e)} noted`,
    pend: (e) => {
      const until = e.wakeAt ? `, until ${e.wakeAt}` : '';
      return `${who(e)} waits for ${ticket.pendingKinds[e.pending ?? 'check']}: ${e.waitingFor ?? ''}${until}`;
    },
    wake: (e) => (e.who ? `${e.who} woke this up` : 'The time has come: this woke up'),
    resolve: (e) => `${who(e)} resolved this: ${ticket.reasons[e.resolved ?? 'solved']}`,
    escalate: (e) => `${who(e)} asked ${e.to} for a decision`,
    acknowledge: (e) => `${who(e)} has seen the escalation`,
    return: (e) => `${who(e)} answered the escalation`,
    withdraw: (e) => `${who(e)} withdrew the escalation${because(e)}`,
  },
  ping: {
    create: (e) => `${who(e)} gave you ${e.id}: ${e.title}`,
    keep: news,
    forward: (e) => `${who(e)} forwarded ${e.id} to you: ${e.title}`,
    prepare: news,
    work: news,
    reply: news,
    message: (e) => `${who(e)} wrote on ${e.id}: ${e.title}`,
    note: (e) => `${who(e)} noted something on ${e.id}: ${e.title}`,
    pend: news,
    wake: (e) => (e.who ? `${e.who} woke up ${e.id}: ${e.title}` : `${e.id} woke up and is yours again: ${e.title}`),
    resolve: news,
    escalate: (e) => `${who(e)} asks for your decision on ${e.id}: ${e.title}`,
    acknowledge: (e) => `${who(e)} has seen your escalation of ${e.id}: ${e.title}`,
    return: (e) => `${who(e)} answered your escalation of ${e.id}: ${e.title}`,
    withdraw: (e) => `${who(e)} withdrew the escalation of ${e.id}${because(e)}`,
  },
  fromRequester: 'from the requester',
  internal: (requester) => `This thread is internal. Use Reply to answer ${requester ?? 'the requester'}.`,
  more: (count) => `and ${count} more: see the ticket`,
  answered: (who, to) => `${who} answers ${to}:`,
  asks: (who, to) => `${who} asks ${to}:`,
  added: (who) => `${who} added:`,
};

/** Nobody has to answer here, so that whatever is wrong with the answer is this. */
const noNumber = 'This is not a ticket number. They look like T-1001.';

export const refusals: RefusalWords = {
  title: 'Not possible now',
  why: {
    wrong_state: ({ doing, state }) => `You cannot ${doing}, because it is ${state}.`,
    not_allowed: ({ doing, may }) => (may === '' ? `You cannot ${doing}.` : `Only ${may} can ${doing}.`),
    bad_input: ({ doing }) => `Something is missing or wrong, so you could not ${doing} yet. Nothing was changed.`,
    no_ticket: () => 'There is no such ticket, or it is not yours to see.',
    busy: () => 'Several people changed this ticket at the same moment, so nothing was done for you. Please try again.',
    already_kept: ({ id, assignee, before }) => `${assignee ?? 'Somebody'} kept ${id}${before ? ` ${before}` : ''}.`,
    already_yours: ({ id }) => `${id} is yours already.`,
    same_assignee: ({ id, assignee, group }) =>
      assignee ? `${assignee} has ${id} already.` : `${id} is waiting in ${group} already.`,
    target_left: () => 'This person is not in the workspace any more. Please choose somebody else.',
    target_not_agent: () => 'This person is not an agent of that group. Please choose one who is, or nobody.',
    group_has_no_channel: () => 'This group has no agents’ channel yet, so nobody would see the ticket.',
    forward_needs_lead: ({ group }) => `In ${group} only a lead or an administrator forwards tickets.`,
    not_in_chain: ({ id }) => `This person is not in the escalation chain of ${id}.`,
    escalate_to_self: () => 'You cannot escalate to yourself. Please choose somebody else.',
    follow_up_only: ({ id, group }) =>
      `${id} is resolved, and ${group} does not open it again. Please send a new request.`,
    not_yours: ({ id }) => `${id} is not your request, so you cannot add to it from here.`,
    with_management: ({ id, manager }) =>
      `${manager ?? 'Management'} is deciding on ${id}. You can resolve it after the answer, or withdraw the escalation.`,
    already_acknowledged: ({ id }) => `You have acknowledged the escalation of ${id} already.`,
    escalation_over: ({ id, state }) => `The question on ${id} is settled already: it is ${state}.`,
    unknown_blocking: () => 'There is no such ticket to wait for. They look like T-1001.',
    date_past: () => 'This moment is past. Please choose a later one.',
  },
  mayNotName:
    'Only agents of a group say who in it gets a request. Leave the agent empty, and one of them will keep it.',
  roles: {
    requester: 'its requester',
    creator: 'whoever filed it',
    assignee: 'its assignee',
    agent: 'an agent of the group',
    lead: 'a lead',
    target: 'the manager who was asked',
    escalator: 'whoever escalated it',
    consulted: 'a manager who was asked before',
    admin: 'an administrator',
    anyone: 'anybody',
    clock: 'the clock',
  },
  or: 'or',
  fault: {
    required: 'Please fill this in.',
    too_long: 'This is too long. Please make it shorter.',
    invalid: 'This cannot be right. Please check it.',
  },
  faults: {
    type: { required: 'Please choose what it is about.', invalid: 'Please choose what it is about from the list.' },
    title: { required: 'Please give it a title.', too_long: 'A title has at most 150 characters.' },
    content: { required: 'Please write what happened.' },
    text: { required: 'Please write something.' },
    'pend.text': { required: 'Please tell the requester what you need.' },
    'resolve.text': { required: 'Please write the answer that the requester gets.' },
    waiting_for: { required: 'Please say what is waited for.', too_long: 'At most 150 characters.' },
    wake_at: { invalid: 'This is not a date. Please choose one.' },
    blocked_by: { required: noNumber, invalid: noNumber },
    ask: { required: 'Please write what you need to know.' },
    reason: { required: 'Please write why.' },
    to: { required: 'Please choose somebody.' },
    group: {
      required: 'Please choose a group.',
      invalid: 'This group cannot take requests yet. Please choose another.',
    },
    requester: { invalid: 'This person is not in the workspace any more.' },
  },
};
