import { setTimeout as sleep } from 'node:timers/promises';
import { ErrorCode, type WebAPICallResult, type WebAPIPlatformError } from '@slack/web-api';
import type { ModalView } from '@slack/types';
import type { Alike } from '../../desk/similar.ts';
import { nobody } from '../../desk/request.ts';
import { refuse } from '../../domain/decide.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import { maySee } from '../../domain/similar.ts';
import type { Answers, Click } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { filesOfFields } from '../forms/fields.ts';
import { filesOf } from '../forms/files.ts';
import { ticketId } from '../codec.ts';
import { traceOf } from '../log.ts';
import { message, section } from '../kit.ts';
import { languageOf, type Parts, type Tell } from '../parts.ts';
import { notFiledView } from '../views/asked-before.ts';
import { refusalMessage } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { dropWindow } from '../written/window.ts';
import { wordsOf } from '../words/catalog.ts';
import { openChannels } from './places.ts';

/** What was asked before, shown to somebody while he writes a new request, and what he can do with it instead. */

/** In code points: less says nothing. */
const SHORTEST = 3;
/** So long nothing more is typed before it is looked. */
const PAUSE_MS = 300;

export type Typed = { title: string; content: string };

/** Nothing where it would take long, or goes wrong: the form does without it. */
export async function alikeFor(parts: Parts, user: PersonId, { title, content }: Typed): Promise<Alike[]> {
  if (Array.from(title.trim()).length < SHORTEST) return [];
  try {
    return await parts.desk.similar(user, { title, content, channels: await openChannels(parts, user) });
  } catch (error) {
    parts.log.warn(traceOf(error), 'similar tickets were not found');
    return [];
  }
}

export const typedIn = (answers: Answers): Typed => ({
  title: given(answers, 'title') ?? '',
  content: given(answers, 'content') ?? '',
});

/** Forms that are being written: the last word typed into each, and how each looks since we drew it last. */
const newest = new Map<string, symbol>();
const hashes = new Map<string, string>();
const MOST = 5000;

/** Null: more was typed meanwhile, and that is looked for instead. */
export async function isNewest(view: string): Promise<{ still(): boolean; done(): void } | null> {
  const turn = Symbol(view);
  newest.set(view, turn);
  await sleep(PAUSE_MS);
  const still = () => newest.get(view) === turn;
  const done = () => void (still() && newest.delete(view));
  return still() ? { still, done } : null;
}

/** Something else was chosen in the form: what was typed before is not looked for any more, that choice looks itself. */
export const overtake = (view: string): void => void newest.delete(view);

/** Has somebody chosen something in it, so that it was drawn for that? */
export const wasDrawn = (view: string): boolean => hashes.has(view);

type Drawn = { id: string; hash: string };
/** Draws a form anew in the place of how it looks now. What its owner chose (`surely`) is drawn also over a newer one. */
export async function redraw(parts: Parts, { id, hash }: Drawn, view: ModalView, surely = false): Promise<void> {
  const update = async (over?: string) =>
    remember(id, await parts.read.views.update({ view_id: id, view, ...(over !== undefined && { hash: over }) }));
  try {
    await update(hashes.get(id) ?? hash);
  } catch (error) {
    if (!isStale(error)) throw error;
    if (surely) await update().catch((again: unknown) => (isStale(again) ? undefined : Promise.reject(again as Error)));
  }
}

function remember(id: string, result: WebAPICallResult & { view?: { hash?: string } }): void {
  const { hash } = result.view ?? {};
  if (hash === undefined) return;
  hashes.delete(id);
  hashes.set(id, hash);
  const [oldest] = hashes.keys();
  if (hashes.size > MOST && oldest !== undefined) hashes.delete(oldest);
}

/** It looks otherwise already, or it was closed. */
const isStale = (error: unknown): boolean =>
  error instanceof Error &&
  (error as Partial<WebAPIPlatformError>).code === ErrorCode.PlatformError &&
  ['hash_conflict', 'not_found', 'view_not_found'].includes((error as WebAPIPlatformError).data.error);

export type Instead = 'attach' | 'follow' | 'solved';

/** Nothing is filed: what was written goes there, or is not needed any more. */
export async function pressInstead(
  parts: Parts,
  click: Click,
  instead: Instead,
  number: TicketNumber,
  tell: Tell,
): Promise<void> {
  const { user, view } = click;
  if (!view) return;
  const answers = view.state?.values ?? {};
  const { title, content } = typedIn(answers);
  const wrote = [title, content].filter(Boolean).join('\n\n');
  const id = ticketId(number);
  const { asked } = wordsOf(languageOf(parts, user)).similar;
  if (instead === 'attach' && isHidden(answers) && (await isShownToOthers(parts, user, number)))
    return void (await tell(message(asked.hidden(id), [section(asked.hidden(id))])));
  const outcome = await doInstead(parts, user, {
    instead,
    number,
    wrote,
    key: `${instead}:${view.id}`,
    window: view.id,
  });
  // The form stays under it, with all that was written.
  if (outcome?.kind === 'refused') return void (await tell(refusalMessage(outcome, voice(parts, user))));
  const files = [...filesOf(answers), ...filesOfFields(answers)].length > 0;
  const text = { attach: asked.attached(id, files), follow: asked.followed(id), solved: asked.dropped }[instead];
  const left = instead === 'attach' ? '' : wrote;
  const said = notFiledView({ language: languageOf(parts, user), number, text, wrote: left });
  await parts.read.views.update({ view_id: view.id, view: said });
  await dropWindow(parts, click);
}

/** What is to stay out of all channels goes nowhere where it would stand in one. */
const isHidden = (answers: Answers): boolean => Array.isArray(answers['private']) && answers['private'].length > 0;
async function isShownToOthers({ desk }: Parts, user: PersonId, number: TicketNumber): Promise<boolean> {
  const looked = await desk.look(number, user);
  return !('kind' in looked) && !looked.ticket.private;
}

type Doing = { instead: Instead; number: TicketNumber; wrote: string; key: string; window: string };
async function doInstead(parts: Parts, user: PersonId, { instead, number, wrote, key, window }: Doing) {
  const { desk } = parts;
  if (instead === 'attach') return desk.act(number, { verb: 'message', by: user, input: { text: wrote }, key });
  const [reading, person, channels] = await Promise.all([
    desk.reading(number),
    desk.person(user),
    openChannels(parts, user),
  ]);
  const seen = reading && person && maySee(person, reading.ticket, channels);
  if (instead === 'solved') {
    if (seen) await parts.store.spare(desk.workspace, { window, ticket: number, at: parts.now() });
    return null;
  }
  if (!seen) return refuse('no_ticket', 'follow', person ?? nobody(user), null);
  const { main } = reading.ticket;
  const input = main && channels.includes(main.channel) ? { seen: main.channel } : {};
  return desk.act(number, { verb: 'follow', by: user, input, key });
}
