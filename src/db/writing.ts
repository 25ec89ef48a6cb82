import type { Writing } from '../desk/ports.ts';
import type { Done } from '../domain/decide.ts';
import { filesAnswered } from '../domain/fields.ts';
import { isOpen, type TicketNumber } from '../domain/language.ts';
import type { Ticket, TicketIn } from '../domain/ticket.ts';
import { happeningsOf } from '../domain/triggers/happenings.ts';
import { ruleOf } from '../domain/verbs.ts';
import { BORN_WITH, rowOf } from './rows.ts';

/** A writing as the statements of `write.ts` take it: one document, one list for every table. */
export function documentOf({ done, letters, clockAt, silenced, alarms, key, surface, turn, templates = [] }: Writing) {
  const { act, before, ticket } = done;
  const escalation = escalationOf(ticket);
  return {
    ticket: before ? changedRow(before, ticket) : { ...rowOf(ticket), told: 0 },
    workspace: ticket.workspace,
    number: ticket.number,
    before: before?.version ?? 0,
    key,
    events: [
      {
        seq: ticket.version,
        verb: act.verb,
        by_person: act.by.kind === 'person' ? act.by.id : null,
        at: act.at,
        from_state: before?.state ?? null,
        to_state: ticket.state,
        // What is said stands in the messages, with its files; a request is said in itself.
        input: act.verb === 'create' ? act.input : { ...act.input, text: undefined, files: undefined },
        clocks: act.clocks ?? null,
        key,
        surface,
      },
    ],
    messages: messagesOf(done).map((message) => ({ ...message, files: act.input['files'] ?? [] })),
    escalations: escalation ? [escalationRow(escalation)] : [],
    ended: endedBy(done),
    /** Words of an earlier event that are put right or taken back; `text` null: taken back. */
    reworded: rewordedBy(done),
    /** The event that is told otherwise from now on; the one that is undone, with what it had said. */
    retold: retoldBy(done),
    undone: act.verb === 'undo' ? Number(act.input['seq']) : null,
    letters: letters.map(letterRow),
    tags: newTags(done),
    near: nearTo(done),
    turns: turnsOf(done, turn),
    /** At which turn of the group he was given it. */
    last: turn ? { group_key: turn.group, person: turn.person, turn: turn.groupTurn + 1 } : null,
    /** What triggers may wait for. The past that a desk file tells of is nothing that happens. */
    heard: surface === 'desk_file' ? [] : happeningsOf(act, before, ticket),
    brings: bringsFiles(done),
    templates,
    clock_at: clockAt,
    unclock: silenced,
    alarms,
    /** Others may wait for this one to be done. */
    ends: before !== null && isOpen(before.state) && !isOpen(ticket.state),
    handed: isHanded(before, ticket),
    people: peopleOf(before, ticket),
    groups: [...new Set([before?.group, ticket.group])].filter((group) => group !== undefined),
  };
}
const letterRow = ({ to, ticket, notBefore, ...letter }: Writing['letters'][number]) => ({
  ...letter,
  to_person: to,
  ticket,
  not_before: notBefore,
});

export type Document = ReturnType<typeof documentOf>;

/** What a ticket is born with, long words among it, is written again only when something of it has changed. */
function changedRow(before: Ticket, after: Ticket): Partial<ReturnType<typeof rowOf>> {
  const [was, row] = [rowOf(before), rowOf(after)];
  if (BORN_WITH.some((column) => was[column] !== row[column])) return row;
  const changing = Object.entries(row).filter(([column]) => !(BORN_WITH as readonly string[]).includes(column));
  return Object.fromEntries(changing);
}

function messagesOf({ act, ticket }: Done) {
  const { text, source } = act.input;
  const audience = act.verb === 'create' ? undefined : ruleOf(act.verb).says;
  if (audience === undefined || typeof text !== 'string') return [];
  const { channel = null, ts = null } = (source ?? {}) as { channel?: string; ts?: string };
  const author = act.by.kind === 'person' ? act.by.id : null;
  return [{ seq: ticket.version, audience, author, text, channel, ts, at: act.at }];
}

/** Files came with it, and may have to be carried to the other side. */
function bringsFiles({ act: { input } }: Done): boolean {
  const { files, fields, agent_fields } = input;
  const answers = [fields, agent_fields].flatMap((some) => Object.values(some ?? {}) as unknown[]);
  const answered = answers.some((answer) => typeof answer === 'string' && filesAnswered(answer).length > 0);
  return answered || (Array.isArray(files) && files.length > 0);
}

