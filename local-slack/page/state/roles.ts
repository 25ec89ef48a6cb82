import type { Person } from '../../wire.ts';

/** What somebody may do in the workspace, in words. */
export function rolesOf(person: Person): string {
  if (person.deleted) return 'Deactivated account';
  if (person.is_bot) return 'App';
  if (person.is_admin) return 'Workspace admin';
  return person.is_restricted ? 'Guest' : 'Member';
}
