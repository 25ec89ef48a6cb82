import type { Book } from '../../desk/ports.ts';
import type { Refusal, Why } from '../../domain/decide.ts';
import type { Language } from '../../domain/language.ts';
import { refusalSentence } from '../views/refusal.ts';
import { wordsOf } from '../words/catalog.ts';
import { fieldBlock } from './types.ts';
import { faultSentence } from './sentences.ts';

/** Refusals that are about one answer, and about which. */
const about: Partial<Record<Why, string>> = {
  target_left: 'to',
  target_not_agent: 'to',
  same_assignee: 'to',
  not_in_chain: 'to',
  escalate_to_self: 'to',
  group_has_no_channel: 'group',
  date_past: 'wake_at',
};

/**
 * A refusal as sentences under the questions that it is about, all at once; null when it is about none of them.
 * `blocks` are the questions of the form. A fault of something that was not asked stands under the first question.
 */
export function faultErrors(
  refusal: Refusal,
  language: Language,
  blocks: readonly string[],
  book: Book,
): Record<string, string> | null {
  const words = wordsOf(language);
  const [first] = blocks;
  if (first === undefined) return null;
  const blockOf = (field: string) =>
    blocks.find((block) => block === field || block === fieldBlock(field) || block.startsWith(`${field}.`));
  if (refusal.why !== 'bad_input') {
    const field = about[refusal.why];
    const block = field === undefined ? undefined : blockOf(field);
    const now = refusal.ticket?.updatedAt ?? new Date(0);
    return block === undefined ? null : { [block]: refusalSentence(refusal, { book, language, now }) };
  }
  const errors: Record<string, string> = {};
  for (const fault of refusal.faults) {
    const block = blockOf(fault.field) ?? first;
    errors[block] = errors[block] ?? faultSentence(fault, refusal.verb, words, book);
  }
  return refusal.faults.length === 0 ? null : errors;
}
