import type { VNode } from 'preact';
import { goTo, isDirect } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { AppMark, initials } from '../talk/avatar.tsx';
import { Icon } from './icons.tsx';

/** The narrow strip at the very left: the workspace, Home, and the app. */
export function Rail(): VNode {
  const team = useWorld((world) => world.team.name);
  const app = useWorld((world) => world.app.name);
  const inApp = useStore((state) => state.spot.kind === 'app');
  const channels = useWorld((world) => world.channels);
  const me = useWorld((world) => world.me.id);
  const first = Object.values(channels)
    .filter((one) => !isDirect(one) && one.members.includes(me))
    .sort((a, b) => a.name.localeCompare(b.name))[0];
  return (
    <nav class="rail" aria-label="Workspace">
      <span class="rail-team" aria-hidden="true">
        {initials(team)}
      </span>
      <button
        type="button"
        class={`rail-button ${inApp ? '' : 'on'}`}
        onClick={() => first && goTo({ kind: 'channel', id: first.id })}
      >
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
