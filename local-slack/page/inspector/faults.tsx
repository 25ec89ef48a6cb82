import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Fault } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { control } from '../state/line.ts';
import { useWorld } from '../state/store.ts';
import { Clock, Sockets, Workspace } from './levers.tsx';

const methods = [
  '*',
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'views.open',
  'views.update',
  'views.publish',
  'conversations.open',
  'users.info',
];
const deliveries = ['deliver:events', 'deliver:interactive', 'deliver:commands'];

type Kind = Fault['kind'];
type Offer = { words: string; kind: Kind; on: 'call' | 'delivery' };

const offers: Offer[] = [
  { words: 'Rate limit (30 s)', kind: { do: 'rate_limit', retry_after: 30 }, on: 'call' },
  { words: 'Rate limit, no Retry-After', kind: { do: 'rate_limit', retry_after: null }, on: 'call' },
  { words: 'internal_error', kind: { do: 'error', error: 'internal_error' }, on: 'call' },
  { words: 'is_archived', kind: { do: 'error', error: 'is_archived' }, on: 'call' },
  { words: 'token_revoked', kind: { do: 'error', error: 'token_revoked' }, on: 'call' },
  { words: 'HTTP 500', kind: { do: 'http', status: 500 }, on: 'call' },
  { words: 'Apply, then drop', kind: { do: 'apply_then_drop' }, on: 'call' },
  { words: 'Drop', kind: { do: 'drop' }, on: 'call' },
  { words: 'Delay 2 s', kind: { do: 'delay', ms: 2000 }, on: 'call' },
  { words: 'Lose', kind: { do: 'lose' }, on: 'delivery' },
  { words: 'Duplicate', kind: { do: 'duplicate' }, on: 'delivery' },
  { words: 'Delay 2 s', kind: { do: 'delay', ms: 2000 }, on: 'delivery' },
];

/** "HTTP 500", "error is_archived": a fault in words. */
export function faultWords({ kind }: Fault): string {
  switch (kind.do) {
    case 'error':
      return `error ${kind.error}`;
    case 'http':
      return `HTTP ${kind.status}`;
    case 'rate_limit':
      return kind.retry_after === null ? 'rate limit without Retry-After' : `rate limit, ${kind.retry_after} s`;
    case 'delay':
      return `delay ${kind.ms} ms`;
    case 'apply_then_drop':
      return 'apply, then drop';
    case 'apply_then_http':
      return `apply, then HTTP ${kind.status}`;
    case 'apply_then_error':
      return `apply, then error ${kind.error}`;
    case 'stale':
      return `history ${kind.ms} ms behind`;
    case 'skew':
      return `signature ${kind.ms} ms off`;
    case 'duplicate':
      return kind.same_envelope === true ? 'duplicate, same envelope' : 'duplicate';
    case 'foreign_team':
      return 'another workspace as sender';
    case 'unfurl':
      return 'edited by an unfurl';
    case 'not_json':
      return 'answer that is no JSON';
    case 'down':
      return 'Slack is down';
    case 'revoke_token':
      return 'token revoked';
    case 'uninstall':
      return 'app uninstalled';
    case 'drop':
    case 'lose':
    case 'reorder':
      return kind.do;
  }
}

export function targetWords(method: string): string {
  return method === '*' ? 'every method' : method.replace('deliver:', 'delivery of ');
}

export function Faults(): VNode {
  const faults = useWorld((world) => world.faults);
  const [left, setLeft] = useState('1');
  return (
    <div class="faults">
      {faults.length > 0 && (
        <ul class="armed" aria-label="Armed faults">
          {faults.map((one) => (
            <li key={one.id}>
              <Icon name="warning" size={16} />
              <span>
                <b>{targetWords(one.method)}</b>: {faultWords(one)} ·{' '}
                {one.left === null ? 'until disarmed' : `${one.left} left`}
              </span>
              <button type="button" class="btn small" onClick={() => void control({ do: 'disarm', id: one.id })}>
                Disarm
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="fault-field">
        For how many
        <select class="input" value={left} onChange={(event) => setLeft(event.currentTarget.value)}>
          <option value="1">the next one</option>
          <option value="3">the next 3</option>
          <option value="10">the next 10</option>
          <option value="">all, until disarmed</option>
        </select>
      </label>
      <FaultButtons title="When the app calls Slack" on="call" targets={methods} left={left} />
      <FaultButtons title="When Slack delivers to the app" on="delivery" targets={deliveries} left={left} />
      <Sockets />
      <Clock />
      <Workspace />
    </div>
  );
}

function FaultButtons({
  title,
  on,
  targets,
  left,
}: {
  title: string;
  on: Offer['on'];
  targets: string[];
  left: string;
}): VNode {
  const [method, setMethod] = useState(targets[0] ?? '*');
  const arm = (kind: Kind): void =>
    void control({ do: 'arm', fault: { method, kind, left: left ? Number(left) : null } });
  return (
    <section>
      <h3>{title}</h3>
      <label class="fault-field">
        {on === 'call' ? 'Method' : 'Kind'}
        <select class="input" value={method} onChange={(event) => setMethod(event.currentTarget.value)}>
          {targets.map((one) => (
            <option key={one} value={one}>
              {targetWords(one)}
            </option>
          ))}
        </select>
      </label>
      <div class="fault-buttons">
        {offers
          .filter((one) => one.on === on)
          .map((one) => (
            <button type="button" class="btn small" key={one.words} onClick={() => arm(one.kind)}>
              {one.words}
            </button>
          ))}
      </div>
      {on === 'call' && <ErrorField onArm={(error) => arm({ do: 'error', error })} />}
    </section>
  );
}

/** Any error that a method may answer with. */
function ErrorField({ onArm }: { onArm: (error: string) => void }): VNode {
  const [error, setError] = useState('');
  return (
    <form
      class="fault-error"
      onSubmit={(event) => {
        event.preventDefault();
        if (error.trim()) onArm(error.trim());
      }}
    >
      <input
        class="input"
        aria-label="Error to answer with"
        placeholder="any error, e.g. channel_not_found"
        value={error}
        onInput={(event) => setError(event.currentTarget.value)}
      />
      <button type="submit" class="btn small">
        Arm
      </button>
    </form>
  );
}
