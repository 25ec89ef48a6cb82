import type { HomeBoard } from '../../domain/boards.ts';

/** What the App Home says, and the rows of every list of tickets. Counts come as they are. */
export type HomeWords = {
  /** "12", and "1,000+" for what was not counted to its end. */
  count(n: number): string;
  /** The numbers at the top. `group`: where only one is looked at. */
  numbers: {
    held(n: number): string;
    queue(n: number, group: string | null): string;
    risk(n: number, group: string | null): string;
    late(n: number, group: string | null): string;
    decide(n: number): string;
    load(n: number, group: string | null): string;
    asked(n: number): string;
    waiting(n: number): string;
  };
  /** On tabs. Raw. */
  tabs: Record<HomeBoard, string>;
  titles: Record<HomeBoard, string>;
  /** What stands there when nothing does. */
  none: Record<HomeBoard, string>;
  /** The boards by kind, in the menu. Raw. */
  kinds: Record<'decide' | 'own' | 'groups' | 'lead' | 'requests', string>;
  allGroups: string;
  /** Above a board that is sorted otherwise than by what changed last. */
  order: Partial<Record<HomeBoard, string>>;
  teamOf(agent: string): string;
  /** Tickets that are counted and not his to read; `shown`: how many he reads. */
  unreadable(n: number, shown: number): string;
  range(from: number, to: number, of: string): string;
  /** No more pages than that. */
  noFurther(most: string): string;
  /** On buttons. Raw. */
  previous: string;
  next: string;
  toDecide(n: number): string;
  decideNow: string;
  backToLoad: string;
  showTickets: string;
  load: {
    open(n: number): string;
    late(n: number): string;
    risk(n: number): string;
    waiting(n: number): string;
    away(until: string): string;
    free: string;
  };
  setup: {
    consultation: string;
    issue: string;
    agents(n: number): string;
    led(names: string): string;
    noChannel: string;
    noAgents: string;
    noLead: string;
    noPromise: string;
    promises: string;
    how: string;
  };
  row: {
    with(who: string, age: string): string;
    withYou(age: string): string;
    nobody(age: string): string;
    waitsFor(whom: string, age: string): string;
    other: string;
    for(whom: string): string;
    you: string;
  };
};
