import { keyOf, useSurface } from '../elements/surface.tsx';

/** A block's id, and the beginning of the ids of what is drawn of it: unlike those of any other place. */
export function useIds(blockId: string | undefined): { blockId: string; base: string } {
  const { place } = useSurface();
  return { blockId: blockId ?? '', base: `${keyOf(place)}-${blockId}`.replace(/[^\w-]/g, '_') };
}
