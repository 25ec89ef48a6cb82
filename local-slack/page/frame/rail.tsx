import type { VNode } from 'preact';
import { goTo, usual } from '../state/route.ts';
import { getWorld, useStore, useWorld } from '../state/store.ts';
import { AppMark, initials } from '../talk/avatar.tsx';
import { Icon } from './icons.tsx';

/** The narrow strip at the very left: the workspace, Home, and the app. */
export function Rail(): VNode {
  const team = useWorld((world) => world.team.name);
  const app = useWorld((world) => world.app.name);
  const inApp = useStore((state) => state.spot.kind === 'app');
  return (
    <nav class="rail" aria-label="Workspace">
      <span class="rail-team" aria-hidden="true">
        {initials(team)}
      </span>
      <button type="button" class={`rail-button ${inApp ? '' : 'on'}`} onClick={() => goTo(usual(getWorld()))}>
        <span class="rail-face">
          <Icon name="home" size={20} />
        </span>
        Home
      </button>
      <button
        type="button"
        class={`rail-button ${inApp ? 'on' : ''}`}
        onClick={() => goTo({ kind: 'app', tab: 'home' })}
      >
        <span class="rail-face">
          <AppMark size={22} />
        </span>
        <span class="rail-app">{app}</span>
      </button>
    </nav>
  );
}
