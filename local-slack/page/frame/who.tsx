import type { VNode } from 'preact';
import type { Person } from '../../wire.ts';
import { rolesOf } from '../state/roles.ts';
import { initials } from '../talk/avatar.tsx';

/** The address names somebody who is not in this workspace: whom shall it be? */
export function WhoAreYou({ name, people }: { name: string; people: Person[] }): VNode {
  const address = (one: Person): string => `/?as=${encodeURIComponent(one.name)}`;
  return (
    <main class="who">
      <h1>There is no “{name}” in this workspace</h1>
      <p>Choose who you are:</p>
      <ul>
        {people.map((one) => (
          <li key={one.id}>
            <a href={address(one)}>
              <span class="avatar" style={{ width: '36px', height: '36px', background: one.color }} aria-hidden="true">
                {initials(one.real_name)}
              </span>
              <span>
                <b>{one.real_name}</b>
                <span>{one.title || rolesOf(one)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
