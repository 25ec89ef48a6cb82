import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let giulia: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, bao, giulia] = [day.person('ana'), day.person('bao'), day.person('giulia')];
  desk = day.channel('support-desk');
  for (const [by, title] of [
    [bao, 'VPN {{agent}} drops'],
    [giulia, 'Lo schermo è nero'],
    [bao, 'The screen is dark'],
  ] as const) {
    const raised = await day.app.desk.open(by.id as never, {
      title,
      content: 'So.',
      group: 'support',
      channel: 'slash',
    });
    expect(raised.kind).toBe('done');
  }
});
afterAll(() => day.close());

type Form = Awaited<ReturnType<PersonInSlack['form']>>;
const blockOf = (form: Form, name: string): string =>
  form.blocks.find(({ block_id }) => block_id === name || block_id?.startsWith(`${name}.`))?.block_id ?? '';
const textIn = (form: Form): string => {
  const block = form.blocks.find(({ block_id }) => block_id === blockOf(form, 'text'));
  const { element } = block as { element: { initial_value?: string } };
  return element.initial_value ?? '';
};
/** Chooses a template with this typed in the answer; gives the form as it is then. */
async function choose(form: Form, code: string, typed: string): Promise<Form> {
  const select = blockOf(form, 'template');
  const option = (await ana.search(form, select, code)).find(({ value }) => value === code);
  if (!option) throw new Error(`no template ${code}`);
  const state = {
    [blockOf(form, 'text')]: { value: { type: 'plain_text_input', value: typed } },
    [select]: { value: { type: 'external_select', selected_option: option } },
  };
  await ana.act({
    do: 'click',
    place: { kind: 'view', view_id: form.id },
    block_id: select,
    action_id: 'value',
    value: { type: 'external_select', selected_option: option },
    state,
  } as never);
  return ana.await('the form anew', ({ views }) => views.find(({ id, hash }) => id === form.id && hash !== form.hash));
}

test('the words of a template come behind what was typed, and what it does besides is done when they are sent', async () => {
  await ana.command(desk, 'keep T-1001');
  await ana.command(desk, 'reply T-1001');
  const form = await ana.form('Reply to T-1001');
  const menu = await ana.search(form, 'template', '');
  expect(menu.map(({ value }) => value)).toEqual(['hello', 'vpn_reset']);
  expect((await ana.search(form, 'template', 'VPN profile')).map(({ value }) => value)).toEqual(['vpn_reset']);
  const first = await choose(form, 'hello', 'One moment.  ');
  expect(textIn(first)).toMatch(
    /^One moment\.\n\nHello Bao Tran, thank you for T-1001 “VPN \{\{agent\}\} drops”\. .* Ana López$/,
  );
  const second = await choose(first, 'vpn_reset', `${textIn(first)} And:`);
  expect(textIn(second)).toMatch(/And:\n\nPlease remove the VPN profile on your –, restart/);
  expect(wordsOf(second)).toContain('Once it is sent, also');
  const [text, acts] = [blockOf(second, 'text'), blockOf(second, 'acts')];
  const boxes = second.blocks.find(({ block_id }) => block_id === acts);
  expect(JSON.stringify(boxes)).toContain('Priority: High');
  await ana.submit(second, { [text]: 'Remove the profile.', [acts]: ['vpn_reset.0', 'vpn_reset.1'] });
  await ana.formsClosed();
  await bao.reads('Remove the profile.');
  expect(await day.ticket(1001 as never)).toMatchObject({ state: 'answered', tags: ['vpn'], priority: 'high' });
  expect(await day.rows('select code, uses from templates order by code')).toEqual([
    { code: 'hello', uses: 1 },
    { code: 'refund', uses: 0 },
    { code: 'vpn_reset', uses: 1 },
  ]);
  expect(await day.replayed(1001 as never)).toEqual(await day.ticket(1001 as never));
});

test('it speaks the language of the requester', async () => {
  await ana.command(desk, 'keep T-1002');
  await ana.command(desk, 'resolve T-1002');
  const form = await choose(await ana.form('Resolve T-1002'), 'hello', '');
  expect(textIn(form)).toMatch(/^Ciao Giulia Conti, grazie per T-1002 «Lo schermo è nero»/);
  await ana.act({ do: 'close', view_id: form.id });
});

test('what would be too long is not added, and what was typed stays', async () => {
  await ana.command(desk, 'keep T-1003');
  await ana.command(desk, 'pend T-1003');
  const asked = await ana.form('T-1003');
  const typed = 'x'.repeat(2980);
  const form = await choose(asked, 'hello', typed);
  expect(wordsOf(form)).toContain('more than 3000 characters, so it was not added');
  expect(blockOf(form, 'text')).toBe('text');
  await ana.submit(form, { waiting_for: 'The model', text: typed });
  await ana.formsClosed();
  await bao.reads(typed.slice(0, 100));
  expect(await day.rows(`select uses from templates where code = 'hello'`)).toEqual([{ uses: 1 }]);
});

test('typed in the thread by its code it is shown with what it does, and goes from there once', async () => {
  await day.app.desk.open(bao.id as never, {
    title: 'No VPN',
    content: 'So.',
    type: 'malfunction',
    group: 'support',
    channel: 'slash',
    fields: { device: 'laptop', screen: 'VPN' },
  });
  const card = await ana.message('the card', (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('T-1004'));
  await ana.act({ do: 'send', channel: desk, thread_ts: card.ts, text: '?VPN-reset' });
  const shown = await ana.message('the words', (m) => m.ephemeral && wordsOf(m).includes('profile on your Laptop'));
  expect(wordsOf(shown)).toContain('Once it is sent, also: Tags: vpn · Priority: High');
  await ana.press('Send', shown);
  await bao.reads('remove the VPN profile');
  await day.kept('its acts', `select 1 from tickets where number = 1004 and priority = 'high' and 'vpn' = any(tags)`);
  expect(await day.ticket(1004 as never)).toMatchObject({ state: 'answered', assignee: ana.id });
});
