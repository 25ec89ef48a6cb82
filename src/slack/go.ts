import type { PersonId } from '../domain/language.ts';
import { pressBanned } from './banning/banning.ts';
import { pressBatch } from './batch.ts';
import { pressCategories } from './categorizing/categorizing.ts';
import { type Click, type Go, typedTicket } from './codec.ts';
import { discard } from './composer/discard.ts';
import { readTab } from './leaf.ts';
import { openPreview } from './composer/preview.ts';
import { sendTemplate, templateIn } from './composer/typed.ts';
import { type MineLeaf, readMine } from './mine-leaf.ts';
import { pressDigest } from './digest.ts';
import { loadingView } from './forms/loading.ts';
import { answerForm } from './forms/talking.ts';
import { publishHome } from './home.ts';
import { readHomeLeaf, readShelved } from './home-leaf.ts';
import { openContact } from './contact.ts';
import { pressFields } from './fielding/fielding.ts';
import { refusalOf } from './looked.ts';
import { orderOf, promote } from './order.ts';
import { addMessage, openCreateFromMessage, openFollowUp } from './new-request.ts';
import { discardRequest, isRequest, openCreate } from './request-form.ts';
import { ownMessageAt } from './message-at.ts';
import { askAuthor } from './masking.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { batchFound, sendFound } from './searching/file.ts';
import { pressScheduled } from './scheduling.ts';
import { openSearch, turnFound } from './searching/searching.ts';
import { listViews, openSaveView, pressView } from './searching/views.ts';
import { show, turn } from './show.ts';
import { plainText } from './text.ts';
import { pressSimilar } from './similar/press.ts';
import { sendTranscript } from './transcript.ts';
import { pressEditor } from './triggering/editor.ts';
import { pressTeam } from './team.ts';
import { pressTemplate } from './templating/templating.ts';
import { pressTrigger } from './triggers.ts';
import { voice } from './voice.ts';
import { listMessage, PAGE } from './views/list.ts';
import { noticeView, refusalView } from './views/refusal.ts';

/** What leads and administrators look after: each knows by itself who may. */
const kept = {
  trigger: pressTrigger,
  trigger_edit: pressEditor,
  template: pressTemplate,
  banned: pressBanned,
  team: pressTeam,
  fields: pressFields,
  categories: pressCategories,
} satisfies Partial<Record<Go, (parts: Parts, click: Click, value: string) => Promise<void>>>;
const isKept = (where: Go): where is keyof typeof kept => Object.hasOwn(kept, where);

/** A person wants to look at something, or to begin something new. Nothing is changed here but by `add_message` and `similar`. */
export async function go(parts: Parts, click: Click, where: Go, value: string, tell: Tell): Promise<void> {
  if (isKept(where)) return kept[where](parts, click, value);
  switch (where) {
    case 'create':
      return openCreate(parts, { trigger: click.trigger, user: click.user, via: click.view ? 'home' : 'message' });
    case 'contact':
      return goContact(parts, click, tell);
    case 'new_from_message':
      return openCreateFromMessage(parts, click, value);
    case 'add_message':
      return addMessage(parts, click, value, tell);
    case 'suggest':
      return suggest(parts, click, value);
    case 'send_order':
      return sendOrder(parts, click, value, tell);
    case 'search':
      return openSearch(parts, click, value);
    case 'found':
      return turnFound(parts, click, value, tell);
    case 'found_file':
      return sendFound(parts, click, value, tell);
    case 'found_batch':
      return batchFound(parts, click, value, tell);
    case 'batch':
      return pressBatch(parts, click, value, tell);
    case 'save_view':
      return openSaveView(parts, click, value);
    case 'view':
      return pressView(parts, click, value, tell);
    case 'views':
      return void (await tell(await listViews(parts, click.user)));
    case 'mine':
      return turnMine(parts, click, value, tell);
    case 'home':
      return goHome(parts, click, value, tell);
    case 'digest':
      return pressDigest(parts, click.user, value, tell);
    case 'follow_up':
      return openFollowUp(parts, click, value);
    case 'show':
      return goShow(parts, click, value);
    case 'discard':
    case 'preview':
    case 'scheduled':
      return goAnswer(parts, click, where, value, tell);
    case 'ask_author':
      return askAuthor(parts, click, value, tell);
    case 'similar':
      return pressSimilar(parts, click, value, tell);
    case 'tab':
      return turn(parts, click, value);
    case 'transcript':
      return sendTranscript(parts, click, value, tell);
  }
}

