import { readableLogs } from '../desk/trigger-book.ts';
import type { Told } from '../desk/told.ts';
import type { Looked } from '../desk/desk.ts';
import { type Refusal, refuse } from '../domain/decide.ts';
import type { Person, PersonId, TicketNumber } from '../domain/language.ts';
import { publicVerbs } from '../domain/public.ts';
import { mayRead, mayReadCustomer, mayReadInternal, rolesOf, type Ticket } from '../domain/ticket.ts';
import { NEVER_UNDONE, UNDO_MS } from '../domain/verbs/undoing.ts';
import { type Click } from './codec.ts';
import { type Leaf, readTab, type Pages, readPages } from './leaf.ts';
import { customerOf } from './customer.ts';
import { loadingView } from './forms/loading.ts';
import { languageOf, type Parts } from './parts.ts';
import type { Earlier } from './views/earlier.ts';
import { refusalView } from './views/refusal.ts';
import { ticketView } from './views/show.ts';
import { voice } from './voice.ts';

type From = Pick<Click, 'trigger' | 'user' | 'view'>;
type Viewing = Pick<Click, 'user' | 'view'>;
const FIRST: Leaf = { tab: 'info', page: 0 };
const EARLIER = 10;

/** A ticket's window: opened at once, filled when the ticket is read. */
export async function show(parts: Parts, { trigger, user, view }: From, number: TicketNumber, leaf = FIRST) {
  const loading = loadingView(languageOf(parts, user));
  const open = view?.['type'] === 'modal' ? parts.read.views.push : parts.read.views.open;
  const [opened, looked] = await Promise.all([
    open({ trigger_id: trigger, view: loading }),
    parts.desk.look(number, user),
  ]);
  const view_id = opened.view?.id;
  if (view_id) await parts.read.views.update({ view_id, view: await drawn(parts, user, looked, { leaf }) });
}

/** Another page of a window that is open. */
export async function turn(parts: Parts, { user, view }: From, value: string): Promise<void> {
  const to = readTab(value);
  if (to) await look(parts, { user, view }, to.number, to);
}

/** A window that is open, as things stand now. */
export async function look(parts: Parts, { user, view }: Viewing, number: TicketNumber, leaf = FIRST): Promise<void> {
  if (!view) return;
  const looked = await parts.desk.look(number, user);
  const pages = readPages(view.private_metadata);
  await parts.read.views.update({ view_id: view.id, view: await drawn(parts, user, looked, { leaf, pages }) });
}

type Place = { leaf: Leaf; pages?: Pages };
async function drawn(parts: Parts, user: PersonId, looked: Looked | Refusal, { leaf, pages = {} }: Place) {
  if ('kind' in looked) return refusalView(looked, voice(parts, user));
  const { actor, ticket, group } = looked;
  const { outbox, desk } = parts;
  const book = { desk, book: parts.registry.triggers };
  const internal = mayReadInternal(actor, ticket);
  const seesCustomer = mayReadCustomer(actor, ticket, group);
  const [told, drawing, earlier, logs, customer, chain] = await Promise.all([
    leaf.tab === 'history' ? outbox.log(desk.workspace, ticket.number) : outbox.history(desk.workspace, ticket.number),
    outbox.drawing(desk.workspace, ticket.number),
    leaf.tab === 'earlier' ? earlierOf(parts, actor, ticket) : null,
    leaf.tab === 'history' ? readableLogs(book, user) : null,
    leaf.tab === 'customer' && seesCustomer ? customerOf(parts, actor, ticket) : null,
    leaf.tab === 'escalations' && internal ? desk.chain(looked, ticket.assignee ?? user) : null,
  ]);
  if (!drawing) return refusalView(refuse('no_ticket', 'show', actor, null), voice(parts, user));
  return ticketView({
    ...voice(parts, user),
    drawing,
    told: internal ? told : told.filter(isForRequester),
    undoable: isUndoable(told.at(-1), user, parts.now()),
    roles: rolesOf(actor, ticket),
    internal,
    customerHidden: !seesCustomer,
    unmaskable: !parts.store.masking.on,
    viewer: user,
    leaf,
    ...(earlier && { earlier }),
    logs,
    customer,
    chain,
    pages,
  });
}

/** What else the requester has asked for. Whoever is no agent here sees only what he may open. */
async function earlierOf({ desk }: Parts, actor: Person, ticket: Ticket): Promise<Earlier> {
  const ask = { board: 'ever', person: ticket.requester, limit: EARLIER + 1 } as const;
  const { tickets, total } = await desk.board(ask);
  const others = tickets
    .filter(({ number }) => number !== ticket.number)
    .map((other) => ({ ticket: other, readable: mayRead(actor, other) }));
  if (mayReadInternal(actor, ticket)) return { tickets: others.slice(0, EARLIER), total: total - 1 };
  const open = others.filter(({ readable, ticket: { state } }) => readable && state !== 'spam').slice(0, EARLIER);
  return { tickets: open, total: open.length };
}

const isUndoable = (last: Told | undefined, user: PersonId, now: Date): boolean =>
  last?.by === user &&
  last.verb !== 'create' &&
  !NEVER_UNDONE.includes(last.verb) &&
  now.getTime() - last.at.getTime() < UNDO_MS;

/** What a requester may read of the history of his ticket. */
export const isForRequester = ({ verb, said }: Told): boolean => publicVerbs[verb] && said?.audience !== 'internal';
