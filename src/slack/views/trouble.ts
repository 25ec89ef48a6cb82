import { type Book, languageFor } from '../../desk/book.ts';
import { type PersonId, personId } from '../../domain/language.ts';
import { message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';

type Reader = { book(): Book };
const wordsFor = ({ book }: Reader, person: PersonId) => wordsOf(languageFor(book(), person));

/** Something of ours broke: one sentence, and no details. `expired`: or a window was gone, and how. */
export function troubleMessage(reader: Reader, person: PersonId, expired: 'tooLate' | 'closed' | null = null): Message {
  const { asides, drafts } = wordsFor(reader, person);
  const text = expired ? drafts[expired] : asides.broken;
  return message(text, [section(text)]);
}

/** Somebody of another company pressed in a shared channel: what is his to do there, and what is not. */
export function foreignMessage(reader: Reader, person: PersonId): Message {
  const { foreign } = wordsFor(reader, person).asides;
  return message(foreign, [section(foreign)]);
}

type Sent = { user: { id: string }; view: { state?: { values?: Record<string, unknown> } } };

/** The same under the first question of a form, which stays open with all that was written. */
export function troubleErrors(reader: Reader, { user, view }: Sent) {
  const [first = 'text'] = Object.keys(view.state?.values ?? {});
  const { broken } = wordsFor(reader, personId(user.id)).asides;
  return { response_action: 'errors' as const, errors: { [first]: broken } };
}
