import type { VNode } from 'preact';
import { FaultBanner } from '../inspector/banner.tsx';
import { getState, setState, useStore } from '../state/store.ts';
import { saveTheme } from '../state/theme.ts';
import { Icon } from './icons.tsx';
import { PersonSwitch } from './person-switch.tsx';
import { QuickSwitch } from './quick-switch.tsx';

export function TopBar(): VNode {
  const theme = useStore((state) => state.theme);
  const inspector = useStore((state) => state.inspector);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header class="top-bar">
      <button
        type="button"
        class="top-button narrow-only"
        aria-label="Show conversations"
        onClick={() => setState({ sidebar: !getState().sidebar })}
      >
        <Icon name="menu" />
      </button>
      <QuickSwitch />
      <PersonSwitch />
      <button
        type="button"
        class="top-button"
        aria-label={`Use the ${other} theme`}
        title={`Use the ${other} theme`}
        onClick={() => saveTheme(other)}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <button
        type="button"
        class={`top-button ${inspector ? 'on' : ''}`}
        aria-label="Inspector"
        title="Inspector: what travels between Slack and the app"
        aria-pressed={inspector}
        onClick={() => setState({ inspector: !inspector })}
      >
        <Icon name="inspect" />
      </button>
    </header>
  );
}

/** Above everything while the line is down, or Slack has been told to misbehave. */
export function Banners(): VNode {
  const online = useStore((state) => state.online);
  return (
    <>
      {!online && (
        <div class="banner offline" role="status">
          Connecting to the workspace…
        </div>
      )}
      <FaultBanner />
    </>
  );
}
