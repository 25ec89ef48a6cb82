import type { Fault } from '../wire.ts';
import type { Bus } from './bus.ts';

/** Faults that a person or a test has armed: the next calls or deliveries go wrong as they say. */
export type Faults = {
  arm(fault: Omit<Fault, 'id'>): Fault;
  disarm(id?: string): void;
  /** The fault that hits this method now, if any; its count goes down. */
  take(method: string): Fault | undefined;
  all(): Fault[];
};

export function createFaults(bus: Bus): Faults {
  let armed: Fault[] = [];
  let made = 0;
  const tell = (): void => bus.tell(() => ({ kind: 'faults', faults: [...armed] }));
  return {
    arm(fault) {
      made += 1;
      const whole: Fault = { id: `fault-${made}`, ...fault };
      armed.push(whole);
      tell();
      return whole;
    },
    disarm(id) {
      armed = id === undefined ? [] : armed.filter((fault) => fault.id !== id);
      tell();
    },
    take(method) {
      const hit = armed.find(
        (fault) => fault.method === method || (fault.method === '*' && !method.startsWith('deliver:')),
      );
      if (!hit || hit.left === null) return hit;
      hit.left -= 1;
      if (hit.left <= 0) armed = armed.filter((fault) => fault !== hit);
      tell();
      return hit;
    },
    all: () => [...armed],
  };
}
