import type { HomeView, KnownBlock } from '@slack/types';
import type { HomeReading } from '../../desk/home.ts';
import { groupsOf, type HomeBoard, MOST, pageOf, REQUESTS } from '../../domain/boards.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { homeValue } from '../home-leaf.ts';
import { actions, bold, context, divider, header, home, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { decisions } from './decisions.ts';
import { groupName, nameOf, type Scene } from './facts.ts';
import { loadRows, setupRows } from './home-numbers.ts';
import { numbersOf, tabsOf, worksHere } from './home-tabs.ts';
import { pagesOf } from './pages.ts';
import { goButton, pageButton } from './presses.ts';
import { row, waitsForRequester } from './row.ts';

export type HomeModel = Scene & HomeReading;

/** What one person sees when he opens the app: how much there is, his boards, and one page of the one he is on. */
export function homeView(model: HomeModel): HomeView {
  const words = wordsOf(model.language).home;
  const { counts, leaf } = model;
  const decide = counts.decide ?? 0;
  return home([
    header(wordsOf(model.language).lists.welcome),
    section(numbersOf(model)),
    ...actions(doorsOf(model), 'doors'),
    ...actions(rulesOf(model), 'rules'),
    ...tabsOf(model),
    ...(decide > 0 && leaf.board !== 'decide'
      ? [section(words.toDecide(decide), pageButton('home', 'now', valueOf(model, 'decide'), words.decideNow))]
      : []),
    divider,
    ...boardOf(model),
    ...turnOf(model),
  ]);
}

/** Where something is begun. *Batch* takes what stands on the board. */
function doorsOf(model: HomeModel) {
  const { lists, search, views } = wordsOf(model.language);
  const works = worksHere(model);
  return [
    goButton('create', '', lists.newRequest, model.boards.includes('load') || works ? undefined : 'primary'),
    ...(works ? [goButton('contact', '', lists.contact)] : []),
    goButton('search', '', search.buttons.search),
    ...(works || model.viewer.views.length > 0 ? [goButton('views', '', views.title)] : []),
    ...(works ? [goButton('batch', `board.${homeValue(model.leaf)}`, search.buttons.batch)] : []),
    goButton('home', '', lists.refresh),
  ];
}

/** What leads and administrators look after besides tickets. */
function rulesOf({ viewer: { person, led }, language }: HomeModel) {
  if (!person.admin && led.length === 0) return [];
  const { templating, banning, fielding, categories, triggers } = wordsOf(language);
  return [
    pageButton('template', 'list', 'list.', templating.title),
    pageButton('banned', 'list', 'list.', banning.title),
    pageButton('fields', 'list', 'list||', fielding.title),
    pageButton('categories', 'list', 'list||', categories.title),
    pageButton('trigger', 'list', 'list.', triggers.list.title),
  ];
}

const valueOf = ({ leaf }: HomeModel, board: HomeBoard) => homeValue({ ...leaf, board, agent: null, page: 0 });

/** The heading of a board, its rows, or a human word where there are none. */
function boardOf(model: HomeModel): KnownBlock[] {
  const { leaf, language } = model;
  const words = wordsOf(language).home;
  const rows = rowsOf(model);
  const order = rows.length > 0 ? words.order[leaf.board] : undefined;
  const hidden = unreadable(model);
  const none = hidden.length > 0 ? [] : [context(words.none[leaf.board])];
  return [
    ...titleOf(model, rows.length === 0),
    ...(order ? [context(order)] : []),
    ...(rows.length === 0 ? none : rows),
    ...hidden,
  ];
}

function titleOf(model: HomeModel, empty: boolean): KnownBlock[] {
  const { leaf, language, book, tickets } = model;
  const all = wordsOf(language);
  const { titles, teamOf } = all.home;
  // His own requests have a heading for each of their two kinds.
  if (leaf.board === 'asked' && !empty && tickets.some(waitsForRequester)) return [];
  const name = leaf.board === 'team' ? teamOf(nameOf(book, leaf.agent, all)) : titles[leaf.board];
  const back =
    leaf.board === 'team' ? pageButton('home', 'back', valueOf(model, 'load'), all.home.backToLoad) : undefined;
  return [section([bold(name), ...whereOf(model)].join(' · '), back)];
}

const NAMED = 3;
/** The groups that a board is about, where they can be said in a few words. */
function whereOf({ leaf, viewer, book }: HomeModel): string[] {
  const keys = groupsOf(leaf.board, viewer);
  if (keys.length === 0) return [];
  if (leaf.group !== null) return [groupName(book, leaf.group)];
  return keys.length > NAMED ? [] : [keys.map((key) => groupName(book, key)).join(', ')];
}

function rowsOf(model: HomeModel): KnownBlock[] {
  const { leaf, tickets, viewer, language, book, now } = model;
  const scene = { language, book, now, viewer: viewer.person.id };
  if (leaf.board === 'decide') return decisions({ tickets, total: tickets.length }, model);
  if (leaf.board === 'load') return loadRows(model);
  if (leaf.board === 'setup') return setupRows(model);
  if (leaf.board === 'asked') return requestRows(tickets, { ...scene, as: 'requester' });
  const asked = REQUESTS.includes(leaf.board) ? 'requester' : 'agent';
  const as = leaf.board === 'followed' ? 'follower' : asked;
  return tickets.map((ticket) => ({
    ...row(ticket, { ...scene, as, actor: viewer.person }),
    block_id: ticketId(ticket.number),
  }));
}

type RowScene = Parameters<typeof row>[1];

/** What waits for him comes first, under a heading of its own. */
function requestRows(tickets: readonly Ticket[], scene: RowScene): KnownBlock[] {
  const { titles } = wordsOf(scene.language).home;
  const yours = tickets.filter(waitsForRequester);
  const others = tickets.filter((ticket) => !waitsForRequester(ticket));
  const rows = (of: readonly Ticket[]) => of.map((ticket) => row(ticket, scene));
  if (yours.length === 0) return rows(others);
  return [
    section(bold(titles.waiting)),
    ...rows(yours),
    ...(others.length > 0 ? [section(bold(titles.asked)), ...rows(others)] : []),
  ];
}

/** An agent may have more than whoever manages him may read. */
function unreadable({ leaf, counts, theirs, language }: HomeModel): KnownBlock[] {
  const shown = counts.team ?? 0;
  const hidden = leaf.board === 'team' ? theirs - shown : 0;
  return hidden > 0 ? [context(wordsOf(language).home.unreadable(hidden, shown))] : [];
}

function turnOf(model: HomeModel): KnownBlock[] {
  const { leaf, language, counts, agents, tickets, load } = model;
  const words = wordsOf(language).home;
  const shown = leaf.board === 'load' ? load.length : tickets.length;
  const count = leaf.board === 'load' ? agents : (counts[leaf.board] ?? 0);
  const size = pageOf(leaf.board);
  const end = leaf.page * size + shown;
  const more = shown > 0 && end < Math.min(count, MOST);
  const to = (which: string, label: string) => (page: number) => [
    pageButton('home', which, homeValue({ ...leaf, page }), label),
  ];
  const { range, steps } = pagesOf(
    { page: leaf.page, size, shown, more },
    {
      range: (first, last) => words.range(first, last, words.count(count)),
      back: to('previous', words.previous),
      on: to('next', words.next),
    },
  );
  return [
    ...range,
    ...(range.length > 0 && !more && count > MOST ? [context(words.noFurther(words.count(MOST)))] : []),
    ...actions(steps, 'pages'),
  ];
}
