import type { OutLetter } from '../../desk/letters.ts';
import type { PersonId } from '../../domain/language.ts';
import { linesOf } from '../batch.ts';
import type { Message } from '../kit.ts';
import type { Parts } from '../parts.ts';
import { batchedMessage, batchMessage } from '../views/batch.ts';
import { voice } from '../voice.ts';
import { drawn, type Plan, type Standing } from './plan.ts';

/** So many of those that were left as they were are explained at once; the others in the list of all. */
const EXPLAINED = 12;

/** How a batch stands, for whose it is, or all that it did to somebody else. Null: there is nothing to say. */
export async function batchSaid(
  parts: Parts,
  { kind, seq: id, to }: OutLetter,
): Promise<{ said: Message; at: Standing | null } | null> {
  const { batches, desk } = parts;
  if (to === null) return null;
  if (kind === 'batched') {
    const telling = await batches.telling(desk.workspace, id, to);
    if (!telling || telling.tickets.length === 0) return null;
    return { said: drawn(() => batchedMessage(telling, voice(parts, to))), at: null };
  }
  const [batch, reader] = await Promise.all([batches.load(desk.workspace, id), desk.person(to)]);
  if (!batch || !reader) return null;
  const refused =
    batch.state === 'done' ? await linesOf(parts, id, { skip: 0, limit: EXPLAINED, state: 'refused' }) : [];
  const said = drawn(() => batchMessage({ ...voice(parts, to), batch, reader, refused }));
  return { said, at: await batches.stands(desk.workspace, id) };
}

type Told = Awaited<ReturnType<typeof batchSaid>>;
export type DrawBatch = {
  /** How a batch stands, or what it did to somebody, and where that stands already. */
  batch(letter: OutLetter): Promise<Told>;
  dm(person: PersonId): Promise<string>;
};

/** Posted once, and drawn anew where it stands. */
export async function planBatch({ batch, dm }: DrawBatch, letter: OutLetter): Promise<Plan> {
  const told = letter.to === null ? null : await batch(letter);
  if (letter.to === null || !told) return { do: 'nothing', effects: {} };
  const { said, at } = told;
  const post = { channel: at?.channel ?? (await dm(letter.to)), thread: null, said, effects: {} };
  return at ? { do: 'update', at, post } : { do: 'post', post };
}
