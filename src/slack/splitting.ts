import type { PersonId } from '../domain/language.ts';
import { loadingView } from './forms/loading.ts';
import { refusalOf } from './looked.ts';
import type { At } from './order.ts';
import { languageOf, type Parts } from './parts.ts';
import { formOf } from './press.ts';
import { notInTicketView } from './views/order.ts';
import { refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';

type Opening = { trigger: string; user: PersonId; at: At; thread: string | undefined };

/** "Split" on a message of a ticket's thread, in Main or among agents: the form, with that message chosen. */
export async function openSplit(parts: Parts, { trigger, user, at, thread }: Opening): Promise<void> {
  const { desk, read, registry } = parts;
  const [opened, found] = await Promise.all([
    read.views.open({ trigger_id: trigger, view: loadingView(languageOf(parts, user)) }),
    registry.ticketAt(desk.workspace, at.channel, thread ?? at.ts),
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  const said = voice(parts, user);
  if (!found) {
    await read.views.update({ view_id, view: notInTicketView(said) });
    return;
  }
  const [looked, of] = await Promise.all([
    desk.look(found.number, user),
    registry.eventAt(desk.workspace, found.number, at),
  ]);
  const no = refusalOf(looked, 'split', parts.now());
  if (no) await read.views.update({ view_id, view: refusalView(no, said) });
  else if (!('kind' in looked))
    await read.views.update({ view_id, view: await formOf(parts, 'split', looked, of ?? undefined) });
}
