import type { Button, KnownBlock, StaticSelect } from '@slack/types';
import { groupsOf, hasGroups, type HomeBoard, type HomeLeaf } from '../../domain/boards.ts';
import { goId } from '../codec.ts';
import { homeValue, shelvedValue } from '../home-leaf.ts';
import { actions, type ChoiceGroup, groupedSelect, select } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { groupName, rawGroup } from './facts.ts';
import type { HomeModel } from './home.ts';
import { pageButton } from './presses.ts';

/** Does this person look after anybody's requests but his own? */
export const worksHere = ({ viewer }: HomeModel): boolean => viewer.groups.length > 0;
const leads = ({ viewer }: HomeModel): boolean => viewer.led.length > 0 || viewer.reports.length > 0;

/** Three numbers for whoever works here; for others what is theirs. */
export function numbersOf(model: HomeModel): string {
  const { counts, leaf, book, language } = model;
  const { numbers } = wordsOf(language).home;
  const group = leaf.group === null ? null : groupName(book, leaf.group);
  const n = (board: HomeBoard) => counts[board] ?? 0;
  const decide = n('decide') > 0 ? [numbers.decide(n('decide'))] : [];
  const waiting = n('waiting') > 0 ? [numbers.waiting(n('waiting'))] : [];
  if (worksHere(model))
    return [numbers.held(n('held')), numbers.queue(n('queue'), group), numbers.risk(n('risk'), group)].join('   ·   ');
  const load = leads(model) ? [numbers.load(n('load'), group)] : [];
  const held = n('held') > 0 ? [numbers.held(n('held'))] : [];
  return [...decide, ...load, ...held, ...waiting, numbers.asked(n('asked'))].join('   ·   ');
}

const FEW = 5;
const ALWAYS: readonly HomeBoard[] = ['asked', 'ended'];

/** The boards that are offered: what stays empty for most people shows when it is not. */
function offered(model: HomeModel): HomeBoard[] {
  const { boards, counts, leaf } = model;
  const works = worksHere(model);
  return boards.filter((board) => {
    if (board === leaf.board) return true;
    if (board === 'team') return false;
    const own = ['held', 'progress', 'pending', 'resolved', 'completed'].includes(board);
    const seldom =
      board === 'decide' || board === 'raised' || board === 'followed' || board === 'waiting' || (own && !works);
    return ALWAYS.includes(board) || !seldom || (counts[board] ?? 0) > 0;
  });
}

/** The boards that have a button of their own, where not all have. */
function first(model: HomeModel): HomeBoard[] {
  const { counts } = model;
  const decides: readonly HomeBoard[] = (counts.decide ?? 0) > 0 ? ['decide'] : [];
  const waits: readonly HomeBoard[] = (counts.waiting ?? 0) > 0 ? ['waiting'] : [];
  const works: readonly HomeBoard[] = worksHere(model) ? ['queue', 'held', 'replied', 'risk'] : [];
  const led: readonly HomeBoard[] = leads(model) ? ['late', 'load'] : [];
  const has = offered(model);
  return [...decides, ...works, ...led, ...(worksHere(model) ? waits : (['asked'] as const))].filter((board) =>
    has.includes(board),
  );
}

const KINDS: readonly (readonly ['decide' | 'own' | 'groups' | 'lead' | 'requests', readonly HomeBoard[]])[] = [
  ['decide', ['decide']],
  ['groups', ['queue', 'replied', 'risk', 'open', 'all']],
  ['own', ['held', 'progress', 'pending', 'resolved', 'completed']],
  ['lead', ['late', 'load', 'team', 'spam', 'setup']],
  ['requests', ['waiting', 'asked', 'raised', 'followed', 'ended']],
];

/** Where one can go: buttons for what is looked at most, a menu of all boards, and one of the groups. */
export function tabsOf(model: HomeModel): KnownBlock[] {
  const all = offered(model);
  const few = all.length <= FEW;
  const buttons = (few ? all : first(model)).map((board) => tabButton(model, board));
  const menu = few && model.viewer.views.length === 0 ? [] : boardSelect(model, all);
  return [...actions(buttons, 'tabs'), ...actions([...menu, ...groupSelect(model)])];
}

/** Goes to a board, at its beginning, with the group that was chosen. */
const leafOf = ({ leaf }: HomeModel, board: HomeBoard): HomeLeaf => ({
  ...leaf,
  board,
  agent: board === 'team' ? leaf.agent : null,
  page: 0,
});

function labelOf({ counts, language, book }: HomeModel, board: HomeBoard): string {
  const { tabs, count } = wordsOf(language).home;
  return `${tabs[board]} ${count(board === 'setup' ? book.groups.length : (counts[board] ?? 0))}`;
}

function tabButton(model: HomeModel, board: HomeBoard): Button {
  const style = board === model.leaf.board ? 'primary' : undefined;
  return pageButton('home', board, homeValue(leafOf(model, board)), labelOf(model, board), style);
}

function boardSelect(model: HomeModel, all: readonly HomeBoard[]): StaticSelect[] {
  const { kinds } = wordsOf(model.language).home;
  const groups = KINDS.flatMap(([kind, boards]): ChoiceGroup[] => {
    const choices = boards
      .filter((board) => all.includes(board))
      .map((board) => ({ value: homeValue(leafOf(model, board)), label: labelOf(model, board) }));
    return choices.length === 0 ? [] : [{ label: kinds[kind], choices }];
  });
  const shelved = shelvedChoices(model);
  const choices =
    shelved.length === 0 ? groups : [...groups, { label: wordsOf(model.language).views.title, choices: shelved }];
  return [groupedSelect(goId('home', 'boards'), choices, { initial: homeValue(leafOf(model, model.leaf.board)) })];
}

/** Searches that were kept under a name: each opens as a list. */
const shelvedChoices = ({ viewer, language, book }: HomeModel): ChoiceGroup['choices'] =>
  viewer.views.map(({ id, name, group }) => ({
    value: shelvedValue(id),
    label: group === null ? name : `${name} (${wordsOf(language).views.ofGroup(rawGroup(book, group))})`,
  }));

/** Which of several groups a board is about, with how many each has. */
function groupSelect(model: HomeModel): StaticSelect[] {
  const { leaf, viewer, groups, language, book } = model;
  const { allGroups, count } = wordsOf(language).home;
  const keys = groupsOf(leaf.board, viewer);
  if (!hasGroups(leaf.board) || keys.length < 2) return [];
  const to = (group: HomeLeaf['group']) => homeValue({ ...leaf, group, page: 0 });
  // One group is looked at: how much the others have was not counted.
  const counted = (key: string) => groups.find((group) => group.key === key)?.count ?? 0;
  const label = (key: (typeof keys)[number]) =>
    leaf.board === 'load' || leaf.group !== null
      ? rawGroup(book, key)
      : `${rawGroup(book, key)} ${count(counted(key))}`;
  const choices = [
    { value: to(null), label: allGroups },
    ...keys.map((key) => ({ value: to(key), label: label(key) })),
  ];
  return [select(goId('home', 'groups'), choices, { initial: to(leaf.group) })];
}
