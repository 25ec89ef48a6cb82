import { type Book, languageFor } from '../../desk/book.ts';
import type { Drawing, Outbox } from '../../desk/outbox.ts';
import type { OutLetter } from '../../desk/letters.ts';
import type { PersonId } from '../../domain/language.ts';
import { channelMessage, troubleMessage } from '../views/trigger-letters.ts';
import { drawn, type Plan } from './plan.ts';

type Deps = { outbox: Outbox; book(): Book; dm(person: PersonId): Promise<string> };

/** Something about a trigger that somebody has to see to. */
export async function planTrouble({ outbox, book, dm }: Deps, { workspace, seq, to }: OutLetter): Promise<Plan> {
  const about = to === null ? null : await outbox.triggerTrouble(workspace, seq);
  if (to === null || !about) return { do: 'give_up', error: 'nothing_to_tell' };
  const said = drawn(() => troubleMessage(about, { book: book(), language: languageFor(book(), to) }));
  return { do: 'post', post: { channel: await dm(to), thread: null, said, effects: {} } };
}

/** A group that has lost its channel meanwhile is told nothing. */
export async function planChannelPing(
  { outbox, book }: Omit<Deps, 'dm'>,
  letter: OutLetter,
  { ticket }: Drawing,
): Promise<Plan> {
  const told = await outbox.told(letter.workspace, ticket.number, letter.seq);
  const group = book().groups.find(({ key }) => letter.conversation === `g:${key}`);
  if (!told || !group?.agentsChannel) return { do: 'give_up', error: 'nothing_to_tell' };
  const said = drawn(() => channelMessage(told, ticket, group.language));
  return { do: 'post', post: { channel: group.agentsChannel, thread: null, said, effects: {} } };
}
