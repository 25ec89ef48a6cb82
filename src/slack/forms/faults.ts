import type { Book } from '../../desk/book.ts';
import type { Refusal, Why } from '../../domain/decide.ts';
import type { Language } from '../../domain/language.ts';
import type { Answers } from '../codec.ts';
import { refusalSentence } from '../views/refusal.ts';
import { wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { fieldBlock } from './fields.ts';
import { faultSentence } from './sentences.ts';

/** Refusals that are about one answer, and about which. */
const about: Partial<Record<Why, string>> = {
  target_left: 'to',
  target_not_agent: 'to',
  same_assignee: 'to',
  not_in_chain: 'to',
  escalate_to_self: 'to',
  group_has_no_channel: 'group',
  own_team: 'group',
  not_an_issue_group: 'group',
  already_yours: 'to',
  unknown_blocking: 'blocked_by',
  date_past: 'wake_at',
  send_past: 'send_at',
  send_too_far: 'send_at',
  scheduled_already: 'send_at',
  unknown_duplicate: 'duplicate_of',
  duplicate_circle: 'duplicate_of',
  original_over: 'duplicate_of',
  other_requester: 'into',
  private_into_open: 'into',
  unknown_other: 'with',
  same_ticket: 'with',
  already_linked: 'with',
  not_linked: 'with',
  told_anyway: 'to',
  follows_already: 'to',
  not_followed: 'to',
  too_many_followers: 'to',
  too_many_tags: 'add',
  nothing_to_mask: 'words',
  nothing_chosen: 'parts',
  stays_masked: 'parts',
  key_lost: 'parts',
  not_sure: 'sure',
  requester_unknown: 'requester',
  requester_left: 'requester',
  only_agents_raise: 'requester',
  no_agreement: 'agreement',
  banned_words: 'text',
  undocumented: 'solution',
};

/** Where several people are named in one answer. */
const ABOUT_PEOPLE: readonly string[] = ['to', 'requester'];

/** What was sent, and when. */
type Sent = { answers: Answers; now: Date };

/**
 * A refusal as sentences under the questions that it is about, all at once; null when it is about none of them.
 * `blocks` are the questions of the form. A fault of something that was not asked stands under the first question.
 * With what was `sent`, a moment that is past is said together with whatever else is wrong.
 */
export function faultErrors(
  refusal: Refusal,
  language: Language,
  blocks: readonly string[],
  book: Book,
  sent?: Sent,
): Record<string, string> | null {
  const words = wordsOf(language);
  const blockOf = (field: string) =>
    blocks.find((block) =>
      [field, fieldBlock(field)].some((named) => block === named || block.startsWith(`${named}.`)),
    );
  const sentence = (why: Why) =>
    refusalSentence({ ...refusal, why }, { book, language, now: refusal.ticket?.updatedAt ?? new Date(0) });
  const errors: Record<string, string> = {};
  const field = fieldOf(refusal);
  const asked =
    field &&
    (blockOf(field) ??
      (field === 'duplicate_of' ? blockOf('into') : ABOUT_PEOPLE.includes(field) ? blockOf('cc') : undefined));
  if (asked) errors[asked] = sentence(refusal.why);
  for (const fault of refusal.faults) {
    const own = blockOf(fault.field);
    const block = own ?? blocks[0];
    if (block !== undefined) errors[block] ??= faultSentence(fault, refusal.verb, words, book, own !== undefined);
  }
  if (Object.keys(errors).length === 0) return null;
  return sent && isPast(sent) ? { wake_at: sentence('date_past'), ...errors } : errors;
}

/** A new request is refused to nobody but for the agent that it names. */
const fieldOf = ({ why, verb }: Refusal) =>
  why === 'not_allowed' && verb === 'create'
    ? 'to'
    : (verb === 'change_owner' || verb === 'add_follower') && about[why] === 'requester'
      ? 'to'
      : about[why];

function isPast({ answers, now }: Sent): boolean {
  const wakeAt = given(answers, 'wake_at');
  return wakeAt !== undefined && new Date(wakeAt) <= now;
}
