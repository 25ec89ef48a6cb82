import type { Message } from '../../wire.ts';
import type { Look } from '../state/store.ts';
import { getState, setState } from '../state/store.ts';

/** Changes what the inspector shows. */
export function look(patch: Partial<Look>): void {
  setState({ look: { ...getState().look, ...patch } });
}

/** Opens the inspector at a message: its JSON, and the rows that speak of it. */
export function inspectMessage(message: Message): void {
  look({ tab: 'journal', message, picked: null, text: message.ts, hidden: new Set(), failed: false });
  setState({ inspector: true });
}
