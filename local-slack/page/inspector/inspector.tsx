import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../frame/icons.tsx';
import type { Look } from '../state/store.ts';
import { setState, useStore } from '../state/store.ts';
import { Faults } from './faults.tsx';
import { Journal } from './journal.tsx';
import { look } from './look.ts';
import { Workspace } from './workspace.tsx';

const OPEN = 'local-slack-inspector';
const WIDTH = 'local-slack-inspector-width';
const LEAST = 320;
const STEP = 24;

const tabs: [Look['tab'], string][] = [
  ['journal', 'Journal'],
  ['faults', 'Faults'],
  ['workspace', 'Workspace'],
];

/** Opens the drawer if it was open when the page was last here, at what it showed. */
export function recallInspector(): void {
  const was = sessionStorage.getItem(OPEN);
  const found = tabs.find(([name]) => name === was);
  if (!found) return;
  look({ tab: found[0] });
  setState({ inspector: true });
}

/** A drawer that shows all that travels between Slack and the app, and lets one disturb it. */
export function Inspector(): VNode {
  const { tab } = useStore((state) => state.look);
  const { width, setWidth } = useWidth();
  useEffect(() => {
    sessionStorage.setItem(OPEN, tab);
    return () => sessionStorage.removeItem(OPEN);
  }, [tab]);
  return (
    <aside class="inspector" aria-label="Inspector" style={{ '--inspector-width': `${width}px` }}>
      <Edge width={width} onWidth={setWidth} />
      <header class="inspector-head">
        <h2>Inspector</h2>
        <div class="segments" role="group" aria-label="What to show">
          {tabs.map(([name, words]) => (
            <button type="button" key={name} aria-pressed={tab === name} onClick={() => look({ tab: name })}>
              {words}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="icon-button"
          aria-label="Close inspector"
          onClick={() => setState({ inspector: false })}
        >
          <Icon name="close" />
        </button>
      </header>
      {tab === 'journal' ? <Journal /> : tab === 'faults' ? <Faults /> : <Workspace />}
    </aside>
  );
}

function useWidth(): { width: number; setWidth: (wanted: number) => void } {
  const [width, keep] = useState(() => Number(localStorage.getItem(WIDTH) ?? 0) || 440);
  const setWidth = (wanted: number): void => {
    const next = Math.round(Math.max(LEAST, Math.min(wanted, innerWidth - 80)));
    localStorage.setItem(WIDTH, String(next));
    keep(next);
  };
  return { width, setWidth };
}

/** The drawer's edge, to be drawn with the mouse or moved with the arrows. */
function Edge({ width, onWidth }: { width: number; onWidth: (wanted: number) => void }): VNode {
  return (
    <div
      class="inspector-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the inspector"
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={Math.max(LEAST, innerWidth - 80)}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onWidth(width + STEP);
        else if (event.key === 'ArrowRight') onWidth(width - STEP);
        else return;
        event.preventDefault();
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const { currentTarget } = event;
        const { right } = currentTarget.parentElement?.getBoundingClientRect() ?? { right: 0 };
        if (currentTarget.hasPointerCapture(event.pointerId)) onWidth(right - event.clientX);
      }}
    />
  );
}
