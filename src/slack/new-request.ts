import { z } from 'zod';
import type { Looked } from '../desk/desk.ts';
import { refuse } from '../domain/decide.ts';
import { type PersonId, personId, ticketNumber, type TicketNumber } from '../domain/language.ts';
import { askedIn, mainUnder } from './asked-in.ts';
import { type Click, typedTicket } from './codec.ts';
import { isOpenTicket, isTheirs, type Ticket } from '../domain/ticket.ts';
import { loadingView } from './forms/loading.ts';
import { languageOf, type Parts, type Tell } from './parts.ts';
import { alikeOf, draw, prefilledIn, type Start } from './request-form.ts';
import { ownMessageAt, type Where } from './message-at.ts';
import { plainText, titleOf } from './text.ts';
import { addedMessage, existsView } from './views/dm.ts';
import { refusalMessage, refusalView } from './views/refusal.ts';
import { voice } from './voice.ts';

type Words = { text: string; user?: string | undefined; thread?: string | undefined };
type FromMessage = Start | { exists: TicketNumber };

/** From a message to a request: its words, its author, and its thread if it stands in a request channel. */
async function fromMessage(parts: Parts, user: PersonId, where: Where, message: Words): Promise<FromMessage> {
  const root = { channel: where.channel, ts: message.thread ?? where.ts };
  const known = await parts.registry.ticketAt(parts.desk.workspace, root.channel, root.ts);
  if (known) return { exists: known.number };
  const content = plainText(message.text, parts.book(), parts.botUser);
  const group = askedIn(parts, where);
  const main = await mainUnder(parts, where, message);
  const author = message.user && parts.book().people.get(personId(message.user))?.bot === false ? message.user : user;
  return {
    via: where.channel.startsWith('D') ? 'dm' : 'message',
    from: where,
    title: titleOf(content),
    content,
    requester: personId(author),
    ...(main && { main }),
    ...(group && { group: group.key }),
  };
}

/**
 * A request of words that stand in Slack already: the form comes at once, the words a moment later. A message that has
 * its ticket is shown that ticket.
 */
async function openWith(
  parts: Parts,
  trigger: string,
  user: PersonId,
  find: Promise<FromMessage | null>,
): Promise<void> {
  const [opened, start] = await Promise.all([
    parts.read.views.open({ trigger_id: trigger, view: loadingView(languageOf(parts, user)) }),
    find,
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  const view =
    start && 'exists' in start
      ? existsView(start.exists, voice(parts, user))
      : draw(parts, user, start ? { ...start, alike: await alikeOf(parts, user, start) } : { via: 'dm' });
  await parts.read.views.update({ view_id, view });
}

/** "New request" under a message that a person wrote to the bot. */
export async function openCreateFromMessage(parts: Parts, { trigger, user }: Click, value: string): Promise<void> {
  const find = async () => {
    const message = await ownMessageAt(parts, user, value);
    return message && fromMessage(parts, user, message.where, message);
  };
  await openWith(parts, trigger, user, find());
}

/**
 * A follow-up: a new request that begins where one that is over has ended. `value`: its number, and the message whose words
 * it begins with, if they were refused there.
 */
export async function openFollowUp(
  parts: Parts,
  { trigger, user, view }: Pick<Click, 'trigger' | 'user' | 'view'>,
  value: string,
): Promise<void> {
  const [typed = '', ...place] = value.split('|');
  const number = typedTicket.safeParse(typed);
  if (!number.success) return;
  const open = view?.['type'] === 'modal' ? parts.read.views.push : parts.read.views.open;
  const [opened, looked, message] = await Promise.all([
    open({ trigger_id: trigger, view: loadingView(languageOf(parts, user)) }),
    parts.desk.look(number.data, user),
    place.length > 0 ? ownMessageAt(parts, user, place.join('|')) : null,
  ]);
  const view_id = opened.view?.id;
  if (!view_id) return;
  const no = 'kind' in looked ? looked : isOpenTicket(looked.ticket) && stillOpen(looked);
  if (no || 'kind' in looked) {
    if (no) await parts.read.views.update({ view_id, view: refusalView(no, voice(parts, user)) });
    return;
  }
  const { title, type, requester, group, private: hidden, sameAsked } = looked.ticket;
  const content = message
    ? plainText(message.text, parts.book())
    : sameAsked && (await wordsSince(parts, looked.ticket, sameAsked.seq));
  // Of what is new the old title says nothing.
  const anew = sameAsked && content ? titleOf(content) : title;
  const start: Start = {
    via: 'home',
    follows: number.data,
    title: anew,
    requester,
    group,
    private: hidden,
    ...(content && { content }),
    prefilled: await prefilledIn(parts, user, requester, type),
  };
  await parts.read.views.update({ view_id, view: draw(parts, user, start, type ?? undefined) });
}

const stillOpen = ({ actor, ticket }: Looked) => refuse('still_open', 'create', actor, ticket);

/** What those whose request it is wrote after all was done. */
async function wordsSince({ outbox, desk }: Parts, ticket: Ticket, seq: number): Promise<string> {
  const told = await outbox.history(desk.workspace, ticket.number);
  return told
    .flatMap(({ seq: at, verb, by, said }) =>
      at >= seq && verb === 'message' && said && by && isTheirs(ticket, by) ? [said.text] : [],
    )
    .join('\n\n');
}

/** The request goes on elsewhere: what was written here after all was done is no reason to open it again. */
export async function setApart({ desk }: Parts, by: PersonId, number: number, key: string): Promise<void> {
  await desk.act(ticketNumber(number), { verb: 'other_problem', by, key: `${key}:apart` });
}

/** The message shortcut. */
export const openCreateFromShortcut = (
  parts: Parts,
  trigger: string,
  user: PersonId,
  where: Where,
  message: Words,
): Promise<void> => openWith(parts, trigger, user, fromMessage(parts, user, where, message));

/** "It belongs to T-1042": the words go into that ticket, as if they had been written in its thread. */
export async function addMessage(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const [number = '', ...rest] = value.split('|');
  const message = await ownMessageAt(parts, click.user, rest.join('|'));
  const ticket = z.coerce.number().int().positive().safeParse(number);
  if (!message || !ticket.success) return;
  const { channel, ts } = message.where;
  const outcome = await parts.desk.act(ticketNumber(ticket.data), {
    verb: 'message',
    by: click.user,
    // Not said to stand in the thread, for it does not: so it is posted there, and only for one's own ticket.
    input: { text: plainText(message.text, parts.book()) },
    key: `msg:${channel}:${ts}`,
  });
  const said = outcome.kind === 'refused' ? refusalMessage(outcome, voice(parts, click.user)) : null;
  if (said) await tell(said);
  else await tell(addedMessage({ number: ticketNumber(ticket.data), ...voice(parts, click.user) }), { replace: true });
}
