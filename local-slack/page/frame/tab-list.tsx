import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

type Props<T extends string> = {
  tabs: readonly T[];
  tab: T;
  names: Record<T, string>;
  label: string;
  onTab: (tab: T) => void;
};

/** A row of tabs; the arrows go from one to the next. */
export function TabList<T extends string>({ tabs, tab, names, label, onTab }: Props<T>): VNode {
  const list = useRef<HTMLDivElement>(null);
  const key = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (!next) return;
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={key}>
      {tabs.map((one) => (
        <button
          type="button"
          key={one}
          id={`tab-${one}`}
          role="tab"
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
        >
          {names[one]}
        </button>
      ))}
    </div>
  );
}
