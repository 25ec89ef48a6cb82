import { holderOf } from '../domain/causes.ts';
import type { PersonId } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';
import { chainOf, namedIn } from './chain.ts';
import type { Reading } from './ports.ts';
import type { Deps, Request } from './request.ts';

/** Of an open escalation, the chain of whoever opened it, or answers for it; of none, that of whoever asks. */
export async function chainFor({ store, workspace }: Deps, { ticket, group }: Reading, asks: PersonId, at: Date) {
  const escalator = ticket.state === 'escalated' ? (ticket.escalation.from ?? ticket.assignee) : asks;
  const of = ticket.assignee ?? escalator;
  const parties = { escalator, requester: ticket.requester };
  return chainOf(group, await store.hierarchy(workspace, { of, ...namedIn(group) }), parties, at);
}

const ASKING: readonly Verb[] = ['escalate', 'escalate_by_rule', 'send_higher', 'time_out'];

/** Whom the question can go to, and who is passed over. Who leads is looked up where nobody has the ticket. */
export async function aboveFor(deps: Deps, reading: Reading, verb: Verb, by: Request['by'], at: Date) {
  if (!ASKING.includes(verb)) return { chain: [] };
  const { ticket } = reading;
  const leads = by === 'clock' && ticket.assignee === null ? await leadsOf(deps, reading, at) : null;
  const asks = by === 'clock' ? holderOf(ticket, leads?.there ?? []) : by;
  if (asks === null) return { chain: [], leads };
  const { links, gaps } = await chainFor(deps, reading, asks, at);
  return { chain: links, gaps, leads };
}

/** Those who lead the group: whoever is there, or, where nobody is, whoever is only away. */
async function leadsOf({ store, workspace }: Deps, { group }: Reading, at: Date) {
  const [of] = group.leads;
  if (of === undefined) return { there: [], gaps: [] };
  const hierarchy = await store.hierarchy(workspace, { of, people: group.leads, userGroups: [] });
  const anybody = { escalator: null, requester: null };
  const { links, gaps } = chainOf({ ...group, chain: ['group_lead'] }, hierarchy, anybody, at);
  if (links.length > 0) return { there: links.map(({ person }) => person), gaps };
  return { there: gaps.flatMap(({ why, person }) => (why === 'away' && person ? [person] : [])), gaps: [] };
}
