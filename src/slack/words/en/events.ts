import type { EventFacts, EventWords } from '../told.ts';
import { carrying } from './files.ts';
import { changes } from './fields.ts';
import { giving } from './distribution.ts';
import { seen } from './linking.ts';
import { sendingPing, sendingThread } from './sending.ts';
import { team } from './team.ts';
import { ticket } from './ticket.ts';

const who = ({ who, trigger }: EventFacts) => who ?? (trigger ? `The trigger _${trigger}_` : 'The clock');
const kinds = ({ revealed }: EventFacts) => (revealed.kinds ? ` (${revealed.kinds})` : '');
const because = ({ reason }: EventFacts) => (reason ? `: ${reason}` : '');
const ended = ({ resolved, duplicateOf }: EventFacts) =>
  `${ticket.reasons[resolved ?? 'other']}${duplicateOf ? ` (${duplicateOf})` : ''}`;
const promise = ({ clock }: EventFacts) => `the ${ticket.clocks[clock ?? 'resolution'].toLowerCase()}`;
/** Who could not be asked. */
const missed = ({ passed }: EventFacts): string => (passed ? ` (passed over: ${passed})` : '');
const why = ({ cause }: EventFacts) => (cause ? ticket.cause(cause) : '');
const by = ({ trigger }: EventFacts) => (trigger ? `, by the trigger _${trigger}_` : '');
const news = (event: EventFacts) => `There is news on ${event.id}: ${event.title}`;

/** For whoever raised it for somebody else. */
const over = (e: EventFacts) =>
  `${e.id} is resolved${e.resolved ? `: ${ticket.reasons[e.resolved].toLowerCase()}` : ''}. You raised it for ${e.requester}: ${e.title}`;
const words = (e: EventFacts) => (e.internal ? 'a note' : e.byRequester ? 'a message' : 'an answer');

