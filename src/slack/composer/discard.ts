import type { Click } from '../codec.ts';
import { loadingView } from '../forms/loading.ts';
import { refusalOf } from '../looked.ts';
import { languageOf, type Parts } from '../parts.ts';
import { formOf } from '../open-form.ts';
import { refusalView } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { drop } from './drafts.ts';

/** The draft goes, and its form begins anew. */
export async function discard(parts: Parts, click: Click): Promise<void> {
  const of = await drop(parts, click);
  if (!of || !click.view) return;
  const { views } = parts.read;
  const view_id = click.view.id;
  // Slack keeps what stands in blocks of the same name, as long as there are such blocks.
  const [looked] = await Promise.all([
    parts.desk.look(of.ticket, click.user),
    views.update({ view_id, view: loadingView(languageOf(parts, click.user)) }),
  ]);
  const no = refusalOf(looked, of.form, parts.now());
  if (no) await views.update({ view_id, view: refusalView(no, voice(parts, click.user)) });
  else if (!('kind' in looked)) await views.update({ view_id, view: await formOf(parts, of.form, looked, undefined) });
}
