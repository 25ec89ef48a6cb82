import { describe, expect, test } from 'vitest';
import { type Workspace, workspace } from './workspace.ts';

async function said(on: Workspace, channel: string, ts: string) {
  return (await on.sight('ana')).messages.find((m) => m.channel === channel && m.ts === ts);
}

describe('threads', () => {
  test('the parent counts its replies; history leaves them out; replies come after the parent', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const thread_ts = await on.post(channel, 'parent');
    const first = await on.post(channel, 'one', { thread_ts });
    await on.act('ana', { do: 'send', channel, text: 'two', thread_ts });
    const shared = await on.post(channel, 'three', { thread_ts, reply_broadcast: true });
    const users = [on.ids.bot, on.ids.users['ana']];
    expect(await said(on, channel, thread_ts)).toMatchObject({
      reply_count: 3,
      reply_users: users,
      latest_reply: shared,
    });

    const history = await on.client.conversations.history({ channel, oldest: thread_ts, inclusive: true });
    expect(history.messages?.map((m) => m.text)).toEqual(['three', 'parent']);
    expect(history.messages?.[0]).toMatchObject({ subtype: 'thread_broadcast', root: { ts: thread_ts } });
    const replies = await on.client.conversations.replies({ channel, ts: thread_ts });
    expect(replies.messages?.map((m) => m.text)).toEqual(['parent', 'one', 'two', 'three']);
    expect((await on.client.conversations.replies({ channel, ts: first })).messages).toHaveLength(1);
    expect(await on.call('chat.postMessage', { channel, text: 'a', thread_ts: first })).toMatchObject({
      error: 'cannot_reply_to_message',
    });
  });

  test('a deleted parent leaves a tombstone, and nobody answers it', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const ts = await on.post(channel, 'parent');
    const reply = await on.post(channel, 'one', { thread_ts: ts });
    await on.client.chat.delete({ channel, ts: ts });
    expect(await said(on, channel, ts)).toMatchObject({
      tombstone: true,
      reply_count: 1,
      text: 'This message was deleted.',
    });
    expect(await on.call('chat.postMessage', { channel, text: 'two', thread_ts: ts })).toMatchObject({
      error: 'thread_not_found',
    });
    expect(await on.call('conversations.replies', { channel, ts })).toMatchObject({
      ok: true,
      messages: [{ subtype: 'tombstone' }, { text: 'one' }],
    });
    const deliveries = async () =>
      (await on.journal())
        .filter((row) => row.kind === 'delivery')
        .map((row) => (row.request as { payload: { event: object } }).payload.event);
    expect((await deliveries()).at(-1)).toMatchObject({
      subtype: 'message_changed',
      hidden: true,
      message: { subtype: 'tombstone', user: 'USLACKBOT', ts },
      previous_message: { text: 'parent' },
    });
    await on.client.chat.delete({ channel, ts: reply });
    expect(await said(on, channel, ts)).toBeUndefined();
    expect((await deliveries()).at(-1)).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: ts,
      previous_message: { subtype: 'tombstone', reply_count: 0 },
    });
  });

  test('a deleted reply is no longer counted', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const ts = await on.post(channel, 'parent');
    const reply = await on.post(channel, 'one', { thread_ts: ts });
    await on.client.chat.delete({ channel, ts: reply });
    expect(await said(on, channel, ts)).toMatchObject({ reply_count: 0, reply_users: [], thread_ts: ts });
  });
});

describe('what a person types', () => {
  test.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['<!channel> <@U123>', '&lt;!channel&gt; &lt;@U123&gt;'],
    ['a@b.example and #nowhere and @nobody', 'a@b.example and #nowhere and @nobody'],
    [':tada: stays', ':tada: stays'],
    ['see https://example.com/a?b=1&c=2.', 'see <https://example.com/a?b=1&amp;c=2>.'],
    ['@here look', '<!here> look'],
  ])('%s', async (typed, stored) => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: typed })) as { ts: string };
    const text = (await said(on, channel, ts))?.text;
    expect(text).toBe(stored);
  });

  test('mentions of people and channels come alive, with a rich text beside', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', {
      do: 'send',
      channel,
      text: `*hi* <@${on.ids.users['kofi']}> in #ask-it, (@lea)`,
    })) as {
      ts: string;
    };
    const { kofi, lea } = on.ids.users;
    const it = on.ids.channels['ask-it'];
    const message = await said(on, channel, ts);
    expect(message?.text).toBe(`*hi* <@${kofi}> in <#${it}|ask-it>, (<@${lea}>)`);
    expect(message?.blocks[0]).toMatchObject({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'hi', style: { bold: true } },
            { type: 'text', text: ' ' },
            { type: 'user', user_id: kofi },
            { type: 'text', text: ' in ' },
            { type: 'channel', channel_id: it },
            { type: 'text', text: ', (' },
            { type: 'user', user_id: lea },
            { type: 'text', text: ')' },
          ],
        },
      ],
    });
  });
});

