import { create } from '../domain/create.ts';
import { decide, type Refusal, refuse } from '../domain/decide.ts';
import { askedOpenly, sound } from '../domain/fields.ts';
import { groupKey, type Person, type PersonId, ticketNumber, type TicketNumber } from '../domain/language.ts';
import { mayRead } from '../domain/ticket.ts';
import { type Deps, nobody, type Outcome, type Request, TRIES } from './request.ts';
import type { IntakeReading, Reading } from './ports.ts';
import { writingOf } from './writing.ts';

type Given = Readonly<Record<string, unknown>>;
type Asked = Pick<Request, 'input' | 'key' | 'surface'> & { by: PersonId };

/** T21: another team gets a ticket of its own, and the one that asks waits for it. Two decisions, written as one. */
export async function askTeam(deps: Deps, number: TicketNumber, request: Request, at?: Date): Promise<Outcome> {
  const { by } = request;
  if (by === 'clock') return refuse('not_allowed', request.verb, { kind: 'clock' }, null);
  const { store, workspace, now } = deps;
  const given: Given = typeof request.input === 'object' && request.input !== null ? { ...request.input } : {};
  const word = (name: string) => (typeof given[name] === 'string' && given[name] !== '' ? given[name] : null);
  const group = word('group');
  const targetGroup = group === null ? undefined : groupKey(group);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reading = await store.read(workspace, number, { by, key: request.key ?? null, targetGroup });
    if (!reading) return refuse('no_ticket', request.verb, nobody(by), null);
    if (reading.repeated || (request.version !== undefined && request.version !== reading.ticket.version))
      return { kind: 'repeated', number };
    const ask = { by, requester: by, group: targetGroup ?? null, type: word('type'), target: null };
    const intake = await store.readIntake(workspace, ask);
    const decided = bothOf(deps, reading, intake, given, { ...request, by }, at ?? now());
    if ('kind' in decided) return decided;
    const asks = (child: TicketNumber | null) => decided.asks(child ?? ticketNumber(0));
    const { written, made } = await store.writeAll([() => decided.birth, (child) => asks(child).writing]);
    if (written === 'written') return asks(made).done;
    if (written === 'repeated') return { kind: 'repeated', number };
  }
  return refuse('busy', request.verb, nobody(by), null);
}

/** What becomes of the ticket that asks, and the ticket that is asked with; or why not. */
function bothOf(deps: Deps, reading: Reading, intake: IntakeReading, given: Given, asked: Asked, at: Date) {
  const { ticket, group } = reading;
  const actor = reading.actor ?? nobody(asked.by);
  const facts = { ...reading, last: null, at, chain: [], named: null };
  const verb = 'escalate_to_team' as const;
  const decision = (child: TicketNumber) => decide(ticket, { verb, by: actor, input: { ...given, child } }, facts);
  const first = decision(ticketNumber(0));
  if (!mayRead(actor, ticket)) return refuse('no_ticket', verb, actor, null);
  // What is missing in either is said at once.
  if (first.kind === 'refused' && first.why !== 'bad_input') return first;
  const birth = childOf(deps, reading, intake, given, actor, at);
  if (birth.kind === 'refused') return { ...birth, verb, ticket } satisfies Refusal;
  if (first.kind === 'refused' || !intake.group)
    return first.kind === 'refused' ? first : refuse('busy', verb, actor, ticket);
  const surface = asked.surface ?? null;
  return {
    birth: writingOf(birth, intake.group, null, surface, null, reading),
    asks(child: TicketNumber) {
      const done = decision(child);
      if (done.kind === 'refused') throw new Error('The same decision was refused the second time.');
      return { done, writing: writingOf(done, group, asked.key ?? null, surface) };
    },
  };
}

/** Files that were answered to the same question here go along, where no others were chosen. */
function withFiles(fields: unknown, { ticket }: Reading, { type }: IntakeReading): unknown {
  const asked = askedOpenly(type?.fields ?? []).filter(({ ask }) => ask === 'file');
  const known = sound(asked, ticket.fields);
  if (Object.keys(known).length === 0) return fields;
  return typeof fields === 'object' ? { ...known, ...fields } : (fields ?? known);
}

/** What another team is asked with: as urgent and as private as the ticket that asks, in that team's language. */
function childOf({ workspace }: Deps, reading: Reading, intake: IntakeReading, given: Given, actor: Person, at: Date) {
  const { ticket } = reading;
  const { title, content, type, group } = given;
  const fields = withFiles(given['fields'], reading, intake);
  const input = {
    title,
    content,
    group,
    ...(type !== undefined && { type }),
    ...(fields !== undefined && { fields }),
    kind: ticket.kind,
    priority: ticket.priority,
    private: ticket.private,
    channel: 'agent',
    language: intake.group?.language ?? ticket.language,
    parent: ticket.number,
    asker: ticket.group,
  };
  const facts = { at, workspace, number: ticketNumber(0), origin: null, parent: ticket };
  return create(input, actor, { ...facts, ...intake, target: null, requester: actor });
}
