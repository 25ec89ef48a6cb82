/** Rules that show only when a person does something and an app answers. */
import { expect } from 'vitest';
import { type Json, many, modal, option, s } from './limits.ts';
import { type Workspace, bolt } from './workspace.ts';

type Trial = (on: Workspace) => Promise<void>;

const menu = { type: 'external_select', action_id: 'a', min_query_length: 0 };

/** What a person is offered when the app answers with this. */
async function offered(on: Workspace, answer: Json | null): Promise<number> {
  const app = await bolt(on, (one) =>
    one.options('a', async ({ ack }) => {
      if (answer) await ack(answer as never);
    }),
  );
  const channel = String(on.ids.channels['general']);
  const ts = await on.post(channel, 'choose', { blocks: [{ type: 'actions', block_id: 'b', elements: [menu] }] });
  const asked = on.act('ana', {
    do: 'options',
    place: { kind: 'message', channel, ts },
    block_id: 'b',
    action_id: 'a',
    query: 'x',
  });
  if (!answer) await on.control({ do: 'clock', forward_ms: 3000 });
  const given = (await asked) as { options?: unknown[]; option_groups?: unknown[] };
  await app.stop();
  return (given.options ?? given.option_groups ?? []).length;
}

const options = (n: number): Json[] => many(n, (at) => ({ ...option(5), value: `v${at}` }));

/** A person submits what they typed; what came of it under the input. */
async function typed(on: Workspace, n: number): Promise<Record<string, string>> {
  const element = { type: 'plain_text_input', action_id: 'a', multiline: true };
  const view = modal([{ type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'l' }, element }]);
  const trigger_id = on.slack.triggers.make(String(on.ids.users['ana']));
  const opened = (await on.call('views.open', { trigger_id, view })) as unknown as { view: { id: string } };
  const value = { type: 'plain_text_input', value: s(n) };
  const submitted = on.act('ana', { do: 'submit', view_id: opened.view.id, values: { b: { a: value } } });
  await on.control({ do: 'clock', forward_ms: 3000 });
  await submitted;
  return on.slack.state.views[opened.view.id]?.errors ?? {};
}

export const PERSON_RULES: Record<string, Trial> = {
  'external_select.response_options': async (on) => {
    expect(await offered(on, { options: options(100) })).toBe(100);
    expect(await offered(on, { options: options(101) })).toBe(0);
    expect(
      await offered(on, {
        option_groups: many(101, () => ({ label: { type: 'plain_text', text: 'l' }, options: options(1) })),
      }),
    ).toBe(0);
  },
  'external_select.response_time': async (on) => {
    expect(await offered(on, null)).toBe(0);
  },
  'plain_text_input.value': async (on) => {
    expect(Object.keys(await typed(on, 3000))).toEqual([]);
    expect(Object.keys(await typed(on, 3001))).toEqual(['b']);
  },
};
