import { z } from 'zod';
import { asked } from '../../domain/search.ts';

/** A page of what was found, as a button carries it: what was said, and where this page and those before it begin. */
const leaf = z.object({
  said: asked,
  trail: z.array(z.string().max(300)).max(200),
  /** The view whose list it is. */
  name: z.string().max(100).optional(),
});
export type FoundLeaf = z.output<typeof leaf>;

/** As long as the value of a button may be. */
const MOST = 2000;
/** Null: more than a button can carry. The first pages are forgotten first. */
export function foundValue({ said, trail, name }: FoundLeaf): string | null {
  for (let from = 0; from <= trail.length; from++) {
    const value = JSON.stringify({ said, trail: trail.slice(from), name });
    if (value.length <= MOST) return value;
  }
  return null;
}

export function readFound(value: string): FoundLeaf | null {
  try {
    return leaf.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}
