import { z } from 'zod';
import { isOpen, type Person, type PersonId, type Role, STATES } from '../language.ts';
import { isTheirs, type Ticket } from '../ticket.ts';
import { type Facts, rule, source, type Uttered, words } from './rule.ts';

/** Which words: the event that said them. Without it the last ones that the person may change. */
const which = z.object({
  of: z.number().int().positive().optional(),
  /** Their author changed them where he had typed them. */
  source: source.optional(),
  /** Found out by the desk: who reads them, and whether they stand in Slack as a person's own. */
  audience: z.enum(['main', 'internal']).optional(),
  typed: z.boolean().optional(),
});
type Which = z.output<typeof which>;

const settled = <I extends Which>(input: I, { said }: Facts): I =>
  said ? { ...input, of: said.seq, audience: said.audience, typed: said.typed } : input;

const isHis = (ticket: Ticket, author: PersonId | null, by: PersonId, isLead: boolean): boolean =>
  author === by || (isLead && author !== null && !isTheirs(ticket, author));
const isKept = ({ state }: Ticket): boolean => !isOpen(state) && state !== 'resolved';

/** May these words be changed through the desk? By their author; an agent's, by a lead too. */
export const mayReword = (
  ticket: Ticket,
  { author, typed }: Pick<Uttered, 'author' | 'typed'>,
  by: PersonId,
  roles: readonly Role[],
): boolean => !typed && !isKept(ticket) && isHis(ticket, author, by, roles.includes('lead'));

function objection(ticket: Ticket, input: Which, by: Person, { said }: Facts, roles: readonly Role[]) {
  if (!said) return 'nothing_said' as const;
  if (!isHis(ticket, said.author, by.id, roles.includes('lead'))) return 'not_your_words' as const;
  // What its author does in Slack has happened: it is kept in every state.
  if (input.source) return null;
  if (said.typed) return 'typed_in_slack' as const;
  return isKept(ticket) ? ('words_are_kept' as const) : null;
}

/** Words that were said are put right or taken back. They are kept once, so that the event holds none of them. */
export const rewording = {
  correct: rule({
    from: STATES,
    to: STATES,
    by: ['anyone'],
    rewords: true,
    input: which.extend({ text: words }),
    settle: settled,
    guard: (ticket, { input, by }, facts, roles) =>
      objection(ticket, input, by, facts, roles) ?? (facts.said?.text === input.text ? 'nothing_changed' : null),
    apply: (ticket) => ticket,
  }),

  retract: rule({
    from: STATES,
    to: STATES,
    by: ['anyone'],
    rewords: true,
    input: which.extend({ sure: z.boolean().default(false) }),
    settle: settled,
    guard: (ticket, { input, by }, facts, roles) =>
      objection(ticket, input, by, facts, roles) ?? (input.sure || input.source ? null : 'not_sure'),
    apply: (ticket) => ticket,
  }),
};
