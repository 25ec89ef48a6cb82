import type { Outcome } from '../desk/desk.ts';
import { refuse, type Refusal } from '../domain/decide.ts';
import {
  type GroupKey,
  groupKey,
  type Language,
  type PersonId,
  personId,
  theClock,
  type TicketNumber,
} from '../domain/language.ts';
import type { Click, Submission } from './codec.ts';
import { bannedIn } from './composer/warning.ts';
import { contactForm, groupsFor, readContact } from './forms/contact.ts';
import { languageOf, type Parts, type Said } from './parts.ts';
import { notAgentMessage } from './views/created.ts';
import { voice } from './voice.ts';

type Opener = Pick<Click, 'trigger' | 'user' | 'view'>;

/** The form of a first message to somebody who has asked for nothing. What is returned is said to him who may not. */
export async function openContact(
  parts: Parts,
  { trigger, user, view }: Opener,
  person: PersonId | null,
): Promise<Said | null> {
  const book = parts.book();
  const groups = groupsFor(book, user);
  if (groups.length === 0) return notAgentMessage(voice(parts, user));
  const open = view?.['type'] === 'modal' ? parts.read.views.push : parts.read.views.open;
  await open({ trigger_id: trigger, view: contactForm({ language: languageOf(parts, user), groups, person }) });
  return null;
}

/**
 * The desk begins to speak: a ticket for that person, held by whoever writes, and answered by his words at once. Two acts
 * with a key each: what was interrupted between them goes on where it was when the form is sent again.
 */
export async function contact(
  parts: Parts,
  { user, answers, view }: Submission,
  knowing: boolean,
): Promise<{ contacted: TicketNumber; requester: PersonId } | Refusal> {
  const { desk } = parts;
  const { text, requester, ...asked } = readContact(answers, groupsFor(parts.book(), user));
  const person = personId(requester ?? '');
  if (requester !== undefined) await parts.people.known(person);
  const request = {
    ...asked,
    content: text,
    requester: person,
    to: user,
    channel: 'outward',
    language: languageOf(parts, person),
    // The card comes with the words, and so before them.
    send_to_user: false,
  };
  const no = heldBack(parts, { text, group: groupKey(asked.group), language: request.language, knowing });
  if (no) return no;
  const opened = await desk.open(user, request, `view:${view.id}`);
  if (opened.kind === 'refused') return opened;
  const number = numberOf(opened);
  const said = await desk.act(number, {
    verb: 'reply',
    by: user,
    input: { text },
    key: `view:${view.id}:said`,
    knowing,
  });
  return said.kind === 'refused' ? said : { contacted: number, requester: person };
}

type First = { text: string | undefined; group: GroupKey; language: Language; knowing: boolean };
/** Before anything is opened: banned words would keep the ticket without the words for which it is there. */
function heldBack(parts: Parts, { text = '', group, language, knowing }: First): Refusal | null {
  const found = bannedIn(parts, { ticket: { group, language }, text });
  if (!found || (found.how === 'warn' && knowing)) return null;
  const why = found.how === 'block' ? 'banned_words' : 'unwise_words';
  return { ...refuse(why, 'reply', theClock, null), words: found.words };
}

const numberOf = (opened: Exclude<Outcome, Refusal>): TicketNumber =>
  opened.kind === 'done' ? opened.ticket.number : opened.number;
