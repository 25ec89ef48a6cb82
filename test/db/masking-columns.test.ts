import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { HOLDERS, WRITTEN } from '../../src/db/masking/holders.ts';
import { intake } from '../../src/domain/create.ts';
import { ruleOf, VERBS } from '../../src/domain/verbs.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

/** Made of the words, and made anew with them; or on their way. */
const MADE_OF_WORDS =
  'ticket_search.facets ticket_search.keys ticket_search.main ticket_search.internal tags.name inbox.body drafts.values';

/** Columns of text that hold no words of a ticket, and what they hold instead. */
const WORDLESS: Record<string, string> = {
  banned_words: 'what may not be said to requesters',
  templates: 'answers that administrators and leads have written',
  batch_items: 'which ticket, how it stands, and one of our reasons',
  closed_channels: 'ids and reasons',
  group_members: 'ids and roles',
  groups: 'what the desk file says',
  homes: 'fingerprints and names of boards',
  letters: 'ids, kinds and error codes of Slack: what is drawn is never kept',
  likenesses: 'a fingerprint',
  masked_spans: 'where it stood, and what it was, sealed',
  people: 'who somebody is, by his profile: no part of a ticket',
  places: 'ids',
  removed_types: 'what the desk file said',
  request_channels: 'ids',
  sent_files: 'ids, kinds and checksums',
  saved_views: 'what somebody looks for: his own words, in no ticket',
  spared: 'ids',
  submission_types: 'what the desk file says',
  tellings: 'ids',
  trigger_calls: 'hosts and outcomes',
  trigger_log: 'what administrators wrote into triggers',
  trigger_troubles: 'what administrators wrote into triggers',
  triggers: 'what administrators wrote into triggers',
  turns: 'ids',
  user_groups: 'ids and handles',
  workspaces: 'ids and a name',
};
const IDS = {
  tickets:
    'workspace state kind type processing group_key priority channel language requester creator assignee main_channel main_ts asker links followers rating cancel_asked same_asked consulted escalated_by offer clocks undelivered',
  events: 'workspace verb by_person from_state to_state clocks key surface',
  messages: 'workspace audience author channel ts',
  escalations: 'workspace from_person cause to_person to_group state',
  batches: 'workspace by_person act surface state',
  inbox: 'workspace key conversation',
  ticket_search: 'workspace',
  tags: 'workspace',
  drafts: 'workspace person form view',
};

test('every column that may hold words is masked, or said to hold none', async () => {
  const columns = await desk.sql<{ place: string; table: string }[]>`
    select table_name || '.' || column_name as place, table_name as "table" from information_schema.columns
    where table_schema = 'public' and (data_type in ('text', 'jsonb', 'json', 'ARRAY', 'tsvector', 'bytea', 'character varying')
      or data_type = 'USER-DEFINED') and udt_name <> '_int4'`;
  const said = new Set([
    ...HOLDERS.map(({ table, column }) => `${table}.${column}`),
    ...MADE_OF_WORDS.split(' '),
    ...Object.entries(IDS).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`)),
  ]);
  expect(
    columns.filter(({ place, table }) => !said.has(place) && !(table in WORDLESS)).map(({ place }) => place),
  ).toEqual([]);
  const there = new Set(columns.map(({ place }) => place));
  expect([...said].filter((place) => !there.has(place))).toEqual([]);
});

/** What inputs hold besides what people write: ids, numbers, moments, words of ours, and what is kept elsewhere or not at all. */
const NOT_WRITTEN =
  'ack_due act acts answer asker audience blocked_by cause cc channel child clock due duplicate_of ended files follower follows given gone group how into kind kinds language left level made main mentions messages met notes of once parent parts passed people places priority private processing promoted removes replaces requester said score seen send_to_user seq sharer source splits sure templates thanks theirs to trigger type typed verb wake_at warned when why with words';

test('every key of an input under which somebody may write is masked, or said to hold no words', () => {
  const keys = [intake, ...VERBS.map((verb) => ruleOf(verb).input)].flatMap((input) =>
    Object.keys((input as unknown as z.ZodObject).shape),
  );
  const said = [...WRITTEN, ...NOT_WRITTEN.split(' ')];
  expect(keys.filter((key) => !said.includes(key))).toEqual([]);
});
