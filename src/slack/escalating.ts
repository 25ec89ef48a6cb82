import { type Click, formId, readMetadata } from './codec.ts';
import { given } from './forms/answers.ts';
import { escalate, escalateToTeam, TARGET, TEAM } from './forms/escalate.ts';
import { refusalOf } from './looked.ts';
import { languageOf, type Parts } from './parts.ts';
import { refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';
import { answeredAgain } from './written/again.ts';
import { blocksIn, keepWindow } from './written/window.ts';

const FORMS: readonly string[] = [formId('escalate'), formId('escalate_to_team')];

/** A choice within the form of an escalation. */
export const isEscalation = ({ view }: Click): boolean => view !== undefined && FORMS.includes(view.callback_id);

/** A person or a team was chosen, or which team: the form is drawn anew. What has been written stays, or is there again. */
export async function redrawEscalation(parts: Parts, click: Click): Promise<void> {
  const { user, meant, view } = click;
  const metadata = view && readMetadata(view.private_metadata);
  if (!view || !metadata?.success || metadata.data.n === undefined || meant.kind !== 'choice') return;
  const number = metadata.data.n;
  const looked = await parts.desk.look(number, user);
  const update = { view_id: view.id, hash: view.hash };
  const no = refusalOf(looked, 'escalate', parts.now());
  if (no || 'kind' in looked) {
    if (no) await parts.read.views.update({ ...update, view: refusalView(no, voice(parts, user)) });
    return;
  }
  const answers = view.state?.values ?? {};
  const kept = await keepWindow(parts, click);
  const team = given(answers, TEAM);
  const form = (given(answers, TARGET) ?? 'team') === 'team' ? escalateToTeam : escalate;
  const chain = await parts.desk.chain(looked, user);
  const base = {
    number,
    language: languageOf(parts, user),
    viewer: user,
    book: parts.book(),
    now: parts.now(),
    told: [],
  };
  const drawn = form.draw({ ...base, reading: looked, chain, ...(team !== undefined && { team }) });
  const blocks = answeredAgain(blocksIn(drawn), kept, answers, wordsOf(languageOf(parts, user)));
  await parts.read.views.update({ ...update, view: { ...drawn, blocks } });
}
