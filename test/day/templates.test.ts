import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { begun, isRoot, type PersonInSlack, rich, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let giulia: PersonInSlack;
let lea: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay({
    edit: (text) =>
      text.replace(
        '\ntemplates:\n',
        `
templates:
  done:
    title: It is done
    group: support
    text: It is done, {{requester}}.
    acts: [{ do: resolve, with: { reason: solved } }, { do: tag, with: { add: [done] } }]
  odd: { title: Not to be done, group: support, text: Never said., acts: [{ do: archive }] }
`,
      ),
  });
  [ana, bao, giulia, lea] = [day.person('ana'), day.person('bao'), day.person('giulia'), day.person('lea')];
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
  const { element } = block as { element: { initial_value?: unknown } };
  return begun(element) ?? '';
};
const isFaulty = ({ errors }: Form): boolean => Object.keys(errors).length > 0;
/** Chooses a template with this typed in the answer; gives the form as it is then. */
async function choose(form: Form, code: string, words: string): Promise<Form> {
  const select = blockOf(form, 'template');
  const option = (await ana.search(form, select, code)).find(({ value }) => value === code);
  if (!option) throw new Error(`no template ${code}`);
  const state = {
    [blockOf(form, 'text')]: { value: rich(words) },
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
  expect(menu.map(({ value }) => value)).toEqual(['hello', 'done', 'odd', 'vpn_reset']);
  expect((await ana.search(form, 'template', 'VPN profile')).map(({ value }) => value)).toEqual(['vpn_reset']);
  const first = await choose(form, 'hello', 'One moment.  ');
  expect(textIn(first)).toMatch(
    /^One moment\.\n\nHello Bao Tran, thank you for T-1001 “VPN \{\{agent\}\} drops”\. .* Ana López$/,
  );
  const second = await choose(first, 'vpn_reset', `${textIn(first)} And:`);
  expect(textIn(second)).toMatch(/And:\n\nPlease remove the VPN profile on your –, restart/);
  expect(wordsOf(second)).toContain('Once it is sent, also');
  expect(wordsOf(first)).not.toContain('Nobody has answered');
  expect(wordsOf(second)).toContain('Nobody has answered {{field.device}} here, so your answer says “–”.');
  const twice = await choose(second, 'vpn_reset', textIn(second));
  expect(textIn(twice)).toBe(textIn(second));
  expect(wordsOf(twice)).toContain('This template is in your answer already');
  const [text, acts] = [blockOf(twice, 'text'), blockOf(twice, 'acts')];
  const boxes = twice.blocks.find(({ block_id }) => block_id === acts);
  expect(JSON.stringify(boxes)).toContain('Priority: High');
  await ana.submit(twice, { [text]: 'Remove the {{profile}} of “VPN {{agent}} drops” and `{{keep}}`.' });
  const told = await ana.await('why', ({ views }) => views.find((view) => view.id === form.id && isFaulty(view)));
  expect(told.errors[text]).toMatch(/^Nothing was sent, because \{\{profile\}\} is filled in only/);
  await ana.submit(twice, { [text]: 'Remove the profile.', [acts]: ['vpn_reset.0', 'vpn_reset.1'] });
  await ana.formsClosed();
  await bao.reads('Remove the profile.');
  expect(await day.ticket(1001 as never)).toMatchObject({ state: 'answered', tags: ['vpn'], priority: 'high' });
  expect(await day.rows('select code, uses from templates order by code')).toEqual([
    { code: 'done', uses: 0 },
    { code: 'hello', uses: 1 },
    { code: 'odd', uses: 0 },
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

const raise = async (title: string) => {
  const request = { title, content: 'So.', group: 'support', channel: 'slash' };
  const raised = await day.app.desk.open(bao.id as never, request);
  if (raised.kind !== 'done') throw new Error('not raised');
  return raised.ticket.number;
};

test('an answer that its template resolves is sent as that, in one act', async () => {
  const number = await raise('The cable');
  await ana.command(desk, `keep T-${number}`);
  await ana.command(desk, `reply T-${number}`);
  const form = await choose(await ana.form(`Reply to T-${number}`), 'done', '');
  expect(wordsOf(form)).toContain('Once it is sent, also');
  await ana.submit(form, {});
  await ana.formsClosed();
  await bao.reads('It is done, Bao Tran.', 'Still not solved');
  await day.kept('its tag', `select 1 from tickets where number = ${number} and 'done' = any(tags)`);
  expect(await day.ticket(number)).toMatchObject({ state: 'resolved', resolution: { reason: 'solved' } });
  expect(await day.rows(`select verb from events where ticket = ${number} order by seq`)).toMatchObject([
    { verb: 'create' },
    { verb: 'keep' },
    { verb: 'resolve' },
    { verb: 'tag' },
  ]);
});

test('what cannot all be done is not begun: the form says which and why, and in the thread it is said as well', async () => {
  const number = await raise('Another cable');
  await ana.command(desk, `keep T-${number}`);
  await ana.command(desk, `reply T-${number}`);
  const form = await choose(await ana.form(`Reply to T-${number}`), 'odd', '');
  await ana.submit(form, {});
  const told = await ana.await('why', ({ views }) => views.find((view) => view.id === form.id && isFaulty(view)));
  expect(JSON.stringify(told.errors)).toContain('Nothing was sent, because “Archive” cannot be done.');
  await ana.act({ do: 'close', view_id: form.id });
  const card = await ana.message(
    'the card',
    (m) => m.channel === desk && !m.ephemeral && isRoot(m) && wordsOf(m).includes(`T-${number}`),
  );
  await ana.act({ do: 'send', channel: desk, thread_ts: card.ts, text: '?odd' });
  await ana.press('Send', await ana.message('the words', (m) => m.ephemeral && wordsOf(m).includes('Never said.')));
  await ana.reads('Nothing was sent, because “Archive” cannot be done.');
  expect(await day.ticket(number)).toMatchObject({ state: 'in_progress', version: 2 });
});

test('a lead writes one in Slack, tries it on a ticket, and takes it away and back', async () => {
  await lea.command(desk, 'templates');
  const list = await lea.form('Templates');
  expect(wordsOf(list)).toContain('Reset the VPN profile');
  await lea.press('➕ New template', list);
  const form = await lea.form('New template');
  const filled = { title: 'Try the other cable', code: 'Other-cable', becomes: 'pend.requester' };
  await lea.submit(form, { ...filled, text_en: 'Hello {{requester}} {{nobody}}' });
  const wrong = await lea.await('faults', ({ views }) => views.find((view) => view.id === form.id && isFaulty(view)));
  expect(Object.keys(wrong.errors).toSorted()).toEqual(['text_en', 'waiting']);
  await lea.submit(form, {
    ...filled,
    text_en: 'Try the other cable, {{requester}}.',
    waiting: 'the other cable',
    'processing.support': 'hardware',
  });
  const shown = await lea.form('Template');
  await lea.await('it is saved', ({ views }) =>
    views.some((view) => wordsOf(view).includes('It can be chosen from now on')),
  );
  const tried = shown.blocks.find(({ block_id }) => block_id === 'try');
  expect(JSON.stringify(tried)).toContain('external_select');
  expect(await day.rows(`select code, processing, acts, edited_by from templates where code = 'other_cable'`)).toEqual([
    {
      code: 'other_cable',
      processing: 'hardware',
      acts: [{ verb: 'pend', input: { kind: 'requester', waiting_for: 'the other cable' } }],
      edited_by: lea.id,
    },
  ]);
  await lea.press('Edit', await lea.form('Templates'));
  const edited = await lea.form('Edit template');
  await lea.press('Remove', edited);
  await lea.await('it is gone', ({ views }) => views.some((view) => wordsOf(view).includes('is removed.')));
  expect(await day.rows('select code from templates where removed_at is not null')).toHaveLength(1);
  await lea.press('Bring it back', await lea.form('Templates'));
  await lea.await('it is back', ({ views }) => views.some((view) => wordsOf(view).includes('is there again.')));
  expect(await day.rows('select code from templates where removed_at is not null')).toEqual([]);
});

test('the form asks what it was about and how it was solved; a template that goes with it chooses it', async () => {
  await ana.command(desk, 'resolve T-1004');
  const form = await ana.form('Resolve T-1004');
  const chosen = await choose(form, 'vpn_reset', 'Hello.');
  const menu = chosen.blocks.find(({ block_id }) => block_id === blockOf(chosen, 'processing'));
  expect(JSON.stringify(menu)).toContain('"initial_option":{"text":{"type":"plain_text","text":"Network and VPN"');
  const [text, about] = [blockOf(chosen, 'text'), blockOf(chosen, 'processing')];
  await ana.submit(chosen, { [text]: 'It holds.', reason: 'solved', [about]: 'network', solution: 'A new profile.' });
  await ana.formsClosed();
  await day.kept('the end', `select 1 from tickets where number = 1004 and state = 'resolved'`);
  expect(await day.ticket(1004 as never)).toMatchObject({ processing: 'network', solution: 'A new profile.' });
  await ana.command(desk, 'T-1004');
  const shown = await ana.await('how it was solved', ({ views }) =>
    views.find((view) => wordsOf(view).includes('A new profile.')),
  );
  expect(wordsOf(shown)).toContain('*Category*: Network and VPN');
  await ana.act({ do: 'close', view_id: shown.id });
  // Whoever asked reads neither.
  await bao.command(day.channel('ask-support'), 'T-1004');
  const theirs = await bao.await('the ticket', ({ views }) => views.find((view) => wordsOf(view).includes('No VPN')));
  expect(wordsOf(theirs)).not.toMatch(/A new profile|Category/);
  await ana.command(desk, 'report categories');
  await ana.reads('Categories of the last 30 days', '*Network and VPN*: 1 (50 %)');
});
