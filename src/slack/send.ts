import type { PersonId } from '../domain/language.ts';
import type { At } from './order.ts';
import { loadingView } from './forms/loading.ts';
import { sendForm } from './forms/talking.ts';
import { refusalOf } from './looked.ts';
import { languageOf, type Parts } from './parts.ts';
import { plainText } from './text.ts';
import { notInternalView } from './views/order.ts';
import { refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';

type Words = { text: string; thread?: string | undefined };

/** "Send to requester" on a message among agents: its words, to be looked at and changed before they go. */
export async function openSend(
  parts: Parts,
  trigger: string,
  user: PersonId,
  at: At,
  { text, thread }: Words,
): Promise<void> {
  const { views } = parts.read;
  const [opened, found] = await Promise.all([
    views.open({ trigger_id: trigger, view: loadingView(languageOf(parts, user)) }),
    thread ? parts.registry.ticketAt(parts.desk.workspace, at.channel, thread) : null,
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  const said = voice(parts, user);
  if (found?.side !== 'internal') {
    await views.update({ view_id, view: notInternalView(said) });
    return;
  }
  const looked = await parts.desk.look(found.number, user);
  const no = refusalOf(looked, 'reply', parts.now());
  const form = { number: found.number, text: plainText(text, parts.book()), promotes: at };
  const reading = 'kind' in looked ? null : looked;
  await views.update({ view_id, view: no ? refusalView(no, said) : sendForm({ ...said, ...form, reading }) });
}
