import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel, Person } from '../../wire.ts';
import { Dialog } from '../frame/dialog.tsx';
import { Icon } from '../frame/icons.tsx';
import { doAct } from '../state/line.ts';
import { openDm } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import { Avatar } from './avatar.tsx';

/** The faces at the top of a channel; they open the list of its members. */
export function MembersButton({ channel }: { channel: Channel }): VNode {
  const people = useWorld((world) => world.people);
  const [open, setOpen] = useState(false);
  const count = channel.members.length;
  return (
    <>
      <button
        type="button"
        class="members-button"
        aria-label={`View all ${count} members`}
        title={`View all ${count} members`}
        onClick={() => setOpen(true)}
      >
        <span class="thread-faces">
          {channel.members.slice(0, 3).map((id) => (
            <Avatar key={id} person={people[id]} size={20} />
          ))}
        </span>
        {count}
      </button>
      {open && <MembersDialog channel={channel} onClose={() => setOpen(false)} />}
    </>
  );
}

function MembersDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): VNode {
  const people = useWorld((world) => world.people);
  const me = useWorld((world) => world.me.id);
  const [query, setQuery] = useState('');
  const isIn = (id: string): boolean => channel.members.includes(id);
  const list = Object.values(people)
    .filter((one) => (isIn(one.id) || query !== '') && one.real_name.toLowerCase().includes(query.toLowerCase()))
    .sort((a, b) => Number(isIn(b.id)) - Number(isIn(a.id)) || a.real_name.localeCompare(b.real_name));
  return (
    <Dialog labelledBy="members-title" as="list-dialog" onClose={onClose}>
      <div class="dialog-head">
        <h2 id="members-title"># {channel.name}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body">
        <input
          class="input"
          type="search"
          aria-label="Find or add people"
          placeholder="Find or add people"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <ul class="person-list">
          {list.map((one) => (
            <MemberLine key={one.id} person={one} channel={channel} onLeave={onClose} />
          ))}
        </ul>
      </div>
      {isIn(me) && (
        <div class="dialog-foot">
          <button type="button" class="btn danger-text" onClick={() => doAct({ do: 'leave', channel: channel.id })}>
            Leave channel
          </button>
        </div>
      )}
    </Dialog>
  );
}

function MemberLine({ person, channel, onLeave }: { person: Person; channel: Channel; onLeave: () => void }): VNode {
  const me = useWorld((world) => world.me.id);
  const isIn = channel.members.includes(person.id);
  const write = (): void => {
    onLeave();
    void openDm(person.id);
  };
  const add = (): void => doAct({ do: 'invite', channel: channel.id, user: person.id });
  return (
    <li>
      <Avatar person={person} size={32} />
      <span class="person-words">
        <b>{person.real_name}</b>
        <span>{person.is_bot ? 'App' : person.title}</span>
      </span>
      {person.id !== me && (
        <button
          type="button"
          class="btn"
          aria-label={`${isIn ? 'Message' : 'Add'} ${person.real_name}`}
          onClick={isIn ? write : add}
        >
          {isIn ? 'Message' : 'Add'}
        </button>
      )}
    </li>
  );
}
