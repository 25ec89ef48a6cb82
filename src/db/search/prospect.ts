import type { Kind } from './odds.ts';
import { mark } from './document.ts';
import { facet } from './facets.ts';
import { sightOf } from './conditions.ts';
import { type Asked, type Driven, isByMonths, listsOf } from './statement.ts';
import type { Phrase } from './words.ts';

/** What may be expected of a search before it is begun. Costs are about microseconds; only which is less matters. */
export type Prospect = {
  /** Of the tickets in their order, so many have likely to be gone through until a page is full. */
  far: number;
  /** So many are worth it. */
  most: number;
  /** What the index is asked for; the rest is looked at in what it finds. */
  driven: Driven;
  /** What is likely the least work, and what is tried after that: see `pageOf`. */
  ways: readonly ('near' | 'sorted' | 'stretches')[];
};

const COST = {
  /** A ticket that comes next in the order; a list of facets; its words. */
  next: 1,
  list: 0.4,
  keys: 0.6,
  text: 5,
  /** A ticket that the index found; each that has a word, which the index gathers before all else. */
  found: 3,
  gathered: 0.45,
  /** A statement more. */
  statement: 1500,
};
/** Months are looked through one after another, most of the time so many of them; a month is that part of all. */
const STRETCHES = 2;
const STRETCH = 1 / 12;

export function prospectOf(asked: Asked, sorted: number): Prospect {
  const { conditions, odds, limit, by, sort } = asked;
  const { text, keys, facets, open } = conditions;
  const any = (list: readonly string[]) =>
    Math.min(
      1,
      list.map((one) => odds.share('facets', one)).reduce((a, b) => a + b, 0),
    );
  const { created, updated } = conditions;
  const months = {
    created: created.months ? any(created.months.map(facet.created)) : 1,
    updated: updated.months ? any(updated.months.map(facet.updated)) : 1,
  };
  // Of these an index has the order.
  const [walkedBy, besides] =
    sort === 'priority'
      ? [1, months.created * months.updated]
      : sort === 'updated'
        ? isByMonths(asked)
          ? [months.created, months.updated]
          : [months.updated, months.created]
        : [months.created, months.updated];
  const walked = odds.documents * (open ? odds.share('facets', facet.open) : 1) * walkedBy;
  // What is open has a state that is: of those the share is told.
  const ofOpen = (list: readonly string[]) =>
    list[0]?.startsWith('s:') ? any(list) / odds.share('facets', facet.open) : any(list);
  const told = facets.filter(([one]) => !(open && one === facet.open)).map(open ? ofOpen : any);
  const plain = product([...told, besides, by.admin ? 1 : any(sightOf(by).readable)]);
  const phrases = [...weighed(keys, 'keys', asked), ...weighed(text ?? [], 'words', asked)];
  const density = plain * product(phrases.map(({ share }) => share));
  const all = walked * density;

  const rows = Math.min(walked, (1.5 * limit) / Math.max(density, 1e-9));
  const lists = listsOf(asked).map((list) => any(list));
  const each =
    COST.next + COST.list * lists.length + plain * ((keys.length > 0 ? COST.keys : 0) + (text ? COST.text : 0));
  const part = all > 0.7 * sorted ? STRETCH : 1;
  const { driven, gathered, candidates } = drivenBy(lists, phrases, odds.documents, part);
  const look = COST.found + (text && driven.text.length < text.length ? COST.text : 0);
  const costs = {
    near: rows * each,
    sorted: all > 0.7 * sorted ? Infinity : gathered + candidates * look,
    stretches: STRETCHES * (COST.statement + gathered + Math.min(candidates, 3 * sorted) * look),
  };
  // How many have a name that begins so is not known, and a few steps tell.
  const unknown = keys.some(({ words: [word] }) => word?.startsWith(mark.name));
  const few = conditions.rare || (!by.admin && by.agentOf.length + by.leadOf.length === 0);
  const most = Math.ceil(Math.max(1.2 * rows, Math.min(3 * rows, (text ? WORTH.text : WORTH.plain) / each)));
  const rest = costs.sorted < costs.stretches ? (['sorted', 'stretches'] as const) : (['stretches'] as const);
  const [then] = rest;
  const near = costs.near < costs[then];
  return {
    far: near ? Math.ceil(rows) : 0,
    most,
    driven,
    ways: few ? ['sorted', 'stretches'] : near || unknown ? ['near', ...rest] : rest,
  };
}
/** Going through the tickets for longer than that is given up where it was thought to be shorter. */
const WORTH = { plain: 4000, text: 25_000 };

type Weighed = { phrase: Phrase; kind: Kind; share: number };

/** A phrase is not more common than any of its words. */
const weighed = (phrases: readonly Phrase[], kind: Kind, { odds }: Asked): Weighed[] =>
  phrases.map((phrase) => {
    const last = phrase.words.length - 1;
    const shares = phrase.words.map((word, nth) => odds.share(kind, word, phrase.open && nth === last));
    return { phrase, kind, share: Math.min(...shares) };
  });

/** What more than this part of all have does not help to find few; what more than the other have, only where many are left. */
const MOST = 0.7;
const MANY = { share: 0.35, left: 2000 };

/**
 * The rarest facets first, until few are left; and the rarest words, as long as gathering all tickets that have one is less
 * than looking at those without it.
 */
function drivenBy(lists: readonly number[], phrases: readonly Weighed[], documents: number, part: number) {
  let [candidates, gathered] = [documents * part, 0];
  const driven = { lists: new Set<number>(), keys: new Array<Phrase>(), text: new Array<Phrase>() };
  for (const [nth, share] of [...lists.entries()].toSorted(([, a], [, b]) => a - b)) {
    const helps = share <= (candidates > MANY.left ? MOST : MANY.share);
    if (driven.lists.size > 0 && documents > 0 && !helps) break;
    candidates *= share;
    driven.lists.add(nth);
  }
  for (const { phrase, kind, share } of phrases.toSorted((a, b) => a.share - b.share)) {
    const gathering = documents * share * COST.gathered;
    const looking = candidates * (1 - share) * (COST.found + (kind === 'words' ? COST.text : COST.keys));
    if (gathering > looking) continue;
    gathered += gathering;
    candidates *= share;
    (kind === 'words' ? driven.text : driven.keys).push(phrase);
  }
  return { driven, gathered, candidates };
}

const product = (shares: readonly number[]): number => shares.reduce((a, b) => a * b, 1);
