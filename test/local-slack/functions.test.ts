/** The app's own functions, run as a workflow step would, by an unmodified Bolt app. */
import { expect, test } from 'vitest';
import { input, modal } from './limits.ts';
import { listener } from './listener.ts';
import { everything } from './refusals/stage.ts';
import { type Workspace, bolt, until, workspace } from './workspace.ts';

async function start(on: Workspace, inputs: Record<string, unknown> = { text: 'abc' }) {
  return on.control({ do: 'run_function', callback_id: 'reverse', user: on.ids.users['ana']!, inputs });
}

type Execution = { id: string; state: string; outputs?: object; error?: string; token: string };

function ended(on: Workspace, id: string): Promise<Execution> {
  return until(async () => {
    const { execution } = (await on.control({ do: 'execution', id })) as unknown as { execution: Execution };
    return execution.state === 'running' ? undefined : execution;
  });
}

test('a function is completed or failed, once, with the token it brought', async () => {
  const on = await workspace({ manifest: everything() });
  const tokens: string[] = [];
  await bolt(on, (app) =>
    app.function('reverse', async ({ inputs, complete, fail, client }) => {
      tokens.push(client.token ?? '');
      const text = String(inputs['text']);
      if (text === '') await fail({ error: 'Nothing to turn.' });
      else await complete({ outputs: { turned: text.split('').toReversed().join('') } });
    }),
  );
  const first = (await start(on))['execution'] as Execution;
  expect(await ended(on, first.id)).toMatchObject({ state: 'completed', outputs: { turned: 'cba' } });
  const second = (await start(on, { text: '' }))['execution'] as Execution;
  expect(await ended(on, second.id)).toMatchObject({ state: 'failed', error: 'Nothing to turn.' });
  expect(tokens).toEqual([first.token, second.token]);
  const again = { function_execution_id: first.id, outputs: { turned: 'x' } };
  expect(await on.call('functions.completeSuccess', again)).toMatchObject({ error: 'execution_not_in_running_state' });
});

test('inputs are checked, unknown functions are not run, and the token ends after a while', async () => {
  const on = await workspace({ manifest: everything() });
  expect(await start(on, {})).toMatchObject({ error: 'parameter_validation_failed' });
  expect(await start(on, { text: 3 })).toMatchObject({ error: 'parameter_validation_failed' });
  const other = { do: 'run_function', callback_id: 'other', user: on.ids.users['ana']!, inputs: {} } as const;
  expect(await on.control(other)).toMatchObject({ error: 'function_not_found' });
  const { token } = (await start(on))['execution'] as Execution;
  expect(await on.call('auth.test', {}, token)).toMatchObject({ ok: true, user_id: on.ids.bot });
  expect(await on.call('auth.test', {}, 'xwfp-another')).toMatchObject({ error: 'invalid_auth' });
  await on.control({ do: 'clock', forward_ms: 16 * 60_000 });
  expect(await on.call('auth.test', {}, token)).toMatchObject({ error: 'token_expired' });
});

test('what is done in a modal that a function opened concerns its run', async () => {
  const on = await workspace({ manifest: everything() });
  const heard = await listener(on);
  const run = (await start(on))['execution'] as Execution;
  const view = modal([input({ type: 'plain_text_input', action_id: 'a' }, { block_id: 'b', dispatch_action: true })], {
    notify_on_close: true,
  });
  const open = async (token?: string) => {
    const trigger_id = on.slack.triggers.make(on.ids.users['ana']!);
    return ((await on.call('views.open', { trigger_id, view }, token))['view'] as { id: string }).id;
  };
  const values = { b: { a: { type: 'plain_text_input', value: 'x' } } };
  const view_id = await open(run.token);
  const place = { kind: 'view' as const, view_id };
  await on.act('ana', { do: 'click', place, block_id: 'b', action_id: 'a', value: { value: 'x' } });
  await on.act('ana', { do: 'submit', view_id, values });
  await on.act('ana', { do: 'close', view_id: await open(run.token) });
  await on.act('ana', { do: 'close', view_id: await open() });
  const told = heard.filter(({ type }) => type !== 'event_callback');
  expect(told.map(({ type }) => type)).toEqual(['block_actions', 'view_submission', 'view_closed', 'view_closed']);
  for (const one of told.slice(0, 3))
    expect(one).toMatchObject({
      bot_access_token: run.token,
      function_data: { execution_id: run.id, function: { callback_id: 'reverse' }, inputs: { text: 'abc' } },
    });
  expect(told[3]).not.toHaveProperty('function_data');
});
