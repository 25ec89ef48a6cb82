import type { HomeView } from '@slack/types';
import type { HomeLeaf } from '../domain/boards.ts';
import type { PersonId } from '../domain/language.ts';
import type { Parts } from './parts.ts';
import { homeView } from './views/home.ts';
import { voice } from './voice.ts';

/** What one person sees at home: what waits for his decision, his work or his group's, his own requests. */
export async function home(parts: Parts, person: PersonId): Promise<HomeView | null> {
  const reading = await parts.desk.home(person);
  return reading && homeView({ ...voice(parts, person), ...reading });
}

/** Somebody looks, or goes to another board: the view comes as a letter, in its turn, so that none overtakes another. */
export const publishHome = (
  { registry, desk }: Parts,
  person: PersonId,
  seen: { leaf?: HomeLeaf | null; anew?: boolean } = {},
): Promise<void> => registry.sawHome(desk.workspace, person, seen);
