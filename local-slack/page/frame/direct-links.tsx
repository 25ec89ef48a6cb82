import type { VNode } from 'preact';
import type { Channel } from '../../wire.ts';
import { doAct } from '../state/line.ts';
import { nameOf } from '../state/names.ts';
import { goTo, isDirect, usual } from '../state/route.ts';
import { getWorld, useStore, useWorld } from '../state/store.ts';
import { Avatar, Presence } from '../talk/avatar.tsx';
import { Icon } from './icons.tsx';
import { SideLink, useHere } from './side-link.tsx';

/** The direct messages, but not those that were put aside. */
export function DirectLinks(): VNode {
  const world = useWorld((one) => one);
  const drafted = useStore((state) => state.drafted);
  const here = useHere();
  const list = Object.values(world.channels)
    .filter((one) => isDirect(one) && one.with !== world.app.bot && (!one.closed || here(one.id)))
    .map((channel) => ({ channel, name: nameOf(channel, world) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      {list.map(({ channel, name }) => (
        <div key={channel.id} class="side-row">
          <SideLink
            name={name}
            icon={<DirectFace channel={channel} />}
            unread={channel.unread}
            badge={channel.unread}
            here={here(channel.id)}
            draft={drafted.has(channel.id)}
            onClick={() => goTo({ kind: 'channel', id: channel.id })}
          />
          <CloseButton channel={channel} name={name} here={here(channel.id)} />
        </div>
      ))}
    </>
  );
}

function DirectFace({ channel }: { channel: Channel }): VNode {
  const person = useWorld((world) => world.people[channel.with ?? '']);
  if (channel.kind === 'mpim')
    return (
      <span class="side-count" aria-hidden="true">
        {channel.members.length - 1}
      </span>
    );
  return (
    <span class="face">
      <Avatar person={person} size={20} />
      {person && !person.is_bot && <Presence id={person.id} />}
    </span>
  );
}

function CloseButton({ channel, name, here }: { channel: Channel; name: string; here: boolean }): VNode {
  const close = (): void => {
    if (here) goTo(usual(getWorld()));
    doAct({ do: 'close_dm', channel: channel.id });
  };
  const label = `Close conversation with ${name}`;
  return (
    <button type="button" class="side-close" aria-label={label} title="Close conversation" onClick={close}>
      <Icon name="close" size={14} />
    </button>
  );
}
