import { listedTriggers } from '../../desk/trigger-book.ts';
import type { PersonId } from '../../domain/language.ts';
import type { Parts } from '../parts.ts';
import { triggersView } from '../views/triggers.ts';
import { voice } from '../voice.ts';

/** The list again, at its page. */
export async function redrawTriggers(parts: Parts, user: PersonId, view_id: string, page = 0): Promise<void> {
  const all = await listedTriggers({ desk: parts.desk, book: parts.registry.triggers }, user);
  if (all) await parts.read.views.update({ view_id, view: triggersView(all, voice(parts, user), page) });
}
