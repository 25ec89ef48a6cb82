import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Person } from '../../wire.ts';
import { useWorld } from '../state/store.ts';
import { OneLine } from './one-line.tsx';
import { order } from './order.ts';

/** Those who work here, without apps. */
export function usePeople(): Person[] {
  const people = useWorld((world) => world.people);
  return Object.values(people).filter((one) => !one.is_bot && one.id !== 'USLACKBOT');
}

export function People(): VNode {
  return (
    <section>
      <h3>People</h3>
      <ul class="lever-list" aria-label="People">
        {usePeople().map((one) => (
          <PersonRow key={one.id} person={one} />
        ))}
      </ul>
      <Newcomer />
    </section>
  );
}

function PersonRow({ person }: { person: Person }): VNode {
  const [changing, setChanging] = useState(false);
  const { id, name, real_name, deleted } = person;
  if (changing) return <Profile person={person} onDone={() => setChanging(false)} />;
  return (
    <li>
      <span class={deleted ? 'gone' : ''}>
        <bdi>{real_name}</bdi> <small>@{name}</small>
      </span>
      <button type="button" class="btn small" aria-label={`Profile of ${real_name}`} onClick={() => setChanging(true)}>
        Profile
      </button>
      <button
        type="button"
        class="btn small"
        aria-label={`${deleted ? 'Activate' : 'Deactivate'} ${real_name}`}
        onClick={() => void order({ do: deleted ? 'activate' : 'deactivate', user: id })}
      >
        {deleted ? 'Activate' : 'Deactivate'}
      </button>
    </li>
  );
}

/** What is left empty stays as it is. */
function Profile({ person, onDone }: { person: Person; onDone: () => void }): VNode {
  const save = async (given: FormData): Promise<void> => {
    const filled = [...given].filter(([, value]) => value !== '');
    if (await order({ do: 'set_profile', user: person.id, ...Object.fromEntries(filled) })) onDone();
  };
  const fields = [
    ['real_name', 'Name', person.real_name],
    ['title', 'Title', person.title],
    ['status', 'Status', ''],
  ] as const;
  return (
    <li>
      <form
        class="lever-inline lever-profile"
        aria-label={`Profile of ${person.real_name}`}
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      >
        {fields.map(([name, label, value]) => (
          <input
            class="input"
            key={name}
            name={name}
            aria-label={label}
            placeholder={label}
            defaultValue={value}
            maxLength={80}
          />
        ))}
        <button type="submit" class="btn small">
          Save
        </button>
        <button type="button" class="btn small" onClick={onDone}>
          Cancel
        </button>
      </form>
    </li>
  );
}

function Newcomer(): VNode {
  const join = (real_name: string): Promise<boolean> => {
    const handle = real_name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '.')
      .replace(/^\.+|\.+$/g, '')
      .slice(0, 21);
    return order(
      { do: 'add_person', name: handle, real_name, email: `${handle}@example.com` },
      `${real_name} has joined as @${handle}`,
    );
  };
  return <OneLine label="Name of a new person" button="Add person" onSave={join} />;
}
