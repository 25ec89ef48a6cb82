import type { Button, ModalView } from '@slack/types';
import type { Found, Total } from '../../desk/searching.ts';
import { type Person, type TicketNumber, ticketNumber } from '../../domain/language.ts';
import { type Asked, MOST_NUMBER, type Search } from '../../domain/search.ts';
import { mayReadInternal } from '../../domain/ticket.ts';
import { goId, ticketId } from '../codec.ts';
import { actions, bold, button, context, cut, esc, message, type Message, modal, section } from '../kit.ts';
import { type FoundLeaf, foundValue } from '../searching/leaf.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { conditionsOf, leavesOver } from './conditions.ts';
import type { Scene } from './facts.ts';
import { PAGE } from './list.ts';
import { pagesOf } from './pages.ts';
import { row } from './row.ts';

export type FoundModel = Scene & {
  viewer: Person;
  agent: boolean;
  search: Search;
  leaf: FoundLeaf;
  found: Pick<Found, 'tickets' | 'total' | 'next'>;
  /** The same, as it would be typed. */
  typed: string;
  /** The name of the view that was asked for. */
  name?: string | undefined;
};

/** What was found: how much, by which conditions, a page of it, and what can be done with it. */
export function foundMessage(model: FoundModel): Message {
  const { found, search, viewer, typed, name } = model;
  const words = wordsOf(model.language).search;
  const conditions = conditionsOf(search, model);
  const { total } = found;
  const count = isNone(total) ? words.none : words.found(total.count, total.over);
  const { range, steps } = stepsOf(model, words);
  const head = [name === undefined ? null : bold(cut(esc(name), 100)), count]
    .filter((part) => part !== null)
    .join(' · ');
  return message(plain(count), [
    section(cut([head, conditions.join(' · ')].join('\n'), 1800)),
    ...found.tickets.map((ticket) =>
      row(ticket, { ...model, viewer: viewer.id, as: mayReadInternal(viewer, ticket) ? 'agent' : 'requester' }),
    ),
    ...range,
    ...(isNone(found.total) ? [section(loosen(model, conditions, words))] : []),
    ...actions([...steps, ...buttonsOf(model, words)]),
    ...(typed === '' ? [] : [context(words.typed(cut(esc(typed.replaceAll('`', 'ˋ')), 900)))]),
  ]);
}

const isNone = ({ count, over }: Total): boolean => count === 0 && !over;
const plain = (text: string) => text.replaceAll('*', '');

/** The same in a window. */
export function foundView(model: FoundModel): ModalView {
  const { search, forms } = wordsOf(model.language);
  return modal(
    { title: model.agent ? search.title : search.yourTitle, close: forms.close },
    foundMessage(model).blocks,
  );
}

const leavesArchived = (search: Search): boolean =>
  search.archived === undefined && !search.numbers && !isSigns(search);
/** A number without its letter is a word: perhaps the ticket was meant. */
const numberIn = ({ text = '' }: Search): TicketNumber | null =>
  /^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) <= MOST_NUMBER ? ticketNumber(Number(text)) : null;
const isSigns = ({ text }: Search): boolean => text !== undefined && !/[\p{L}\p{N}]/u.test(text);

/** What may be left out where nothing was found. */
function loosen({ search, viewer }: FoundModel, conditions: readonly string[], words: Catalog['search']): string {
  const { loosen: may, openOnly } = words;
  const more = conditions.filter((condition) => condition !== openOnly);
  const number = numberIn(search);
  const lines = isSigns(search)
    ? [may.signs]
    : [
        ...(number === null ? [] : [may.number(ticketId(number))]),
        ...(leavesOver(search) ? [may.closed] : []),
        ...(leavesArchived(search) ? [may.archived] : []),
        ...(search.text !== undefined && /\s/.test(search.text) ? [may.words] : []),
        ...(more.length > 1 ? [may.fewer(more.join(', '))] : []),
        ...(viewer.admin ? [] : [may.yours]),
      ];
  return cut([may.intro, ...lines.map((line) => `• ${line}`)].join('\n'), 2900);
}

/** The pages beside this one: those before it are remembered, the next one begins where this one ends. */
function stepsOf({ leaf, found }: FoundModel, { buttons, range }: Catalog['search']) {
  const { said, trail, name } = leaf;
  const to = (which: string, label: string, next: FoundLeaf['trail']): Button[] => {
    const value = foundValue({ said, trail: next, name });
    return value === null ? [] : [button({ action: goId('found', which), value, label })];
  };
  const { next } = found;
  return pagesOf(
    { page: trail.length, size: PAGE, shown: found.tickets.length, more: next !== null },
    {
      range,
      back: () => to('previous', buttons.previous, trail.slice(0, -1)),
      on: () => (next === null ? [] : to('next', buttons.next, [...trail, next])),
    },
  );
}

function buttonsOf({ leaf, found, search, agent }: FoundModel, { buttons }: Catalog['search']): Button[] {
  const to = (which: string, label: string, said: Asked, trail: FoundLeaf['trail']): Button[] => {
    const value = foundValue({ said, trail, name: leaf.name });
    return value === null ? [] : [button({ action: goId('found', which), value, label })];
  };
  const { said } = leaf;
  const number = numberIn(search);
  const value = foundValue({ said, trail: [], name: leaf.name });
  const with_ = (go: 'search' | 'save_view' | 'found_file' | 'found_batch', label: string) =>
    value === null ? [] : [button({ action: goId(go), value, label })];
  return [
    ...with_('search', buttons.change),
    ...(isNone(found.total) && number !== null ? to('number', ticketId(number), { numbers: [number] }, []) : []),
    ...(isNone(found.total) && leavesOver(search)
      ? to('closed', buttons.closed, { ...said, states: ['open', 'resolved', 'completed', 'cancelled'] }, [])
      : []),
    ...(isNone(found.total) && leavesArchived(search)
      ? to('archived', buttons.archived, { ...said, archived: 'also' }, [])
      : []),
    ...(Object.keys(said).length > 0 ? with_('save_view', buttons.save) : []),
    ...(!isNone(found.total) ? with_('found_file', buttons.file) : []),
    ...(agent && !isNone(found.total) ? with_('found_batch', buttons.batch) : []),
  ];
}
