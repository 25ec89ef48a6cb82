import { clockTurn, UNSEEN } from '../domain/clock.ts';
import type { Done } from '../domain/decide.ts';
import type { Group } from '../domain/group.ts';
import type { Surface, TicketNumber } from '../domain/language.ts';
import { isAnswer } from '../domain/verbs/issue.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Addressed, Writing } from './ports.ts';

/** An accepted decision as it is written: every letter with the conversation in which it waits its turn. */
export function writingOf(
  done: Done,
  group: Group,
  key: string | null,
  surface: Surface | null = null,
  origin: Whole | null = null,
  parent: Whole | null = null,
): Writing {
  const { ticket } = done;
  const main = mainOf(ticket, parent);
  const letters = done.letters.map((letter): Addressed => {
    const base = { kind: letter.kind, seq: 'seq' in letter ? letter.seq : 0, to: null };
    switch (letter.kind) {
      case 'card':
      case 'thread':
        return { ...base, conversation: `c:${group.agentsChannel ?? ''}` };
      case 'requester_card':
      case 'main':
      case 'line':
        return { ...base, conversation: main };
      case 'channel_ping':
        return { ...base, conversation: `g:${letter.group}` };
      case 'escalation_card':
      case 'ping':
        return { ...base, to: letter.to, conversation: `u:${letter.to}` };
    }
  });
  const around = { policies: group.policies, ...UNSEEN, at: done.act.at } as const;
  const clockAt = clockTurn(ticket, around)?.at ?? null;
  const clocked = done.before !== null && clockTurn(done.before, around) !== null;
  const moved = done.before?.state !== ticket.state;
  const others = [origin, moved ? parent : null].flatMap((other) => (other ? cardsOf(other) : []));
  const silenced = clocked && clockAt === null;
  return { done, letters: [...letters, ...others], clockAt, silenced, alarms: alarmsOf(done), key, surface };
}

type Whole = { ticket: Ticket; group: Group };

/** Where the Main conversation waits its turn: of what a team is asked, among the agents who ask. */
function mainOf({ main, requester }: Ticket, parent: Whole | null): string {
  const channel = main?.channel ?? parent?.group.agentsChannel;
  return channel ? `c:${channel}` : `u:${requester}`;
}

/** Other tickets whose clock turns because of this: the one that asks hears an answer, the one that is asked is called off. */
function alarmsOf({ act, before, ticket }: Done): TicketNumber[] {
  const answers = before && !isAnswer(before.state) && isAnswer(ticket.state) ? ticket.parent : null;
  const asked = before?.state === 'escalated' && ticket.state !== 'escalated' ? before.escalation.team : null;
  const left = asked && act.verb !== 'team_answered' ? asked.child : null;
  return [answers, left].filter((number) => number !== null);
}

/** The cards of a ticket that another one is about, to be drawn again. */
function cardsOf({ ticket, group }: { ticket: Ticket; group: Group }): Addressed[] {
  const { number, main, requester } = ticket;
  const base = { seq: 0, to: null, ticket: number };
  return [
    { ...base, kind: 'card', conversation: `c:${group.agentsChannel ?? ''}` },
    { ...base, kind: 'requester_card', conversation: main ? `c:${main.channel}` : `u:${requester}` },
  ];
}
