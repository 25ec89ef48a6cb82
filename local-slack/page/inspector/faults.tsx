import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { FaultKind } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { useStore, useWorld } from '../state/store.ts';
import { faultInFull, leftWords, targetWords } from './fault-words.ts';
import type { Details } from './offers.ts';
import { ofCalls, ofDeliveries, presets } from './offers.ts';
import { order } from './order.ts';
import { useSetup } from './setup.ts';

const sorts = ['deliver:*', 'deliver:events', 'deliver:interactive', 'deliver:commands'];

export function Faults(): VNode {
  const { setup } = useSetup();
  const [left, setLeft] = useState<number | null>(1);
  const [details, setDetails] = useState<Details>({ seconds: 5, status: 500, error: 'internal_error' });
  const rows = useStore((state) => state.tape.rows);
  const commands = useWorld((world) => world.app.commands);
  const deliveries = useMemo(() => {
    const seen = rows.flatMap((row) => (row.kind === 'delivery' ? [`deliver:${row.name}`] : []));
    return [...sorts, ...new Set([...commands.map((one) => `deliver:${one.command}`), ...seen])];
  }, [rows, commands]);
  const isReady = setup !== null;
  return (
    <div class="levers">
      <Armed />
      <section>
        <h3>At one press</h3>
        <div class="lever-buttons">
          {presets.map(([words, what]) => (
            <button type="button" class="btn small" key={words} onClick={() => void order(what)}>
              {words}
            </button>
          ))}
        </div>
      </section>
      <HowOften left={left} onLeft={setLeft} />
      <Particulars details={details} onDetails={setDetails} />
      {isReady && (
        <Choice
          title="When the app calls Slack"
          label="Method"
          targets={['*', ...setup.methods]}
          usual="chat.postMessage"
          offers={ofCalls.map((one) => [one.words, one.kind(details)])}
          left={left}
        />
      )}
      <Choice
        title="When Slack delivers to the app"
        label="Delivery"
        targets={deliveries}
        usual="deliver:events"
        offers={ofDeliveries.map((one) => [one.words, one.kind(details)])}
        left={left}
      />
    </div>
  );
}

function Armed(): VNode | null {
  const faults = useWorld((world) => world.faults);
  const lag = useWorld((world) => world.lag);
  if (faults.length === 0) return null;
  return (
    <ul class="armed" aria-label="Armed faults">
      {faults.map((one) => (
        <li key={one.id}>
          <Icon name="warning" size={16} />
          <span>
            <b>{faultInFull(one)}</b> · {leftWords(one, Date.now() + lag)}
          </span>
          <button type="button" class="btn small" onClick={() => void order({ do: 'disarm', id: one.id })}>
            Disarm
          </button>
        </li>
      ))}
    </ul>
  );
}

function HowOften({ left, onLeft }: { left: number | null; onLeft: (left: number | null) => void }): VNode {
  return (
    <section class="lever-row">
      <label class="lever-field">
        For the next
        <input
          class="input"
          type="number"
          min={1}
          max={10_000}
          value={left ?? ''}
          disabled={left === null}
          onInput={(event) => onLeft(Math.max(1, Math.round(event.currentTarget.valueAsNumber) || 1))}
        />
      </label>
      <label class="lever-check">
        <input type="checkbox" checked={left === null} onChange={() => onLeft(left === null ? 1 : null)} />
        all, until disarmed
      </label>
    </section>
  );
}

/** What the buttons below fill in. */
function Particulars({ details, onDetails }: { details: Details; onDetails: (details: Details) => void }): VNode {
  return (
    <section class="lever-row">
      <label class="lever-field">
        Seconds
        <input
          class="input"
          type="number"
          min={0}
          value={details.seconds}
          onInput={(event) => onDetails({ ...details, seconds: event.currentTarget.valueAsNumber || 0 })}
        />
      </label>
      <label class="lever-field">
        Status
        <input
          class="input"
          type="number"
          min={400}
          max={599}
          value={details.status}
          onInput={(event) => onDetails({ ...details, status: event.currentTarget.valueAsNumber || 500 })}
        />
      </label>
      <label class="lever-field wide">
        Error
        <input
          class="input"
          value={details.error}
          spellcheck={false}
          onInput={(event) => onDetails({ ...details, error: event.currentTarget.value.trim() })}
        />
      </label>
    </section>
  );
}

type ChoiceProps = {
  title: string;
  label: string;
  targets: string[];
  usual: string;
  offers: [string, FaultKind][];
  left: number | null;
};

function Choice({ title, label, targets, usual, offers, left }: ChoiceProps): VNode {
  const [method, setMethod] = useState(usual);
  return (
    <section>
      <h3>{title}</h3>
      <label class="lever-field">
        {label}
        <select class="input" value={method} onChange={(event) => setMethod(event.currentTarget.value)}>
          {targets.map((one) => (
            <option key={one} value={one}>
              {targetWords(one)}
            </option>
          ))}
        </select>
      </label>
      <div class="lever-buttons">
        {offers.map(([words, kind]) => (
          <button
            type="button"
            class="btn small"
            key={words}
            onClick={() => void order({ do: 'arm', fault: { method, kind, left } })}
          >
            {words}
          </button>
        ))}
      </div>
    </section>
  );
}
