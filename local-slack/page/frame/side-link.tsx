import type { VNode } from 'preact';
import { useStore } from '../state/store.ts';
import { Icon } from './icons.tsx';

type LinkProps = {
  name: string;
  icon: VNode;
  unread: number;
  badge: number;
  here: boolean;
  draft?: boolean;
  muted?: boolean;
  onClick: () => void;
};

/** One conversation in the sidebar. */
export function SideLink({ name, icon, unread, badge, here, draft = false, muted = false, onClick }: LinkProps): VNode {
  const classes = ['side-link', here && 'here', unread > 0 && 'unread', muted && 'muted'].filter(Boolean).join(' ');
  return (
    <button type="button" class={classes} aria-current={here ? 'page' : undefined} onClick={onClick}>
      {icon}
      <span class="side-name">{name}</span>
      {draft && !here && (
        <span class="side-draft">
          <Icon name="edit" size={14} />
          <span class="unseen">draft</span>
        </span>
      )}
      {badge > 0 && (
        <span class="badge">
          {badge > 99 ? '99+' : badge}
          <span class="unseen"> mentions</span>
        </span>
      )}
      {unread > 0 && badge === 0 && <span class="unseen">unread</span>}
    </button>
  );
}

/** Is this the conversation one is in? */
export function useHere(): (id: string) => boolean {
  const spot = useStore((state) => state.spot);
  return (id) => spot.kind === 'channel' && spot.id === id;
}
