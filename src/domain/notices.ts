import { groupKey, type GroupKey, type PersonId } from './language.ts';
import { besides, TOLD_REASONS } from './followers.ts';
import { isManagers, isTheirs, isUnhappy, type Ticket } from './ticket.ts';
import type { Act, Birth, Verb } from './verbs.ts';

/**
 * What has to be carried to Slack after a change. A letter says only what is to be drawn; the words are drawn from the
 * ticket as it is when the letter is carried.
 *
 * `card`            the agents' card, root of the ticket's one thread
 * `thread`          what the Internal thread has not been told yet
 * `requester_card`  the requester's card
 * `main`            the message of event `seq`, posted in the Main conversation, or changed where it stands
 * `line`            event `seq` itself, told in one line of the Main conversation
 * `escalation_card` the manager's card of the escalation `seq`
 * `ping`            event `seq`, told to one person by DM
 * `channel_ping`    event `seq`, told in the agents' channel of a group
 */
export type Letter =
  | { kind: 'card' | 'thread' | 'requester_card' }
  | { kind: 'main' | 'line'; seq: number }
  | { kind: 'escalation_card'; seq: number; to: PersonId }
  | { kind: 'ping'; seq: number; to: PersonId }
  | { kind: 'channel_ping'; seq: number; group: GroupKey };

type Told =
  | 'card'
  | 'thread'
  | 'requester_card'
  | 'main'
  | 'line'
  | 'escalation_card'
  | 'ping_assignee'
  | 'ping_assignee_or_leads'
  | 'ping_assignee_and_leads'
  | 'ping_leads_if_unhappy'
  | 'ping_escalator'
  | 'ping_creator'
  | 'ping_target'
  | 'ping_former'
  | 'ping_leads_at_end'
  | 'ping_leads_if_kept_by_nobody'
  | 'ping_given'
  | 'ping_leads_if_unasked'
  | 'ping_followers'
  | 'ping_added'
  | 'ping_mentioned'
  | 'ping_writer'
  | 'ping_writer_if_held'
  | 'call_manager'
  | 'ping_named';

/** Who is told what, where. A verb without a row does not compile. */
export const notices: Record<Verb | 'create', readonly Told[]> = {
  create: ['card', 'thread', 'requester_card', 'ping_assignee'],
  keep: ['card', 'requester_card'],
  auto_assign: ['card', 'thread', 'requester_card', 'ping_assignee'],
  reoffer: ['card', 'thread', 'requester_card', 'ping_given', 'ping_former', 'ping_leads_if_kept_by_nobody'],
  forward: ['card', 'thread', 'requester_card', 'ping_assignee'],
  prepare: ['card'],
  work: ['card', 'requester_card'],
  reply: ['card', 'main', 'requester_card', 'ping_followers'],
  message: ['card', 'thread', 'main', 'line', 'requester_card', 'call_manager', 'ping_writer_if_held'],
  edit: ['card', 'requester_card'],
  change_answers: ['card', 'thread', 'requester_card', 'call_manager'],
  note: ['thread', 'ping_mentioned'],
  tell_requester: ['card', 'requester_card'],
  change_owner: ['card', 'thread', 'requester_card'],
  pend: ['card', 'main', 'requester_card', 'ping_followers'],
  wake: ['card', 'requester_card', 'ping_assignee'],
  remind: ['card', 'line', 'requester_card'],
  expire: ['card', 'line', 'requester_card', 'ping_creator', 'ping_followers'],
  original_done: ['line', 'requester_card'],
  resolve: ['card', 'main', 'requester_card', 'ping_creator', 'ping_followers'],
  escalate: ['card', 'escalation_card', 'thread', 'requester_card'],
  escalate_by_rule: ['card', 'escalation_card', 'thread', 'requester_card', 'ping_given', 'ping_leads_if_unasked'],
  acknowledge: ['card', 'escalation_card', 'ping_escalator'],
  nudge: ['card', 'escalation_card', 'ping_target'],
  send_higher: ['card', 'escalation_card', 'ping_escalator'],
  time_out: ['card', 'escalation_card', 'ping_escalator', 'ping_leads_at_end'],
  return: ['card', 'thread', 'escalation_card', 'requester_card', 'call_manager'],
  take_over: ['card', 'thread', 'escalation_card', 'requester_card', 'ping_former', 'ping_escalator'],
  decline: ['card', 'thread', 'escalation_card', 'requester_card', 'call_manager'],
  withdraw: ['card', 'thread', 'escalation_card', 'requester_card'],
  escalate_to_team: ['card', 'thread', 'requester_card'],
  team_answered: ['card', 'thread', 'requester_card'],
  call_off: ['card', 'thread', 'requester_card'],
  hand_on: ['card', 'thread', 'requester_card'],
  resolve_internally: ['card', 'line', 'requester_card', 'ping_creator', 'ping_followers'],
  workaround: ['card', 'main', 'requester_card', 'ping_followers'],
  link: ['card', 'requester_card'],
  unlink: ['card', 'requester_card'],
  linked: ['card', 'requester_card'],
  merge: ['card', 'line', 'requester_card', 'ping_creator', 'ping_followers'],
  split: ['card', 'line', 'requester_card'],
  complete: ['card', 'requester_card'],
  close: ['card', 'requester_card', 'ping_creator', 'ping_followers'],
  not_solved: ['card', 'thread', 'main', 'requester_card', 'call_manager', 'ping_writer_if_held'],
  same_problem: ['card', 'thread', 'requester_card', 'call_manager'],
  other_problem: ['card', 'thread', 'requester_card'],
  rate: ['card', 'requester_card', 'ping_leads_if_unhappy'],
  ask_cancel: ['card', 'main', 'requester_card'],
  cancel: ['card', 'line', 'requester_card', 'ping_followers'],
  agree: ['card', 'requester_card', 'ping_followers'],
  restore: ['card', 'requester_card'],
  delete: ['card', 'requester_card'],
  archive: ['card'],
  unarchive: ['card'],
  correct: ['card', 'main'],
  retract: ['card', 'main'],
  undelivered: ['card', 'thread', 'call_manager'],
  resend: ['card', 'main'],
  schedule: ['card'],
  unschedule: ['card'],
  send_back: ['card', 'thread', 'ping_writer'],
  mask: ['card', 'requester_card'],
  unmask: ['card', 'requester_card'],
  destroy: ['card'],
  tag: ['card'],
  follow: ['card', 'requester_card'],
  add_follower: ['card', 'requester_card', 'ping_added'],
  unfollow: ['card', 'requester_card'],
  undo: ['card', 'requester_card'],
  warn: ['card', 'ping_assignee_or_leads'],
  breach: ['card', 'ping_assignee_and_leads'],
  assign_by_trigger: ['card', 'thread', 'requester_card', 'ping_assignee'],
  change_by_trigger: ['card', 'requester_card'],
  tell_by_trigger: ['ping_named'],
};

