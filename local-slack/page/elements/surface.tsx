import type { AnyBlock } from '@slack/types';
import { createContext } from 'preact';
import type { ComponentChildren, VNode } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { ElementValue, Place, StateValues } from '../../wire.ts';
import { ask } from '../frame/question.tsx';
import { act, say, toast } from '../state/line.ts';
import { getWorld } from '../state/store.ts';
import type { Element } from './values.ts';
import { initialState } from './values.ts';

type Value = ElementValue & { type: string };

/** Where elements stand: what has been filled in there, and what is on its way. */
export type Surface = {
  place: Place;
  values: StateValues;
  errors: Record<string, string>;
  busy: ReadonlySet<string>;
  set: (blockId: string, actionId: string, value: Value) => void;
  /** Tells the app, once the person has confirmed it where that is asked. */
  click: (blockId: string, element: Element, value?: ElementValue) => Promise<void>;
  /** Tells the app at once. */
  send: (blockId: string, element: Element, value?: ElementValue) => Promise<void>;
};

const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('an element stands outside of any message or view');
  return surface;
}

/** What a person has filled in outlives a redraw, so it is kept by place and not in a component. */
const kept = new Map<string, StateValues>();

export function keyOf(place: Place): string {
  return place.kind === 'view' ? place.view_id : `${place.channel}:${place.ts}`;
}

/** Fields that are still there keep their value; new ones take their initial value; the others are forgotten. */
export function valuesAt(place: Place, blocks: AnyBlock[]): StateValues {
  const key = keyOf(place);
  const before = kept.get(key) ?? {};
  const now = initialState(blocks);
  for (const [blockId, actions] of Object.entries(now)) {
    for (const [actionId, fresh] of Object.entries(actions)) {
      const old = before[blockId]?.[actionId];
      actions[actionId] = old?.type === fresh.type ? old : fresh;
    }
  }
  kept.set(key, now);
  return now;
}

/** Forgets what was filled in on views that are gone. */
export function forgetViews(alive: string[]): void {
  for (const key of kept.keys()) if (key.startsWith('V') && !alive.includes(key)) kept.delete(key);
}

type Props = {
  place: Place;
  blocks: AnyBlock[];
  errors?: Record<string, string>;
  thread?: string | undefined;
  children: ComponentChildren;
};

export function SurfaceScope({ place, blocks, errors = {}, thread, children }: Props): VNode {
  const [, redraw] = useState(0);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const values = valuesAt(place, blocks);
  const set: Surface['set'] = (blockId, actionId, value) => {
    const all = kept.get(keyOf(place)) ?? values;
    kept.set(keyOf(place), { ...all, [blockId]: { ...all[blockId], [actionId]: value } });
    redraw((n) => n + 1);
  };
  const send: Surface['send'] = async (blockId, element, value) => {
    const actionId = element.action_id ?? '';
    const name = `${blockId} ${actionId}`;
    setBusy((now) => new Set([...now, name]));
    const state = kept.get(keyOf(place)) ?? values;
    const chosen = value ? { value } : {};
    const answer = await act({ do: 'click', place, block_id: blockId, action_id: actionId, ...chosen, state });
    setBusy((now) => new Set([...now].filter((one) => one !== name)));
    if (!answer.ok && !isGone(place, answer.error)) tell(place, `Sorry, that didn't work. (${answer.error})`, thread);
  };
  const click: Surface['click'] = async (blockId, element, value) => {
    if (await confirmed(element)) await send(blockId, element, value);
  };
  return (
    <SurfaceContext.Provider value={{ place, values, errors, busy, set, click, send }}>
      {children}
    </SurfaceContext.Provider>
  );
}

/** Asks what the app wants to have asked first. */
export function confirmed(element: Element): Promise<boolean> {
  return ask('confirm' in element ? element.confirm : undefined);
}

/** What was typed last is told a moment later; the window may have been sent or closed meanwhile, and nobody misses anything. */
const isGone = (place: Place, error: string): boolean => place.kind === 'view' && error === 'not_found';

function tell(place: Place, text: string, thread: string | undefined): void {
  if (place.kind === 'message' && getWorld().channels[place.channel]) say(text, place.channel, thread);
  else toast(text);
}
