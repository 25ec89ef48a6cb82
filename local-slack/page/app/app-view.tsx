import type { VNode } from 'preact';
import { Blocks } from '../blocks/block.tsx';
import { SurfaceScope } from '../elements/surface.tsx';
import { TabList } from '../frame/tab-list.tsx';
import { goTo } from '../state/route.ts';
import type { AppTab } from '../state/store.ts';
import { useStore, useWorld } from '../state/store.ts';
import { AppMark } from '../talk/avatar.tsx';
import { Talk, useReading } from '../talk/channel-view.tsx';
import { About } from './about.tsx';
import { Trouble } from './trouble.tsx';

const names: Record<AppTab, string> = { home: 'Home', messages: 'Messages', about: 'About' };

/** The app's own place: its Home, the conversation with it, and what it offers. */
export function AppView({ tab }: { tab: AppTab }): VNode {
  const app = useWorld((world) => world.app);
  const tabs: AppTab[] = [
    ...(app.home_enabled ? (['home'] as const) : []),
    ...(app.messages_enabled ? (['messages'] as const) : []),
    'about',
  ];
  return (
    <main class="content" aria-label={app.name}>
      <header class="content-head app-head">
        <h1 class="content-title">
          <AppMark size={24} />
          <span>{app.name}</span>
        </h1>
      </header>
      <TabList tabs={tabs} tab={tab} names={names} label="App" onTab={(one) => goTo({ kind: 'app', tab: one })} />
      <div class={`app-panel ${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'home' && <Home />}
        {tab === 'messages' && <AppMessages />}
        {tab === 'about' && <About />}
      </div>
    </main>
  );
}

function Home(): VNode {
  const home = useWorld((world) => world.home);
  const name = useWorld((world) => world.app.name);
  if (!home) {
    return (
      <div class="home-empty">
        <AppMark size={56} />
        <h2>This is the home of {name}</h2>
        <p>Nothing has been put here yet.</p>
      </div>
    );
  }
  return (
    <div class="home">
      <Trouble words={home.trouble} />
      <SurfaceScope place={{ kind: 'view', view_id: home.id }} blocks={home.blocks} errors={home.errors}>
        <Blocks of={home.blocks} />
      </SurfaceScope>
    </div>
  );
}

function AppMessages(): VNode {
  const dm = useStore((state) => state.world?.channels[state.world.app.dm]);
  useReading(dm);
  return dm ? <Talk channel={dm} /> : <p class="home-empty">Opening the conversation…</p>;
}