/** An answer that is being written, or waits for its time. */
function goAnswer(parts: Parts, click: Click, where: 'discard' | 'preview' | 'scheduled', value: string, tell: Tell) {
  if (where === 'scheduled') return pressScheduled(parts, click, value, tell);
  if (where === 'preview') return openPreview(parts, click);
  return isRequest(click) ? discardRequest(parts, click) : discard(parts, click);
}

async function goShow(parts: Parts, click: Click, value: string): Promise<void> {
  const leaf = readTab(value);
  if (leaf) await show(parts, click, leaf.number, leaf);
}

/** Another board or page; what is chosen among them and is a saved view opens as a list, and the menu stands as before. */
async function goHome(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const shelved = readShelved(value);
  const leaf = readHomeLeaf(value);
  await Promise.all([
    publishHome(parts, click.user, { leaf, anew: leaf === null }),
    shelved !== null && pressView(parts, click, `run.${shelved}`, tell),
  ]);
}

/** The preview was confirmed: what stands in the thread goes to the requester. The words are read there once more. */
async function sendOrder(parts: Parts, { user }: Click, value: string, tell: Tell): Promise<void> {
  const [ticket = '', ...rest] = value.split('|');
  const number = typedTicket.safeParse(ticket);
  const message = await ownMessageAt(parts, user, rest.join('|'));
  const template =
    message && number.success ? await templateIn(parts, { number: number.data, user, text: message.text }) : null;
  if (message && template) {
    const sent = await sendTemplate(parts, user, template, message.where);
    return void (sent && (await tell(sent, { replace: true })));
  }
  const order = message && orderOf(message.text, parts.botUser);
  if (!number.success || !order || order.verb === 'show') return;
  const words = plainText(order.words, parts.book());
  const said = await promote(parts, { number: number.data, user, verb: order.verb, words, at: message.where });
  if (said) await tell(said, { replace: true });
}

/** The form of a decision, begun with one of those that are offered for this ticket, and with no other words. */
async function suggest(parts: Parts, { trigger, user }: Click, value: string): Promise<void> {
  const [ticket = '', source = '', at = ''] = value.split('|');
  const number = typedTicket.safeParse(ticket);
  if (!number.success) return;
  const { language } = voice(parts, user);
  const [opened, looked, offered] = await Promise.all([
    parts.read.views.open({ trigger_id: trigger, view: loadingView(language) }),
    parts.desk.look(number.data, user),
    parts.outbox.suggestions(parts.desk.workspace, number.data),
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  const no = refusalOf(looked, 'return', parts.now());
  const text = offered.find((one) => String(one.ticket) === source && String(one.seq) === at)?.text ?? '';
  const open = 'kind' in looked || looked.ticket.state !== 'escalated' ? null : looked.ticket.escalation;
  const view = no ? refusalView(no, voice(parts, user)) : answerForm({ number: number.data, language, open, text });
  await parts.read.views.update({ view_id, view });
}

async function goContact(parts: Parts, click: Click, tell: Tell): Promise<void> {
  const said = await openContact(parts, click, null);
  if (said) await tell(said);
}

const NONE = { tickets: [], total: 0 };
/** The list of what a person has asked for. */
export async function mine(parts: Parts, user: PersonId, leaf: MineLeaf = { board: 'asked', page: 0 }) {
  const { desk } = parts;
  const ask = { person: user, limit: PAGE };
  const first = leaf.board === 'asked' && leaf.page === 0;
  const [listed, raised, followed] = await Promise.all([
    desk.board({ ...ask, board: leaf.board, skip: leaf.page * PAGE }),
    first ? desk.board({ ...ask, board: 'raised' }) : NONE,
    first ? desk.board({ ...ask, board: 'followed' }) : NONE,
  ]);
  return listMessage({ ...voice(parts, user), viewer: user, ...listed, raised, followed, leaf });
}

/** Another page of it: in the window where it stands, in the place of the answer where it was typed. */
async function turnMine(parts: Parts, { user, view }: Click, value: string, tell: Tell): Promise<void> {
  const list = await mine(parts, user, readMine(value));
  if (view?.['type'] === 'modal' && value !== '')
    await parts.read.views.update({ view_id: view.id, view: noticeView(list.blocks, languageOf(parts, user)) });
  else await tell(list, { replace: value !== '' });
}
