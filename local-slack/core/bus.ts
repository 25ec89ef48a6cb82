import type { Change } from '../wire.ts';

/** Tells the open pages what changed; each listener is one person's page and gets only what that person may see. */
export type Bus = {
  listen(as: string, hear: (change: Change) => void): () => void;
  /** `see` answers what this person sees of the change, or nothing. */
  tell(see: (as: string) => Change | undefined): void;
};

export function createBus(): Bus {
  const pages = new Set<{ as: string; hear: (change: Change) => void }>();
  return {
    listen(as, hear) {
      const page = { as, hear };
      pages.add(page);
      return () => pages.delete(page);
    },
    tell(see) {
      for (const page of pages) {
        const change = see(page.as);
        if (change) page.hear(change);
      }
    },
  };
}
