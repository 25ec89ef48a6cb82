import type { KnownBlock } from '@slack/types';
import { templatesOf } from '../../desk/template-editing.ts';
import { folded } from '../../domain/folding.ts';
import type { PersonId } from '../../domain/language.ts';
import type { Place } from '../listing.ts';
import type { Parts } from '../parts.ts';
import { voice } from '../voice.ts';
import { listView } from './view.ts';

/** The list as this person sees it; null: he answers nobody. */
export async function listFor(parts: Parts, user: PersonId, { page, find }: Place, done: KnownBlock[] = []) {
  const mine = await templatesOf(parts, user);
  if (!mine) return null;
  const wanted = folded(find).split(/\s+/).filter(Boolean);
  const all = mine.all.filter(({ code, title }) => wanted.every((word) => folded(`${code} ${title}`).includes(word)));
  return listView({ ...voice(parts, user), all, person: mine.person, page, find, done });
}

/** The list that stands below a window. */
export async function redrawTemplates(parts: Parts, user: PersonId, view_id: unknown, place: Place): Promise<void> {
  const view = await listFor(parts, user, place);
  if (view && typeof view_id === 'string') await parts.read.views.update({ view_id, view });
}
