import { refuse } from '../domain/decide.ts';
import { type PersonId, type TicketNumber } from '../domain/language.ts';
import { publicVerbs } from '../domain/notices.ts';
import { mayReadInternal, rolesOf } from '../domain/ticket.ts';
import { UNDO_MS } from '../domain/verbs/undoing.ts';
import type { Told } from '../desk/ports.ts';
import { type Click, type Go, typedTicket } from './codec.ts';
import { loadingView } from './forms/loading.ts';
import { publishHome } from './home.ts';
import { orderOf, promote } from './order.ts';
import { addMessage, openCreate, openCreateFromMessage, openFollowUp, ownMessageAt } from './new-request.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { plainText } from './text.ts';
import { voice } from './voice.ts';
import { listMessage } from './views/list.ts';
import { refusalView } from './views/refusal.ts';
import { ticketView } from './views/show.ts';

/** A person wants to look at something, or to begin something new. Nothing is changed here but by `add_message`. */
export async function go(parts: Parts, click: Click, where: Go, value: string, tell: Tell): Promise<void> {
  switch (where) {
    case 'create':
      return openCreate(parts, { trigger: click.trigger, user: click.user, via: click.view ? 'home' : 'message' });
    case 'new_from_message':
      return openCreateFromMessage(parts, click, value);
    case 'add_message':
      return addMessage(parts, click, value, tell);
    case 'send_order':
      return sendOrder(parts, click, value, tell);
    case 'mine':
      await tell(await mine(parts, click.user));
      return;
    case 'home':
      return publishHome(parts, click.user);
    case 'follow_up': {
      const number = typedTicket.safeParse(value);
      return number.success ? openFollowUp(parts, click, number.data) : undefined;
    }
    case 'show': {
      const number = typedTicket.safeParse(value);
      return number.success ? show(parts, click, number.data) : undefined;
    }
  }
}

/** The preview was confirmed: what stands in the thread goes to the requester. The words are read there once more. */
async function sendOrder(parts: Parts, { user }: Click, value: string, tell: Tell): Promise<void> {
  const [ticket = '', ...rest] = value.split('|');
  const number = typedTicket.safeParse(ticket);
  const message = await ownMessageAt(parts, user, rest.join('|'));
  const order = message && orderOf(message.text, parts.botUser);
  if (!number.success || !order || order.verb === 'show') return;
  const words = plainText(order.words, parts.book());
  const said = await promote(parts, { number: number.data, user, verb: order.verb, words, at: message.where });
  if (said) await tell(said, { replace: true });
}

/** The list of what a person has asked for. */
export async function mine(parts: Parts, user: PersonId) {
  const asked = await parts.desk.board({ board: 'asked', person: user, groups: [], limit: 20 });
  return listMessage({ ...voice(parts, user), viewer: user, ...asked });
}

const isUndoable = (last: Told | undefined, user: PersonId, now: Date): boolean =>
  last?.by === user && last.verb !== 'create' && last.verb !== 'undo' && now.getTime() - last.at.getTime() < UNDO_MS;

/** What a requester may read of the history of his ticket. */
export const isForRequester = ({ verb, said }: Told): boolean => publicVerbs[verb] && said?.audience !== 'internal';

/** The ticket in a window: opened at once, filled when it is read. */
export async function show(
  parts: Parts,
  { trigger, user, view }: Pick<Click, 'trigger' | 'user' | 'view'>,
  number: TicketNumber,
): Promise<void> {
  const loading = loadingView(languageOf(parts, user));
  const open = view?.['type'] === 'modal' ? parts.read.views.push : parts.read.views.open;
  const [opened, looked] = await Promise.all([
    open({ trigger_id: trigger, view: loading }),
    parts.desk.look(number, user),
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  if ('kind' in looked) {
    await parts.read.views.update({ view_id, view: refusalView(looked, voice(parts, user)) });
    return;
  }
  const told = await parts.outbox.history(parts.desk.workspace, number);
  const drawing = await parts.outbox.drawing(parts.desk.workspace, number);
  if (!drawing) {
    const none = refuse('no_ticket', 'show', looked.actor, null);
    await parts.read.views.update({ view_id, view: refusalView(none, voice(parts, user)) });
    return;
  }
  const internal = mayReadInternal(looked.actor, looked.ticket);
  const drawn = ticketView({
    ...voice(parts, user),
    drawing,
    told: internal ? told : told.filter(isForRequester),
    undoable: isUndoable(told.at(-1), user, parts.now()),
    roles: rolesOf(looked.actor, looked.ticket),
    internal,
  });
  await parts.read.views.update({ view_id, view: drawn });
}
