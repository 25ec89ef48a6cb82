import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Popup } from './popup.tsx';

export type MenuItem = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  icon?: ComponentChildren;
  danger?: boolean;
  checked?: boolean;
  /** The key that does the same. */
  key?: string;
  url?: string;
  /** A line stands above it, with these words if any. */
  section?: string;
  onPick: () => void;
};

type MenuProps = {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  items: MenuItem[];
  onClose: () => void;
  align?: 'start' | 'end';
};

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function Menu({ anchor, label, items, onClose, align = 'start' }: MenuProps): VNode {
  const list = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useLayoutEffect(() => {
    const all = entries();
    (all.find((one) => one.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
  }, []);
  const close = (): void => {
    onClose();
    anchor.current?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return close();
    const all = entries();
    const step = steps[event.key];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const found = step ? all[step(at, all.length)] : all.find((one) => beginsWith(one, event.key));
    if (!found) return;
    event.preventDefault();
    found.focus();
  };
  return (
    <Popup anchor={anchor} onClose={close} align={align} as="menu">
      <div role="menu" aria-label={label} ref={list} onKeyDown={key}>
        {items.map((item, n) => (
          <Entry key={n} item={item} first={n === 0} onDone={close} />
        ))}
      </div>
    </Popup>
  );
}

function beginsWith(entry: HTMLElement, key: string): boolean {
  return (
    key.length === 1 && key !== ' ' && (entry.textContent ?? '').trim().toLowerCase().startsWith(key.toLowerCase())
  );
}

function Entry({ item, first, onDone }: { item: MenuItem; first: boolean; onDone: () => void }): VNode {
  const pick = (): void => {
    onDone();
    item.onPick();
  };
  const role = item.checked === undefined ? 'menuitem' : 'menuitemradio';
  const inner = (
    <>
      {item.icon !== undefined && <span class="menu-icon">{item.icon}</span>}
      <span class="menu-words">
        <span class="menu-label">{item.label}</span>
        {item.hint !== undefined && <span class="menu-hint">{item.hint}</span>}
      </span>
      {item.key && (
        <kbd class="menu-key" aria-hidden="true">
          {item.key}
        </kbd>
      )}
    </>
  );
  const shared = { role, tabIndex: -1, class: `menu-item${item.danger ? ' danger' : ''}`, onClick: pick } as const;
  return (
    <>
      {item.section !== undefined && !first && <hr class="menu-line" />}
      {item.section ? <div class="menu-section">{item.section}</div> : null}
      {item.url ? (
        <a {...shared} href={item.url} target="_blank" rel="noopener noreferrer">
          {inner}
        </a>
      ) : (
        <button type="button" {...shared} aria-checked={item.checked}>
          {inner}
        </button>
      )}
    </>
  );
}

type ButtonProps = {
  label: string;
  title?: string;
  menuLabel?: string;
  as: string;
  align?: 'start' | 'end';
  items: () => MenuItem[];
  children: ComponentChildren;
  disabled?: boolean;
  onToggle?: (open: boolean) => void;
};

/** A button that opens a menu. */
export function MenuButton({
  label,
  menuLabel = label,
  as,
  align = 'start',
  items,
  children,
  disabled,
  onToggle,
}: ButtonProps): VNode {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const turn = (to: boolean): void => {
    setOpen(to);
    onToggle?.(to);
  };
  return (
    <>
      <button
        type="button"
        class={as}
        ref={anchor}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => turn(!open)}
      >
        {children}
      </button>
      {open && <Menu anchor={anchor} label={menuLabel} items={items()} align={align} onClose={() => turn(false)} />}
    </>
  );
}
