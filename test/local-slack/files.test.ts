/** Files after they have come: shared, listed, deleted; and the lists of what people reacted to. */
import { describe, expect, test } from 'vitest';
import { everything } from './refusals/stage.ts';
import { type Workspace, until, workspace } from './workspace.ts';

async function uploaded(on: Workspace, filename: string, bytes: string): Promise<{ id: string; url: string }> {
  const asked = await on.client.files.getUploadURLExternal({ filename, length: bytes.length });
  const url = asked.upload_url!;
  expect((await fetch(url, { method: 'POST', body: bytes })).status).toBe(200);
  return { id: asked.file_id!, url };
}

async function shares(on: Workspace, file: string): Promise<unknown[]> {
  const { file: seen } = (await on.client.files.info({ file })) as unknown as { file: { channels: string[] } };
  return seen.channels;
}

describe('a file', () => {
  test('is uploaded once, completed once, and shared a moment after the answer', async () => {
    const on = await workspace({ manifest: everything() });
    const channel_id = on.ids.channels['general']!;
    const { id, url } = await uploaded(on, 'a.txt', 'hello');
    expect((await fetch(url, { method: 'POST', body: 'again' })).status).toBe(404);
    const { file_id: empty } = await on.client.files.getUploadURLExternal({ filename: 'b.txt', length: 1 });
    const complete = (file: string | undefined) =>
      on.call('files.completeUploadExternal', { files: [{ id: file, title: 'Words' }], channel_id });
    expect(await complete(empty)).toMatchObject({ error: 'file_not_found' });
    expect(await complete(id)).toEqual({ ok: true, files: [{ id, title: 'Words' }] });
    await until(async () => ((await shares(on, id)).length > 0 ? true : undefined));
    expect(await complete(id)).toMatchObject({ error: 'file_not_found' });
    expect(await shares(on, id)).toEqual([channel_id]);
  });

  test('is listed by kind, person, channel and page, and gone when deleted', async () => {
    const on = await workspace({ manifest: everything() });
    const channel = on.ids.channels['general']!;
    const names = ['one.png', 'two.pdf', 'three.png'];
    for (const name of names) {
      const { id } = await uploaded(on, name, 'x');
      await on.call('files.completeUploadExternal', { files: [{ id }], channel_id: channel });
      await until(async () => ((await shares(on, id)).length > 0 ? true : undefined));
    }
    const list = async (args: Record<string, unknown> = {}) => {
      const answer = await on.call('files.list', args);
      return { ...answer, names: (answer['files'] as { name: string }[]).map((one) => one.name) };
    };
    expect((await list()).names).toEqual(names.toReversed());
    expect((await list({ types: 'images' })).names).toEqual(['three.png', 'one.png']);
    expect((await list({ types: 'images,pdfs' })).names).toHaveLength(3);
    expect((await list({ user: on.ids.users['ana'] })).names).toEqual([]);
    expect((await list({ channel: on.ids.channels['random'] })).names).toEqual([]);
    expect(await list({ count: 2, page: 2 })).toMatchObject({
      names: ['one.png'],
      paging: { count: 2, total: 3, page: 2, pages: 2 },
    });
    const [newest] = (await list())['files' as never] as { id: string }[];
    expect(await on.call('files.delete', { file: newest?.id })).toEqual({ ok: true });
    expect((await list()).names).toEqual(['two.pdf', 'one.png']);
    expect((await on.sight('ana')).messages.flatMap((one) => one.files).map((one) => one.name)).not.toContain(
      'three.png',
    );
  });
});

test('what somebody reacted to is listed, newest first, by page or by cursor', async () => {
  const on = await workspace();
  const channel = on.ids.channels['general']!;
  const user = on.ids.users['lea']!;
  const posted = [await on.post(channel, 'a'), await on.post(channel, 'b'), await on.post(channel, 'c')];
  for (const ts of posted) await on.act('lea', { do: 'react', channel, ts, name: 'eyes' });
  const list = async (args: Record<string, unknown> = {}) => {
    const answer = await on.call('reactions.list', { user, ...args });
    const items = answer['items'] as { message: { ts: string } }[];
    return { ...answer, ts: items.map((one) => one.message.ts) };
  };
  expect((await list()).ts).toEqual(posted.toReversed());
  const first = await list({ limit: 2 });
  expect(first.ts).toEqual(posted.toReversed().slice(0, 2));
  const { next_cursor } = first['response_metadata' as never] as { next_cursor: string };
  expect((await list({ limit: 2, cursor: next_cursor })).ts).toEqual([posted[0]]);
  expect(await list({ count: 1, page: 3 })).toMatchObject({ ts: [posted[0]], paging: { pages: 3 } });
  expect((await on.call('reactions.list'))['items']).toEqual([]);
});