describe('marks', () => {
  test('of mentions only those that were chosen, where the page tells them', async () => {
    const on = await workspace();
    const { kofi, lea } = on.ids.users;
    const send = { do: 'send', channel: on.ids.channels['general']!, text: `<@${kofi}> <@${lea}>` } as const;
    const { ts } = (await on.act('ana', { ...send, mentions: [kofi!] })) as { ts: string };
    const found = async () => (await on.sight('ana')).messages.find((one) => one.ts === ts)?.text;
    expect(await found()).toBe(`<@${kofi}> &lt;@${lea}&gt;`);
    await on.act('ana', { ...send, do: 'edit', ts, mentions: [] });
    expect(await found()).toBe(`&lt;@${kofi}&gt; &lt;@${lea}&gt;`);
  });

  test('reactions count once per person', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const ts = await on.post(channel, 'a');
    await on.client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
    expect(await on.call('reactions.add', { channel, timestamp: ts, name: 'eyes' })).toMatchObject({
      error: 'already_reacted',
    });
    await on.act('ana', { do: 'react', channel, ts: ts, name: 'eyes' });
    expect((await said(on, channel, ts))?.reactions).toEqual([
      { name: 'eyes', users: [on.ids.bot, on.ids.users['ana']] },
    ]);
    await on.client.reactions.remove({ channel, timestamp: ts, name: 'eyes' });
    expect(await on.call('reactions.remove', { channel, timestamp: ts, name: 'eyes' })).toMatchObject({
      error: 'no_reaction',
    });
  });

  test('unread and mentions are counted until they are read', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    await on.post(channel, `hello <@${on.ids.users['ana']}>`);
    await on.post(channel, 'and all');
    const seen = async () => (await on.sight('ana')).channels.find((one) => one.id === channel);
    expect(await seen()).toMatchObject({ unread: 2, mentions: 1 });
    await on.act('ana', { do: 'read', channel });
    expect(await seen()).toMatchObject({ unread: 0, mentions: 0 });
  });
});

describe('files', () => {
  test('three steps, shared afterwards, and read with the token only', async () => {
    const on = await workspace();
    const channel_id = on.ids.channels['general']!;
    await on.client.filesUploadV2({ channel_id, filename: 'note.txt', content: 'hello', initial_comment: 'look' });
    const find = async () => (await on.sight('ana')).messages.find((m) => m.files.length > 0);
    await expect
      .poll(find)
      .toMatchObject({ text: 'look', subtype: 'file_share', files: [{ name: 'note.txt', size: 5 }] });
    const id = (await find())!.files[0]!.id;
    const { file } = await on.client.files.info({ file: id });
    expect(file?.shares?.public?.[channel_id]).toHaveLength(1);
    const url = file!.url_private_download!;
    const bare = await fetch(url);
    expect([bare.status, bare.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await (await fetch(url, { headers: { authorization: `Bearer ${on.botToken}` } })).text()).toBe('hello');
  });

  test('a path in a name is not a path', async () => {
    const on = await workspace();
    const { file } = (await on.act('ana', {
      do: 'upload',
      name: '../../etc/passwd',
      mimetype: 'text/html',
      content: Buffer.from('<script>').toString('base64'),
    })) as { file: string };
    await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: '', files: [file] });
    const seen = (await on.sight('ana')).messages
      .at(-1)!
      .files.concat((await on.sight('ana')).messages.flatMap((m) => m.files))[0]!;
    expect(seen.name).toBe('passwd');
    const shown = await fetch(seen.url);
    expect([shown.headers.get('content-type'), shown.headers.get('content-disposition')?.split(';')[0]]).toEqual([
      'application/octet-stream',
      'attachment',
    ]);
  });
});