/** Is this event worth a line to the requester? Not what he did himself. */
const isForRequester = ({ verb, by, input }: Act | Birth, { requester }: Ticket): boolean =>
  verb === 'resolve_internally' ? TOLD_REASONS.includes(input['reason']) : by.kind === 'clock' || by.id !== requester;

type Leads = Extract<Told, `ping_leads_${string}`>;
const WANT_LEADS: Record<Leads, (ticket: Ticket) => boolean> = {
  ping_leads_if_unhappy: isUnhappy,
  ping_leads_at_end: (ticket) => hasEnded(ticket),
  ping_leads_if_unasked: ({ state }) => state !== 'escalated',
  ping_leads_if_kept_by_nobody: ({ offer }) => offer === null,
};

const isForLeads = (to: Told): to is Leads => to in WANT_LEADS;

/** He wrote after all was done, and is asked once whether it is the same problem. */
const asksAnew = (before: Ticket | null, after: Ticket): boolean =>
  after.sameAsked !== null && before?.sameAsked?.seq !== after.sameAsked.seq;

/** A requester's own words change nothing on his card unless they change the state or what he is asked. */
const changesCard = (before: Ticket, after: Ticket): boolean =>
  before.state !== after.state ||
  asksAnew(before, after) ||
  (before.cancelAsked === null) !== (after.cancelAsked === null);

/** The managers' cards that an event changes: when the question moves on or ends, those of all who were asked. */
function cardsOf(before: Ticket | null, after: Ticket): { seq: number; to: PersonId }[] {
  const open = before?.state === 'escalated' ? before.escalation : null;
  const now = after.state === 'escalated' ? after.escalation : null;
  const moved = open !== null && open.seq !== now?.seq;
  // Taken back: all of them wait again.
  const again = now && !open ? now.asked : [];
  const cards = [...(open && moved ? [...open.asked, open] : []), ...again, ...(now ? [now] : [])];
  return cards.flatMap(({ seq, to }) => (to === null ? [] : [{ seq, to }]));
}

/** Nobody is left who could be asked. */
const hasEnded = (ticket: Ticket): boolean => ticket.state === 'escalated' && ticket.escalation.endedAt !== null;

/**
 * The assignee is called in the agents' thread. A manager who took a ticket over need not sit there: he is called by DM,
 * and only there.
 */
const calledApart = ({ verb, by }: Act | Birth, ticket: Ticket): boolean =>
  isManagers(ticket) && (verb !== 'message' || (by.kind === 'person' && isTheirs(ticket, by.id)));

