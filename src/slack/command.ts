import type { PersonId, TicketNumber } from '../domain/language.ts';
import { type Verb, isVerb } from '../domain/verbs.ts';
import { typedTicket } from './codec.ts';
import { forms } from './forms/forms.ts';
import { mine, show } from './go.ts';
import { openCreate } from './new-request.ts';
import { type Parts, type Said, seemsAgent } from './parts.ts';
import { openForm } from './press.ts';
import { plainText, titleOf } from './text.ts';
import { doneMessage, helpMessage, needsNumberMessage } from './views/command.ts';
import { refusalMessage } from './views/refusal.ts';
import { voice } from './voice.ts';

/** What `/ticket …` means. */
export type Meaning =
  | { kind: 'create'; title: string }
  | { kind: 'mine' }
  | { kind: 'help' }
  | { kind: 'needs_number'; verb: Verb | 'show' }
  | { kind: 'show'; number: TicketNumber }
  | { kind: 'verb'; verb: Verb; number: TicketNumber; words: string };

/** Verbs that a person may type. A requester's message is never typed as a command: it is written in its thread. */
const TYPED: readonly Verb[] = [
  'keep',
  'forward',
  'prepare',
  'work',
  'reply',
  'note',
  'pend',
  'wake',
  'remind',
  'resolve',
  'escalate',
  'acknowledge',
  'return',
  'withdraw',
  'resolve_internally',
  'workaround',
  'complete',
  'close',
  'not_solved',
  'rate',
  'ask_cancel',
  'cancel',
  'agree',
  'restore',
  'delete',
  'archive',
  'unarchive',
  'undo',
];
/** Verbs whose only question is a text, so that it can be typed behind the number. */
const ONE_TEXT: readonly Verb[] = ['reply', 'note', 'resolve', 'return', 'workaround', 'not_solved', 'ask_cancel'];

/** `resolve-internally` is typed more easily than it is written here. */
const wordOf = (typed: string): Verb | 'show' | null => {
  const word = typed.replaceAll('-', '_');
  return word === 'show' || (isVerb(word) && TYPED.includes(word)) ? word : null;
};

/** "keep 1042" is a verb; "keep losing the wifi" is a title; "keep" alone wants a number. */
export function meaningOf(text: string): Meaning {
  const [first = '', second = '', third = ''] = text.trim().split(/\s+/);
  const word = first.toLowerCase();
  if (word === '') return { kind: 'create', title: '' };
  if (word === 'help' && second === '') return { kind: 'help' };
  if (word === 'mine' && second === '') return { kind: 'mine' };
  const number = typedTicket.safeParse(second);
  const verb = wordOf(word);
  if (verb) {
    if (second === '') return { kind: 'needs_number', verb };
    if (number.success)
      return verb === 'show'
        ? { kind: 'show', number: number.data }
        : { kind: 'verb', verb, number: number.data, words: text.trim().replace(/^\S+\s+\S+\s*/, '') };
  }
  // Meant for a ticket, but not to be read: better asked than made a request of.
  if (/^t-\w+$/i.test(second) && third === '') return verb ? { kind: 'needs_number', verb } : { kind: 'help' };
  const alone = typedTicket.safeParse(word);
  if (second === '' && alone.success) return { kind: 'show', number: alone.data };
  return { kind: 'create', title: text.trim() };
}

export type Typed = { text: string; user: PersonId; trigger: string };

/** Carries out a command. What it returns is shown to the person alone; null: a window has opened, or the card says it. */
export async function command(parts: Parts, { text, user, trigger }: Typed): Promise<Said | null> {
  const meaning = meaningOf(text);
  const said = voice(parts, user);
  switch (meaning.kind) {
    case 'help':
      return helpMessage({ ...said, agent: seemsAgent(parts.book(), user) });
    case 'mine':
      return mine(parts, user);
    case 'needs_number':
      return needsNumberMessage({ ...said, verb: meaning.verb });
    case 'create':
      await openCreate(parts, { trigger, user, via: 'slash', title: titleOf(plainText(meaning.title, parts.book())) });
      return null;
    case 'show':
      await show(parts, { trigger, user, view: undefined }, meaning.number);
      return null;
    case 'verb':
      return verb(parts, { user, trigger }, meaning);
  }
}

async function verb(
  parts: Parts,
  { user, trigger }: { user: PersonId; trigger: string },
  meaning: Extract<Meaning, { kind: 'verb' }>,
) {
  const words = plainText(meaning.words, parts.book());
  const direct = forms[meaning.verb] === null || (words !== '' && ONE_TEXT.includes(meaning.verb));
  if (!direct) {
    await openForm(parts, { trigger, user, view: undefined }, meaning.verb, meaning.number);
    return null;
  }
  const outcome = await parts.desk.act(meaning.number, {
    verb: meaning.verb,
    by: user,
    input: words === '' ? {} : { text: words },
    key: `cmd:${trigger}`,
  });
  return outcome.kind === 'refused'
    ? refusalMessage(outcome, voice(parts, user))
    : doneMessage({ ...voice(parts, user), verb: meaning.verb, number: meaning.number });
}
