import type { InputBlock } from '@slack/types';
import type { Outcome, Request } from '../../desk/desk.ts';
import type { TicketNumber } from '../../domain/language.ts';
import type { MacroAct } from '../../domain/macros.ts';
import { schedulable } from '../../domain/scheduled.ts';
import { type Answers, type FormMetadata, VALUE } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { ask } from '../forms/ask.ts';
import { date, moment, section } from '../kit.ts';
import type { Parts } from '../parts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';

const SEND_AT = 'send_at';

/** When it goes: now, or at a time that the person chooses in his own. */
export const whenAsked = ({ sending }: Catalog): InputBlock =>
  ask(SEND_AT, sending.when, moment(VALUE), { optional: true });

/** The moment that was chosen; undefined: now. */
export const sendAtIn = (answers: Answers): string | undefined => given(answers, SEND_AT);

type Saying = Pick<Request, 'verb' | 'by' | 'key' | 'knowing' | 'templates'> & {
  input: Readonly<Record<string, unknown>>;
  acts: readonly MacroAct[];
};
type Memory = Pick<FormMetadata, 'sendAt' | 'replaces'>;

/** Said now, or kept for its time; in the place of what waited, where there was something. */
export function sayAt(
  { desk }: Pick<Parts, 'desk'>,
  number: TicketNumber,
  saying: Saying,
  { sendAt, replaces }: Memory,
): Promise<Outcome> {
  const { verb, input, acts, templates, ...rest } = saying;
  if (sendAt === undefined || !schedulable.safeParse(verb).success)
    return desk.act(number, { ...rest, verb, input, templates, besides: acts, scheduled: replaces });
  const later = { verb, when: sendAt, answer: input, acts, templates, ...(replaces !== undefined && { replaces }) };
  return desk.act(number, { ...rest, verb: 'schedule', input: later });
}

/** What whoever wrote it is told; null: it has gone. */
export function keptNotice(outcome: Outcome, language: Catalog['language']) {
  if (outcome.kind !== 'done' || outcome.act.verb !== 'schedule' || !outcome.ticket.scheduled) return null;
  const { sending } = wordsOf(language);
  return [section(sending.scheduled(date(outcome.ticket.scheduled.at)))];
}
