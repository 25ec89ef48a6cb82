import type { KnownBlock, ModalView } from '@slack/types';
import type { Drawing } from '../../desk/outbox.ts';
import { allows, openIn } from '../../domain/decide.ts';
import type { PersonId, Role } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Chain } from '../../domain/chain.ts';
import { ruleOf, type Verb } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import type { Leaf, Pages, Tab } from '../leaf.ts';
import { actions, bold, cut, date, divider, esc, header, modal, quote, section, sections } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { type CustomerModel, customerBlocks } from './customer.ts';
import { escalationBlocks } from './escalations.ts';
import { filesOf } from './events.ts';
import { type Earlier, earlierBlocks } from './earlier.ts';
import {
  circles,
  followersOf,
  groupName,
  nameOf,
  processingName,
  readersOf,
  type Scene,
  seenCircle,
  seenState,
  standingOf,
  tagsOf,
  titleOf,
  typeName,
} from './facts.ts';
import { answerBlocks, hasOwnAnswers } from './answers.ts';
import { historyBlocks, type Logs } from './history.ts';
import { belongingOf, ownLinksOf } from './links.ts';
import { scheduledOf } from './scheduled.ts';
import { labelOf, tabButton, verbButton } from './presses.ts';
import { promisesOf } from './promises.ts';
import { type Line, talkBlocks } from './talk.ts';

export type TicketModel = Scene & {
  drawing: Drawing;
  /** What this person may read of it, oldest first. */
  told: readonly Line[];
  roles: readonly Role[];
  /** The last thing done to it was done by this person, a moment ago. */
  undoable: boolean;
  /** May this person read what agents say among themselves? */
  internal: boolean;
  viewer: PersonId;
  leaf?: Leaf;
  /** Read only where they are shown. */
  earlier?: Earlier;
  /** Nothing can be masked here: there is no key. */
  unmaskable?: boolean;
  /** His group keeps from him who asks. */
  customerHidden?: boolean;
  logs?: Logs;
  customer?: CustomerModel | null;
  chain?: Chain | null;
  /** On which page each of the others was left. */
  pages?: Pages;
};

const CONTENT = 25_000;
const SOLUTION = 2800;

/** Names the window, so that it can be drawn again after a press in it. */
export const TICKET_WINDOW = 'ticket';

/** The whole ticket in a window of several pages, with everything that this person can do to it. */
export function ticketView({ leaf = { tab: 'info', page: 0 }, pages = {}, ...model }: TicketModel): ModalView {
  const { ticket } = model.drawing;
  const words = wordsOf(model.language);
  const tabs: readonly Tab[] = [
    'info',
    'talk',
    ...(model.internal ? (['internal'] as const) : []),
    'history',
    'earlier',
    ...(model.internal && !model.customerHidden ? (['customer'] as const) : []),
    ...(model.internal ? (['escalations'] as const) : []),
  ];
  const tab = tabs.includes(leaf.tab) ? leaf.tab : 'info';
  const turn = tabs.map((each) =>
    tabButton(
      ticket.number,
      { tab: each, page: each === tab ? 0 : (pages[each] ?? 0) },
      each,
      words.show.tabs[each],
      each === tab ? 'primary' : undefined,
    ),
  );
  // What was uncovered is covered again when he comes back to it.
  const metadata = JSON.stringify({ ...pages, [tab]: tab === 'info' ? 0 : leaf.page });
  return modal({ title: ticketId(ticket.number), close: words.forms.close, callback: TICKET_WINDOW, metadata }, [
    header(titleOf(ticket)),
    section(standing(ticket, model, model.internal)),
    ...actions(turn),
    ...blocksOf({ tab, page: leaf.page }, model),
  ]);
}

function blocksOf(
  leaf: Leaf,
  { drawing, told, roles, internal, undoable, earlier, viewer, unmaskable, customer, chain, ...scene }: TicketModel,
) {
  const { ticket } = drawing;
  const reader = { viewer, roles };
  switch (leaf.tab) {
    case 'info':
      return infoBlocks(
        drawing,
        verbsOf(ticket, reader, undoable).filter(
          (verb) =>
            !(verb === 'mask' && unmaskable) && (verb !== 'change_answers' || hasOwnAnswers(ticket, scene.book)),
        ),
        internal,
        { ...scene, told, viewer, leaf },
      );
    case 'talk':
      return talkBlocks({ told, audience: 'main', ticket, leaf, reader, marked: internal, ...scene });
    case 'internal':
      return talkBlocks({ told, audience: 'internal', ticket, leaf, reader, marked: false, ...scene });
    case 'history':
      return historyBlocks({ told, ticket, leaf, internal, ...scene });
    case 'earlier':
      return earlierBlocks({
        requester: ticket.requester,
        viewer,
        internal,
        earlier: earlier ?? { tickets: [], total: 0 },
        ...scene,
      });
    case 'customer':
      return customer ? customerBlocks(customer, ticket.requester, { ...scene, viewer }) : [];
    case 'escalations':
      return escalationBlocks({ drawing, told, chain: chain ?? { links: [], gaps: [] }, leaf, ...scene });
  }
}

