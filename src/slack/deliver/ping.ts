import { languageFor } from '../../desk/book.ts';
import type { Drawing } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import type { OutLetter } from '../../desk/letters.ts';
import type { PersonId } from '../../domain/language.ts';
import { mayRead, mayReadInternal, type Ticket } from '../../domain/ticket.ts';
import { message, type Message, section } from '../kit.ts';
import { followedText, isFollowers } from '../views/followed.ts';
import { pingText } from '../views/ping.ts';
import { showButton } from '../views/presses.ts';
import { wordsOf } from '../words/catalog.ts';
import type { Draw } from './draw.ts';
import { drawn, type Plan } from './plan.ts';

const NOTHING: Plan = { do: 'nothing', effects: {} };
/** As many as a message takes. */
const MOST = 40;

/** One event, told to one person; in his quiet time it is kept, unless the ticket is urgent, and comes with the others. */
export async function planPing(deps: Draw, letter: OutLetter, drawing: Drawing): Promise<Plan> {
  const { to } = letter;
  if (to === null) return { do: 'give_up', error: 'nobody' };
  const until = drawing.ticket.priority === 'urgent' ? null : await deps.quiet(to);
  if (until) return { do: 'keep', until };
  const kept = letter.conversation.startsWith('q:') ? await deps.outbox.kept(letter.workspace, to) : [];
  if (kept.length > 1) return planKept(deps, letter, to, kept);
  // Told with the ones before it, a moment ago.
  if (letter.conversation.startsWith('q:') && !kept.some(({ id }) => id === letter.id)) return NOTHING;
  const said = await saidOf(deps, letter, drawing, to);
  return said ? { do: 'post', post: { channel: await deps.dm(to), thread: null, said, effects: {} } } : NOTHING;
}

/** All that was kept, in one message. */
async function planKept(
  deps: Draw,
  { workspace }: OutLetter,
  to: PersonId,
  kept: readonly Pick<OutLetter, 'id' | 'ticket' | 'seq'>[],
): Promise<Plan> {
  const words = wordsOf(languageFor(deps.book(), to));
  const rows: { ticket: Ticket; line: string }[] = [];
  for (const { ticket, seq } of kept.slice(0, MOST)) {
    const drawing = ticket === null ? null : await deps.outbox.drawing(workspace, ticket);
    const said = drawing && (await saidOf(deps, { workspace, seq }, drawing, to));
    if (said) rows.push({ ticket: drawing.ticket, line: said.text });
  }
  const effects = { together: kept.map(({ id }) => id) };
  if (rows.length === 0) return { do: 'nothing', effects };
  const head = words.followers.kept(rows.length);
  const more = kept.length - MOST;
  const said = drawn(() =>
    message(head, [
      section(head),
      ...rows.map(({ ticket, line }) => section(line, showButton(ticket.number, words))),
      ...(more > 0 ? [section(words.lists.more(more))] : []),
    ]),
  );
  return { do: 'post', post: { channel: await deps.dm(to), thread: null, said, effects } };
}

/** Null: he may read it no more, or has left. */
async function saidOf(
  { outbox, book, person }: Draw,
  { workspace, seq }: Pick<OutLetter, 'workspace' | 'seq'>,
  drawing: Drawing,
  to: PersonId,
): Promise<Message | null> {
  const { ticket } = drawing;
  const told = await outbox.told(workspace, ticket.number, seq);
  if (!told || !(await mayHear(person, told, ticket, to))) return null;
  const model = { told, drawing, book: book(), language: languageFor(book(), to), to };
  return drawn(() => (isFollowers(told.verb, ticket, to) ? followedText : pingText)(model));
}

async function mayHear(person: Draw['person'], { verb }: Told, ticket: Ticket, to: PersonId): Promise<boolean> {
  const follows = isFollowers(verb, ticket, to);
  if (!follows && verb !== 'note') return true;
  const who = await person(to);
  return who !== null && (follows ? mayRead : mayReadInternal)(who, ticket);
}
