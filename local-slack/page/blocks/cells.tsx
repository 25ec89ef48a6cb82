import type { DataTableBlock } from '@slack/types';
import type { VNode } from 'preact';
import { RichText } from './rich-text.tsx';

export type Cell = DataTableBlock['rows'][number][number];

export function CellView({ of }: { of: Cell | undefined }): VNode {
  if (of?.type === 'rich_text') return <RichText of={of} />;
  return <>{of ? wordsIn(of) : ''}</>;
}

type Piece = { text?: string; elements?: Piece[] };

/** What stands in a cell, bare of styles: to sort and to search by. */
export function wordsIn(of: Cell | undefined): string {
  if (!of) return '';
  if (of.type === 'rich_text') return textOf(of as Piece);
  return of.text ?? ('value' in of ? String(of.value) : '');
}

function textOf({ text, elements }: Piece): string {
  return text ?? (elements ?? []).map(textOf).join('');
}

/** The number that a cell is about, where it is about one. */
export function numberIn(of: Cell | undefined): number | null {
  if (of?.type === 'raw_number') return of.value;
  const words = wordsIn(of).replaceAll(/[\s,%€$£]/g, '');
  return words !== '' && Number.isFinite(Number(words)) ? Number(words) : null;
}
