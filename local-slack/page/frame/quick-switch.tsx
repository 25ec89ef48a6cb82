import type { RefObject, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { goTo, openDm } from '../state/route.ts';
import { useWorld } from '../state/store.ts';
import { AppMark, Avatar } from '../talk/avatar.tsx';
import { Icon } from './icons.tsx';
import { Popup } from './popup.tsx';

type Found = { key: string; label: string; hint: string; icon: VNode; go: () => void };

function useFound(query: string): Found[] {
  const world = useWorld((one) => one);
  const wanted = query.trim().toLowerCase();
  const channels = Object.values(world.channels)
    .filter((one) => one.kind !== 'im' && one.name.includes(wanted))
    .map((one): Found => {
      const icon = <Icon name={one.kind === 'private' ? 'lock' : 'hash'} />;
      return { key: one.id, label: one.name, hint: one.topic, icon, go: () => goTo({ kind: 'channel', id: one.id }) };
    });
  const people = Object.values(world.people)
    .filter(
      (one) => !one.is_bot && !one.deleted && one.id !== world.me.id && one.real_name.toLowerCase().includes(wanted),
    )
    .map((one): Found => ({
      key: one.id,
      label: one.real_name,
      hint: one.title,
      icon: <Avatar person={one} size={20} />,
      go: () => void openDm(one.id),
    }));
  const app: Found = {
    key: 'app',
    label: world.app.name,
    hint: 'App',
    icon: <AppMark size={20} />,
    go: () => goTo({ kind: 'app', tab: 'home' }),
  };
  return [...channels, ...(app.label.toLowerCase().includes(wanted) ? [app] : []), ...people].slice(0, 12);
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
  const list = useFound(query);
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
