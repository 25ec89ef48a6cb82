/** What the administrators of a workspace do: people, groups, the workspace's name. */
import { join } from './channels.ts';
import { tellApp } from './events.ts';
import { userOf } from './find.ts';
import type { Obj, State, User } from './model.ts';
import { groupJson, userJson } from './profile.ts';
import { refuse } from './refusal.ts';
import { personSeen } from './sight.ts';
import { type Slack, scopesOf } from './slack.ts';

const seconds = (slack: Slack): number => Math.floor(slack.clock.now() / 1000);

type PersonEvent = 'user_change' | 'user_profile_changed' | 'user_status_changed' | 'team_join';

/** A change of a person, to the pages and, as each of these events, to the app. */
function tellPerson(slack: Slack, user: User, ...types: PersonEvent[]): void {
  const shape = userJson(slack, user, { email: scopesOf(slack).includes('users:read.email'), locale: true });
  for (const type of types)
    tellApp(slack, { subscription: type, scope: 'users:read' }, { type, user: shape, cache_ts: user.updated });
  slack.bus.tell(() => ({ kind: 'person', person: personSeen(user) }));
  slack.changed();
}

export function setDeleted(slack: Slack, id: string, deleted: boolean): Obj {
  const user = userOf(slack, id);
  Object.assign(user, { deleted, updated: seconds(slack) });
  tellPerson(slack, user, 'user_change');
  return {};
}

export function setProfile(
  slack: Slack,
  change: { user: string; real_name?: string | undefined; title?: string | undefined; status?: string | undefined },
): Obj {
  const user = userOf(slack, change.user);
  const { real_name = user.real_name, title = user.title, status = user.status } = change;
  const twins: PersonEvent[] = ['user_change'];
  if (real_name !== user.real_name || title !== user.title) twins.push('user_profile_changed');
  if (status !== user.status) twins.push('user_status_changed');
  Object.assign(user, { real_name, title, status, updated: seconds(slack) });
  tellPerson(slack, user, ...twins);
  return {};
}

/** Somebody new, who joins #general as everybody does. */
export function addPerson(
  slack: Slack,
  { name, real_name, email }: { name: string; real_name: string; email: string },
): Obj {
  if (Object.values(slack.state.users).some((one) => one.name === name || one.email === email)) refuse('name_taken');
  const user: User = {
    id: slack.mint.id('U'),
    name,
    real_name,
    email,
    title: '',
    tz: 'UTC',
    locale: 'en-US',
    color: '#4F6D7A',
    is_admin: false,
    is_bot: false,
    is_restricted: false,
    deleted: false,
    updated: seconds(slack),
  };
  slack.state.users[user.id] = user;
  tellPerson(slack, user, 'team_join');
  const general = Object.values(slack.state.channels).find((channel) => channel.general);
  if (general) join(slack, general, user.id);
  return { user: user.id };
}

type Group = State['groups'][number];

function tellGroup(slack: Slack, type: string, more: Obj): void {
  tellApp(slack, { subscription: type, scope: 'usergroups:read' }, { type, ...more });
}

function tellMembers(slack: Slack, group: Group, before: string[]): void {
  const added = group.users.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !group.users.includes(id));
  if (added.length + removed.length === 0) return;
  tellGroup(slack, 'subteam_members_changed', {
    subteam_id: group.id,
    team_id: slack.state.team.id,
    date_previous_update: seconds(slack),
    date_update: seconds(slack),
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
  });
  const { bot } = slack.state.app;
  if (added.includes(bot)) tellGroup(slack, 'subteam_self_added', { subteam_id: group.id });
  if (removed.includes(bot)) tellGroup(slack, 'subteam_self_removed', { subteam_id: group.id });
}

/** Makes a user group, or changes the one with this handle. */
export function setGroup(slack: Slack, given: { handle: string; name: string; members: string[] }): Obj {
  const users = given.members.map((id) => userOf(slack, id).id);
  const existing = slack.state.groups.find((one) => one.handle === given.handle);
  const before = existing?.users ?? [];
  const fresh: Group = {
    id: slack.mint.id('S'),
    handle: given.handle,
    name: given.name,
    description: '',
    users,
  };
  const group = existing ? Object.assign(existing, { name: given.name, users }) : fresh;
  if (!existing) slack.state.groups.push(group);
  tellGroup(slack, existing ? 'subteam_updated' : 'subteam_created', {
    subteam: { ...groupJson(slack, group), users, user_count: users.length },
  });
  tellMembers(slack, group, before);
  slack.bus.tell(() => ({ kind: 'stale' }));
  slack.changed();
  return { group: group.id };
}

export function renameTeam(slack: Slack, name: string): Obj {
  slack.state.team.name = name;
  tellApp(slack, { subscription: 'team_rename', scope: 'team:read' }, { type: 'team_rename', name });
  slack.bus.tell(() => ({ kind: 'stale' }));
  slack.changed();
  return {};
}
