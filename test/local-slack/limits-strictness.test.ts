import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LENIENT, STRICT, type Strictness } from '../../local-slack/core/checks/strictness.ts';
import {
  type Json,
  actions,
  button,
  card,
  cells,
  divider,
  home,
  many,
  mrkdwn,
  option,
  plain,
  s,
  select,
} from './limits.ts';
import { type Workspace, workspace } from './workspace.ts';

type Try = (on: Workspace) => Promise<unknown>;

const post =
  (more: Json): Try =>
  async (on) => {
    const answer = await on.call('chat.postMessage', { channel: on.ids.channels['general'], text: 't', ...more });
    return answer.ok ? 'ok' : answer.error;
  };
const blocks = (...all: Json[]): Try => post({ blocks: all });
const publish =
  (...all: Json[]): Try =>
  async (on) => {
    const answer = await on.call('views.publish', { user_id: on.ids.users['ana'], view: home(all) });
    return answer.ok ? 'ok' : answer.error;
  };

const deadUrl: Try = async (on) => {
  const response = await fetch(`${on.url}/respond/actions/T1/gone`, {
    method: 'POST',
    body: JSON.stringify({ text: 'a' }),
  });
  return response.status;
};

/** Something that only the lenient setting lets pass, and what is answered under each. */
const TRIES: Record<keyof Strictness, [Try, strict: unknown, lenient: unknown]> = {
  option_value: [blocks(...select({ options: [option(5, 150)] })), 'invalid_blocks', 'ok'],
  markdown_limit: [
    blocks({ type: 'markdown', text: s(11_000) }, { type: 'markdown', text: s(2000) }),
    'invalid_blocks',
    'ok',
  ],
  card_actions: [blocks(card({ title: mrkdwn(1), actions: many(3, () => button()) })), 'invalid_blocks', 'ok'],
  card_plain_text: [blocks(card({ title: plain(1) })), 'invalid_blocks', 'ok'],
  data_table_rows: [blocks({ type: 'data_table', caption: 'c', rows: cells(102, 1) }), 'invalid_blocks', 'ok'],
  table_on_home: [publish(divider, { type: 'table', rows: cells(1, 1) }), 'invalid_arguments', 'ok'],
  multi_select_in_actions: [blocks(...actions({ type: 'multi_users_select' })), 'invalid_blocks', 'ok'],
  metadata_bytes: [
    post({ metadata: { event_type: 'e', event_payload: { long: s(5000) } } }),
    'metadata_too_large',
    'ok',
  ],
  unknown_arguments: [post({ colour: 'red' }), 'invalid_arguments', 'ok'],
  dead_response_url: [deadUrl, 404, 200],
};

describe.each(Object.entries(TRIES))('%s', (name, [attempt, strict, lenient]) => {
  test('strict, unless told otherwise', async () => {
    expect(await attempt(await workspace())).toBe(strict);
  });

  test('lenient, by itself', async () => {
    const setting = { [name]: LENIENT[name as keyof Strictness] };
    expect(await attempt(await workspace({ strictness: setting }))).toBe(lenient);
  });

  test('stands in the decision with both its ends', () => {
    const file = new URL('../../docs/decisions/0005-strict-where-slack-contradicts-itself.md', import.meta.url);
    const row = readFileSync(file, 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| \`${name}\` |`));
    const shown = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
    const key = name as keyof Strictness;
    expect(
      row
        ?.split('|')
        .slice(2, 4)
        .map((one) => one.trim()),
    ).toEqual([shown(STRICT[key]), shown(LENIENT[key])]);
  });
});
