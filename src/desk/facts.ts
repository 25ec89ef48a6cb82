import type { Actor } from '../domain/language.ts';
import { saidBy } from '../domain/scheduled.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Last } from '../domain/verbs/rule.ts';
import { aboveFor } from './above.ts';
import { copiedFor } from './copying.ts';
import { namedBy } from './pair.ts';
import type { Reading } from './ports.ts';
import { bookFor, type Deps, type Request } from './request.ts';

type Asked = { actor: Actor; verb: Verb; by: Request['by']; input: unknown; last: Last | null; at: Date };

/** What a decision knows of a ticket as it was read: whom it can go to, which other one it names, who reads it as well, what is asked. */
export async function factsFor(deps: Deps, reading: Reading, { actor, verb, by, input, last, at }: Asked) {
  const above = await aboveFor(deps, reading, verb, by, at);
  const named = await namedBy(deps, actor, { ...saidBy(verb, input), last });
  const { copied } = await copiedFor(deps, verb, input);
  return { ...reading, ...above, ...bookFor(deps, reading.ticket), named, copied, last, at };
}
