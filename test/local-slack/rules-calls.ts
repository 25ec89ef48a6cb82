/** Rules about calls and their arguments, each tried over HTTP. */
import { expect } from 'vitest';
import { type Json, many, s } from './limits.ts';
import { type Workspace, workspace } from './workspace.ts';

type Trial = (on: Workspace) => Promise<void>;

const CHANNEL = 'general';

async function said(on: Workspace, args: Json, method = 'chat.postMessage'): Promise<string> {
  const whole = { channel: on.ids.channels[CHANNEL], ...args };
  const given = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
  const answer = await on.call(method, given);
  return answer.ok ? 'ok' : String(answer.error);
}

/** Both sides of a limit of a message's arguments. */
function limit(least: number, most: number, error: string, make: (n: number) => Json): Trial {
  return async (on) => {
    expect(await said(on, make(least))).toBe('ok');
    expect(await said(on, make(most))).toBe('ok');
    expect(await said(on, make(most + 1))).toBe(error);
  };
}

async function linked(on: Workspace): Promise<string> {
  const { ts } = (await on.act('ana', {
    do: 'send',
    channel: String(on.ids.channels[CHANNEL]),
    text: 'see https://tickets.example/1',
  })) as { ts: string };
  return ts;
}

const URL = 'https://tickets.example/1';

function entity(payload: Json): Json {
  return {
    entities: [
      {
        app_unfurl_url: URL,
        url: URL,
        external_ref: { id: '1' },
        entity_type: 'slack#/entities/task',
        entity_payload: { attributes: { title: { text: 'A task' } }, ...payload },
      },
    ],
  };
}

/** Both sides of a limit of a Work Object. */
function workObject(most: number, make: (n: number) => Json): Trial {
  return async (on) => {
    const ts = await linked(on);
    const hang = (n: number): Promise<string> => said(on, { ts, metadata: entity(make(n)) }, 'chat.unfurl');
    expect(await hang(most)).toBe('ok');
    expect(await hang(most + 1)).toBe('invalid_metadata_format');
  };
}

const action = (more: Json): Json => ({ actions: { primary_actions: [{ text: 'Do', action_id: 'a', ...more }] } });
const edited = (edit: Json): Json => ({ fields: { one: { value: 'v', edit: { enabled: true, ...edit } } } });
const section = (n: number): Json => ({ type: 'section', text: { type: 'plain_text', text: s(n) } });

