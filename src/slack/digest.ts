import type { PersonId } from '../domain/language.ts';
import type { Message } from './kit.ts';
import { type Parts, type Said, type Tell } from './parts.ts';
import { digestSaid, morningMessage } from './views/morning.ts';
import { voice } from './voice.ts';

const DECISIONS = 6;

/** What waits for a person at the start of his working day; null: nothing any more, or he wants not to be told. */
export async function digestOf(parts: Parts, person: PersonId): Promise<Message | null> {
  const { desk, registry } = parts;
  const scene = voice(parts, person);
  const zone = scene.book.people.get(person)?.tz ?? 'UTC';
  const [wanted, viewer, found] = await Promise.all([
    registry.wantsDigest(desk.workspace, person),
    desk.person(person),
    desk.morning(person, { zone, decisions: DECISIONS }),
  ]);
  return wanted && viewer && found ? morningMessage({ ...scene, ...found, viewer }) : null;
}

/** What is typed behind `digest`; one word that is neither says how it is now. Null: something else, a request perhaps. */
export function digestIn(text: string): string | null {
  const [whole, typed] = /^\s*(?:digest|riepilogo)(?:\s+(?:(on|off)|\S+))?\s*$/i.exec(text) ?? [];
  return whole === undefined ? null : (typed ?? '').toLowerCase();
}

/** Whether somebody is told in the morning: says it, or changes it. */
export async function digestFor(parts: Parts, user: PersonId, typed: string): Promise<Said> {
  const { registry, desk } = parts;
  if (typed !== '') await registry.saveDigest(desk.workspace, user, typed === 'on');
  return digestSaid(await registry.wantsDigest(desk.workspace, user), voice(parts, user));
}

/** The button under what was told. */
export async function pressDigest(parts: Parts, user: PersonId, value: string, tell: Tell): Promise<void> {
  await tell(await digestFor(parts, user, value === 'on' ? 'on' : 'off'));
}