function rewordedBy({ act }: Done) {
  const { of, text } = act.input;
  if (act.verb === 'create' || !ruleOf(act.verb).rewords || typeof of !== 'number') return null;
  return { of, text: typeof text === 'string' ? text : null, at: act.at };
}

function retoldBy(done: Done): number | null {
  const { act, before } = done;
  if (act.verb === 'undo') return Number(act.input['seq']);
  // That it did not arrive is told with a button, which has been pressed.
  if (act.verb === 'resend') return before?.undelivered.find(({ seq }) => seq === act.input['of'])?.told ?? null;
  return rewordedBy(done)?.of ?? null;
}

const escalationRow = (escalation: TicketIn<'escalated'>['escalation']) => ({
  seq: escalation.seq,
  level: escalation.level,
  from_person: escalation.from,
  cause: escalation.cause,
  to_person: escalation.to,
  to_group: escalation.team?.group ?? null,
  child: escalation.team?.child ?? null,
  ask: escalation.ask,
  reason: escalation.reason,
  at: escalation.at,
  acknowledged_at: escalation.acknowledgedAt,
  ack_due_at: escalation.ackDueAt,
  state: escalation.acknowledgedAt ? 'acked' : 'open',
});
const escalationOf = (ticket: Ticket | null) => (ticket?.state === 'escalated' ? ticket.escalation : null);

/** The escalation that was open and is not any more. A verb that says nothing about it takes it back. */
function endedBy({ act, before, ticket }: Done) {
  const open = escalationOf(before);
  if (!open || escalationOf(ticket)?.seq === open.seq) return [];
  // A team's answer is its own to give: whatever else ends the waiting calls it off.
  const says =
    act.verb === 'create' || (open.team && act.verb !== 'team_answered') ? undefined : ruleOf(act.verb).closes;
  const state = says ?? 'withdrawn';
  return [{ seq: open.seq, state, closed_at: act.at }];
}

/** What a private ticket is tagged with is offered on no other one. */
const newTags = ({ before, ticket }: Done): string[] =>
  ticket.private ? [] : ticket.tags.filter((tag) => !before?.tags.includes(tag));

/** Others may have been asked for it: they hear who asks now. Nobody was asked for what was only raised. */
const isHanded = (before: Ticket | null, { assignee, group }: Ticket): boolean =>
  before !== null && before.version > 1 && (before.assignee !== assignee || before.group !== group);

/** Counts that move with this, and what they have to be before: null where it does not matter. */
function turnsOf({ before, ticket: { state, assignee } }: Done, turn: Writing['turn']) {
  const of = (group_key: string, person: string, was: number | null) => ({
    group_key,
    person,
    was,
    turn: (was ?? 0) + 1,
  });
  if (turn) return [of('', turn.person, turn.personTurn), of(turn.group, '', turn.groupTurn)];
  const more = isOpen(state) && (before?.assignee !== assignee || !isOpen(before.state));
  return assignee !== null && more ? [of('', assignee, null)] : [];
}

const MOST_NEAR = 10;
/** The tickets on whose cards it stands how this one does. */
function nearTo({ before, ticket }: Done): TicketNumber[] {
  if (!before || (before.state === ticket.state && before.deletedAt === ticket.deletedAt)) return [];
  const original = 'resolution' in ticket ? ticket.resolution.duplicateOf : null;
  const linked = ticket.links.map((link) => link.ticket);
  return [...new Set(original === null ? linked : [original, ...linked])].slice(-MOST_NEAR);
}

/** Whose App Home shows the ticket, apart from the members of its groups. */
function peopleOf(before: Ticket | null, after: Ticket) {
  const people = [
    after.requester,
    before?.requester,
    after.creator,
    before?.assignee,
    after.assignee,
    escalationOf(before)?.to,
    escalationOf(after)?.to,
    ...(before?.followers ?? []),
    ...after.followers,
  ];
  return [...new Set(people)].filter((person) => typeof person === 'string');
}

/** Postgres knows neither NUL nor half a character. */
export const clean = (text: string): string => Buffer.from(text.replaceAll('\0', '')).toString();
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  return SUSPECT.test(text)
    ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? clean(part) : part))
    : text;
}
/** How JSON writes the two; words that only look like it are cleaned in vain. */
const SUSPECT = /\\u(?:0000|d[89a-f])/;
