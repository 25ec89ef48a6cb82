import { render } from 'preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { AppView } from './app/app-view.tsx';
import { ModalHost } from './app/modal.tsx';
import { DetailsHost } from './frame/details.tsx';
import { QuestionHost } from './frame/question.tsx';
import { Rail } from './frame/rail.tsx';
import { useRegions } from './frame/regions.ts';
import { Sidebar } from './frame/sidebar.tsx';
import { WhoAreYou } from './frame/who.tsx';
import { Banners, TopBar } from './frame/top-bar.tsx';
import { Inspector, recallInspector } from './inspector/inspector.tsx';
import { nameOf } from './state/names.ts';
import { start } from './state/route.ts';
import { setState, useStore, useWorld } from './state/store.ts';
import { startTheme } from './state/theme.ts';
import './styles/page.css';
import { ChannelView } from './talk/channel-view.tsx';
import { ProfilePane } from './talk/profile.tsx';
import { ThreadPane } from './talk/thread-pane.tsx';
import { ThreadsView } from './talk/threads-view.tsx';

function Page(): VNode {
  const ready = useStore((state) => state.world !== null);
  const failure = useStore((state) => state.failure);
  const nobody = useStore((state) => state.nobody);
  if (nobody) return <WhoAreYou name={nobody.name} people={nobody.people} />;
  if (ready) return <Workspace />;
  return (
    <div class="loading" role="status">
      {failure ? `The workspace could not be loaded: ${failure}` : 'Loading the workspace…'}
    </div>
  );
}

/** As in Slack: `!` when somebody mentions me, `*` when there is something new. */
function useTitle(): void {
  const title = useStore((state) => {
    const { spot, world } = state;
    if (!world) return 'local-slack';
    const all = Object.values(world.channels);
    const sign = all.some((one) => one.mentions > 0) ? '! ' : all.some((one) => one.unread > 0) ? '* ' : '';
    const channel = spot.kind === 'channel' ? world.channels[spot.id] : undefined;
    const name = channel ? nameOf(channel, world) : spot.kind === 'threads' ? 'Threads' : world.app.name;
    return `${sign}${name} - ${world.team.name}`;
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Workspace(): VNode {
  useTitle();
  const me = useWorld((world) => world.me.id);
  const inspector = useStore((state) => state.inspector);
  const sidebar = useStore((state) => state.sidebar);
  const thread = useStore((state) => state.thread);
  const profile = useStore((state) => state.profile);
  useRegions();
  return (
    // Another person is another page: nothing half-typed is carried over.
    <div class="workspace" key={me}>
      <Banners />
      <TopBar />
      <div class="under">
        <Rail />
        {sidebar && <div class="shade" onClick={() => setState({ sidebar: false })} />}
        <Sidebar />
        <div class={`panes ${thread || profile ? 'with-thread' : ''}`}>
          <Spot />
          {thread && <ThreadPane channel={thread.channel} ts={thread.ts} />}
          {profile && <ProfilePane id={profile} />}
        </div>
        {inspector && <Inspector />}
      </div>
      <DetailsHost />
      <ModalHost />
      <QuestionHost />
      <Toasts />
    </div>
  );
}

function Spot(): VNode {
  const spot = useStore((state) => state.spot);
  switch (spot.kind) {
    case 'app':
      return <AppView tab={spot.tab} />;
    case 'threads':
      return <ThreadsView />;
    case 'channel':
      return <ChannelView key={spot.id} id={spot.id} />;
  }
}

function Toasts(): VNode {
  const toasts = useStore((state) => state.toasts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Shown anew each time, to stand above a dialog that has opened since.
    if (box.current?.matches(':popover-open')) box.current.hidePopover();
    if (toasts.length > 0) box.current?.showPopover();
  }, [toasts]);
  return (
    <div class="toasts" role="status" aria-live="polite" popover="manual" ref={box}>
      {toasts.map((one) => (
        <div class="toast" key={one.id}>
          {one.text}
        </div>
      ))}
    </div>
  );
}

startTheme();
recallInspector();
start();
const root = document.querySelector('#root');
if (root) render(<Page />, root);
