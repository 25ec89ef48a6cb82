import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useWorld } from '../state/store.ts';
import { order } from './order.ts';

export function People(): VNode {
  const people = useWorld((world) => world.people);
  const shown = Object.values(people).filter((one) => !one.is_bot && one.id !== 'USLACKBOT');
  return (
    <section>
      <h3>People</h3>
      <ul class="lever-list" aria-label="People">
        {shown.map((one) => (
          <li key={one.id}>
            <span class={one.deleted ? 'gone' : ''}>
              <bdi>{one.real_name}</bdi> <small>@{one.name}</small>
            </span>
            <button
              type="button"
              class="btn small"
              aria-label={`${one.deleted ? 'Activate' : 'Deactivate'} ${one.real_name}`}
              onClick={() => void order({ do: one.deleted ? 'activate' : 'deactivate', user: one.id })}
            >
              {one.deleted ? 'Activate' : 'Deactivate'}
            </button>
          </li>
        ))}
      </ul>
      <Newcomer />
    </section>
  );
}

function Newcomer(): VNode {
  const [name, setName] = useState('');
  const join = async (): Promise<void> => {
    const real_name = name.trim();
    const handle = real_name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.+|\.+$/g, '')
      .slice(0, 21);
    const done = await order(
      { do: 'add_person', name: handle, real_name, email: `${handle}@example.com` },
      `${real_name} has joined as @${handle}`,
    );
    if (done) setName('');
  };
  return (
    <form
      class="lever-inline"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <input
        class="input"
        aria-label="Name of a new person"
        placeholder="Name of a new person"
        required
        maxLength={80}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="btn small">
        Add
      </button>
    </form>
  );
}
