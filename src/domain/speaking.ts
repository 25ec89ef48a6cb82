import { type Found, namesOf } from './banned.ts';
import type { Actor } from './language.ts';
import { isOutside, isTheirs, speaksFor, type Ticket } from './ticket.ts';
import { ruleOf, type Verb } from './verbs.ts';
import type { Facts } from './verbs/rule.ts';

/** Why words do not go out, or not before somebody has looked at them once more, and which words. */
export type Halted = { why: 'banned_words' | 'unwise_words'; words: readonly string[] };

/** Answers of an input in which an agent says something to a requester. */
const SAID = ['text', 'waiting_for'] as const;
/** Verbs by which those speak who have asked; an agent seldom. */
const THEIRS: readonly Verb[] = ['message', 'not_solved'];

type Said = { verb: Verb; by: Actor; input: Readonly<Record<string, unknown>> };

/** Does an agent say this to whoever asked, through the desk? What was typed in Slack itself has been read already. */
function isToldByAgent(ticket: Ticket, { verb, by, input }: Said, said: Facts['said']): boolean {
  if (by.kind !== 'person' || input['source'] !== undefined) return false;
  const { says, rewords } = ruleOf(verb);
  if (rewords) return said?.audience === 'main' && said.author !== null && !isTheirs(ticket, said.author);
  if (says !== 'main') return false;
  const own = isTheirs(ticket, by.id) || speaksFor(by, ticket) || isOutside(by, ticket);
  return !(THEIRS.includes(verb) && own);
}

type Around = Pick<Facts, 'group' | 'banned' | 'said'>;

/** Words on the list in what an agent is about to say; null where nothing is held against it. */
export function halted(ticket: Ticket, said: Said, facts: Around, knowing: boolean): Halted | null {
  const { banned_words: how } = facts.group.policies;
  if (!facts.banned || how === 'off' || (how === 'warn' && knowing)) return null;
  if (!isToldByAgent(ticket, said, facts.said)) return null;
  const found = SAID.flatMap((name): Found[] => {
    const text = said.input[name];
    return typeof text === 'string' ? (facts.banned?.in(text, ticket) ?? []) : [];
  });
  if (found.length === 0) return null;
  return { why: how === 'block' ? 'banned_words' : 'unwise_words', words: namesOf(found) };
}
