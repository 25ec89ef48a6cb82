import type { TicketNumber } from '../domain/language.ts';
import { slips } from '../domain/near.ts';
import { isVerb, type Verb, VERBS } from '../domain/verbs.ts';
import { typedTicket } from './codec.ts';
import { forms } from './forms/forms.ts';
import { tagsIn } from './forms/tag.ts';

/** Verbs that nobody types: a requester's message is written in its thread, and some the clock alone may do. */
const NEVER_TYPED: readonly Verb[] = [
  'message',
  'expire',
  'original_done',
  'time_out',
  'escalate_by_rule',
  'linked',
  'auto_assign',
  'reoffer',
  'assign_by_trigger',
  'change_by_trigger',
  'tell_by_trigger',
  'warn',
  'breach',
  'team_answered',
  'call_off',
  'hand_on',
  'undelivered',
  'schedule',
  'send_back',
];
/** Verbs whose only question is a text, so that it can be typed behind the number. */
const ONE_TEXT: readonly Verb[] = ['reply', 'note', 'resolve', 'return', 'workaround', 'not_solved', 'ask_cancel'];

/** Verbs whose only question is another ticket, and how they ask it. */
const ONE_TICKET: Partial<Record<Verb, string>> = { link: 'with', unlink: 'with', merge: 'into' };

/** What stands on our own buttons and tabs, and is typed as it is read there. */
const ALSO = new Map<string, Verb | 'show'>([
  ['assign', 'forward'],
  ['history', 'show'],
  ['transcript', 'show'],
  ['spam', 'resolve_internally'],
  ['duplicate', 'resolve_internally'],
  ['urgent', 'edit'],
  ['watch', 'follow'],
  ['unwatch', 'unfollow'],
]);

/** `resolve-internally` is typed more easily than it is written here. */
export const wordOf = (typed: string): Verb | 'show' | null => {
  const word = ALSO.get(typed) ?? typed.replaceAll('-', '_');
  return word === 'show' || (isVerb(word) && !NEVER_TYPED.includes(word)) ? word : null;
};

/** Verbs as people type them. */
export const TYPED: readonly (Verb | 'show')[] = [...VERBS.filter((verb) => !NEVER_TYPED.includes(verb)), 'show'];

/** What was meant by a word that is no verb: the nearest one, if it is near. Null: none, or it is a verb itself. */
export function nearestTo(typed: string): Verb | 'show' | null {
  const word = typed.toLowerCase().replaceAll('-', '_');
  if (word.length < 3 || wordOf(word)) return null;
  const near = TYPED.map((verb) => ({ verb, far: slips(word, verb) })).filter(
    ({ verb, far }) => far <= (verb.length < 6 ? 1 : 2),
  );
  return near.toSorted((one, other) => one.far - other.far)[0]?.verb ?? null;
}

/** Another ticket than the thread's own, where a verb is typed that takes no words: `?keep T-1002`. */
export function namedIn(verb: Verb | 'show', words: string): TicketNumber | null {
  // Of these the number behind the verb is the answer to its question.
  if (verb !== 'show' && ONE_TICKET[verb] !== undefined) return null;
  const [first = '', ...rest] = words.split(/\s+/);
  const named = /^(?:t-?|#)\d/i.test(first) ? typedTicket.safeParse(first) : null;
  return named?.success && (rest.length === 0 || verb === 'show' || !ONE_TEXT.includes(verb)) ? named.data : null;
}

/** Nothing has to be asked any more. */
export const isDirect = (verb: Verb, words: string): boolean =>
  forms[verb] === null ||
  (words !== '' && (ONE_TEXT.includes(verb) || verb === 'tag')) ||
  otherIn(verb, words) !== null;

function otherIn(verb: Verb, words: string): Record<string, number> | null {
  const field = ONE_TICKET[verb];
  const number = typedTicket.safeParse(words);
  return field !== undefined && number.success ? { [field]: number.data } : null;
}

/** `vpn vip -old`: what is marked goes. */
function taggingIn(words: string): Record<string, string[]> {
  const tags = tagsIn(words).map((tag) => tag.trim());
  const marked = tags.filter((tag) => tag.startsWith('-'));
  return { add: tags.filter((tag) => !marked.includes(tag)), remove: marked };
}

/** What was typed behind a verb, as its input. */
export const typedInput = (verb: Verb, words: string): Record<string, unknown> =>
  otherIn(verb, words) ?? (verb === 'tag' ? taggingIn(words) : words === '' ? {} : { text: words });
