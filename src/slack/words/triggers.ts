import type { TriggerEditorWords } from './trigger-editor.ts';
import type { Happening } from '../../domain/triggers/happenings.ts';
import type { Result } from '../../domain/triggers/results.ts';
import type { TroubleKind } from '../../desk/trigger-memory.ts';

/** What the desk does by itself. Names come ready. */
export type TriggerWords = {
  list: TriggerListWords;
  editor: TriggerEditorWords;
  /** To those who may change it: what is wrong with it, and what to do. */
  trouble: Record<TroubleKind, (about: { name: string; id: string; named: string; person: boolean }) => string>;
  /** Where the trouble is over meanwhile. */
  over: string;
  todo: string;
  /** Into the agents' channel: a private ticket shows its number alone. */
  channel(about: { id: string; title: string | null; trigger: string }): string;
};

/** The window in which triggers are looked after. Names come ready. */
export type TriggerListWords = {
  title: string;
  onlyLeads: string;
  none: string;
  intro: string;
  on: string;
  off: string;
  /** It is on, and off, although something that it names is gone: `wrong` is a sentence without its end. */
  rests(wrong: string): string;
  broken(wrong: string): string;
  /** It acts, but for its calls. */
  uncalled(wrong: string): string;
  /** What it named is there again. */
  mended: string;
  waits(events: string): string;
  when(match: 'all' | 'any', count: number): string;
  does(results: string): string;
  happening: Record<Happening, string>;
  doing: Record<Result['do'], string>;
  choose: Record<'up' | 'down' | 'off' | 'try' | 'log', string>;
  trial: { title: string; submit: string; found(met: number, of: number): string; rows: string; now: string };
  cannot(wrong: string): string;
  changed: string;
  log: {
    title: string;
    none: string;
    fired(id: string, at: string): string;
    /** `by`: null where it was the clock or another trigger. */
    because(happened: string, by: string | null): string;
    held: string;
    did: string;
    stopped: Record<'too_deep' | 'too_often', string>;
    /** Raw: the button beside what a trigger did, and the window behind it. */
    why: string;
    forgotten: string;
  };
  /** The window of what was called; `title` is raw, and a button too. */
  calls: {
    title: string;
    intro: string;
    none: string;
    tried(outcome: string, attempt: number, ms: number): string;
    again(at: string): string;
    over: string;
  };
  outcome(word: string): string;
};
