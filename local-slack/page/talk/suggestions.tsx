import type { VNode } from 'preact';
import { Icon } from '../frame/icons.tsx';
import { useWorld } from '../state/store.ts';
import { AppMark, Avatar } from './avatar.tsx';
import type { Completion, Suggestion } from './completion.ts';

type Props = {
  id: string;
  of: Completion;
  active: number;
  onActive: (at: number) => void;
  onPick: (one: Suggestion) => void;
};

export function Suggestions({ id, of, active, onActive, onPick }: Props): VNode {
  const app = useWorld((world) => world.app.name);
  return (
    <div class="suggestions">
      <div class="suggestions-title">{of.title}</div>
      <div role="listbox" id={id} aria-label={of.title}>
        {of.list.map((one, n) => (
          <div
            key={one.kind + one.key}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === active}
            class={`suggestion ${n === active ? 'active' : ''}`}
            onMouseMove={() => onActive(n)}
            onMouseDown={(event) => {
              event.preventDefault();
              onPick(one);
            }}
            ref={(box) => {
              if (n === active) box?.scrollIntoView({ block: 'nearest' });
            }}
          >
            <Face of={one} />
            <span class="suggestion-label">{one.label}</span>
            {one.kind === 'person' && <span class="suggestion-handle">{one.name}</span>}
            <span class="suggestion-hint">{one.hint}</span>
            {(one.kind === 'command' || one.kind === 'shortcut') && <span class="suggestion-app">{app}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

function Face({ of }: { of: Suggestion }): VNode {
  const person = useWorld((world) => world.people[of.key]);
  switch (of.kind) {
    case 'person':
      return <Avatar person={person} size={24} />;
    case 'group':
      return <Icon name="people" />;
    case 'everybody':
      return <Icon name="bell" />;
    case 'channel':
      return <Icon name="hash" />;
    case 'emoji':
      return <span class="suggestion-emoji">{of.char}</span>;
    case 'shortcut':
      return <Icon name="bolt" />;
    case 'command':
      return <AppMark size={24} />;
  }
}
