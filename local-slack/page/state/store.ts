import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Confirm } from '@slack/types';
import type { AgentSeen, Channel, JournalRow, Message, Person, Sight, Ts } from '../../wire.ts';

/** What this person sees, indexed for drawing. `lag` is the workspace's clock minus the browser's, in ms. */
export type World = Omit<Sight, 'people' | 'channels' | 'messages' | 'agents'> & {
  people: Record<string, Person>;
  channels: Record<string, Channel>;
  talk: Record<string, Message[]>; // by channel, oldest first, replies included
  agents: Record<string, AgentSeen>; // by `channel:thread_ts`
  lag: number;
};

export type AppTab = 'home' | 'messages' | 'about';
export type Spot = { kind: 'channel'; id: string } | { kind: 'app'; tab: AppTab } | { kind: 'threads' };

/** A line from Slack itself, seen by this person only until the page is closed. */
export type Said = { id: string; channel: string; thread?: Ts | undefined; text: string; at: number };
type Toast = { id: string; text: string };
export type Theme = 'light' | 'dark';

/** A confirmation dialog that waits for a yes or no. */
type Question = { confirm: Confirm; answer: (yes: boolean) => void };

/** What the inspector shows. */
export type Look = {
  tab: 'journal' | 'faults' | 'workspace';
  text: string;
  hidden: ReadonlySet<JournalRow['kind']>;
  failed: boolean; // only what went wrong
  picked: number | null; // the row that is opened
  message: Message | null; // the message whose JSON is shown
};

/** The journal as it came; `rows` stand still while paused. */
type Tape = { rows: readonly JournalRow[]; newest: number; paused: boolean };

export type State = {
  failure: string;
  nobody: { name: string; people: Person[] } | null; // the address names somebody who is not here
  online: boolean;
  world: World | null;
  spot: Spot;
  thread: { channel: string; ts: Ts } | null;
  profile: string | null; // the person whose card stands at the side
  details: { channel: string; tab: 'about' | 'members' } | null; // the dialog about a channel
  editing: Ts | null; // the own message that is being changed
  drafted: ReadonlySet<string>; // channels in whose composer something waits
  marked: Ts | null; // the message a permalink points at
  newFrom: { channel: string; ts: Ts } | null; // where the "New" line stands
  keptUnread: string; // the channel that was marked unread, until one goes elsewhere
  said: Said[];
  toasts: Toast[];
  dismissed: ReadonlySet<string>;
  tape: Tape;
  look: Look;
  inspector: boolean;
  sidebar: boolean; // narrow screens: is the sidebar over the content
  theme: Theme;
  question: Question | null;
};

let state: State = {
  failure: '',
  nobody: null,
  online: false,
  world: null,
  spot: { kind: 'channel', id: '' },
  thread: null,
  profile: null,
  details: null,
  editing: null,
  drafted: new Set(),
  marked: null,
  newFrom: null,
  keptUnread: '',
  said: [],
  toasts: [],
  dismissed: new Set(),
  tape: { rows: [], newest: 0, paused: false },
  look: { tab: 'journal', text: '', hidden: new Set(), failed: false, picked: null, message: null },
  inspector: false,
  sidebar: false,
  theme: 'light',
  question: null,
};

const listeners = new Set<() => void>();

export function getState(): State {
  return state;
}

export function setState(patch: Partial<State>): void {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
}

/** The world; only to be asked once it is there. */
export function getWorld(): World {
  if (!state.world) throw new Error('the workspace has not been loaded yet');
  return state.world;
}

export function useStore<T>(pick: (state: State) => T): T {
  const [, redraw] = useReducer<number, undefined>((n) => n + 1, 0);
  const picked = pick(state);
  const last = useRef({ pick, picked });
  last.current = { pick, picked };
  useLayoutEffect(() => {
    const look = (): void => {
      if (!Object.is(last.current.pick(state), last.current.picked)) redraw(undefined);
    };
    listeners.add(look);
    look();
    return () => {
      listeners.delete(look);
    };
  }, []);
  return picked;
}

export function useWorld<T>(pick: (world: World) => T): T {
  return useStore((state) => pick(state.world ?? getWorld()));
}
