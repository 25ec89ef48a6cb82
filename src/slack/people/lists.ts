import type { WebClient } from '@slack/web-api';

import { type PersonId, personId } from '../../domain/language.ts';

const PAGE = 500;
const next = (page: { response_metadata?: { next_cursor?: string } }) => page.response_metadata?.next_cursor;

/** Everybody of the workspace, page by page. */
export async function* allUsers(client: WebClient): AsyncGenerator<{ id?: string | undefined }[]> {
  let cursor: string | undefined;
  do {
    const page = await client.users.list({ include_locale: true, limit: PAGE, ...(cursor && { cursor }) });
    yield page.members ?? [];
    cursor = next(page);
  } while (cursor);
}

/** Everybody in a channel, bots too. */
export async function membersOf(client: WebClient, channel: string): Promise<PersonId[]> {
  const found: PersonId[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) });
    found.push(...(page.members ?? []).map(personId));
    cursor = next(page);
  } while (cursor);
  return found;
}
