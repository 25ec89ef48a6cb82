import type { Obj } from './model.ts';

/** Slack's "no": becomes `{ ok: false, error, ...more }` with HTTP 200. */
export class Refusal extends Error {
  readonly code: string;
  readonly more: Obj;

  constructor(code: string, more: Obj = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.more = more;
  }
}

export function refuse(code: string, more: Obj = {}): never {
  throw new Refusal(code, more);
}

/** Does what nobody waits for any more: a refusal then has no one to go to. */
export function unheard(what: () => void): void {
  try {
    what();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Slack's answer to arguments it cannot accept. */
export function invalidArguments(...messages: string[]): never {
  throw new Refusal('invalid_arguments', { response_metadata: { messages: messages.map((m) => `[ERROR] ${m}`) } });
}
