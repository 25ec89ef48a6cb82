import type { Kind } from './odds.ts';
import { facet } from './facets.ts';
import { sightOf } from './conditions.ts';
import type { Asked, Driven } from './statement.ts';
import type { Phrase } from './words.ts';

/** What may be expected of a search before it is begun. Costs are about microseconds; only which is less matters. */
export type Prospect = {
  /** Of the tickets in their order, so many have to be gone through until a page is full. */
  far: number;
  /** Which words the index is asked for, besides the facets; the others are looked at in what it finds. */
  driven: Driven;
  /** What is likely the least work: see `pageOf`. */
  first: 'near' | 'sorted' | 'stretches';
};

const COST = {
  /** A ticket that comes next in the order; its words. */
  next: 1,
  keys: 1,
  text: 5,
  /** A ticket that the index found; each that has a word, which the index gathers before all else. */
  found: 3,
  gathered: 0.2,
  /** A statement more. */
  statement: 1000,
};
/** Months are looked through one after another, most of the time so many of them; a month is that part of all. */
const STRETCHES = 2;
const STRETCH = 1 / 12;

export function prospectOf(asked: Asked, sorted: number): Prospect {
  const { conditions, odds, limit, by } = asked;
  const { text, keys, facets, open } = conditions;
  const any = (list: readonly string[]) =>
    Math.min(
      1,
      list.map((one) => odds.share('facets', one)).reduce((a, b) => a + b, 0),
    );
  const walked = odds.documents * (open ? odds.share('facets', facet.open) : 1);
  const told = facets.filter(([one]) => !(open && one === facet.open)).map(any);
  const plain = product([...told, by.admin ? 1 : any(sightOf(by).readable)]);
  const phrases = [...weighed(keys, 'keys', asked), ...weighed(text ?? [], 'words', asked)];
  const density = plain * product(phrases.map(({ share }) => share));
  const all = walked * density;

  const rows = Math.min(walked, (1.5 * limit) / Math.max(density, 1e-9));
  const each = COST.next + plain * ((keys.length > 0 ? COST.keys : 0) + (text ? COST.text : 0));
  const { driven, gathered, candidates } = drivenBy(phrases, walked * plain, odds.documents);
  const look = COST.found + (text && driven.text.length < text.length ? COST.text : 0);
  const costs = {
    near: rows * each,
    sorted: all > 0.7 * sorted ? Infinity : gathered + candidates * look,
    stretches: STRETCHES * (COST.statement + gathered + Math.min(candidates * STRETCH, 3 * sorted) * look),
  };
  const few = conditions.rare || (!by.admin && by.agentOf.length + by.leadOf.length === 0);
  const ways = (['sorted', 'near', 'stretches'] as const).toSorted((a, b) => costs[a] - costs[b]);
  return { far: Math.ceil(2 * rows), driven, first: few ? 'sorted' : (ways[0] ?? 'sorted') };
}

type Weighed = { phrase: Phrase; kind: Kind; share: number };

/** A phrase is not more common than any of its words. */
const weighed = (phrases: readonly Phrase[], kind: Kind, { odds }: Asked): Weighed[] =>
  phrases.map((phrase) => {
    const last = phrase.words.length - 1;
    const shares = phrase.words.map((word, nth) => odds.share(kind, word, phrase.open && nth === last));
    return { phrase, kind, share: Math.min(...shares) };
  });

/** The rarest words first, as long as gathering all tickets that have one is less than looking at those without it. */
function drivenBy(phrases: readonly Weighed[], found: number, documents: number) {
  let [candidates, gathered] = [found, 0];
  const driven: { keys: Phrase[]; text: Phrase[] } = { keys: [], text: [] };
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
