import type { HomeView, KnownBlock } from '@slack/types';
import type { Place, PlaceKind, SentEffects } from '../../desk/outbox.ts';

export type Said = { text: string; blocks: KnownBlock[] };
export type Standing = { channel: string; ts: string };

/** What is to be done for one letter, drawn from the ticket as it is now. */
export type Plan =
  /** There is nothing to carry (any more); `effects` are remembered all the same. */
  | { do: 'nothing'; effects: SentEffects }
  | { do: 'give_up'; error: string }
  /** Not now: told with what else there is to tell, when the quiet time ends. */
  | { do: 'keep'; until: Date }
  | { do: 'publish'; person: string; view: HomeView; effects: SentEffects }
  /** `only`: where it does not stand any more, nothing takes its place. `besides`: what is drawn again with it. */
  | { do: 'update'; at: Standing; post: Post; only?: true; besides?: readonly Redrawn[] }
  | { do: 'post'; post: Post };

/** A message of ours that says something else from now on. */
export type Redrawn = { at: Standing; said: Said };

/** A new message. `leaving`: what first becomes of the card that stood elsewhere. */
export type Post = {
  channel: string;
  thread: string | null;
  said: Said;
  effects: SentEffects;
  leaving?: Redrawn | undefined;
  /** A line of the thread that the whole channel is shown as well. */
  broadcast?: boolean;
  /** Where it goes instead when that place is closed: a requester must not be left without his answer. */
  instead?: (() => Promise<{ channel: string; thread: string | null }>) | undefined;
};

export const placeOf = (places: readonly Place[], kind: PlaceKind, seq = 0): Place | undefined =>
  places.find((place) => place.kind === kind && place.seq === seq);

/** A view that could not be drawn: our own defect. The letter is given up, the next ones go on. */
export class DrawFault extends Error {
  override name = 'DrawFault';
}

export function drawn<T>(draw: () => T): T {
  try {
    return draw();
  } catch (error) {
    throw new DrawFault('a view could not be drawn', { cause: error });
  }
}
