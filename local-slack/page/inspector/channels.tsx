import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel } from '../../wire.ts';
import { useWorld } from '../state/store.ts';
import { order } from './order.ts';

export function Channels(): VNode {
  const channels = useWorld((world) => world.channels);
  const shown = Object.values(channels)
    .filter((one) => one.kind === 'public' || one.kind === 'private')
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <section>
      <h3>Channels you see</h3>
      <ul class="lever-list" aria-label="Channels">
        {shown.map((one) => (
          <ChannelRow key={one.id} channel={one} />
        ))}
      </ul>
    </section>
  );
}

function ChannelRow({ channel }: { channel: Channel }): VNode {
  const bot = useWorld((world) => world.app.bot);
  const [renaming, setRenaming] = useState(false);
  const { id, name, archived, members } = channel;
  const isIn = members.includes(bot);
  if (renaming) return <Rename channel={channel} onDone={() => setRenaming(false)} />;
  return (
    <li>
      <span class={archived ? 'gone' : ''}>
        # <bdi>{name}</bdi>
      </span>
      <button type="button" class="btn small" aria-label={`Rename #${name}`} onClick={() => setRenaming(true)}>
        Rename
      </button>
      <button
        type="button"
        class="btn small"
        aria-label={`${archived ? 'Unarchive' : 'Archive'} #${name}`}
        onClick={() => void order({ do: archived ? 'unarchive' : 'archive', channel: id })}
      >
        {archived ? 'Unarchive' : 'Archive'}
      </button>
      <button
        type="button"
        class="btn small"
        aria-label={`${isIn ? 'Remove app from' : 'Add app to'} #${name}`}
        onClick={() => void order({ do: isIn ? 'remove_bot' : 'add_bot', channel: id })}
      >
        {isIn ? 'Remove app' : 'Add app'}
      </button>
    </li>
  );
}

function Rename({ channel, onDone }: { channel: Channel; onDone: () => void }): VNode {
  const [name, setName] = useState(channel.name);
  const rename = async (): Promise<void> => {
    if (await order({ do: 'rename_channel', channel: channel.id, name })) onDone();
  };
  return (
    <li>
      <form
        class="lever-inline"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <input
          class="input"
          aria-label={`New name of #${channel.name}`}
          value={name}
          maxLength={80}
          ref={(field) => field?.focus()}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onDone()}
        />
        <button type="submit" class="btn small">
          Rename
        </button>
        <button type="button" class="btn small" onClick={onDone}>
          Cancel
        </button>
      </form>
    </li>
  );
}
