import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { input, modal } from './limits.ts';
import { type Heard, ear, listener, opened, trigger } from './listener.ts';
import { type Workspace, until, workspace } from './workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A workspace, stopped and started again; `live` is what happens before. */
async function restarted<T>(name: string, live: (on: Workspace) => Promise<T>): Promise<{ on: Workspace; left: T }> {
  const stateFile = join(folder, `${name}.json`);
  const first = await workspace({ stateFile, mode: 'http' });
  const left = await live(first);
  await first.close();
  return { on: await workspace({ stateFile }), left };
}

const form = modal([input({ type: 'plain_text_input', action_id: 'a' }, { block_id: 'b' })]);
const values = { b: { a: { type: 'plain_text_input', value: 'good' } } };

test('an open modal is still open: it can be updated and submitted', async () => {
  const { on, left } = await restarted('modal', async (first) => opened(first, await listener(first), form));
  const heard = await listener(on);
  expect((await on.sight('ana')).views.map((one) => one.id)).toEqual([left]);
  expect((await on.call('views.update', { view_id: left, view: form })).ok).toBe(true);
  expect(await on.act('ana', { do: 'submit', view_id: left, values })).toEqual({ ok: true });
  expect(heard[0]).toMatchObject({ type: 'view_submission', view: { id: left, state: { values } } });
  expect((await on.sight('ana')).views).toEqual([]);
});

test('a trigger of before is expired, as it would be anyway; one that never was is invalid', async () => {
  const { on, left } = await restarted('trigger', async (first) => {
    const heard = await listener(first);
    return trigger(first, heard);
  });
  const open = async (trigger_id: string) => (await on.call('views.open', { trigger_id, view: form })).error;
  await on.control({ do: 'clock', forward_ms: 3001 });
  expect(await open(left)).toBe('expired_trigger_id');
  expect(await open('132456.7890123.abcdef')).toBe('invalid_trigger_id');
});

test('a response address goes on where it was', async () => {
  const { on, left } = await restarted('address', async (first) => {
    const heard: Heard[] = await listener(first);
    await trigger(first, heard);
    const url = heard[0]!.response_url;
    await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'one' }) });
    return new URL(url).pathname;
  });
  const answer = async (text: string) =>
    (await fetch(`${on.url}${left}`, { method: 'POST', body: JSON.stringify({ text }) })).status;
  const statuses: number[] = [];
  for (const text of ['two', 'three', 'four', 'five', 'six']) statuses.push(await answer(text));
  expect(statuses).toEqual([200, 200, 200, 200, 404]);
});

test('an event that nobody took comes again after the restart, and then no more', async () => {
  const { on } = await restarted('retries', async (first) => {
    await first.act('ana', { do: 'send', channel: first.ids.channels['general']!, text: 'is anybody there' });
    const tried = async () => (await first.journal()).filter((row) => row.name === 'message' && row.ms !== null);
    await until(async () => ((await tried()).length === 2 ? true : undefined));
  });
  const heard = await ear(on);
  await on.control({ do: 'clock', forward_ms: 60_000 });
  const again = await until(() => heard[0]);
  expect(again.event).toMatchObject({ type: 'message', text: 'is anybody there' });
  await on.control({ do: 'clock', forward_ms: 3_600_000 });
  const rows = (await on.journal()).filter((row) => row.name === 'message');
  expect(rows.map(({ attempt }) => attempt)).toEqual([2]);
});
