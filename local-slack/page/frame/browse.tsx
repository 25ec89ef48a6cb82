import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { doAct } from '../state/line.ts';
import { goTo, openDm } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import { Avatar } from '../talk/avatar.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';

type ShellProps = {
  title: string;
  search: string;
  query: string;
  onQuery: (words: string) => void;
  onClose: () => void;
  children: ComponentChildren;
};

function Shell({ title, search, query, onQuery, onClose, children }: ShellProps): VNode {
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
    </Dialog>
  );
}

export function BrowseChannels({ onClose }: { onClose: () => void }): VNode {
  const channels = useWorld((world) => world.channels);
  const me = useWorld((world) => world.me.id);
  const [query, setQuery] = useState('');
  const list = Object.values(channels)
    .filter((one) => one.kind === 'public' && !one.archived && one.name.includes(query.toLowerCase()))
    .sort((a, b) => a.name.localeCompare(b.name));
  const open = (id: string): void => {
    onClose();
    goTo({ kind: 'channel', id });
  };
  return (
    <Shell title="All channels" search="Search for channels" query={query} onQuery={setQuery} onClose={onClose}>
      {list.map((one) => (
        <li key={one.id}>
          <Icon name="hash" />
          <span class="person-words">
            <b>{one.name}</b>
            <span>
              {one.members.includes(me) && 'Joined · '}
              {one.members.length} members{one.topic && ` · ${one.topic}`}
            </span>
          </span>
          <button type="button" class="btn" aria-label={`View ${one.name}`} onClick={() => open(one.id)}>
            View
          </button>
          {!one.members.includes(me) && (
            <button
              type="button"
              class="btn primary"
              aria-label={`Join ${one.name}`}
              onClick={() => {
                doAct({ do: 'join', channel: one.id });
                open(one.id);
              }}
            >
              Join
            </button>
          )}
        </li>
      ))}
    </Shell>
  );
}

export function NewMessage({ onClose }: { onClose: () => void }): VNode {
  const people = useWorld((world) => world.people);
  const me = useWorld((world) => world.me.id);
  const [query, setQuery] = useState('');
  const list = Object.values(people)
    .filter(
      (one) =>
        one.id !== me && !one.deleted && !one.is_bot && one.real_name.toLowerCase().includes(query.toLowerCase()),
    )
    .sort((a, b) => a.real_name.localeCompare(b.real_name));
  return (
    <Shell title="New message" search="Who do you want to write to?" query={query} onQuery={setQuery} onClose={onClose}>
      {list.map((one) => (
        <li key={one.id}>
          <Avatar person={one} size={32} />
          <span class="person-words">
            <b>{one.real_name}</b>
            <span>{one.title}</span>
          </span>
          <button
            type="button"
            class="btn"
            aria-label={`Message ${one.real_name}`}
            onClick={() => {
              onClose();
              void openDm(one.id);
            }}
          >
            Message
          </button>
        </li>
      ))}
    </Shell>
  );
}
