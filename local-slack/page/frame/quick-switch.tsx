import type { RefObject, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Channel } from '../../wire.ts';
import { nameOf } from '../state/names.ts';
import { goTo, isDirect, openDm } from '../state/route.ts';
import type { World } from '../state/store.ts';
import { useWorld } from '../state/store.ts';
import { AppMark, Avatar } from '../talk/avatar.tsx';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import { Popup } from './popup.tsx';

type Found = { key: string; label: string; hint: string; icon: VNode; weight: string; go: () => void };

/** The better the name fits, the earlier; of equals the one where something is new, then the one that was spoken in last. */
function useFound(query: string, open: boolean): Found[] {
  const world = useWorld((one) => (open ? one : null));
  if (!world) return [];
  const wanted = query.trim().toLowerCase().replace(/^[#@]/, '');
  const all = [...channelsIn(world), ...peopleIn(world), ...placesIn(world)];
  const rank = (one: Found): number => {
    const name = one.label.toLowerCase();
    if (!wanted || name.startsWith(wanted)) return 0;
    return name.split(/[\s-]+/).some((part) => part.startsWith(wanted)) ? 1 : 2;
  };
  return all
    .filter((one) => one.label.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b) || b.weight.localeCompare(a.weight))
    .slice(0, 12);
}

function channelsIn(world: World): Found[] {
  return Object.values(world.channels)
    .filter((one) => one.with !== world.app.bot)
    .map((one): Found => {
      const person = world.people[one.with ?? ''];
      const icon = person ? <Avatar person={person} size={20} /> : <Icon name={iconOf(one)} />;
      return {
        key: one.id,
        label: nameOf(one, world),
        hint: [one.archived && 'Archived', person ? person.title : one.topic].filter(Boolean).join(' · '),
        icon,
        weight: `${one.unread > 0 ? 1 : 0}${one.latest ?? ''}`,
        go: () => goTo({ kind: 'channel', id: one.id }),
      };
    });
}

function iconOf(channel: Channel): IconName {
  if (channel.archived) return 'archive';
  return isDirect(channel) ? 'people' : channel.kind === 'private' ? 'lock' : 'hash';
}

/** Those whom one has not written to yet. */
function peopleIn(world: World): Found[] {
  const known = new Set(Object.values(world.channels).map((one) => one.with));
  return Object.values(world.people)
    .filter((one) => !one.is_bot && !one.deleted && one.id !== world.me.id && !known.has(one.id))
    .map((one) => ({
      key: one.id,
      label: one.real_name,
      hint: one.title,
      icon: <Avatar person={one} size={20} />,
      weight: '',
      go: () => void openDm(one.id),
    }));
}

function placesIn(world: World): Found[] {
  const app: Found = {
    key: 'app',
    label: world.app.name,
    hint: 'App',
    icon: <AppMark size={20} />,
    weight: '',
    go: () => goTo({ kind: 'app', tab: 'home' }),
  };
  const threads: Found = {
    key: 'threads',
    label: 'Threads',
    hint: '',
    icon: <Icon name="thread" />,
    weight: '',
    go: () => goTo({ kind: 'threads' }),
  };
  return [app, threads];
}

/** Ctrl+K or ⌘K, as in Slack. */
function useCtrlK(input: RefObject<HTMLInputElement | null>, onOpen: () => void): void {
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return;
      event.preventDefault();
      input.current?.focus();
      onOpen();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
}

/** The search field at the top: goes to a conversation by name. */
export function QuickSwitch(): VNode {
  const team = useWorld((world) => world.team.name);
  const anchor = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useFound(query, open);
  useCtrlK(input, () => setOpen(true));
  const close = (): void => {
    setOpen(false);
    setQuery('');
  };
  const go = (one: Found | undefined): void => {
    close();
    input.current?.blur();
    one?.go();
  };
  const key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') go(list[active]);
    if (step === undefined) return;
    event.preventDefault();
    setActive((active + step + list.length) % (list.length || 1));
  };
  return (
    <div class="quick" ref={anchor}>
      <Icon name="search" size={16} />
      <input
        ref={input}
        role="combobox"
        aria-label={`Search ${team}`}
        aria-expanded={open}
        aria-controls="quick-list"
        aria-activedescendant={open ? `quick-${active}` : undefined}
        placeholder={`Search ${team}`}
        autocomplete="off"
        value={query}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={key}
      />
      {open && (
        <Popup anchor={anchor} onClose={close} as="choices quick-choices" wide>
          <FoundList list={list} active={active} onActive={setActive} onGo={go} />
        </Popup>
      )}
    </div>
  );
}

type ListProps = { list: Found[]; active: number; onActive: (at: number) => void; onGo: (one: Found) => void };

function FoundList({ list, active, onActive, onGo }: ListProps): VNode {
  return (
    <div role="listbox" id="quick-list" aria-label="Conversations">
      {list.map((one, n) => (
        <div
          key={one.key}
          id={`quick-${n}`}
          role="option"
          aria-selected={n === active}
          class={`choice ${n === active ? 'active' : ''}`}
          onMouseMove={() => onActive(n)}
          onMouseDown={(event) => {
            event.preventDefault();
            onGo(one);
          }}
        >
          {one.icon}
          <span class="choice-words">
            {one.label} <span class="choice-hint">{one.hint}</span>
          </span>
        </div>
      ))}
      {list.length === 0 && <div class="choice-note">No conversation of that name</div>}
    </div>
  );
}
