import { refuse } from '../domain/decide.ts';
import type { PersonId, Surface, TicketNumber } from '../domain/language.ts';
import { maySettle, type Scheduled } from '../domain/scheduled.ts';
import { mayReadInternal, rolesOf } from '../domain/ticket.ts';
import type { Verb } from '../domain/verbs.ts';
import { type Deps, nobody, type Outcome, type Request } from './request.ts';

type Door = (deps: Deps, number: TicketNumber, request: Request) => Promise<Outcome>;
type Answer = Pick<Scheduled, 'by' | 'seq' | 'warned' | 'acts' | 'templates'> & { verb: Verb; input: unknown };

/** Through the door as whoever wrote it. */
const asWritten = ({ by, seq, warned, acts, templates, verb, input }: Answer) => ({
  verb,
  input,
  by,
  scheduled: seq,
  knowing: warned,
  besides: acts,
  templates,
});

/** An answer whose time has come. Refused, its writer gets it back, or is asked what now, with why. */
export async function sendScheduled(
  deps: Deps,
  act: Door,
  number: TicketNumber,
  { version, ...answer }: Answer & { version: number },
): Promise<Outcome> {
  const outcome = await act(deps, number, { ...asWritten(answer), version, surface: 'clock' });
  if (outcome.kind !== 'refused') return outcome;
  if (outcome.why === 'busy') {
    await deps.store.wind(deps.workspace, number, deps.now());
    return outcome;
  }
  const why = outcome.why === 'no_ticket' ? 'not_allowed' : outcome.why;
  const input = { of: answer.seq, why, act: outcome.besides?.nth };
  return act(deps, number, { verb: 'send_back', by: 'clock', input, version });
}

/** `seq`: the answer that is meant. */
export type Press = { seq: number; by: PersonId; key: string | null; surface?: Surface | null };

/** Whoever may say what becomes of it does not wait for its time. Its words stay those of whoever wrote them. */
export async function sendNow(
  deps: Deps,
  act: Door,
  number: TicketNumber,
  { seq, by, key, surface = null }: Press,
): Promise<Outcome> {
  const { store, workspace } = deps;
  const reading = await store.read(workspace, number, { by, key });
  const actor = reading?.actor ?? nobody(by);
  if (!reading || !mayReadInternal(actor, reading.ticket)) return refuse('no_ticket', 'show', actor, null);
  if (reading.repeated) return { kind: 'repeated', number };
  const { ticket } = reading;
  const one = ticket.scheduled;
  if (one?.seq !== seq) return refuse('not_scheduled', 'unschedule', actor, ticket);
  if (!maySettle(one, by, rolesOf(actor, ticket))) return refuse('not_your_answer', 'unschedule', actor, ticket);
  const pressed = by === one.by ? undefined : by;
  const outcome = await act(deps, number, { ...asWritten({ ...one, input: one.answer }), key, pressed, surface });
  const isShut = outcome.kind === 'refused' && (outcome.why === 'not_allowed' || outcome.why === 'no_ticket');
  return pressed && isShut && outcome.besides === undefined
    ? refuse('writer_may_not', one.verb, actor, ticket)
    : outcome;
}
