import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageProblems, renderedLength } from '../../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { richText } from '../../local-slack/core/rich-text.ts';
import { normalised, typed, unescape } from '../../local-slack/core/text.ts';
import { workspace } from './workspace.ts';

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

test('no call, however odd, breaks the server', async () => {
  const on = await workspace();
  const methods = [
    'chat.postMessage',
    'chat.update',
    'views.open',
    'views.publish',
    'conversations.history',
    'conversations.list',
    'files.completeUploadExternal',
    'chat.unfurl',
    'bookmarks.add',
  ];
  const argument = fc.constantFrom(
    'channel',
    'text',
    'blocks',
    'view',
    'users',
    'cursor',
    'limit',
    'ts',
    'files',
    'types',
    'user_id',
    'metadata',
    'attachments',
    'unfurls',
    'oldest',
  );
  const value = fc.oneof(
    thing,
    fc.constantFrom(on.ids.channels['general'], on.ids.users['ana'], '1.000000', '{', '[]'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...methods),
      fc.dictionary(argument, value, { maxKeys: 4 }),
      async (method, args) => {
        const answer = await on.call(method, args);
        expect(answer.error).not.toBe('internal_error');
      },
    ),
    { numRuns: 150 },
  );
});
