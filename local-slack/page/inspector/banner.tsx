import type { VNode } from 'preact';
import { Icon } from '../frame/icons.tsx';
import { useWorld } from '../state/store.ts';
import { faultInFull, leftWords } from './fault-words.ts';
import { order } from './order.ts';

/** Above everybody's page while Slack has been told to misbehave. */
export function FaultBanner(): VNode | null {
  const faults = useWorld((world) => world.faults);
  const lag = useWorld((world) => world.lag);
  const [first] = faults;
  if (!first) return null;
  const words = `${faultInFull(first)} (${leftWords(first, Date.now() + lag)})`;
  return (
    <div class="banner" role="status">
      <Icon name="warning" size={16} />
      <span>
        {faults.length === 1
          ? `A fault is armed: ${words}`
          : `${faults.length} faults are armed: ${words} and ${faults.length - 1} more`}
      </span>
      <button type="button" class="btn small" onClick={() => void order({ do: 'disarm' })}>
        Disarm all
      </button>
    </div>
  );
}