const FOLLOW_UP = 'open a follow-up';
const writeBack = ({ reopens }: EventFacts) => (reopens ? 'write here' : FOLLOW_UP);

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
    change_answers: (e) => `${who(e)} changed ${e.edited.answers ? `the answer to ${e.edited.answers}` : 'an answer'}`,
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
    nudge: (e) => (e.who ? `${e.who} asked management once more` : 'No word yet: the clock asked management once more'),
    send_higher: (e) => `${who(e)} sent the question higher, to ${e.to}`,
    escalate_by_rule: (e) =>
      e.to
        ? `Escalated by rule to ${e.to}: ${why(e)}${e.given ? `. ${e.given} has it meanwhile` : ''}${missed(e)}`
        : `Up for a decision by rule: ${why(e)}. Nobody in the chain can be asked, so the leads are told${missed(e)}`,
    time_out: (e) =>
      e.to
        ? `Not acknowledged in time: the question went to ${e.to}${missed(e)}`
        : `Not acknowledged in time, and nobody is left to be asked: the leads were told${missed(e)}`,
    return: (e) => `${who(e)} answered the escalation`,
    take_over: (e) => `${who(e)} took this over`,
    decline: (e) => `${who(e)} declined to decide${because(e)}`,
    withdraw: (e) => `${who(e)} withdrew the escalation${because(e)}`,
    escalate_to_team: (e) => `${who(e)} asked ${e.group} in ${e.child}: ${e.title}`,
    team_answered: (e) => team.answered(e.group ?? '', e.how ?? 'resolved', e.child ?? ''),
    call_off: (e) => `${e.parent} does not need this any more`,
    hand_on: (e) => `${e.parent ?? ''} is with ${e.to ?? ''} in ${e.group ?? ''} now, who asks here from now on`,
    resolve_internally: (e) =>
      e.spam ? `${who(e)} marked this as spam` : `${who(e)} ended this without an answer: ${ended(e)}`,
    workaround: (e) => `${who(e)} gave a workaround${e.issue ? `; the cause: ${e.issue}` : ''}`,
    link: (e) => `${who(e)} linked this with ${e.other ?? ''}`,
    unlink: (e) => `${who(e)} took away the link with ${e.other ?? ''}`,
    merge: (e) => `${who(e)} merged this into ${e.other ?? ''}`,
    split: (e) => `${who(e)} made ${e.other ?? ''} of a part of this`,
    linked: (e) => seen(e),
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
    correct: (e) => `${who(e)} edited ${words(e)}`,
    retract: (e) => (e.typed ? `A message of ${who(e)} was deleted` : `${who(e)} took back ${words(e)}`),
    mask: (e) =>
      `${who(e)} masked personal data${e.removed === 0 ? '' : e.removed === 1 ? ' and deleted a file of the bot' : ` and deleted ${e.removed} files of the bot`}`,
    unmask: (e) => `${who(e)} unmasked ${e.revealed.left ? 'a part of it' : 'it'}${kinds(e)}${because(e)}`,
    destroy: (e) =>
      `${who(e)} destroyed ${e.revealed.left ? 'a part of what was masked' : 'what was masked'}${kinds(e)}${because(e)}`,
    tag: (e) =>
      `${who(e)} ${[...(e.tags.add ? [`tagged this ${e.tags.add}`] : []), ...(e.tags.remove ? [`took away ${e.tags.remove}`] : [])].join(' and ')}`,
    follow: (e) => `${who(e)} watches this`,
    add_follower: (e) => `${who(e)} lets ${e.to ?? ''} follow this`,
    unfollow: (e) =>
      e.to && e.to !== e.who ? `${who(e)} took ${e.to} out of the followers` : `${who(e)} stopped watching this`,
    ...sendingThread,
    undo: (e) => `${who(e)} took back the last change`,
    ...giving.thread,
    assign_by_trigger: (e) => `Given to ${[e.to, e.group].filter(Boolean).join(', ')}${by(e)}`,
    change_by_trigger: (e) =>
      `Changed: ${changes(e, ['the title to', 'the priority to', 'the kind to']) || 'the type'}${by(e)}`,
    tell_by_trigger: (e) =>
      `${e.group ? `The agents of ${e.group} were` : `${e.told ?? 'Somebody'} was`} told of this${by(e)}`,
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
    change_answers: (e) => `${who(e)} changed an answer in ${e.id}: ${e.title}`,
    tell_requester: news,
    change_owner: news,
    note: (e) => `${who(e)} mentions you on ${e.id}: ${e.title}`,
    pend: news,
    wake: (e) => (e.who ? `${e.who} woke up ${e.id}: ${e.title}` : `${e.id} woke up and is yours again: ${e.title}`),
    remind: news,
    expire: over,
    original_done: news,
    resolve: over,
    escalate: (e) => `${who(e)} asks for your decision on ${e.id}: ${e.title}`,
    acknowledge: (e) => `${who(e)} has seen your escalation of ${e.id}: ${e.title}`,
    nudge: (e) =>
      e.who
        ? `${e.who} is waiting for your decision on ${e.id}: ${e.title}`
        : `${e.id} is still waiting for your decision: ${e.title}`,
    send_higher: (e) => `${who(e)} sent your question on ${e.id} higher, to ${e.to}`,
    escalate_by_rule: (e) =>
      e.to
        ? `${e.id} is yours now, and ${e.to} is asked for a decision: ${why(e)}. It is about: ${e.title}${missed(e)}`
        : `${e.id} needs a decision, and nobody in the chain can be asked: ${why(e)}. It is about: ${e.title}${missed(e)}`,
    time_out: (e) =>
      e.to
        ? `${e.id} was not acknowledged in time, so ${e.to} is asked now: ${e.title}${missed(e)}`
        : `Nobody up the chain acknowledged ${e.id} in time, and nobody is left to be asked${missed(e)}. Please see who can decide: ${e.title}`,
    return: (e) => `${who(e)} answered your escalation of ${e.id}: ${e.title}`,
    take_over: (e) => `${who(e)} took over ${e.id}: ${e.title}`,
    decline: (e) => `${who(e)} declined to decide on ${e.id}${because(e)}`,
    withdraw: (e) => `${who(e)} withdrew the escalation of ${e.id}${because(e)}`,
    resolve_internally: over,

    escalate_to_team: news,
    team_answered: news,
    call_off: news,
    hand_on: news,
    workaround: news,
    link: news,
    unlink: news,
    merge: over,
    split: news,
    linked: news,
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
    correct: news,
    retract: news,
    mask: news,
    unmask: news,
    destroy: news,
    tag: news,
    follow: news,
    add_follower: (e) => `${who(e)} lets you follow ${e.id}: ${e.title}`,
    unfollow: news,
    ...sendingPing,
    undo: news,
    ...giving.ping,
    assign_by_trigger: (e) => `${e.id} is yours${by(e)}: ${e.title}`,
    change_by_trigger: news,
    tell_by_trigger: (e) => `You are told of ${e.id}${by(e)}: ${e.title}`,
    warn: (e) => `Time is short on ${e.id}, ${promise(e)}${e.due ? ` is due ${e.due}` : ''}: ${e.title}`,
    breach: (e) => `${e.id} is late, ${promise(e)}${e.due ? ` was due ${e.due}` : ''}: ${e.title}`,
  },
  line: (e) => {
    if (e.verb === 'message') return ticket.sameAskedYou(e.expires ?? '');
    if (e.verb === 'remind')
      return `We are still waiting for your answer.${e.expires ? ` Without one this is closed ${e.expires}.` : ''}`;
    if (e.verb === 'original_done')
      return e.ended === 'done'
        ? `The ticket with the same problem is done. Is it solved for you too? If not, ${writeBack(e)}.`
        : `The ticket with the same problem was closed without a solution. If you still need one, ${writeBack(e)}.`;
    if (e.verb === 'merge') return `This goes on in ${e.other ?? ''}: what you write here is added there.`;
    if (e.verb === 'split')
      return `A part of this is a request of its own now: ${e.other ?? ''}. The rest goes on here.`;
    if (e.duplicateOf)
      return `This is the same problem as ${e.duplicateOf}, where it is being solved. You will hear when it is done.`;
    if (e.verb === 'expire' || e.resolved === 'no_response')
      return `No answer came, so this was resolved. If you still need it, ${e.reopens ? 'write here and it is opened again' : FOLLOW_UP}.`;
    if (e.verb === 'cancel') return `${who(e)} cancelled this, as agreed. Nothing more is done.`;
    return `There is news: ${ended(e)}.`;
  },
  fromRequester: 'from the requester',
  internal: (requester) => `This thread is internal. Use Reply to answer ${requester ?? 'the requester'}.`,
  more: (count) => `and ${count} more: see the ticket`,
  answered: (who, to) => `${who} answers ${to}:`,
  asks: (who, to) => `${who} asks ${to}:`,
  writes: (who, to) => `${who} writes to ${to}:`,
  added: (who) => `${who} added:`,
  edited: 'edited',
  takenBack: 'deleted',
  ...carrying,
  sentBy: (who) => `Sent by ${who}`,
  gone: (who, at) => `${who} took this back ${at}.`,
};
