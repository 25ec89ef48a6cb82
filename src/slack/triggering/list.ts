import type { ModalView } from '@slack/types';
import { listedTriggers, type ListedTrigger } from '../../desk/trigger-book.ts';
import type { PersonId } from '../../domain/language.ts';
import type { Parts } from '../parts.ts';
import { triggersView } from '../views/triggers.ts';
import { voice } from '../voice.ts';

const deps = ({ desk, registry }: Parts) => ({ desk, book: registry.triggers });

export async function listView(
  parts: Parts,
  user: PersonId,
  all: readonly ListedTrigger[],
  page = 0,
): Promise<ModalView> {
  const admin = (await parts.desk.person(user))?.admin === true;
  return triggersView(all, voice(parts, user), { page, admin });
}

/** The list again, at its page. */
export async function redrawTriggers(parts: Parts, user: PersonId, view_id: string, page = 0): Promise<void> {
  const all = await listedTriggers(deps(parts), user, parts.secrets);
  if (all) await parts.read.views.update({ view_id, view: await listView(parts, user, all, page) });
}
