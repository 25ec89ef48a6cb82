import type { HomeView } from '@slack/types';
import type { PersonId } from '../domain/language.ts';
import type { Parts } from './parts.ts';
import { digestMessage } from './views/decisions.ts';
import type { Message } from './kit.ts';
import { homeView } from './views/home.ts';
import { voice } from './voice.ts';

const ROWS = 15;

/** What one person sees at home: his own requests, what he has, and for an agent what waits in his groups. */
export async function home(parts: Parts, person: PersonId): Promise<HomeView | null> {
  const who = await parts.desk.person(person);
  if (!who?.active) return null;
  const groups = [...new Set([...who.agentOf, ...who.leadOf])];
  const ask = { person, groups, limit: ROWS };
  const isAgent = groups.length > 0;
  const [decide, asked, raised, held, queue] = await Promise.all([
    parts.desk.board({ ...ask, board: 'decide' }),
    parts.desk.board({ ...ask, board: 'asked' }),
    parts.desk.board({ ...ask, board: 'raised' }),
    parts.desk.board({ ...ask, board: 'held' }),
    isAgent ? parts.desk.board({ ...ask, board: 'queue' }) : { tickets: [], total: 0 },
  ]);
  return homeView({ ...voice(parts, person), viewer: person, isAgent, decide, asked, raised, held, queue });
}

/** What waits for a person's decision, as he is told in the morning; null: nothing does any more. */
export async function digestOf(parts: Parts, person: PersonId): Promise<Message | null> {
  const who = await parts.desk.person(person);
  if (!who?.active) return null;
  const decide = await parts.desk.board({ board: 'decide', person, groups: [], limit: ROWS });
  return digestMessage(decide, voice(parts, person));
}

/** Drawn at once, when somebody looks; later changes come as letters. */
export async function publishHome(parts: Parts, person: PersonId): Promise<void> {
  await parts.registry.sawHome(parts.desk.workspace, person);
  const view = await home(parts, person);
  if (view) await parts.read.views.publish({ user_id: person, view });
}
