import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Sight } from '../../wire.ts';
import { useWorld } from '../state/store.ts';
import { OneLine } from './one-line.tsx';
import { order } from './order.ts';
import { usePeople } from './people.tsx';

type Group = Sight['groups'][number];

export function Groups(): VNode {
  const groups = useWorld((world) => world.groups);
  const make = (handle: string): Promise<boolean> =>
    order({ do: 'set_group', handle, name: handle, members: [] }, `@${handle} is there, with nobody in it yet`);
  return (
    <section>
      <h3>User groups</h3>
      {groups.length > 0 && (
        <ul class="lever-list" aria-label="User groups">
          {groups.map((one) => (
            <GroupRow key={one.id} group={one} />
          ))}
        </ul>
      )}
      <OneLine label="Handle of a new group" button="Add group" onSave={make} />
    </section>
  );
}

function GroupRow({ group }: { group: Group }): VNode {
  const [changing, setChanging] = useState(false);
  const people = usePeople();
  const { handle, name, users } = group;
  const turn = (id: string): void => {
    const members = users.includes(id) ? users.filter((one) => one !== id) : [...users, id];
    void order({ do: 'set_group', handle, name, members });
  };
  return (
    <li class="lever-group">
      <span>
        <bdi>@{handle}</bdi> <small>{users.length === 1 ? '1 member' : `${users.length} members`}</small>
      </span>
      <button
        type="button"
        class="btn small"
        aria-label={`Members of @${handle}`}
        aria-expanded={changing}
        onClick={() => setChanging(!changing)}
      >
        Members
      </button>
      {changing && (
        <div class="lever-members" role="group" aria-label={`Members of @${handle}`}>
          {people.map((one) => (
            <label key={one.id}>
              <input type="checkbox" checked={users.includes(one.id)} onChange={() => turn(one.id)} />
              <bdi>{one.real_name}</bdi>
            </label>
          ))}
        </div>
      )}
    </li>
  );
}
