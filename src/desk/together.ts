import { refuse } from '../domain/decide.ts';
import type { PersonId, TicketNumber } from '../domain/language.ts';
import { decideAll, type Step } from './rehearsing.ts';
import { type Deps, nobody, type Outcome, type Request, toldTo, TRIES } from './request.ts';
import { writingOf } from './writing.ts';

type Joined = Request & { by: PersonId; besides: readonly Step[] };

/**
 * An act, and what is done with it: in one transaction, so that whatever happens all of it is done once, or nothing. Of what is
 * refused besides, the refusal says which it was.
 */
export async function together(deps: Deps, number: TicketNumber, request: Joined): Promise<Outcome> {
  const { store, workspace } = deps;
  const { verb, by, input, besides, key = null, surface = null, templates = [] } = request;
  const steps: readonly Step[] = [{ verb, input: (input ?? {}) as Step['input'] }, ...besides];
  const none = nobody(by);
  const { knowing = false, scheduled, pressed, version } = request;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await decideAll(deps, number, by, steps, { knowing, scheduled, pressed, key, version });
    if (!found) return refuse('no_ticket', verb, none, null);
    if (found.kind === 'repeated') return { kind: 'repeated', number };
    if (found.kind === 'refused') {
      const { at, refusal, actor } = found;
      const act = besides[at - 1];
      if (act) return { ...refusal, besides: { nth: at - 1, ...act } };
      return toldTo(actor, refusal);
    }
    const [first] = found.decided;
    if (!first) break;
    const { parent } = first.done.ticket;
    const asking = parent === null ? null : await store.read(workspace, parent, { by: null });
    const writings = found.decided.map(({ done, group }, nth) => ({
      ...writingOf(done, group, nth === 0 ? key : null, surface, null, asking),
      ...(nth === 0 && { templates }),
    }));
    const { written } = await store.writeAll(writings.map((writing) => () => writing));
    if (written === 'written') return first.done;
    if (written === 'repeated') return { kind: 'repeated', number };
  }
  return refuse('busy', verb, none, null);
}
