import type { PersonId } from '../domain/language.ts';
import { type Click, type Go, readTab, typedTicket } from './codec.ts';
import { publishHome } from './home.ts';
import { orderOf, promote } from './order.ts';
import { addMessage, openCreate, openCreateFromMessage, openFollowUp, ownMessageAt } from './new-request.ts';
import { type Parts, type Tell } from './parts.ts';
import { show, turn } from './show.ts';
import { plainText } from './text.ts';
import { voice } from './voice.ts';
import { listMessage } from './views/list.ts';

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
    case 'follow_up':
      return openFollowUp(parts, click, value);
    case 'show': {
      const leaf = readTab(value);
      return leaf ? show(parts, click, leaf.number, leaf) : undefined;
    }
    case 'tab':
      return turn(parts, click, value);
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
  const ask = { person: user, groups: [], limit: 20 };
  const [asked, raised] = await Promise.all([
    parts.desk.board({ ...ask, board: 'asked' }),
    parts.desk.board({ ...ask, board: 'raised' }),
  ]);
  return listMessage({ ...voice(parts, user), viewer: user, ...asked, raised });
}
