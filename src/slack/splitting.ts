import { refusalOf } from './looked.ts';
import type { Parts } from './parts.ts';
import { formOf } from './open-form.ts';
import { openAt, type Opening } from './ticket-at.ts';
import { refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';

/** "Split" on a message of a ticket's thread, in Main or among agents: the form, with that message chosen. */
export async function openSplit(parts: Parts, opening: Opening): Promise<void> {
  const opened = await openAt(parts, opening);
  if (!opened) return;
  const { view_id, looked, of } = opened;
  const { views } = parts.read;
  const no = refusalOf(looked, 'split', parts.now());
  if (no) await views.update({ view_id, view: refusalView(no, voice(parts, opening.user)) });
  else if (!('kind' in looked)) await views.update({ view_id, view: await formOf(parts, 'split', looked, of) });
}
