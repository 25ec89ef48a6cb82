import type { Fault, FaultKind } from '../wire.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';

/** Faults that a person or a test has armed: the next calls or deliveries go wrong as they say. */
export type Faults = {
  /** `for_ms`: how long it stays, by the emulator's clock. */
  arm(fault: Omit<Fault, 'id' | 'until'>, for_ms?: number): Fault;
  disarm(id?: string): void;
  /** The fault that hits one of these, a method or what is delivered; its count goes down. */
  take(...targets: string[]): Fault | undefined;
  /** Counts down a fault that is counted only once it has had its effect. */
  spend(fault: Fault): void;
  stands(kind: FaultKind['do']): boolean;
  all(): Fault[];
  /** Calls `hear` after every change; answers how to stop it. */
  watch(hear: () => void): () => void;
};

const OF_DELIVERIES = new Set<FaultKind['do']>(['reorder', 'skew', 'foreign_team', 'unfurl']);
const OF_HISTORY = new Set(['conversations.history', 'conversations.replies']);
/** What an app may still ask without its bot token. */
const WITHOUT_BOT_TOKEN = new Set(['api.test', 'apps.connections.open']);

function isDelivery(target: string): boolean {
  return target.startsWith('deliver:');
}

/** Whether a fault of this kind, aimed this wide, has anything to do with the target. */
function concerns({ kind, method }: Fault, target: string): boolean {
  if (kind.do === 'down') return true;
  if (kind.do === 'revoke_token' || kind.do === 'uninstall')
    return !isDelivery(target) && !WITHOUT_BOT_TOKEN.has(target);
  if (kind.do === 'stale' && !OF_HISTORY.has(target)) return false;
  if (OF_DELIVERIES.has(kind.do) && !isDelivery(target)) return false;
  if (kind.do === 'unfurl') return target === 'deliver:message' && isDelivery(method);
  if (method === 'deliver:*') return isDelivery(target);
  return method === target || (method === '*' && !isDelivery(target));
}

export function createFaults(bus: Bus, clock: Clock): Faults {
  let armed: Fault[] = [];
  let made = 0;
  const watchers = new Set<() => void>();
  const tell = (): void => {
    bus.tell(() => ({ kind: 'faults', faults: [...armed] }));
    for (const hear of watchers) hear();
  };
  function disarm(id?: string): void {
    armed = id === undefined ? [] : armed.filter((fault) => fault.id !== id);
    tell();
  }
  function spend(fault: Fault): void {
    if (fault.left === null) return;
    fault.left -= 1;
    if (fault.left <= 0) armed = armed.filter((one) => one !== fault);
    tell();
  }
  return {
    arm(fault, for_ms) {
      made += 1;
      const until = for_ms === undefined ? {} : { until: clock.now() + for_ms };
      const whole: Fault = { id: `fault-${made}`, ...fault, ...until };
      armed.push(whole);
      if (for_ms !== undefined) clock.after(for_ms, () => disarm(whole.id));
      tell();
      return whole;
    },
    disarm,
    take(...targets) {
      const hit = armed.find((fault) => targets.some((target) => concerns(fault, target)));
      if (hit && hit.kind.do !== 'reorder') spend(hit);
      return hit;
    },
    spend,
    stands: (kind) => armed.some((fault) => fault.kind.do === kind),
    all: () => [...armed],
    watch(hear) {
      watchers.add(hear);
      return () => watchers.delete(hear);
    },
  };
}
