import { z } from 'zod';

/** A page of a person's own list: `asked.0`. */
export type MineLeaf = { board: 'asked' | 'ended'; page: number };
export const mineValue = ({ board, page }: MineLeaf) => `${board}.${page}`;
export function readMine(value: string): MineLeaf {
  const [board, page = '0'] = value.split('.');
  const read = z.coerce.number().int().min(0).max(9999).safeParse(page);
  return { board: board === 'ended' ? 'ended' : 'asked', page: read.data ?? 0 };
}