export const CALL_RULES: Record<string, Trial> = {
  'message.blocks.total_text': limit(1, 13_200, 'msg_blocks_too_long', (n) => ({
    blocks: [...many(Math.floor(n / 3000), () => section(3000)), ...(n % 3000 > 0 ? [section(n % 3000)] : [])],
  })),
  'message.text.truncate': async (on) => {
    const whole = await on.call('chat.postMessage', { channel: on.ids.channels[CHANNEL], text: s(40_000) });
    expect(whole['warning']).toBeUndefined();
    const cut = await on.call('chat.postMessage', { channel: on.ids.channels[CHANNEL], text: s(40_001) });
    expect(cut).toMatchObject({ ok: true, warning: 'message_truncated', message: { text: s(40_000) } });
  },
  'update.text': async (on) => {
    const ts = await on.post(String(on.ids.channels[CHANNEL]), 'first');
    expect(await said(on, { ts, text: s(4000) }, 'chat.update')).toBe('ok');
    expect(await said(on, { ts, text: s(4001) }, 'chat.update')).toBe('msg_too_long');
  },
  markdown_text: async (on) => {
    await limit(1, 12_000, 'msg_too_long', (n) => ({ markdown_text: s(n) }))(on);
    expect(await said(on, { markdown_text: 'a', text: 'b' })).toBe('markdown_text_conflict');
    expect(await said(on, { markdown_text: 'a', blocks: [section(1)] })).toBe('markdown_text_conflict');
  },
  attachments: limit(1, 100, 'too_many_attachments', (n) => ({ attachments: many(n, () => ({ text: 'a' })) })),
  contact_cards: limit(0, 10, 'too_many_contact_cards', (n) => ({ text: 'a', contact_cards: many(n, () => ({})) })),
  'attachment.footer': limit(1, 300, 'invalid_attachments', (n) => ({ attachments: [{ text: 'a', footer: s(n) }] })),
  'attachment.actions': limit(1, 5, 'invalid_attachments', (n) => ({
    attachments: [{ text: 'a', actions: many(n, () => ({ type: 'button', text: 'b', name: 'n' })) }],
  })),
  'metadata.size': async (on) => {
    const sized = (n: number): Json => ({ text: 'a', metadata: { event_type: 'e', event_payload: { long: s(n) } } });
    const frame = JSON.stringify(sized(0)['metadata']).length;
    await limit(1, 4000 - frame, 'metadata_too_large', sized)(on);
  },
  'metadata.event_payload': async (on) => {
    expect(await said(on, { text: 'a', metadata: { event_type: 'e', event_payload: 'words' } })).toBe(
      'invalid_metadata_schema',
    );
    const metadata = { event_type: 'e', event_payload: { a: 'b' } };
    const { ts } = await on.call('chat.postMessage', { channel: on.ids.channels[CHANNEL], text: 'a', metadata });
    const shown = async (include_all_metadata: boolean): Promise<unknown> => {
      const args = { channel: on.ids.channels[CHANNEL], include_all_metadata, oldest: ts, inclusive: true };
      const { messages } = (await on.call('conversations.history', args)) as unknown as { messages: Json[] };
      return messages[0]?.['metadata'];
    };
    expect(await shown(true)).toEqual(metadata);
    expect(await shown(false)).toEqual({ event_type: 'e' });
  },
  'text.channel_name': async (on) => {
    const created = (name: string): Promise<string> => said(on, { channel: undefined, name }, 'conversations.create');
    expect(await created('y')).toBe('ok');
    expect(await created(s(80))).toBe('ok');
    expect(await created(s(81))).toBe('invalid_name_maxlength');
    expect(await created('')).not.toBe('ok');
  },
  'trigger_id.format': async (on) => {
    const made = on.slack.triggers.make(String(on.ids.users['ana']));
    expect(made).toMatch(/^\d+\.\d+\.[0-9a-f]+$/);
    const view = { type: 'modal', title: { type: 'plain_text', text: 't' }, blocks: [{ type: 'divider' }] };
    expect(await said(on, { channel: undefined, trigger_id: 'abc', view }, 'views.open')).toBe('invalid_trigger_id');
  },
  'pagination.limit': async (on) => {
    const list = (limit: number): Promise<string> => said(on, { channel: undefined, limit }, 'conversations.list');
    expect(await list(1)).toBe('ok');
    expect(await list(1000)).toBe('ok');
    expect(await list(1001)).toBe('invalid_limit');
    expect(await list(-1)).toBe('invalid_limit');
  },
  /** A minute that does not pass: nothing is let go again in it. */
  'home.rate': async () => {
    const still = await workspace({ rates: true, now: () => 1_800_000_000_000 });
    const view = { type: 'home', blocks: [{ type: 'divider' }] };
    const publish = (): Promise<string> =>
      said(still, { channel: undefined, user_id: still.ids.users['ana'], view }, 'views.publish');
    for (const _ of many(100, () => 0)) expect(await publish()).toBe('ok');
    const answer = await fetch(`${still.url}/api/views.publish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${still.botToken}` },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  },
  'view.size': async (on) => {
    const sized = (n: number): Json => ({
      type: 'home',
      blocks: many(84, () => section(2890)),
      private_metadata: s(n),
    });
    const room = 250_000 - JSON.stringify(sized(0)).length;
    const publish = (n: number): Promise<string> =>
      said(on, { channel: undefined, user_id: on.ids.users['ana'], view: sized(n) }, 'views.publish');
    expect(await publish(room)).toBe('ok');
    expect(await publish(room + 1)).toBe('view_too_large');
  },
  'unfurl.per_call': async (on) => {
    const ts = await linked(on);
    const hang = (url: string): Promise<string> => said(on, { ts, unfurls: { [url]: { text: 'a' } } }, 'chat.unfurl');
    expect(await hang(URL)).toBe('ok');
    expect(await hang('https://tickets.example/2')).toMatch(/^cannot_unfurl_(?:url|message)$/);
  },
  'wo.primary_actions': workObject(2, (n) => ({ actions: { primary_actions: many(n, () => ({ text: 'Do' })) } })),
  'wo.overflow_actions': workObject(5, (n) => ({ actions: { overflow_actions: many(n, () => ({ text: 'Do' })) } })),
  'wo.action_id': workObject(255, (n) => action({ action_id: s(n) })),
  'wo.action_value': workObject(2000, (n) => action({ value: s(n) })),
  'wo.action_url': workObject(3000, (n) => action({ url: `https://a/${s(n - 10)}` })),
  'wo.select_option_value': workObject(150, (n) => edited({ select: { static_options: [{ value: s(n) }] } })),
  'wo.flexpane_ttl': async (on) => {
    const ts = await linked(on);
    expect(await said(on, { ts, metadata: entity({}) }, 'chat.unfurl')).toBe('ok');
    const [details] = [entity({})['entities']].flat() as Json[];
    const channel = String(on.ids.channels[CHANNEL]);
    const presented = async (after: number): Promise<string> => {
      await on.act('ana', { do: 'open_entity', channel, ts, url: URL });
      const trigger_id = Object.keys(on.slack.state.entity_requests).at(-1);
      await on.control({ do: 'clock', forward_ms: after });
      return said(on, { channel: undefined, trigger_id, metadata: details }, 'entity.presentDetails');
    };
    expect(await presented(9 * 60_000)).toBe('ok');
    expect(await presented(10 * 60_000 + 1)).toBe('invalid_trigger_id');
  },
  'wo.text_edit': workObject(3000, (n) => edited({ text: { max_length: n } })),
};
