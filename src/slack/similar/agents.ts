import { refuse } from '../../domain/decide.ts';
import type { TicketNumber } from '../../domain/language.ts';
import { mayRead, mayReadInternal } from '../../domain/ticket.ts';
import { type Click, ticketId } from '../codec.ts';
import { loadingView } from '../forms/loading.ts';
import { withDraft } from '../composer/drafts.ts';
import { replyForm } from '../forms/talking.ts';
import { actions, section } from '../kit.ts';
import { refusalOf } from '../looked.ts';
import { languageOf, type Parts, type Tell } from '../parts.ts';
import { showButton } from '../views/presses.ts';
import { noticeView, refusalMessage, refusalView } from '../views/refusal.ts';
import { type SimilarPress, similarView } from '../views/similar.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';

/** What the similar tickets of another one are good for, when an agent presses something. */
export async function pressLike(
  parts: Parts,
  click: Click,
  { press, number, other }: { press: SimilarPress; number: TicketNumber; other: TicketNumber | null },
  tell: Tell,
): Promise<void> {
  if (press === 'see') return seeSimilar(parts, click, number);
  if (other === null) return;
  return press === 'reply' ? replyAs(parts, click, number, other) : actOn(parts, click, { press, number, other }, tell);
}

/** Opens at once and is filled when the tickets are read. */
async function openWith(parts: Parts, { trigger, user, view }: Click) {
  const open = view?.['type'] === 'modal' ? parts.read.views.push : parts.read.views.open;
  const opened = await open({ trigger_id: trigger, view: loadingView(languageOf(parts, user)) });
  return opened.view?.id;
}

async function seeSimilar(parts: Parts, click: Click, number: TicketNumber): Promise<void> {
  const [view_id, seen] = await Promise.all([openWith(parts, click), readFor(parts, click, number)]);
  if (!view_id) return;
  const said = voice(parts, click.user);
  const view = 'kind' in seen ? refusalView(seen, said) : similarView({ ...seen, ...said });
  await parts.read.views.update({ view_id, view });
}

/** Only for those who read what agents say of it, and only what they may read of the others. */
async function readFor({ desk, store }: Parts, { user }: Click, number: TicketNumber) {
  const looked = await desk.look(number, user);
  if ('kind' in looked) return looked;
  const { actor, ticket } = looked;
  if (!mayReadInternal(actor, ticket)) return refuse('no_ticket', 'show', actor, null);
  const found = await store.similarTo(desk.workspace, number, ticket.group);
  return { actor, ticket, alike: found.filter((one) => mayRead(actor, one.ticket)) };
}

/** The form of a reply, begun with what solved the other one. Nobody reads it before it is sent. */
async function replyAs(parts: Parts, click: Click, number: TicketNumber, other: TicketNumber): Promise<void> {
  const { desk, now } = parts;
  const [view_id, looked, seen] = await Promise.all([
    openWith(parts, click),
    desk.look(number, click.user),
    readFor(parts, click, number),
  ]);
  if (!view_id) return;
  const no = refusalOf(looked, 'reply', now());
  const { language } = voice(parts, click.user);
  const text = 'kind' in seen ? null : seen.alike.find((one) => one.ticket.number === other)?.answer;
  const view = no
    ? refusalView(no, voice(parts, click.user))
    : await withDraft(
        parts,
        click.user,
        replyForm({
          number,
          language,
          text: text ?? '',
          book: parts.book(),
          reading: 'kind' in looked ? null : looked,
        }),
      );
  await parts.read.views.update({ view_id, view });
}

const ACTS = {
  merge: (other: TicketNumber) => ({ verb: 'merge' as const, input: { into: other } }),
  link: (other: TicketNumber) => ({ verb: 'link' as const, input: { with: other } }),
  duplicate: (other: TicketNumber) => ({
    verb: 'resolve_internally' as const,
    input: { reason: 'duplicate', duplicate_of: other },
  }),
};

type OnePress = { press: keyof typeof ACTS; number: TicketNumber; other: TicketNumber };
/** One press, done at once; the window then says so. */
async function actOn(parts: Parts, click: Click, { press, number, other }: OnePress, tell: Tell): Promise<void> {
  const { user, trigger, view } = click;
  const { verb, input } = ACTS[press](other);
  const outcome = await parts.desk.act(number, {
    verb,
    by: user,
    input,
    key: trigger === '' ? null : `press:${trigger}`,
  });
  if (outcome.kind === 'refused') return void (await tell(refusalMessage(outcome, voice(parts, user))));
  const words = wordsOf(languageOf(parts, user));
  const said = [section(words.verbs.done[verb](ticketId(number))), ...actions([showButton(number, words)])];
  if (view?.['type'] === 'modal')
    await parts.read.views.update({ view_id: view.id, view: noticeView(said, languageOf(parts, user)) });
}
