import type { BatchAct } from '../../domain/batch.ts';
import type { Question } from './asked.ts';

type Acted = BatchAct | 'undo';
/** What is said of many tickets at once. Words come escaped unless called raw. */
export type BatchWords = {
  /** The window's title, raw, at most 24 characters. */
  title: string;
  acts: Record<Acted, string>;
  /** Over the progress: "Resolving 12 tickets". */
  doing: Record<Acted, (count: number) => string>;
  /** One of them, behind "you can": where its verb has another name. */
  one: Record<'assign' | 'priority', (id: string) => string>;
  /** To somebody inside whom it concerns: "Ana gave you 12 tickets." */
  told: Record<Acted, (by: string, count: number) => string>;
  which: {
    intro: string;
    none: string;
    page(from: number, to: number, total: number): string;
    /** There may be more than these. */
    most(count: number): string;
    chosen(count: number): string;
    all(count: number): string;
    clear: string;
    earlier: string;
    later: string;
    /** Raw: over the boxes. */
    tick: string;
    typed: Question;
    next: string;
    nothing: string;
    tooMany(most: number): string;
    /** Raw. */
    unread(pieces: string): string;
  };
  ask: {
    act: Question;
    remove: Question;
    codes: string;
    preview: string;
    count(count: number): string;
    /** Raw: under the agents, where only those of some groups stand. */
    onlyOf(groups: string): string;
  };
  /** Raw. */
  unknownCode(code: string, known: string): string;
  preview: {
    can(count: number): string;
    cannot(count: number): string;
    nothing: string;
    more(count: number): string;
    first(id: string): string;
    /** Raw, on the button that closes it. */
    back: string;
    leaves: string;
    go(count: number): string;
  };
  begun(count: number): string;
  begunAlready: string;
  notYours: string;
  progress(done: number, total: number): string;
  refused(count: number): string;
  done(count: number): string;
  stopping: string;
  stop: string;
  stopped: string;
  noTicket: string;
  undo: string;
  undoSure: string;
  /** `at`: a moment, ready. */
  leavesAt(at: string): string;
  tookBack: string;
  nothingToUndo: string;
  results: string;
  /** What is possible instead: labels of buttons. */
  instead(labels: string): string;
  onlyAgents: string;
  note: string;
  more(count: number): string;
};
