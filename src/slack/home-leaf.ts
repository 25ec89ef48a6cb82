import { z } from 'zod';
import { HOME_BOARDS, type HomeLeaf } from '../domain/boards.ts';
import { groupKey, personId } from '../domain/language.ts';

/** Where in his App Home somebody wants to go: `queue|support||0`. */
export const homeValue = ({ board, group, agent, page }: HomeLeaf) => [board, group ?? '', agent ?? '', page].join('|');
export function readHomeLeaf(value: string): HomeLeaf | null {
  const [board, group = '', agent = '', page] = value.split('|');
  const read = z
    .object({ board: z.enum(HOME_BOARDS), page: z.coerce.number().int().min(0).max(9999) })
    .safeParse({ board, page });
  if (!read.success) return null;
  return { ...read.data, group: group === '' ? null : groupKey(group), agent: agent === '' ? null : personId(agent) };
}

/** A saved view, in the same menu: `view.12`. */
export const shelvedValue = (id: number): string => `view.${id}`;
export const readShelved = (value: string): string | null => /^view\.(\d{1,9})$/.exec(value)?.[1] ?? null;
