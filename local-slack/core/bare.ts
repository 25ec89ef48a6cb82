import type { State } from './model.ts';

/** Whoever looks up an id from outside finds what was put there, and never `constructor` or `__proto__`. */
export function bare(state: State): State {
  for (const part of Object.values(state) as unknown[]) {
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) Object.setPrototypeOf(part, null);
  }
  return state;
}
