import type { RefusalWords } from '../chapters.ts';
import { teamWhy } from './team.ts';

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
    too_slow: () =>
      'This search took too long, so it was stopped. Please say more of what you look for: a group, a state, or since when.',
    requester_unknown: () =>
      'This is nobody whom we can help here: an app, or somebody of another company. Please choose a person of this workspace.',
    requester_left: () => 'This person is not in the workspace any more. Please choose somebody else.',
    only_agents_raise: ({ group }) =>
      `In ${group === '' ? 'this group' : group} only agents send requests for somebody else. Please send your own, or ask them to send theirs.`,
    requester_knows: ({ id }) => `The requester of ${id} knows of it already.`,
    already_kept: ({ id, assignee, before }) => `${assignee ?? 'Somebody'} kept ${id}${before ? ` ${before}` : ''}.`,
    already_given: ({ id, assignee }) =>
      `${id} was given to ${assignee ?? 'somebody'}, who has not begun yet. If it stays so, it goes on by itself.`,
    already_yours: ({ id }) => `${id} is yours already.`,
    same_assignee: ({ id, assignee, group }) =>
      assignee ? `${assignee} has ${id} already.` : `${id} is waiting in ${group} already.`,
    target_left: () => 'This person is not in the workspace any more. Please choose somebody else.',
    target_not_agent: () => 'This person is not an agent of that group. Please choose one who is, or nobody.',
    group_has_no_channel: () => 'This group has no agents’ channel yet, so nobody would see the ticket.',
    forward_needs_lead: ({ group }) => `In ${group} only a lead or an administrator forwards tickets.`,
    triggered_needs_lead: ({ group }) =>
      `A trigger gave this ticket away: in ${group} only a lead or an administrator forwards it.`,
    not_in_chain: ({ id }) => `This person is not in the escalation chain of ${id}.`,
    escalate_to_self: () => 'You cannot escalate to yourself. Please choose somebody else.',
    follow_up_only: ({ id, group }) =>
      `${id} is resolved, and ${group} does not open it again. Please send a new request.`,
    not_yours: ({ id }) => `${id} is not your request, so you cannot add to it from here.`,
    nothing_said: ({ id }) => `There are no words of yours on ${id} that could be changed.`,
    not_your_words: () => 'Only whoever wrote this, or a lead for an agent’s words, can change it.',
    not_your_answer: ({ id }) =>
      `Only whoever wrote the answer that waits on ${id}, the assignee or a lead can send, change or cancel it.`,
    typed_in_slack: () =>
      'This was typed in Slack itself, where only its author can edit or delete it. What is changed there is followed here.',
    words_are_kept: ({ id }) => `${id} is over, so what was said on it stays as it is.`,
    with_management: ({ id, manager }) =>
      `${manager ?? 'Management'} is deciding on ${id}. You can resolve it after the answer, or withdraw the escalation.`,
    already_acknowledged: ({ id }) => `You have acknowledged the escalation of ${id} already.`,
    escalation_over: ({ id, state }) => `The question on ${id} is settled already: it is ${state}.`,
    sent_on: ({ id, manager }) =>
      `${manager ?? 'Somebody else'} decides on ${id} now: the question went on, because it was not acknowledged in time or was sent higher. What you know about it you can write in a note.`,
    chain_ended: ({ id }) =>
      `Nobody stands above you in the escalation chain of ${id}. You can answer, take it over, or decline.`,
    team_asked: ({ id }) => `Another team is asked about ${id}, in a ticket of its own: please write there.`,
    nudged_already: ({ id, manager }) =>
      `${manager ?? 'The manager'} was asked about ${id} less than ten minutes ago. Please wait a little.`,
    reminded_already: ({ id }) =>
      `The requester of ${id} was reminded less than ten minutes ago. Please wait a little.`,
    asked_anew: ({ id }) =>
      `The question on ${id} that stood here is settled, and another one was asked since. Please read that one first.`,
    unknown_blocking: () => 'There is no such ticket to wait for. They look like T-1001.',
    date_past: () => 'This moment is past. Please choose a later one.',
    ...teamWhy,
    still_open: ({ id }) => `${id} is still open: please write in it.`,
    deleted: ({ id }) => `${id} was deleted. Only its number is left.`,
    unknown_duplicate: () => 'There is no such other ticket. They look like T-1001.',
    duplicate_circle: ({ id }) => `That ticket repeats ${id} already. Please choose the other one to go on.`,
    original_over: () =>
      'That ticket is over, so nobody is working on the problem there. Please choose one that is open.',
    other_requester: () =>
      'One of the two is private, or between teams, and they are not of the same requester, who would read the other one. Please use Resolve internally, as a duplicate.',
    private_into_open: ({ id }) => `${id} is private and the other one is not. Please link them instead.`,
    unknown_other: () => 'There is no such ticket, or it is not yours to see. They look like T-1001.',
    same_ticket: ({ id }) => `That is ${id} itself. Please choose another one.`,
    already_linked: ({ id }) => `${id} is linked with it already.`,
    not_linked: ({ id }) => `${id} has no such link.`,
    undo_there: ({ id }) => `The last change of ${id} was made on another ticket. Please undo it there.`,
    not_sure: ({ doing }) => `Please confirm that you want to ${doing}.`,
    too_late: ({ id, group }) =>
      `${id} was resolved too long ago for ${group} to open it again. Please send a new request.`,
    already_rated: ({ id }) => `You have rated ${id} already. One rating is kept for each request.`,
    confirmed_already: ({ id }) => `${id} was confirmed as solved already.`,
    ask_an_agent: ({ id, assignee }) =>
      `${assignee ?? 'Somebody'} is working on ${id} already. Please write that you do not need it any more: then you can agree to cancel it.`,
    asked_already: ({ id }) => `The requester of ${id} was asked already.`,
    no_agreement: ({ id }) => `${id} is cancelled only if its requester agrees. Please write how that was agreed.`,
    already_archived: ({ id }) => `${id} is archived already.`,
    told_anyway: ({ id, self }) =>
      `${id} is ${self ? 'your' : 'this person’s'} own request, so nothing of it is missed anyway.`,
    follows_already: ({ id, self }) =>
      self ? `You watch ${id} already.` : `${id} is followed by this person already.`,
    not_following: ({ id }) => `${id} was not watched, so there is nothing to end.`,
    not_followed: ({ id }) =>
      `${id} is private, or between teams: only who may read it anyway can follow it. Please choose one of its agents.`,
    too_many_followers: ({ id }) => `${id} has fifty followers already. Please take somebody out first.`,
    too_many_tags: ({ id }) => `A ticket has at most 20 tags. Please take some away from ${id} first.`,
    nothing_to_resend: ({ id }) => `Of ${id} there is no answer to send again: it is on its way, or has arrived.`,
    send_past: () => 'This moment is past. Please choose a later one, or leave it empty to send it now.',
    send_too_far: () => 'This is more than 90 days ahead. Please choose an earlier moment.',
    writer_may_not: () =>
      'Whoever wrote this answer may not answer here any more. Choose “Change” to send it in your own name.',
    scheduled_already: ({ id }) =>
      `On ${id} an answer is waiting for its time already. Send, change or cancel that one first.`,
    not_scheduled: ({ id }) => `On ${id} that answer is not waiting any more: it was sent, changed or cancelled.`,
    nothing_changed: ({ id }) => `Nothing of ${id} was changed.`,
    masking_off: () =>
      'Masking is switched off here: whoever runs the desk has to set MASKING_KEYS. Until then ask an administrator to delete the message.',
    undocumented: ({ id, group }) =>
      `${group} wants to know what a ticket was about and how it was solved before it ends. Press Resolve on ${id}: its form asks for that.`,
    nothing_to_mask: ({ id }) =>
      `These words do not stand in ${id}. Tick what was found, or paste the words exactly as they stand.`,
    nothing_masked: ({ id }) => `Nothing in ${id} is masked.`,
    nothing_chosen: ({ id }) =>
      `Please choose at least one part. What is masked in ${id} may have changed meanwhile: open this again to see it as it is now.`,
    stays_masked: () =>
      'All of this is also part of other words that stay masked, so that nothing of it could be read. Choose those too.',
    key_lost: ({ id }) =>
      `The key with which this was sealed is not there any more, so ${id} stays masked. Whoever runs the desk can put the old key back into MASKING_KEYS.`,
    nothing_to_undo: ({ id }) =>
      `There is nothing of yours to undo on ${id}: somebody or something else changed it last.`,
    changed_since: ({ id }) => `${id} was changed again after that. Open it to undo what was done last.`,
    told_already: ({ id }) => `Others have been told already, so ${id} cannot be put back silently.`,
    too_late_to_undo: ({ id }) => `It is too long ago to undo it on ${id}.`,
    nothing_asked: ({ id, state }) => `Nobody is asked about ${id} any more: it is ${state}.`,
    may_be_same: ({ id }) =>
      `The requester has written again after ${id} was resolved. Open it again, or wait until he says what it is about.`,
    not_their_turn: ({ id }) => `Nobody waits for the requester of ${id}.`,
    not_due: ({ id }) => `The time for ${id} is not up.`,
    banned_words: ({ words, group }) =>
      `${group === '' ? 'This group' : group} does not send these words to requesters: ${words}. Please say it otherwise.`,
    unwise_words: ({ words }) =>
      `These are on the list of words that requesters do not get: ${words}. Please change them, or send it from the form, which asks you once more.`,
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
    follower: 'whoever follows it',
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
    add: {
      required: 'Please name a tag that is added, or one that shall go.',
      too_long: 'A ticket has at most 20 tags. Please name fewer.',
      invalid: 'A tag has at most 40 characters. Please separate tags by commas.',
    },
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
