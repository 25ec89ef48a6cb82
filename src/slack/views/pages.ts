import type { Button, KnownBlock } from '@slack/types';
import type { Go } from '../codec.ts';
import { context } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';
import { pageButton } from './presses.ts';

type Page = {
  page: number;
  size: number;
  /** So many stand on it. */
  shown: number;
  /** It is not the last one. */
  more: boolean;
};
type Ways = {
  /** The first and the last on the page, counted from one. */
  range(from: number, to: number): string;
  /** The button to the page before it, and to the one after it. */
  back(page: number): readonly Button[];
  on(page: number): readonly Button[];
};

/** Where a page stands in its list, said only where there are others, and the ways to those beside it. */
export function pagesOf(
  { page, size, shown, more }: Page,
  { range, back, on }: Ways,
): { range: KnownBlock[]; steps: Button[] } {
  const first = page * size;
  return {
    range: shown > 0 && (page > 0 || more) ? [context(range(first + 1, first + shown))] : [],
    steps: [...(page > 0 ? back(page - 1) : []), ...(more ? on(page + 1) : [])],
  };
}

/** One page of all there is; instead of a page that is not there any more, the last one. */
export function pageIn<T>(
  all: readonly T[],
  { page: wanted, size }: Pick<Page, 'page' | 'size'>,
  ways: Ways,
): { page: number; shown: readonly T[]; range: KnownBlock[]; steps: Button[] } {
  const last = Math.max(0, Math.ceil(all.length / size) - 1);
  const page = Math.min(Math.max(0, wanted), last);
  const shown = all.slice(page * size, (page + 1) * size);
  return { page, shown, ...pagesOf({ page, size, shown: shown.length, more: page < last }, ways) };
}

/** The ways in a list that somebody looks after: the window hears `page.2`, or what else `value` makes of it. */
export function waysIn(
  go: Go,
  total: number,
  { batch: { which } }: Catalog,
  value = (page: number) => `page.${page}`,
): Ways {
  const to = (where: string, label: string) => (page: number) => [pageButton(go, where, value(page), label)];
  return {
    range: (first, last) => which.page(first, last, total),
    back: to('before', which.earlier),
    on: to('after', which.later),
  };
}
