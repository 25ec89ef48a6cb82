import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../frame/icons.tsx';
import { Popup } from '../frame/popup.tsx';
import { useWorld } from '../state/store.ts';
import { AppMark } from './avatar.tsx';
import { runGlobalShortcut } from './sending.ts';

type Entry = { key: string; label: string; hint: string; run: () => void };

/** The lightning: every global shortcut and command of the app, found by their words. */
export function ShortcutsMenu({ onCommand }: { onCommand: (command: string) => void }): VNode {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    anchor.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        class="bar-button"
        ref={anchor}
        aria-label="Shortcuts"
        title="Shortcuts"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="bolt" />
      </button>
      {open && (
        <Popup anchor={anchor} onClose={close} as="shortcuts-menu">
          <Found onCommand={onCommand} onClose={close} />
        </Popup>
      )}
    </>
  );
}

function useEntries(query: string, onCommand: (command: string) => void): Entry[] {
  const app = useWorld((world) => world.app);
  const wanted = query.trim().toLowerCase();
  const all = [
    ...app.shortcuts
      .filter((one) => one.type === 'global')
      .map((one): Entry => ({
        key: one.callback_id,
        label: one.name,
        hint: one.description,
        run: () => void runGlobalShortcut(one.callback_id),
      })),
    ...app.commands.map((one): Entry => ({
      key: one.command,
      label: one.command,
      hint: one.description,
      run: () => onCommand(one.command),
    })),
  ];
  return all.filter((one) => `${one.label} ${one.hint} ${app.name}`.toLowerCase().includes(wanted));
}

function Found({ onCommand, onClose }: { onCommand: (command: string) => void; onClose: () => void }): VNode {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useEntries(query, onCommand);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => search.current?.focus(), []);
  const run = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const key = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && !event.isComposing) run(list[active]);
    else if (step === undefined) return;
    else setActive((active + step + list.length) % (list.length || 1));
    event.preventDefault();
  };
  return (
    <div role="dialog" aria-label="Shortcuts">
      <input
        ref={search}
        class="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="shortcuts-list"
        aria-activedescendant={list[active] ? `shortcut-${active}` : undefined}
        aria-label="Search shortcuts"
        placeholder="Search shortcuts"
        autocomplete="off"
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={key}
      />
      <EntryList list={list} active={active} onActive={setActive} onRun={run} />
      {list.length === 0 && <div class="choice-note">No shortcut of that name</div>}
    </div>
  );
}

type ListProps = { list: Entry[]; active: number; onActive: (at: number) => void; onRun: (entry: Entry) => void };

function EntryList({ list, active, onActive, onRun }: ListProps): VNode {
  return (
    <div role="listbox" id="shortcuts-list" aria-label="Shortcuts">
      {list.map((one, n) => (
        <div
          key={one.key}
          id={`shortcut-${n}`}
          role="option"
          aria-selected={n === active}
          class={`choice ${n === active ? 'active' : ''}`}
          onMouseMove={() => onActive(n)}
          onClick={() => onRun(one)}
          ref={(row) => {
            if (n === active) row?.scrollIntoView({ block: 'nearest' });
          }}
        >
          <AppMark size={28} />
          <span class="choice-words">
            {one.label} <span class="choice-hint">{one.hint}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
