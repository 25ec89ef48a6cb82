import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import type { MenuItem } from '../frame/menu.tsx';
import { MenuButton } from '../frame/menu.tsx';
import { ask } from '../frame/question.tsx';
import { useWorld } from '../state/store.ts';
import { OneLine } from './one-line.tsx';
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
      <NewChannel />
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
      <MenuButton label={`More for #${name}`} as="icon-button" align="end" items={() => rareOrders(channel)}>
        <Icon name="more" size={16} />
      </MenuButton>
    </li>
  );
}

function rareOrders({ id, name }: Channel): MenuItem[] {
  const remove = async (): Promise<void> => {
    const yes = await ask({
      title: { type: 'plain_text', text: `Delete #${name}` },
      text: { type: 'plain_text', text: 'Its messages are lost for everybody. Only an import brings them back.' },
      confirm: { type: 'plain_text', text: 'Delete' },
      deny: { type: 'plain_text', text: 'Cancel' },
      style: 'danger',
    });
    if (yes) await order({ do: 'delete_channel', channel: id });
  };
  return [
    {
      label: 'Share with another organization',
      hint: 'It gets a new id',
      onPick: () => void order({ do: 'share_channel', channel: id }),
    },
    { label: 'Delete…', danger: true, onPick: () => void remove() },
  ];
}

function NewChannel(): VNode {
  const me = useWorld((world) => world.me.id);
  const [isPrivate, setPrivate] = useState(false);
  return (
    <OneLine
      label="Name of a new channel"
      button="Add channel"
      onSave={(name) => order({ do: 'create_channel', name, private: isPrivate, members: [me] })}
    >
      <label class="lever-check">
        <input type="checkbox" checked={isPrivate} onChange={() => setPrivate(!isPrivate)} />
        private
      </label>
    </OneLine>
  );
}

function Rename({ channel, onDone }: { channel: Channel; onDone: () => void }): VNode {
  const rename = async (name: string): Promise<boolean> => {
    const done = await order({ do: 'rename_channel', channel: channel.id, name });
    if (done) onDone();
    return done;
  };
  return (
    <li>
      <OneLine
        label={`New name of #${channel.name}`}
        button="Rename"
        initial={channel.name}
        onSave={rename}
        onCancel={onDone}
      />
    </li>
  );
}
