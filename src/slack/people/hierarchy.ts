import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { UserGroup } from '../../desk/hierarchy.ts';
import type { Book } from '../../desk/book.ts';
import type { Registry } from '../../desk/registry.ts';
import { type PersonId, personId, type WorkspaceId } from '../../domain/language.ts';

const handles = z.array(
  z.looseObject({ id: z.string(), handle: z.string(), users: z.array(z.string().transform(personId)).default([]) }),
);

/** Slack's user groups with their members. Needs `usergroups:read`. */
export async function userGroupsOf(client: WebClient): Promise<UserGroup[]> {
  const { usergroups } = await client.usergroups.list({ include_users: true });
  return handles.parse(usergroups ?? []).map(({ id, handle, users }) => ({ id, handle, people: users }));
}

const fields = z.looseObject({ fields: z.record(z.string(), z.looseObject({ value: z.string() })).nullish() });

/** Who stands as the manager in somebody's profile; null: nobody. Needs `users.profile:read`. */
async function managerIn(client: WebClient, person: PersonId, field: string): Promise<PersonId | null> {
  const { profile } = await client.users.profile.get({ user: person });
  const value = fields.parse(profile ?? {}).fields?.[field]?.value ?? '';
  return /^[UW][A-Z0-9]+$/.test(value) && value !== person ? personId(value) : null;
}

type Asked = { client: WebClient; registry: Pick<Registry, 'saveManagers'>; workspace: WorkspaceId; field: string };

/** From these people up, what their profiles say of their managers. One call for each of them, and for none twice. */
export async function readManagers(
  { client, registry, workspace, field }: Asked,
  from: Iterable<PersonId>,
): Promise<void> {
  const waiting = [...from];
  const found = new Map<PersonId, PersonId | null>();
  for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
    if (found.has(person)) continue;
    const manager = await managerIn(client, person, field);
    found.set(person, manager);
    if (manager) waiting.push(manager);
  }
  await registry.saveManagers(
    workspace,
    [...found].map(([person, manager]) => ({ person, manager })),
  );
}

/** Those from whom a question can go up. */
export const askersIn = ({ groups, people }: Book): PersonId[] =>
  [...new Set(groups.flatMap(({ members, leads }) => [...members, ...leads]))].filter(
    (id) => people.get(id)?.active === true,
  );
