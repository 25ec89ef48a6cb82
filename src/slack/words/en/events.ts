import type { EventFacts, EventWords, RefusalWords } from '../chapters.ts';
import { ticket } from './ticket.ts';

const who = ({ who }: EventFacts) => who ?? 'The clock';
const because = ({ reason }: EventFacts) => (reason ? `: ${reason}` : '');
const ended = ({ resolved, duplicateOf }: EventFacts) =>
  `${ticket.reasons[resolved ?? 'other']}${duplicateOf ? ` (${duplicateOf})` : ''}`;
const changes = ({ edited: { title, priority, kind } }: EventFacts, [a, b, c]: [string, string, string]) =>
  [
    ...(title ? [`${a} ${title}`] : []),
    ...(priority ? [`${b} ${ticket.priorities[priority].toLowerCase()}`] : []),
    ...(kind ? [`${c} ${ticket.kinds[kind].toLowerCase()}`] : []),
  ].join(', ');
const promise = ({ clock }: EventFacts) => `the ${ticket.clocks[clock ?? 'resolution'].toLowerCase()}`;
const news = (event: EventFacts) => `There is news on ${event.id}: ${event.title}`;

/** For whoever raised it for somebody else. */
const over = (e: EventFacts) =>
  `${e.id} is resolved${e.resolved ? `: ${ticket.reasons[e.resolved].toLowerCase()}` : ''}. You raised it for ${e.requester}: ${e.title}`;

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
    edit: (e) => `${who(e)} changed ${changes(e, ['the title to', 'the priority to', 'the kind to'])}`,
    tell_requester: (e) => `${who(e)} had this sent to ${e.requester}`,
    change_owner: (e) => `${who(e)} made ${e.to ?? 'somebody else'} the owner`,
    note: (e) => `${who(e)} noted`,
    pend: (e) => {
      const until = e.wakeAt ? `, until ${e.wakeAt}` : '';
      return `${who(e)} waits for ${ticket.pendingKinds[e.pending ?? 'check']}${e.waitingFor ? `: ${e.waitingFor}` : ''}${until}`;
    },
    wake: (e) => (e.who ? `${e.who} woke this up` : 'The time has come: this woke up'),
    remind: (e) => `${e.who ? `${e.who} reminded` : 'No answer yet: the clock reminded'} ${e.requester}`,
    expire: () => 'No answer came: resolved',
    original_done: (e) => `The ticket that this one repeats is done: ${e.requester} was told`,
    resolve: (e) => `${who(e)} resolved this: ${ticket.reasons[e.resolved ?? 'solved']}`,
    escalate: (e) => `${who(e)} asked ${e.to} for a decision`,
    acknowledge: (e) => `${who(e)} has seen the escalation`,
    return: (e) => `${who(e)} answered the escalation`,
    withdraw: (e) => `${who(e)} withdrew the escalation${because(e)}`,
    resolve_internally: (e) =>
      e.spam ? `${who(e)} marked this as spam` : `${who(e)} ended this without an answer: ${ended(e)}`,
    workaround: (e) => `${who(e)} gave a workaround${e.issue ? `; the cause: ${e.issue}` : ''}`,
    complete: (e) => (e.who ? `${e.who} completed this` : 'Completed: two weeks have passed'),
    close: (e) => `${who(e)} closed this`,
    not_solved: (e) => `${who(e)} says that it is not solved`,
    same_problem: (e) =>
      e.who
        ? `${e.who} says that it is the same problem: open again`
        : 'Nobody said otherwise: the same problem, open again',
    other_problem: (e) => `${who(e)} says that it is something new: this stays resolved`,
    rate: (e) => `${who(e)} rated this ${e.score ?? 0} of 5`,
    ask_cancel: (e) => `${who(e)} asked ${e.requester} to agree that nothing more is done`,
    cancel: (e) => `${who(e)} cancelled this${e.agreement ? `; agreed: ${e.agreement}` : ''}`,
    agree: (e) => `${who(e)} agreed that nothing more is done`,
    restore: (e) => `${who(e)} restored this`,
    delete: (e) => `${who(e)} deleted this`,
    archive: (e) => `${who(e)} archived this`,
    unarchive: (e) => `${who(e)} brought this back from the archive`,
    undo: (e) => `${who(e)} took back the last change`,
    warn: (e) => `Time is short: ${promise(e)}${e.due ? ` is due ${e.due}` : ''}`,
    breach: (e) => `Late: ${promise(e)}${e.due ? ` was due ${e.due}` : ''}`,
  },
  ping: {
    create: (e) => `${who(e)} gave you ${e.id}: ${e.title}`,
    keep: news,
    forward: (e) => `${who(e)} forwarded ${e.id} to you: ${e.title}`,
    prepare: news,
    work: news,
    reply: news,
    message: (e) => `${who(e)} wrote on ${e.id}: ${e.title}`,
    edit: news,
    tell_requester: news,
    change_owner: news,
    note: (e) => `${who(e)} noted something on ${e.id}: ${e.title}`,
    pend: news,
    wake: (e) => (e.who ? `${e.who} woke up ${e.id}: ${e.title}` : `${e.id} woke up and is yours again: ${e.title}`),
    remind: news,
    expire: over,
    original_done: news,
    resolve: over,
    escalate: (e) => `${who(e)} asks for your decision on ${e.id}: ${e.title}`,
    acknowledge: (e) => `${who(e)} has seen your escalation of ${e.id}: ${e.title}`,
    return: (e) => `${who(e)} answered your escalation of ${e.id}: ${e.title}`,
    withdraw: (e) => `${who(e)} withdrew the escalation of ${e.id}${because(e)}`,
    resolve_internally: over,
    workaround: news,
    complete: news,
    close: over,
    not_solved: (e) => `${who(e)} says that ${e.id} is not solved: ${e.title}`,
    same_problem: (e) => `${e.id} is open again: ${e.title}`,
    other_problem: news,
    rate: (e) => `${who(e)} rated ${e.id} ${e.score ?? 0} of 5: ${e.title}`,
    ask_cancel: news,
    cancel: news,
    agree: news,
    restore: news,
    delete: news,
    archive: news,
    unarchive: news,
    undo: news,
    warn: (e) => `Time is short on ${e.id}, ${promise(e)}${e.due ? ` is due ${e.due}` : ''}: ${e.title}`,
    breach: (e) => `${e.id} is late, ${promise(e)}${e.due ? ` was due ${e.due}` : ''}: ${e.title}`,
  },
  line: (e) => {
    if (e.verb === 'message') return ticket.sameAskedYou(e.expires ?? '');
    if (e.verb === 'remind')
      return `We are still waiting for your answer.${e.expires ? ` Without one this is closed ${e.expires}.` : ''}`;
    if (e.verb === 'original_done')
      return 'The ticket with the same problem is done. Is it solved for you too? If not, write here.';
    if (e.duplicateOf)
      return `This is the same problem as ${e.duplicateOf}, where it is being solved. You will hear when it is done.`;
    if (e.verb === 'expire' || e.resolved === 'no_response')
      return 'No answer came, so this was resolved. If you still need it, write here and it is opened again.';
    if (e.verb === 'cancel') return `${who(e)} cancelled this, as agreed. Nothing more is done.`;
    return `There is news: ${ended(e)}.`;
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
    requester_unknown: () =>
      'This is nobody whom we can help here: an app, or somebody of another company. Please choose a person of this workspace.',
    requester_left: () => 'This person is not in the workspace any more. Please choose somebody else.',
    only_agents_raise: ({ group }) =>
      `In ${group === '' ? 'this group' : group} only agents send requests for somebody else. Please send your own, or ask them to send theirs.`,
    requester_knows: ({ id }) => `The requester of ${id} knows of it already.`,
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
    still_open: ({ id }) => `${id} is still open: please write in it.`,
    deleted: ({ id }) => `${id} was deleted. Only its number is left.`,
    unknown_duplicate: () => 'There is no such other ticket. They look like T-1001.',
    not_sure: ({ doing }) => `Please confirm that you want to ${doing}.`,
    too_late: ({ id, group }) =>
      `${id} was resolved too long ago for ${group} to open it again. Please send a new request.`,
    already_rated: ({ id }) => `You have rated ${id} already. One rating is kept for each request.`,
    ask_an_agent: ({ id, assignee }) =>
      `${assignee ?? 'Somebody'} is working on ${id} already. Please write that you do not need it any more: then you can agree to cancel it.`,
    asked_already: ({ id }) => `The requester of ${id} was asked already.`,
    no_agreement: ({ id }) => `${id} is cancelled only if its requester agrees. Please write how that was agreed.`,
    already_archived: ({ id }) => `${id} is archived already.`,
    nothing_changed: ({ id }) => `Nothing of ${id} was changed.`,
    nothing_to_undo: ({ id }) =>
      `There is nothing of yours to undo on ${id}: somebody or something else changed it last.`,
    told_already: ({ id }) => `Others have been told already, so ${id} cannot be put back silently.`,
    too_late_to_undo: ({ id }) => `It is too long ago to undo it on ${id}.`,
    nothing_asked: ({ id, state }) => `Nobody is asked about ${id} any more: it is ${state}.`,
    may_be_same: ({ id }) =>
      `The requester has written again after ${id} was resolved. Open it again, or wait until he says what it is about.`,
    not_their_turn: ({ id }) => `Nobody waits for the requester of ${id}.`,
    not_due: ({ id }) => `The time for ${id} is not up.`,
    not_archived: ({ id }) => `${id} is not archived.`,
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
    duplicate_of: { required: 'Please say of which ticket. They look like T-1001.', invalid: noNumber },
    score: { required: 'Please choose from one to five.', invalid: 'Please choose from one to five.' },
    ask: { required: 'Please write what you need to know.' },
    reason: { required: 'Please write why.' },
    'create.to': {
      required: 'In this group, what an agent files for somebody has an agent from the start. Please choose one.',
    },
    to: { required: 'Please choose somebody.' },
    group: {
      required: 'Please choose a group.',
      invalid: 'This group cannot take requests yet. Please choose another.',
    },
    requester: { invalid: 'This person is not in the workspace any more.' },
  },
};
