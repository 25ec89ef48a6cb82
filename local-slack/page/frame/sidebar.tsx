import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel } from '../../wire.ts';
import { goTo } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { AppMark, Avatar } from '../talk/avatar.tsx';
import { BrowseChannels, NewMessage } from './browse.tsx';
import { Icon } from './icons.tsx';

export function Sidebar(): VNode {
  const team = useWorld((world) => world.team.name);
  const open = useStore((state) => state.sidebar);
  const [dialog, setDialog] = useState<'' | 'channels' | 'people'>('');
  return (
    <nav class={`sidebar ${open ? 'open' : ''}`} aria-label="Conversations">
      <div class="team">
        <h2>{team}</h2>
        <button
          type="button"
          class="team-new"
          aria-label="New message"
          title="New message"
          onClick={() => setDialog('people')}
        >
          <Icon name="edit" />
        </button>
      </div>
      <div class="sidebar-scroll">
        <Section title="Channels">
          <ChannelLinks />
          <AddLine words="Add channels" onClick={() => setDialog('channels')} />
        </Section>
        <Section title="Direct messages">
          <DmLinks />
          <AddLine words="New direct message" onClick={() => setDialog('people')} />
        </Section>
        <Section title="Apps">
          <AppLink />
        </Section>
      </div>
      {dialog === 'channels' && <BrowseChannels onClose={() => setDialog('')} />}
      {dialog === 'people' && <NewMessage onClose={() => setDialog('')} />}
    </nav>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }): VNode {
  const [open, setOpen] = useState(true);
  return (
    <section class="side-section" aria-label={title}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span class={`caret ${open ? '' : 'shut'}`} aria-hidden="true" />
          {title}
        </button>
      </h3>
      {open && children}
    </section>
  );
}

function AddLine({ words, onClick }: { words: string; onClick: () => void }): VNode {
  return (
    <button type="button" class="side-link add" onClick={onClick}>
      <span class="side-plus">
        <Icon name="plus" size={14} />
      </span>
      <span class="side-name">{words}</span>
    </button>
  );
}

type LinkProps = {
  name: string;
  icon: VNode;
  unread: number;
  badge: number;
  here: boolean;
  muted?: boolean;
  onClick: () => void;
};

function SideLink({ name, icon, unread, badge, here, muted = false, onClick }: LinkProps): VNode {
  const classes = ['side-link', here && 'here', unread > 0 && 'unread', muted && 'muted'].filter(Boolean).join(' ');
  return (
    <button type="button" class={classes} aria-current={here ? 'page' : undefined} onClick={onClick}>
      {icon}
      <span class="side-name">{name}</span>
      {badge > 0 && (
        <span class="badge" aria-label={`${badge} mentions`}>
          {badge}
        </span>
      )}
      {unread > 0 && badge === 0 && <span class="unseen">unread</span>}
    </button>
  );
}

function useHere(): (id: string) => boolean {
  const spot = useStore((state) => state.spot);
  return (id) => spot.kind === 'channel' && spot.id === id;
}

function ChannelLinks(): VNode {
  const channels = useWorld((world) => world.channels);
  const me = useWorld((world) => world.me.id);
  const here = useHere();
  const shown = (one: Channel): boolean =>
    one.kind !== 'im' && ((one.members.includes(me) && !one.archived) || here(one.id));
  const list = Object.values(channels)
    .filter(shown)
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      {list.map((one) => (
        <SideLink
          key={one.id}
          name={one.name}
          icon={<Icon name={one.kind === 'private' ? 'lock' : 'hash'} size={16} />}
          unread={one.unread}
          badge={one.mentions}
          here={here(one.id)}
          onClick={() => goTo({ kind: 'channel', id: one.id })}
        />
      ))}
    </>
  );
}

function DmLinks(): VNode {
  const channels = useWorld((world) => world.channels);
  const people = useWorld((world) => world.people);
  const bot = useWorld((world) => world.app.bot);
  const here = useHere();
  const list = Object.values(channels)
    .filter((one) => one.kind === 'im' && one.with !== bot)
    .map((one) => ({ channel: one, person: people[one.with ?? ''] }))
    .sort((a, b) => (a.person?.real_name ?? '').localeCompare(b.person?.real_name ?? ''));
  return (
    <>
      {list.map(({ channel, person }) => (
        <SideLink
          key={channel.id}
          name={person?.real_name ?? channel.name}
          icon={<Avatar person={person} size={20} />}
          unread={channel.unread}
          badge={channel.unread}
          here={here(channel.id)}
          onClick={() => goTo({ kind: 'channel', id: channel.id })}
        />
      ))}
    </>
  );
}

function AppLink(): VNode {
  const app = useWorld((world) => world.app);
  const unread = useWorld((world) => world.channels[world.app.dm]?.unread ?? 0);
  const here = useStore((state) => state.spot.kind === 'app');
  const go = (): void => goTo({ kind: 'app', tab: unread > 0 || !app.home_enabled ? 'messages' : 'home' });
  return (
    <SideLink name={app.name} icon={<AppMark size={20} />} unread={unread} badge={unread} here={here} onClick={go} />
  );
}
