import type { Clock } from './clock.ts';
import type { State, Ts } from './model.ts';

const LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Makes ids and timestamps; the same seed and the same acts give the same ids. */
export type Mint = {
  id(prefix: string, length?: number): string;
  hex(length: number): string;
  uuid(): string;
  /** Unique and rising, as every Slack `ts` is; `at` (ms) lets a seed lie in the past. */
  ts(at?: number): Ts;
  /** A number under `below`. */
  pick(below: number): number;
};

/** mulberry32: small, seedable, good enough for ids that only need to differ. */
function scramble(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function createMint(seed: number, clock: Clock, state: () => Pick<State, 'last_ts' | 'minted'>): Mint {
  const next = (): (() => number) => {
    const held = state();
    held.minted += 1;
    return scramble(Math.imul(seed + 1, 2_654_435_761) ^ Math.imul(held.minted, 40_503));
  };
  const choice = scramble(seed);
  const word = (letters: string, length: number): string => {
    const random = next();
    return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
  };
  return {
    id: (prefix, length = 9) => `${prefix}0${word(LETTERS, length)}`,
    hex: (length) => word('0123456789abcdef', length),
    uuid() {
      const h = word('0123456789abcdef', 32);
      return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`;
    },
    ts(at) {
      const held = state();
      let ts = format(BigInt(Math.floor(at ?? clock.now())) * 1000n);
      if (ts <= held.last_ts) ts = format(BigInt(held.last_ts.replace('.', '')) + 1n);
      held.last_ts = ts;
      return ts;
    },
    pick: (below) => Math.floor(choice() * below),
  };
}

function format(micros: bigint): Ts {
  return `${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, '0')}`;
}
