import type { KnownBlock, ModalView } from '@slack/types';
import type { Drawing, Told } from '../../desk/ports.ts';
import { allows, openIn } from '../../domain/decide.ts';
import { inLanguage } from '../../domain/fields.ts';
import type { Role } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Verb } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import {
  actions,
  bold,
  context,
  cut,
  date,
  divider,
  esc,
  header,
  inline,
  modal,
  quote,
  section,
  sections,
} from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { factsOf, isRequesters } from './events.ts';
import {
  circles,
  groupName,
  nameOf,
  type Scene,
  shownCircle,
  shownState,
  standingOf,
  titleOf,
  typeName,
} from './facts.ts';
import { labelOf, verbButton } from './presses.ts';

export type TicketModel = Scene & {
  drawing: Drawing;
  /** What this person may read of it, oldest first. */
  told: readonly Told[];
  roles: readonly Role[];
  /** The last thing done to it was done by this person, a moment ago. */
  undoable: boolean;
  /** May this person read what agents say among themselves? */
  internal: boolean;
};

const CONTENT = 25_000;
const MESSAGE = 2500;
const MESSAGES = 12;
const HISTORY = 20;

/** The whole ticket in a window, with everything that this person can do to it. */
export function ticketView({ drawing, told, roles, internal, undoable, ...scene }: TicketModel): ModalView {
  const { ticket } = drawing;
  const words = wordsOf(scene.language);
  const said = (audience: 'main' | 'internal') => told.filter((one) => one.said?.audience === audience);
  const talk = (title: string, lines: readonly Told[]) => conversation(title, lines, ticket, scene);
  return modal({ title: ticketId(ticket.number), close: words.forms.close }, [
    header(titleOf(ticket)),
    section(standing(ticket, scene, internal)),
    section(facts(ticket, scene, words)),
    ...actions(
      verbsOf(ticket, roles, undoable).map((verb) =>
        verbButton(verb, ticket.number, labelOf(verb, words, ticket.state)),
      ),
    ),
    divider,
    section(bold(words.show.content)),
    ...sections(esc(ticket.content), CONTENT),
    ...talk(words.show.main, said('main')),
    ...(internal ? talk(words.show.internal, said('internal')) : []),
    ...(internal ? history(told, ticket, scene, words) : []),
  ]);
}

function standing(ticket: Ticket, scene: Scene, internal: boolean): string {
  const words = wordsOf(scene.language);
  const circle = internal ? circles[ticket.state] : shownCircle(ticket);
  if (!internal) return `${circle} ${bold(shownState(ticket, scene.book, words))}`;
  const state = bold(words.ticket.states[ticket.state]);
  return `${circle} ${state}\n${words.ticket.standing[ticket.state](standingOf(ticket, scene))}`;
}

function facts(ticket: Ticket, { book, language }: Scene, words: Catalog): string {
  const { facts: label } = words.show;
  const rows: [string, string | null][] = [
    [label.requester, nameOf(book, ticket.requester, words)],
    [label.creator, ticket.creator === ticket.requester ? null : nameOf(book, ticket.creator, words)],
    [label.assignee, ticket.assignee === null ? words.ticket.nobody : nameOf(book, ticket.assignee, words)],
    [label.group, groupName(book, ticket.group)],
    [label.priority, words.ticket.priorities[ticket.priority]],
    [label.kind, words.ticket.kinds[ticket.kind]],
    [label.type, typeName(book, ticket.type, language)],
    ...answers(ticket, { book, language }),
    [label.created, `${date(ticket.createdAt)} · ${words.card.from(words.ticket.channels[ticket.channel])}`],
  ];
  return rows.flatMap(([name, fact]) => (fact === null ? [] : [`${bold(name)}: ${cut(fact, 300)}`])).join('\n');
}

const MOST_ANSWERS = 5;

const answers = (ticket: Ticket, { book, language }: Pick<Scene, 'book' | 'language'>): [string, string][] =>
  (book.types.find(({ key }) => key === ticket.type)?.fields ?? [])
    .flatMap(({ key, label, options }): [string, string][] => {
      const answer = ticket.fields[key] ?? '';
      const option = options?.find((each) => each.key === answer);
      const word = option ? inLanguage(option.label, language) : answer;
      return answer === '' ? [] : [[inline(inLanguage(label, language)), inline(word)]];
    })
    .slice(0, MOST_ANSWERS);

const ROW = 20;
/** What these roles may do now; words of a requester only where it is his own request. */
const verbsOf = (ticket: Ticket, roles: readonly Role[], undoable: boolean): Verb[] =>
  openIn(ticket)
    .filter((verb) => {
      if (verb === 'undo') return undoable;
      const mine = verb === 'message' ? roles.filter((role) => role !== 'anyone') : roles;
      return mine.some((role) => allows(verb, role, ticket.state));
    })
    .slice(0, ROW);

function conversation(title: string, told: readonly Told[], ticket: Ticket, scene: Scene): KnownBlock[] {
  const words = wordsOf(scene.language);
  const shown = told.slice(-MESSAGES);
  const left = told.length - shown.length;
  return [
    divider,
    section(bold(title)),
    ...(shown.length === 0 ? [context(words.show.nothingSaid)] : []),
    ...(left > 0 ? [context(words.show.earlier(left))] : []),
    ...shown.flatMap((one) => {
      if (!one.said) return [];
      const who = nameOf(scene.book, one.said.author, words);
      const from = isRequesters(one, ticket) ? ` _${words.events.fromRequester}_` : '';
      return [section(`${bold(who)}${from} · ${date(one.said.at)}\n${quote(one.said.text, MESSAGE)}`)];
    }),
  ];
}

function history(told: readonly Told[], ticket: Ticket, { book }: Scene, words: Catalog): KnownBlock[] {
  const shown = told.slice(-HISTORY);
  const left = told.length - shown.length;
  const lines = shown.map((one) => {
    const line = cut(words.events.thread[one.verb](factsOf(one, ticket, book, words)), 300);
    return context(line, one.surface && words.show.surfaces[one.surface], date(one.at));
  });
  return [
    divider,
    section(bold(words.show.history)),
    ...(left > 0 ? [context(words.show.earlier(left))] : []),
    ...lines,
  ];
}