function infoBlocks(
  drawing: Drawing,
  verbs: readonly Verb[],
  internal: boolean,
  { told, viewer, leaf, ...scene }: Scene & Pick<TicketModel, 'told' | 'viewer'> & { leaf: Leaf },
): KnownBlock[] {
  const { ticket } = drawing;
  const words = wordsOf(scene.language);
  const files = told
    .filter(({ verb }) => verb === 'create')
    .map(filesOf)
    .filter(Boolean);
  const buttons = verbs.map((verb) => verbButton(verb, ticket.number, labelOf(verb, words, ticket.state)));
  return [
    ...(internal ? scheduledOf(ticket, scene) : []),
    section(facts(ticket, scene, words, internal)),
    ...answerBlocks(ticket, { ...scene, internal, viewer, leaf }),
    ...actions(buttons),
    ...(internal ? belongingOf(drawing, words) : ownLinksOf(drawing, words)),
    ...(internal && ticket.solution !== null
      ? [section(`${bold(words.processing.facts.solution)}\n${quote(ticket.solution, SOLUTION)}`)]
      : []),
    divider,
    section(bold(words.show.content)),
    ...sections(esc(ticket.content), CONTENT),
    ...files.map((line) => section(line)),
  ];
}

function standing(ticket: Ticket, scene: Scene & { viewer: PersonId }, internal: boolean): string {
  const words = wordsOf(scene.language);
  const circle = internal ? circles[ticket.state] : seenCircle(ticket, scene.viewer);
  if (!internal) return `${circle} ${bold(seenState(ticket, scene.book, words, scene.viewer))}`;
  const state = bold(words.ticket.states[ticket.state]);
  return [
    `${circle} ${state}`,
    words.ticket.standing[ticket.state](standingOf(ticket, scene)),
    ...promisesOf(ticket, scene),
  ].join('\n');
}

function facts(ticket: Ticket, { book, language }: Scene, words: Catalog, internal: boolean): string {
  const { facts: label } = words.show;
  const rows: [string, string | null][] = [
    [label.requester, nameOf(book, ticket.requester, words)],
    [label.creator, ticket.creator === ticket.requester ? null : nameOf(book, ticket.creator, words)],
    [label.assignee, ticket.assignee === null ? words.ticket.nobody : nameOf(book, ticket.assignee, words)],
    [label.group, groupName(book, ticket.group)],
    [label.priority, words.ticket.priorities[ticket.priority]],
    [label.kind, words.ticket.kinds[ticket.kind]],
    [label.type, typeName(book, ticket.type, language)],
    [words.processing.facts.processing, internal ? processingName(ticket, book, language) : null],
    [label.followers, (internal ? followersOf : readersOf)(ticket, book, words) || null],
    [label.tags, internal && ticket.tags.length > 0 ? tagsOf(ticket.tags) : null],
    ...(internal ? insideOf(ticket, words) : []),
    [label.created, `${date(ticket.createdAt)} · ${words.card.from(words.ticket.channels[ticket.channel])}`],
  ];
  return rows.flatMap(([name, fact]) => (fact === null ? [] : [`${bold(name)}: ${cut(fact, 300)}`])).join('\n');
}

/** What whoever asked knows anyway, or need not know. */
function insideOf(
  ticket: Ticket,
  { window: { facts: label, yes }, search, masking, ticket: words }: Catalog,
): [string, string | null][] {
  const { language, private: hidden, firstReplyAt, reopened, rating, masked } = ticket;
  const solved =
    'resolution' in ticket ? `${date(ticket.resolution.at)} · ${words.reasons[ticket.resolution.reason]}` : null;
  return [
    [label.language, search.languages[language]],
    [label.private, hidden ? yes : null],
    [label.answered, firstReplyAt && date(firstReplyAt)],
    [label.solved, solved],
    [label.reopened, reopened > 0 ? String(reopened) : null],
    [label.rated, rating && '★'.repeat(rating.score)],
    [label.masked, masked > 0 ? masking.places(masked) : null],
  ];
}

type Reader = { roles: readonly Role[]; viewer: PersonId };
const ROW = 24;
/** What these roles may do now; words of a requester only where it is his own request. */
const verbsOf = (ticket: Ticket, { roles, viewer }: Reader, undoable: boolean): Verb[] =>
  openIn(ticket)
    .filter((verb) => {
      if (verb === 'undo') return undoable;
      // Their own places offer them.
      if (verb === 'schedule' || verb === 'unschedule') return false;
      if (verb === 'follow' && (viewer === ticket.requester || ticket.followers.includes(viewer))) return false;
      if (verb === 'unfollow' && !ticket.followers.includes(viewer)) return false;
      // They stand beside the words that they change.
      if (ruleOf(verb).rewords) return false;
      const mine = verb === 'message' || verb === 'follow' ? roles.filter((role) => role !== 'anyone') : roles;
      return mine.some((role) => allows(verb, role, ticket.state));
    })
    .slice(0, ROW);
