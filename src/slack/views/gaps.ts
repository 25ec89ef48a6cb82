import type { KnownBlock } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Gap } from '../../domain/chain.ts';
import { context, cut, date } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';
import { nameOf } from './facts.ts';

const LONGEST = 2000;

/** Who is passed over, and why. */
export function gapLines(gaps: readonly Gap[], book: Book, words: Catalog): KnownBlock[] {
  const lines = gaps.map(({ step, person, why, until }) =>
    words.forms.gap({ step, who: person && nameOf(book, person, words), why, until: until && date(until) }),
  );
  return lines.length === 0 ? [] : [context(cut(`${words.forms.passed} ${lines.join(' · ')}`, LONGEST))];
}
