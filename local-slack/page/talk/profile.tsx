import type { VNode } from 'preact';
import type { Person } from '../../wire.ts';
import { useReader } from '../blocks/reader.ts';
import { Icon } from '../frame/icons.tsx';
import { clockTime } from '../mrkdwn/date.ts';
import { closeProfile, goTo, openDm } from '../state/route.ts';
import { rolesOf } from '../state/roles.ts';
import { useWorld } from '../state/store.ts';
import { Avatar, Presence } from './avatar.tsx';

/** Everything about one person, at the side. */
export function ProfilePane({ id }: { id: string }): VNode {
  const person = useWorld((world) => world.people[id]);
  const active = useWorld((world) => world.active.includes(id));
  const reader = useReader();
  return (
    <aside class="thread-pane profile" aria-label="Profile">
      <header class="content-head">
        <h2 class="content-title">Profile</h2>
        <span class="grow" />
        <button
          type="button"
          class="icon-button"
          aria-label="Close profile"
          title="Close profile"
          onClick={closeProfile}
        >
          <Icon name="close" />
        </button>
      </header>
      {person && (
        <div class="profile-body">
          <Avatar person={person} size={192} />
          <h3>{person.real_name}</h3>
          {person.title && <p>{person.title}</p>}
          {!person.is_bot && !person.deleted && (
            <p class="profile-line">
              <Presence id={id} /> {active ? 'Active' : 'Away'}
            </p>
          )}
          {!person.is_bot && (
            <p class="profile-line">
              <Icon name="clock" size={16} /> {clockTime(reader.now, { ...reader, tz: person.tz })} local time
            </p>
          )}
          <Buttons id={id} bot={person.is_bot} />
          <Facts of={person} />
        </div>
      )}
    </aside>
  );
}

function Buttons({ id, bot }: { id: string; bot: boolean }): VNode | null {
  const app = useWorld((world) => (world.app.bot === id ? world.app : null));
  const gone = useWorld((world) => world.people[id]?.deleted ?? true);
  if (gone || id === 'USLACKBOT') return null;
  return (
    <div class="profile-buttons">
      {app?.home_enabled && (
        <button type="button" class="btn" onClick={() => goTo({ kind: 'app', tab: 'home' })}>
          Open App
        </button>
      )}
      {(!bot || app?.messages_enabled) && (
        <button type="button" class="btn" onClick={() => void openDm(id)}>
          Message
        </button>
      )}
    </div>
  );
}

function Facts({ of: person }: { of: Person }): VNode {
  const groups = useWorld((world) => world.groups);
  const mine = groups.filter((one) => one.users.includes(person.id)).map((one) => one.name);
  return (
    <dl>
      <dt>Role</dt>
      <dd>{rolesOf(person)}</dd>
      <dt>Name</dt>
      <dd>@{person.name}</dd>
      {person.email && (
        <>
          <dt>Email</dt>
          <dd>{person.email}</dd>
        </>
      )}
      {mine.length > 0 && (
        <>
          <dt>Groups</dt>
          <dd>{mine.join(', ')}</dd>
        </>
      )}
      <dt>Member ID</dt>
      <dd>{person.id}</dd>
    </dl>
  );
}
