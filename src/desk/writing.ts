import { clockTurn } from '../domain/clock.ts';
import type { Done } from '../domain/decide.ts';
import type { Group } from '../domain/group.ts';
import type { Surface } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Addressed, Writing } from './ports.ts';

/** An accepted decision as it is written: every letter with the conversation in which it waits its turn. */
export function writingOf(
  done: Done,
  group: Group,
  key: string | null,
  surface: Surface | null = null,
  origin: { ticket: Ticket; group: Group } | null = null,
): Writing {
  const { ticket } = done;
  const main = ticket.main ? `c:${ticket.main.channel}` : `u:${ticket.requester}`;
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
      case 'escalation_card': {
        const to = escalationOf(done)?.to ?? ticket.requester;
        return { ...base, to, conversation: `u:${to}` };
      }
      case 'ping':
        return { ...base, to: letter.to, conversation: `u:${letter.to}` };
    }
  });
  const around = { policies: group.policies, other: 'unknown', at: done.act.at } as const;
  const clockAt = clockTurn(ticket, around)?.at ?? null;
  const clocked = done.before !== null && clockTurn(done.before, around) !== null;
  const others: Addressed[] = origin ? cardsOf(origin) : [];
  return { done, letters: [...letters, ...others], clockAt, silenced: clocked && clockAt === null, key, surface };
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

const escalationOf = ({ before, ticket }: Done) =>
  ticket.state === 'escalated' ? ticket.escalation : before?.state === 'escalated' ? before.escalation : null;
