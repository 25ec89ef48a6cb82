import type { Change } from '../wire.ts';

/** Tells the open pages what changed; each listener is one person's page and gets only what that person may see. */
export type Bus = {
  listen(as: string, hear: (change: Change) => void): () => void;
  /** Whose pages are open; a listener that is nobody's does not count. */
  present(): string[];
  /** `see` answers what this person sees of the change, or nothing. */
  tell(see: (as: string) => Change | undefined): void;
};

export function createBus(): Bus {
  const pages = new Set<{ as: string; hear: (change: Change) => void }>();
  const present = (): string[] => [...new Set([...pages].map((page) => page.as))].filter(Boolean).sort();
  const tellPresence = (before: string[]): void => {
    const active = present();
    if (active.join() === before.join()) return;
    for (const page of pages) page.hear({ kind: 'presence', active });
  };
  return {
    present,
    listen(as, hear) {
      const before = present();
      const page = { as, hear };
      pages.add(page);
      tellPresence(before);
      return () => {
        const then = present();
        pages.delete(page);
        tellPresence(then);
      };
    },
    tell(see) {
      for (const page of pages) {
        const change = see(page.as);
        if (change) page.hear(change);
      }
    },
  };
}
