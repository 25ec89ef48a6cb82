import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel } from '../../wire.ts';
import { goTo, isDirect } from '../state/route.ts';
import type { World } from '../state/store.ts';
import { useStore, useWorld } from '../state/store.ts';
import { AppMark } from '../talk/avatar.tsx';
import { freshThreads } from '../talk/threads-view.tsx';
import { BrowseChannels, NewMessage } from './browse.tsx';
import { CreateChannel } from './create-channel.tsx';
import { DirectLinks } from './direct-links.tsx';
import { Icon } from './icons.tsx';
import { MenuButton } from './menu.tsx';
import { SideLink, useHere } from './side-link.tsx';

type Open = '' | 'channels' | 'people' | 'create';

export function Sidebar(): VNode {
  const team = useWorld((world) => world.team.name);
  const open = useStore((state) => state.sidebar);
  const [dialog, setDialog] = useState<Open>('');
  const close = (): void => setDialog('');
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
      <div class="sidebar-scroll" onKeyDown={walkLinks}>
        <div class="side-section">
          <ThreadsLink />
        </div>
        <Section title="Channels" busy={isLoudChannel}>
          <ChannelLinks />
          <AddChannels onOpen={setDialog} />
        </Section>
        <Section title="Direct messages" busy={(one, world) => isDirect(one) && one.with !== world.app.bot}>
          <DirectLinks />
          <AddLine words="New direct message" onClick={() => setDialog('people')} />
        </Section>
        <Section title="Apps" busy={(one, world) => one.with === world.app.bot}>
          <AppLink />
        </Section>
      </div>
      {dialog === 'channels' && <BrowseChannels onClose={close} onCreate={() => setDialog('create')} />}
      {dialog === 'create' && <CreateChannel onClose={close} />}
      {dialog === 'people' && <NewMessage onClose={close} />}
    </nav>
  );
}

/** Arrows go up and down the list of conversations. */
function walkLinks(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button:not(.side-close)')];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + step];
  event.preventDefault();
  next?.focus();
}

const isLoudChannel = (one: Channel): boolean => !isDirect(one);

type SectionProps = {
  title: string;
  /** Which conversations belong to it: those with something new stay visible when it is folded. */
  busy: (channel: Channel, world: World) => boolean;
  children: ComponentChildren;
};

function Section({ title, busy, children }: SectionProps): VNode {
  const [open, setOpen] = useState(true);
  const fresh = useWorld((world) =>
    Object.values(world.channels).some(
      (one) => one.unread > 0 && one.members.includes(world.me.id) && busy(one, world),
    ),
  );
  return (
    <section class="side-section" aria-label={title}>
      <h3>
        <button
          type="button"
          class={!open && fresh ? 'unread' : ''}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
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

function AddChannels({ onOpen }: { onOpen: (what: Open) => void }): VNode {
  return (
    <MenuButton
      label="Add channels"
      as="side-link add"
      items={() => [
        { label: 'Create a new channel', icon: <Icon name="plus" />, onPick: () => onOpen('create') },
        { label: 'Browse channels', icon: <Icon name="hash" />, onPick: () => onOpen('channels') },
      ]}
    >
      <span class="side-plus">
        <Icon name="plus" size={14} />
      </span>
      <span class="side-name">Add channels</span>
    </MenuButton>
  );
}

function ThreadsLink(): VNode {
  // Two numbers, so that what happens elsewhere draws nothing here.
  const unread = useWorld((world) => freshThreads(world).length);
  const badge = useWorld((world) => freshThreads(world).filter((one) => one.follow?.mentioned).length);
  const here = useStore((state) => state.spot.kind === 'threads');
  return (
    <SideLink
      name="Threads"
      icon={<Icon name="thread" size={16} />}
      unread={unread}
      badge={badge}
      here={here}
      onClick={() => goTo({ kind: 'threads' })}
    />
  );
}

function ChannelLinks(): VNode {
  const channels = useWorld((world) => world.channels);
  const me = useWorld((world) => world.me.id);
  const drafted = useStore((state) => state.drafted);
  const here = useHere();
  const shown = (one: Channel): boolean =>
    !isDirect(one) && ((one.members.includes(me) && !one.archived) || here(one.id));
  const list = Object.values(channels)
    .filter(shown)
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      {list.map((one) => (
        <SideLink
          key={one.id}
          name={one.name}
          icon={<Icon name={one.archived ? 'archive' : one.kind === 'private' ? 'lock' : 'hash'} size={16} />}
          unread={one.unread}
          badge={one.mentions}
          here={here(one.id)}
          draft={drafted.has(one.id)}
          onClick={() => goTo({ kind: 'channel', id: one.id })}
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