/** The letters of one event. The actor is never pinged, and nobody twice. `leads`: those of the group that has it then. */
export function lettersFor(
  act: Act | Birth,
  before: Ticket | null,
  after: Ticket,
  leads: readonly PersonId[],
): Letter[] {
  const { version: seq } = after;
  const open = before?.state === 'escalated' ? before.escalation : null;
  // Who hears of the ticket for the first time gets the card before the words that stand under it.
  const first = before !== null && !before.sendToUser && after.sendToUser;
  const told = new Set<Told>([...(first ? (['requester_card'] as const) : []), ...notices[act.verb]]);
  if (open || after.state === 'escalated') told.add('escalation_card');
  const lettersTo = (to: Told): Letter[] => {
    if (isForLeads(to)) return WANT_LEADS[to](after) ? leads.flatMap((lead) => ping(lead, act, seq)) : [];
    switch (to) {
      case 'card':
        return [{ kind: to }];
      case 'requester_card':
        return !after.sendToUser || (before && !first && act.verb === 'message' && !changesCard(before, after))
          ? []
          : [{ kind: to }];
      case 'thread':
        // What was typed in the agents' thread stands there already.
        return act.verb === 'note' && act.input['source'] ? [] : [{ kind: to }];
      case 'main':
        if (isRewording(act)) return inMain(act.input);
        if (act.verb === 'resend') return [{ kind: to, seq: Number(act.input['of']) }];
        return act.input['text'] === undefined || act.input['source'] ? [] : [{ kind: to, seq }];
      case 'line':
        return after.sendToUser && (act.verb === 'message' ? asksAnew(before, after) : isForRequester(act, after))
          ? [{ kind: to, seq }]
          : [];
      case 'escalation_card':
        return cardsOf(before, after).map((card) => ({ kind: to, ...card }));
      case 'ping_assignee':
        return ping(after.assignee, act, seq);
      case 'ping_assignee_or_leads':
      case 'ping_assignee_and_leads':
        return urge(responsible(after.assignee, leads, to === 'ping_assignee_and_leads'), after);
      case 'ping_followers':
      case 'ping_added':
      case 'ping_mentioned':
        return besides(to, act, after).flatMap((one) => ping(one, act, seq));
      case 'ping_creator':
        return endsFor(before, after) ? ping(after.creator, act, seq) : [];
      case 'ping_escalator':
      case 'ping_target':
        return ping((to === 'ping_target' ? open?.to : open?.from) ?? null, act, seq);
      case 'ping_former':
      case 'ping_writer':
      case 'ping_writer_if_held':
        return ping(formerOf(to, before, after), act, seq);
      case 'call_manager':
        return calledApart(act, after) ? ping(after.assignee, act, seq) : [];
      case 'ping_given':
        return before?.assignee === after.assignee ? [] : ping(after.assignee, act, seq);
      case 'ping_named':
        return namedIn(act.input, seq);
    }
  };
  return onceEach([...told].flatMap(lettersTo));
}

/** Who had it, or whose answer comes back, or waits: whoever has the ticket now is called for that in the thread. */
const formerOf = (
  to: 'ping_former' | 'ping_writer' | 'ping_writer_if_held',
  before: Ticket | null,
  { scheduled, assignee }: Ticket,
): PersonId | null => {
  if (to === 'ping_former') return before?.assignee ?? null;
  if (to === 'ping_writer') return before?.scheduled?.by ?? null;
  return scheduled?.held && !before?.scheduled?.held && scheduled.by !== assignee ? scheduled.by : null;
};

function onceEach(letters: readonly Letter[]): Letter[] {
  const pinged = new Set<PersonId>();
  return letters.filter((letter) => letter.kind !== 'ping' || (!pinged.has(letter.to) && pinged.add(letter.to)));
}

/** Whoever raised it for somebody else follows it, and hears once when it is resolved. */
const endsFor = (before: Ticket | null, after: Ticket): boolean =>
  after.state === 'resolved' && before?.state !== 'resolved' && after.creator !== after.requester;

const isRewording = ({ verb }: Act | Birth): boolean => verb === 'correct' || verb === 'retract';
/** Words of ours are changed where they stand; what a person typed he has changed himself. */
const inMain = ({ of, audience, typed }: Record<string, unknown>): Letter[] =>
  audience === 'main' && typed === false && typeof of === 'number' ? [{ kind: 'main', seq: of }] : [];

/** Whom a trigger tells. */
const namedIn = ({ people, group }: Record<string, unknown>, seq: number): Letter[] => [
  ...(Array.isArray(people) ? (people as PersonId[]) : []).map((to): Letter => ({ kind: 'ping', seq, to })),
  ...(typeof group === 'string' ? [{ kind: 'channel_ping' as const, seq, group: groupKey(group) }] : []),
];

const ping = (to: PersonId | null, { by }: Act | Birth, seq: number): Letter[] =>
  to === null || (by.kind === 'person' && by.id === to) ? [] : [{ kind: 'ping', seq, to }];

const responsible = (assignee: PersonId | null, leads: readonly PersonId[], all: boolean): readonly PersonId[] =>
  assignee === null ? leads : all ? [assignee, ...leads] : [assignee];

/** What the desk owes a requester is no news for him, not even where he is an agent himself. */
const urge = (people: readonly PersonId[], { requester, version: seq }: Ticket): Letter[] =>
  [...new Set(people)].filter((to) => to !== requester).map((to) => ({ kind: 'ping', seq, to }));
