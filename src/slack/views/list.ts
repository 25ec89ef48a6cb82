import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type MineLeaf, mineValue } from '../mine-leaf.ts';
import { actions, bold, context, message, type Message, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
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
  const left = total - before - ordered.length;
  const none = leaf.board === 'asked' ? words.noneMine : words.noneEnded;
  const title = leaf.board === 'asked' ? words.mine : words.ended;
  return message(ordered.length === 0 ? none : title, [
    section(ordered.length === 0 ? none : bold(title)),
    ...ordered.map((ticket) => row(ticket, { ...scene, as: 'requester' })),
    ...(before + left > 0 && ordered.length > 0
      ? [context(words.range(before + 1, before + ordered.length, total))]
      : []),
    ...besides(words.raised, raised, { ...scene, as: 'requester' }),
    ...besides(wordsOf(scene.language).followers.followedList, followed, { ...scene, as: 'follower' }),
    ...turnOf(leaf, left, words),
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
function turnOf({ board, page }: MineLeaf, left: number, words: Catalog['lists']) {
  const other = board === 'asked' ? 'ended' : 'asked';
  const to = (leaf: MineLeaf, which: string, label: string) => pageButton('mine', which, mineValue(leaf), label);
  return actions([
    goButton('create', '', words.newRequest),
    ...(page > 0 ? [to({ board, page: page - 1 }, 'newer', words.newer)] : []),
    ...(left > 0 ? [to({ board, page: page + 1 }, 'older', words.older)] : []),
    to({ board: other, page: 0 }, other, other === 'ended' ? words.seeEnded : words.seeOpen),
  ]);
}
