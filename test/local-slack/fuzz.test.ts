import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageProblems, renderedLength } from '../../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { richText } from '../../local-slack/core/rich-text.ts';
import { normalised, typed, unescape } from '../../local-slack/core/text.ts';
import type { Setup } from '../../local-slack/wire.ts';
import { type Workspace, workspace } from './workspace.ts';

const types = [
  'section',
  'actions',
  'input',
  'context',
  'table',
  'card',
  'rich_text',
  'static_select',
  'button',
  'plain_text',
  'modal',
  'home',
];
const names = [
  'type',
  'text',
  'elements',
  'element',
  'blocks',
  'block_id',
  'action_id',
  'options',
  'label',
  'title',
  'submit',
  'rows',
  '__proto__',
  'toString',
];

const ARGUMENTS =
  'channel text blocks view users cursor limit ts files types user_id metadata attachments unfurls oldest user latest trigger_id view_id hash timestamp name topic purpose thread_ts post_at file filename length channel_id link title markdown_text emails include_all_metadata inclusive external_id usergroup handle bookmark_id'.split(
    ' ',
  );
const ACTS =
  'send edit delete react unreact pin unpin command shortcut click submit close options open_home open_dm read join leave invite upload topic purpose delete_file'.split(
    ' ',
  );
/** But for those that end everything: `reset` and the clock. */
const ORDERS =
  'arm disarm socket replay rates export import archive unarchive remove_bot add_bot activate rename_channel add_person create_channel set_group set_profile rename_team nonsense'.split(
    ' ',
  );
const FIELDS =
  'channel text ts thread_ts files name command callback_id place block_id action_id value state view_id values query with user mimetype content row on world fault id what members private real_name email handle broadcast all'.split(
    ' ',
  );

/** Things that look a little like blocks. */
const { thing } = fc.letrec((tie) => ({
  thing: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...types, null, 0, true, ''),
    fc.array(tie('thing'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('thing'), { maxKeys: 4 }),
  ),
}));

test('no value, however odd, breaks the checks', () => {
  fc.assert(
    fc.property(thing, (value) => {
      expect(Array.isArray(messageProblems(value))).toBe(true);
      expect(Array.isArray(messageProblems([value]))).toBe(true);
      expect(viewProblems(value).length + viewProblems({ type: 'modal', blocks: [value] }).length).toBeGreaterThan(0);
      expect(renderedLength(value)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

const nobody = { state: { users: {}, channels: {}, groups: [] } } as never;
const words = fc.string({
  unit: fc.constantFrom(
    '<',
    '>',
    '&',
    '@',
    '#',
    '!',
    '|',
    'a',
    ' ',
    '\n',
    '*',
    '_',
    '`',
    ':',
    'amp;',
    '<!channel>',
    '<@U1>',
    '&lt;',
  ),
});

test('what people type becomes no markup, and can be read back', () => {
  fc.assert(
    fc.property(words, (text) => {
      const stored = typed(nobody, text);
      expect(stored).not.toMatch(/[<>]/);
      expect(unescape(stored)).toBe(text);
    }),
  );
});

test('what an app sends is settled once stored', () => {
  fc.assert(
    fc.property(words, (text) => {
      const stored = normalised(text);
      expect(normalised(stored)).toBe(stored);
    }),
  );
});

test('the rich text of any words is a block that Slack takes', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(messageProblems([richText(typed(nobody, text), 'b')])).toEqual([]);
    }),
  );
});

const ids = [
  'C0',
  '__proto__',
  'constructor',
  '',
  '1.000000',
  '1700000000.000100',
  'NaN',
  '1e309',
  '\u0000',
  '{',
  '[]',
];

/** Ids that exist among ids that do not. */
function anything(on: Workspace): fc.Arbitrary<unknown> {
  const real = [on.ids.channels['general'], on.ids.users['ana'], on.ids.bot];
  return fc.oneof(thing, fc.constantFrom(...real, ...ids), fc.string({ unit: 'binary', maxLength: 20 }), fc.double());
}

test('no call, however odd, breaks the server', async () => {
  const on = await workspace();
  const { methods } = (await (await fetch(`${on.url}/_local/setup`)).json()) as Setup;
  const argument = fc.constantFrom(...ARGUMENTS);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...methods),
      fc.dictionary(argument, anything(on), { maxKeys: 5 }),
      async (method, args) => {
        const token = method.startsWith('apps.connections') ? on.appToken : on.botToken;
        const answer = await on.call(method, args, token);
        expect(answer.error, method).not.toBe('internal_error');
      },
    ),
    { numRuns: 250 },
  );
  expect((await on.sight('ana')).me.name).toBe('ana');
});

test('no act and no order, however odd, breaks it either', async () => {
  const on = await workspace();
  const doing = fc.constantFrom(...ACTS);
  const ordering = fc.constantFrom(...ORDERS);
  const field = fc.constantFrom(...FIELDS);
  const fields = fc.dictionary(field, anything(on), { maxKeys: 6 });
  const send = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${on.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    expect(response.status, JSON.stringify(body)).toBe(200);
    expect(typeof ((await response.json()) as { ok: unknown }).ok).toBe('boolean');
  };
  await fc.assert(
    fc.asyncProperty(doing, ordering, fields, async (act, order, given) => {
      await send('/_local/act', { ...given, as: on.ids.users['ana'], do: act });
      await send('/_local/control', { ...given, do: order });
    }),
    { numRuns: 100 },
  );
  await on.control({ do: 'disarm' });
  expect((await on.sight('ana')).me.name).toBe('ana');
  expect(await on.call('auth.test')).toMatchObject({ ok: true });
});
