import type { PersonId } from '../domain/language.ts';
import { loadingView } from './forms/loading.ts';
import type { At } from './order.ts';
import { languageOf, type Parts } from './parts.ts';
import { notInTicketView } from './views/order.ts';
import { voice } from './voice.ts';

/** A message shortcut: who pressed it, and on what. */
export type Opening = { trigger: string; user: PersonId; at: At; thread: string | undefined };

/**
 * Opens a window at once for a message of a ticket's thread, and reads the ticket meanwhile. `of`: the event that is told
 * there. Null: the window says that it belongs to no ticket, or did not open.
 */
export async function openAt(parts: Parts, { trigger, user, at, thread }: Opening) {
  const { desk, read, registry } = parts;
  const [opened, found] = await Promise.all([
    read.views.open({ trigger_id: trigger, view: loadingView(languageOf(parts, user)) }),
    registry.ticketAt(desk.workspace, at.channel, thread ?? at.ts),
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return null;
  if (!found) {
    await read.views.update({ view_id, view: notInTicketView(voice(parts, user)) });
    return null;
  }
  const [looked, of] = await Promise.all([
    desk.look(found.number, user),
    registry.eventAt(desk.workspace, found.number, at),
  ]);
  return { view_id, looked, of: of ?? undefined };
}
