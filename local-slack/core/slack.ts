import type { Bus } from './bus.ts';
import type { Strictness } from './checks/strictness.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Habits } from './habits.ts';
import type { Journal } from './journal.ts';
import type { Manifest } from './manifest.ts';
import type { Mint } from './mint.ts';
import type { Delivery, Obj, State } from './model.ts';
import type { Rates } from './rates.ts';
import type { Triggers } from './triggers.ts';

/** `final`: an event that failed so does not come again. */
export type Ack =
  | { ok: true; payload: Obj | string }
  | {
      ok: false;
      why: 'timeout' | 'dispatch_failed' | 'http_error' | 'too_many_redirects' | 'ssl_error';
      final?: true;
    };

/** One running workspace: what it remembers, and what it runs on. */
export type Slack = {
  state: State;
  manifest: Manifest;
  strictness: Strictness;
  habits: Habits;
  clock: Clock;
  mint: Mint;
  bus: Bus;
  journal: Journal;
  faults: Faults;
  rates: Rates;
  triggers: Triggers;
  /** `http://127.0.0.1:3001`, known once the port is open. */
  base: string;
  /** Hands one envelope to the app and waits for its ack; events are redelivered by it. */
  deliver(delivery: Delivery): Promise<Ack>;
  /** Called after every change worth keeping. */
  changed(): void;
};

export function scopesOf(slack: Slack): string[] {
  return slack.manifest.oauth_config.scopes.bot;
}
