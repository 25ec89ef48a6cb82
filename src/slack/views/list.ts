import type { Button, KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type MineLeaf, mineValue } from '../mine-leaf.ts';
import { actions, bold, context, message, type Message, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import { pagesOf } from './pages.ts';
import { goButton, pageButton } from './presses.ts';
import { row, waitsForRequester } from './row.ts';

export type Listed = { tickets: readonly Ticket[]; total: number };
export type ListModel = Scene & Listed & { viewer: PersonId; raised?: Listed; followed?: Listed; leaf?: MineLeaf };

/** As many as stay below Slack's limit for one message, however long their titles are. */
export const PAGE = 15;
/** Fewer of what one has raised for others, or follows. */
const BESIDES = 6;
const FIRST: MineLeaf = { board: 'asked', page: 0 };

/** What a person has asked for, as the answer to a command: a page of what is open, or of what is over. */
export function listMessage({ tickets, total, raised, followed, leaf = FIRST, ...scene }: ListModel): Message {
  const words = wordsOf(scene.language).lists;
  const ordered = [
    ...tickets.filter(waitsForRequester),
    ...tickets.filter((ticket) => !waitsForRequester(ticket)),
  ].slice(0, PAGE);
  const before = leaf.page * PAGE;
  const to = (which: string, label: string) => (page: number) => [
    pageButton('mine', which, mineValue({ ...leaf, page }), label),
  ];
  const { range, steps } = pagesOf(
    { page: leaf.page, size: PAGE, shown: ordered.length, more: total > before + ordered.length },
    {
      range: (first, last) => words.range(first, last, total),
      back: to('newer', words.newer),
      on: to('older', words.older),
    },
  );
  const none = leaf.board === 'asked' ? words.noneMine : words.noneEnded;
  const title = leaf.board === 'asked' ? words.mine : words.ended;
  return message(ordered.length === 0 ? none : title, [
    section(ordered.length === 0 ? none : bold(title)),
    ...ordered.map((ticket) => row(ticket, { ...scene, as: 'requester' })),
    ...range,
    ...besides(words.raised, raised, { ...scene, as: 'requester' }),
    ...besides(wordsOf(scene.language).followers.followedList, followed, { ...scene, as: 'follower' }),
    ...turnOf(leaf, steps, words),
  ]);
}

/** The first of another list. */
function besides(title: string, listed: Listed | undefined, scene: Parameters<typeof row>[1]): KnownBlock[] {
  const words = wordsOf(scene.language).lists;
  const others = listed?.tickets.slice(0, BESIDES) ?? [];
  const left = (listed?.total ?? 0) - others.length;
  if (others.length === 0) return [];
  return [
    section(bold(title)),
    ...others.map((ticket) => row(ticket, scene)),
    ...(left > 0 ? [context(words.more(left))] : []),
  ];
}

/** The other pages, and the other list. */
function turnOf({ board }: MineLeaf, steps: readonly Button[], words: Catalog['lists']) {
  const other = board === 'asked' ? 'ended' : 'asked';
  const label = other === 'ended' ? words.seeEnded : words.seeOpen;
  return actions([
    goButton('create', '', words.newRequest),
    ...steps,
    pageButton('mine', other, mineValue({ board: other, page: 0 }), label),
  ]);
}
