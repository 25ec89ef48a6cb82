import { type Click, typedTicket } from '../codec.ts';
import type { Parts, Tell } from '../parts.ts';
import { pressLike } from './agents.ts';
import { type Instead, pressInstead } from './asking.ts';
import type { SimilarPress } from '../views/similar.ts';

const AGENTS: readonly string[] = ['see', 'reply', 'merge', 'duplicate', 'link'] satisfies SimilarPress[];
const ASKING: readonly string[] = ['attach', 'follow', 'solved'] satisfies Instead[];
const isAgents = (word: string): word is SimilarPress => AGENTS.includes(word);
const isInstead = (word: string): word is Instead => ASKING.includes(word);

/** What a button says: `merge.1042.990` among agents, `attach.990` in the form of a new request. */
export async function pressSimilar(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const [press = '', typed = '', which] = value.split('.');
  const number = typedTicket.safeParse(typed);
  const other = which === undefined ? null : typedTicket.safeParse(which);
  if (!number.success || other?.success === false) return;
  if (isInstead(press)) return pressInstead(parts, click, press, number.data, tell);
  if (isAgents(press)) return pressLike(parts, click, { press, number: number.data, other: other?.data ?? null }, tell);
}
