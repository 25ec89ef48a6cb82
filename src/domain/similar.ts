import { isOpen, type Person, type ResolveReason, type State } from './language.ts';
import { mayRead, type Ticket } from './ticket.ts';

/** How alike two requests are, by their words. Pure: the words come folded, and how common each is comes from the desk. */

export type Worded = { title: readonly string[]; body: readonly string[] };
/** From 0, a word that everybody writes, to 1, one that hardly anybody does. */
export type Weigh = (word: string) => number;

/** From here on two requests are taken for the same kind of trouble. */
export const ALIKE = 0.36;
/** Words that weigh less than this together say nothing. */
const LEAST = 0.55;
/** A word of the title that stands in the other's text only. */
const BESIDE_TITLE = 0.6;
const BODY_WORDS = 60;

/** From 0 to 1. The title counts most: it is what a person takes for the heart of the matter. */
export function likeness(asked: Worded, other: Worded, weigh: Weigh): number {
  const [title, others] = [unique(asked.title), unique(other.title)];
  const body = unique(other.body).slice(0, BODY_WORDS);
  const own = sum(title, weigh);
  if (own === 0) return 0;
  const shared = sum(title, (word) => weigh(word) * nearest(word, others));
  const covered = sum(
    title,
    (word) => weigh(word) * Math.max(nearest(word, others), BESIDE_TITLE * nearest(word, body)),
  );
  if (covered < LEAST) return 0;
  const titles = (2 * shared) / (own + sum(others, weigh));
  const byTitle = 0.6 * titles + 0.4 * (covered / own);
  const rest = unique(asked.body).slice(0, BODY_WORDS);
  if (rest.length === 0) return byTitle;
  const all = [...others, ...body];
  const more = sum(rest, weigh);
  const said = more === 0 ? 0 : sum(rest, (word) => weigh(word) * nearest(word, all)) / more;
  return Math.max(byTitle * 0.8 + said * 0.2, byTitle * 0.9);
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
const sum = (words: readonly string[], of: (word: string) => number): number =>
  words.reduce((all, word) => all + of(word), 0);

/** How near the nearest of these words comes, 1 being the word itself. */
function nearest(word: string, words: readonly string[]): number {
  let best = 0;
  for (const other of words) {
    if (other === word) return 1;
    best = Math.max(best, kinship(word, other));
  }
  return best;
}

/** Shorter words are themselves or another word. */
const SHORTEST = 4;
const STEM = 0.7;
const KIN = 0.5;

/** 1: the same word. Of two forms of one word, or one with a slip, how much they share; 0: they are different words. */
function kinship(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length < SHORTEST || other.length < SHORTEST || NUMBER.test(one) || NUMBER.test(other)) return 0;
  const same = beginningOf(one, other);
  if (same >= Math.max(SHORTEST, STEM * Math.min(one.length, other.length)))
    return (1 + same / Math.max(one.length, other.length)) / 2;
  const [a, b] = [trigrams(one), trigrams(other)];
  const both = [...a].filter((three) => b.has(three)).length;
  const share = both / (a.size + b.size - both);
  return share >= KIN ? share : 0;
}
/** How many letters both begin with. */
function beginningOf(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
const NUMBER = /\d/;

/** The beginning that the forms of a word share. */
export const stemOf = (word: string): string =>
  word.length < SHORTEST ? word : word.slice(0, Math.max(SHORTEST, Math.ceil(word.length * STEM)));

function trigrams(word: string): Set<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** How many of some documents have a word, and how many documents there are. */
export type Commonness = { documents: number; having(word: string): number };

/** Documents that a young desk is taken to have besides its own, so that its first few words do not count for everything. */
const IMAGINED = 50;
/** Words that stand in half of those. */
const EVERYWHERE = new Set(
  `a an and are as at be but by can cannot do does for from has have he help hi i if in is it me my need no not of on or our
  please problem she so thanks that the their there they this to unable was we when will with you your
  ad al alla anche aiuto avete buongiorno c che chi ci come con da dal dall dalla de degli dei del dell della di e ed gli grazie ho i il
  in io l la le lo ma me mi mia mio ne nel nell nella no non o per perche piu piace problema quando se si sono su sul sull sulla
  un una uno vorrei
  anh bi cai chao chi cho co cua da duoc em giup hoi khong la lai loi minh mot nay nho toi va van voi xin
  안녕 해요 어요 아요 니다 습니 합니 세요 주세 있어 있습 없어 네요 에서 으로`.split(/\s+/),
);

export const weighing = ({ documents, having }: Commonness): Weigh => {
  const most = Math.log(documents + IMAGINED + 1);
  return (word) => {
    const known = having(word) + (EVERYWHERE.has(word) ? IMAGINED / 2 : 0);
    const rare = Math.log((documents + IMAGINED + 1) / (known + 1)) / most;
    return Math.max(0, rare) * (word.length === 1 ? 0.3 : 1);
  };
};

const SOLVED: readonly ResolveReason[] = ['solved', 'answered', 'confirmed_by_requester', 'via_chat', 'via_call'];

/** Has it an end that may be the end of another one too? */
export const isSolved = (state: State, reason: ResolveReason | null): boolean =>
  (state === 'resolved' || state === 'completed') && reason !== null && SOLVED.includes(reason);

export const isSolvedTicket = (ticket: Ticket): boolean =>
  'resolution' in ticket && isSolved(ticket.state, ticket.resolution.reason);

/** What was cancelled, repeats another one or came to nothing is nothing to go by. */
export const isWorthShowing = (ticket: Ticket): boolean => {
  if (ticket.deletedAt) return false;
  return isOpen(ticket.state) || isSolvedTicket(ticket);
};

/**
 * May this person be shown a ticket before he files one? What he may read anyway, and what was asked in a channel that is
 * open to him. `channels`: those request channels.
 */
export const maySee = (by: Person, ticket: Ticket, channels: readonly string[]): boolean =>
  by.active && ticket.state !== 'spam' && (mayRead(by, ticket) || isOpenlyAsked(ticket, channels));

/** It was asked where all can read it, and is answered there. */
const isOpenlyAsked = ({ private: hidden, parent, main }: Ticket, channels: readonly string[]): boolean =>
  !hidden && parent === null && main !== null && channels.includes(main.channel);
