import type { VNode } from 'preact';
import { useWorld } from '../state/store.ts';

export function About(): VNode {
  const app = useWorld((world) => world.app);
  return (
    <div class="about">
      <h2>Commands</h2>
      <ul>
        {app.commands.map((one) => (
          <li key={one.command}>
            <b>{one.command}</b> <span>{one.usage_hint}</span>
            <p>{one.description}</p>
          </li>
        ))}
      </ul>
      <h2>Shortcuts</h2>
      <ul>
        {app.shortcuts.map((one) => (
          <li key={one.callback_id}>
            <b>{one.name}</b> <span>{one.type === 'global' ? 'from anywhere' : 'on a message'}</span>
            <p>{one.description}</p>
          </li>
        ))}
      </ul>
      <h2>Technical</h2>
      <p>App ID {app.id}</p>
    </div>
  );
}
