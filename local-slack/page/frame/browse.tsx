import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel, Person } from '../../wire.ts';
import { doAct } from '../state/line.ts';
import { goTo, isDirect, openTalkWith } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import { Avatar, Presence } from '../talk/avatar.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';

type ShellProps = {
  title: string;
  search: string;
  query: string;
  onQuery: (words: string) => void;
  onClose: () => void;
  children: ComponentChildren;
  foot?: ComponentChildren;
};

function Shell({ title, search, query, onQuery, onClose, children, foot }: ShellProps): VNode {
  return (
    <Dialog labelledBy="browse-title" as="list-dialog" onClose={onClose}>
      <div class="dialog-head">
        <h2 id="browse-title">{title}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body">
        <input
          class="input"
          type="search"
          aria-label={search}
          placeholder={search}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
        <ul class="person-list">{children}</ul>
      </div>
      {foot && <div class="dialog-foot">{foot}</div>}
    </Dialog>
  );
}

type BrowseProps = { onClose: () => void; onCreate: () => void };

export function BrowseChannels({ onClose, onCreate }: BrowseProps): VNode {
  const channels = useWorld((world) => world.channels);
  const guest = useWorld((world) => world.me.is_restricted);
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const list = Object.values(channels)
    .filter((one) => !isDirect(one) && `${one.name} ${one.topic} ${one.purpose}`.toLowerCase().includes(wanted))
    .sort((a, b) => Number(a.archived) - Number(b.archived) || a.name.localeCompare(b.name));
  const foot = !guest && (
    <button type="button" class="btn" onClick={onCreate}>
      Create a channel
    </button>
  );
  return (
    <Shell
      title="All channels"
      search="Search for channels"
      query={query}
      onQuery={setQuery}
      onClose={onClose}
      foot={foot}
    >
      {list.map((one) => (
        <ChannelLine key={one.id} channel={one} onClose={onClose} />
      ))}
      {list.length === 0 && <li>No channel of that name</li>}
    </Shell>
  );
}

function ChannelLine({ channel, onClose }: { channel: Channel; onClose: () => void }): VNode {
  const me = useWorld((world) => world.me.id);
  const joined = channel.members.includes(me);
  const open = (): void => {
    onClose();
    goTo({ kind: 'channel', id: channel.id });
  };
  const words = [
    joined && 'Joined',
    channel.archived && 'Archived',
    `${channel.members.length} ${channel.members.length === 1 ? 'member' : 'members'}`,
    channel.purpose || channel.topic,
  ];
  return (
    <li>
      <Icon name={channel.archived ? 'archive' : channel.kind === 'private' ? 'lock' : 'hash'} />
      <span class="person-words">
        <b>{channel.name}</b>
        <span>{words.filter(Boolean).join(' · ')}</span>
      </span>
      <button type="button" class="btn" aria-label={`View ${channel.name}`} onClick={open}>
        View
      </button>
      {!joined && !channel.archived && (
        <button
          type="button"
          class="btn primary"
          aria-label={`Join ${channel.name}`}
          onClick={() => {
            doAct({ do: 'join', channel: channel.id });
            open();
          }}
        >
          Join
        </button>
      )}
    </li>
  );
}

export function NewMessage({ onClose }: { onClose: () => void }): VNode {
  const people = useWorld((world) => world.people);
  const me = useWorld((world) => world.me.id);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const wanted = query.trim().toLowerCase();
  const list = Object.values(people)
    .filter((one) => one.id !== me && !one.deleted && !one.is_bot && one.id !== 'USLACKBOT')
    .filter((one) => one.real_name.toLowerCase().includes(wanted) || one.name.includes(wanted))
    .sort((a, b) => a.real_name.localeCompare(b.real_name));
  const write = (ids: string[]): void => {
    onClose();
    void openTalkWith(ids);
  };
  const foot = chosen.length > 0 && (
    <button type="button" class="btn primary" onClick={() => write(chosen)}>
      Message {chosen.length} {chosen.length === 1 ? 'person' : 'people'}
    </button>
  );
  return (
    <Shell
      title="New message"
      search="Who do you want to write to?"
      query={query}
      onQuery={setQuery}
      onClose={onClose}
      foot={foot}
    >
      {list.map((one) => (
        <PersonLine
          key={one.id}
          person={one}
          chosen={chosen.includes(one.id)}
          onChoose={(yes) => setChosen(yes ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
          onWrite={() => write([one.id])}
        />
      ))}
      {list.length === 0 && <li>Nobody of that name</li>}
    </Shell>
  );
}

type PersonProps = { person: Person; chosen: boolean; onChoose: (yes: boolean) => void; onWrite: () => void };

function PersonLine({ person, chosen, onChoose, onWrite }: PersonProps): VNode {
  return (
    <li>
      <input
        type="checkbox"
        aria-label={`Choose ${person.real_name}`}
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span class="face">
        <Avatar person={person} size={32} />
        <Presence id={person.id} />
      </span>
      <span class="person-words">
        <b>{person.real_name}</b>
        <span>{person.title || `@${person.name}`}</span>
      </span>
      <button type="button" class="btn" aria-label={`Message ${person.real_name}`} onClick={onWrite}>
        Message
      </button>
    </li>
  );
}
