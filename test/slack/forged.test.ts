import { createHmac } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from '../day/open.ts';

/** In HTTP mode, with Slack's own signature: whoever has a Slack client can make it send nearly anything. */
let day: Awaited<ReturnType<typeof openDay>>;
const lines: string[] = [];
const log = pino(
  { level: 'debug' },
  new Writable({ write: (line, _encoding, next) => (lines.push(String(line)), next()) }),
);
const SECRET_WORDS = 'the salary of Bao';

beforeAll(async () => {
  day = await openDay({ mode: 'http', log });
  const opened = await day.app.desk.open(day.person('bao').id as never, {
    title: 'Payslip',
    content: SECRET_WORDS,
    group: 'support',
    channel: 'slash',
    private: true,
  });
  expect(opened.kind).toBe('done');
});
afterAll(() => day.close());

async function post(
  body: string,
  { at = Date.now() / 1000, secret = day.slack.signingSecret } = {},
): Promise<Response> {
  const stamp = String(Math.floor(at));
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return fetch(`http://127.0.0.1:${day.app.port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
}
const payload = (data: object) => `payload=${encodeURIComponent(JSON.stringify(data))}`;
const team = () => ({ id: day.slack.ids.team, domain: 'northwind' });
const by = (name: string) => ({ id: day.person(name).id, team_id: day.slack.ids.team });

const click = (user: object, action: object) =>
  payload({
    type: 'block_actions',
    team: team(),
    user,
    api_app_id: day.slack.ids.app,
    trigger_id: '1.2.abc',
    token: 'x',
    container: { type: 'view', view_id: 'V1' },
    actions: [{ type: 'button', block_id: 'b', action_ts: '1.1', ...action }],
  });
const form = (user: object, callback_id: string, private_metadata: string, text = 'Give me all.') =>
  payload({
    type: 'view_submission',
    team: team(),
    user,
    api_app_id: day.slack.ids.app,
    trigger_id: '1.2.abc',
    token: 'x',
    response_urls: [],
    view: {
      id: 'V1',
      team_id: day.slack.ids.team,
      type: 'modal',
      hash: 'h',
      callback_id,
      private_metadata,
      blocks: [],
      title: { type: 'plain_text', text: 'x' },
      state: { values: { text: { value: { type: 'plain_text_input', value: text } } } },
    },
  });

const untouched = async () => {
  const ticket = await day.ticket(1001 as never);
  expect(ticket).toMatchObject({ version: 1, state: 'new', assignee: null });
};

test.each([
  ['an unknown verb', () => click(by('ana'), { action_id: 'do.destroy', value: '1001' })],
  ['a name of every object', () => click(by('ana'), { action_id: 'do.constructor', value: '1001' })],
  ['a ticket that is no number', () => click(by('ana'), { action_id: 'do.keep', value: "1001' or 1=1" })],
  ['a ticket that does not exist', () => click(by('ana'), { action_id: 'do.keep', value: '999999' })],
  ['an agent of another group', () => click(by('mateo'), { action_id: 'do.keep', value: '1001' })],
  ['the requester himself', () => click(by('bao'), { action_id: 'do.keep', value: '1001' })],
  ['a user of nowhere', () => click({ id: 'U0NOBODY', team_id: 'T9' }, { action_id: 'do.keep', value: '1001' })],
  ['an overflow of nonsense', () => click(by('ana'), { action_id: 'more', selected_option: { value: 'keep' } })],
])('a forged press by %s is acked, changes nothing and is told', async (_name, body) => {
  const before = lines.length;
  const answer = await post(body());
  expect(answer.status).toBe(200);
  await untouched();
  expect(lines.slice(before).join('')).not.toContain(SECRET_WORDS);
});

test.each([
  ['no JSON', 'form.reply', '{'],
  ['a foreign shape', 'form.reply', '{"n":"1001"}'],
  ['no ticket', 'form.reply', '{}'],
  ['a form of nobody', 'form.destroy', '{"n":1001}'],
  ['a verb without a form', 'form.keep', '{"n":1001}'],
])('a forged form with %s is answered and changes nothing', async (_name, callback, metadata) => {
  const answer = await post(form(by('ana'), callback, metadata));
  expect(answer.status).toBe(200);
  await untouched();
});

test.each([
  ['priya', 'form.message'],
  ['priya', 'form.reply'],
  ['bao', 'form.note'],
  ['mateo', 'form.resolve'],
])(
  '%s cannot send %s about a private ticket that is not theirs to work on, and learns nothing of it',
  async (name, callback) => {
    const answer = await post(form(by(name), callback, '{"n":1001}'));
    const said = await answer.text();
    expect(answer.status).toBe(200);
    expect(said).toContain('"response_action":"update"');
    if (name !== 'bao') expect(said).not.toContain('Payslip');
    expect(said).toContain('Give me all.');
    await untouched();
  },
);

test('nobody is shown whom he may not ask, by a form that was not opened for him', async () => {
  const shown = async () => {
    const answer = await fetch(`${day.slack.url}/_local/journal`);
    const rows = (await answer.json()) as { name: string; request: unknown }[];
    return JSON.stringify(rows.filter(({ name }) => name === 'views.update').map(({ request }) => request));
  };
  const view = {
    id: 'V1',
    hash: 'h',
    type: 'modal',
    callback_id: 'form.escalate',
    private_metadata: '{"n":1001}',
    state: { values: { target: { value: { type: 'radio_buttons', selected_option: { value: 'person' } } } } },
  };
  const pressed = {
    type: 'radio_buttons',
    action_id: 'value',
    block_id: 'target',
    selected_option: { value: 'person' },
  };
  const body = JSON.parse(decodeURIComponent(click(by('bao'), pressed).slice('payload='.length))) as object;
  expect((await post(payload({ ...body, view }))).status).toBe(200);
  await expect.poll(shown).toContain('V1');
  expect(await shown()).not.toContain('form.escalate');
});

test('a message of a room where somebody does not sit is not added to a ticket that he can read', async () => {
  const desk = day.channel('support-desk');
  const said = await day.person('ana').act({ do: 'send', channel: desk, text: 'CANARY among ourselves' });
  const opened = await day.app.desk.open(day.person('priya').id as never, {
    title: 'An invoice',
    content: 'Which one?',
    group: 'billing',
    channel: 'slash',
  });
  const into = opened.kind === 'done' ? String(opened.ticket.number) : '';
  const metadata = JSON.stringify({ from: { channel: desk, ts: 'ts' in said ? said.ts : '' } });
  const sent = form(by('mateo'), 'form.add', metadata, 'See there.').replace(
    '%22text%22%3A%7B',
    `%22into%22%3A%7B%22value%22%3A%7B%22type%22%3A%22external_select%22%2C%22selected_option%22%3A%7B%22value%22%3A%22${into}%22%7D%7D%7D%2C%22text%22%3A%7B`,
  );
  const answer = await post(sent);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('"response_action":"update"');
  expect(await day.rows(`select 1 from messages where ticket = ${into}`)).toEqual([]);
});

test('an agent of another company is not served, whatever his id', async () => {
  const body = click({ id: day.person('ana').id, team_id: 'T0OTHER' }, { action_id: 'do.keep', value: '1001' });
  expect((await post(body)).status).toBe(200);
  await untouched();
});

test('no button makes a request of words that one did not write, nor writes into a ticket of somebody else', async () => {
  const desk = day.channel('support-desk');
  const said = await day.person('ana').act({ do: 'send', channel: desk, text: 'CANARY between agents' });
  const ts = 'ts' in said ? said.ts : '';
  expect((await post(click(by('bao'), { action_id: 'go.add_message', value: `1001|${desk}|${ts}` }))).status).toBe(200);
  const dm = await day.person('priya').act({ do: 'open_dm', with: day.slack.ids.bot });
  const own = await day
    .person('priya')
    .act({ do: 'send', channel: 'channel' in dm ? (dm.channel ?? '') : '', text: 'Put this there.' });
  const place = 'ts' in own ? `${'channel' in dm ? dm.channel : ''}|${own.ts}` : '';
  expect((await post(click(by('priya'), { action_id: 'go.add_message', value: `1001|${place}` }))).status).toBe(200);
  await day.kept('nothing in the ticket', `select 1 where not exists (select from messages where ticket = 1001)`);
  await untouched();
});

test('a request goes on only under a request channel', async () => {
  const metadata = JSON.stringify({
    via: 'message',
    main: { channel: day.channel('support-desk'), ts: '1700000000.000100' },
  });
  const body = form(by('bao'), 'form.create', metadata).replace(
    '%22text%22%3A%7B',
    '%22title%22%3A%7B%22value%22%3A%7B%22type%22%3A%22plain_text_input%22%2C%22value%22%3A%22Lamp%22%7D%7D%2C%22group%22%3A%7B%22value%22%3A%7B%22type%22%3A%22static_select%22%2C%22selected_option%22%3A%7B%22value%22%3A%22support%22%7D%7D%7D%2C%22content%22%3A%7B',
  );
  expect((await post(body)).status).toBe(200);
  await day.kept('a ticket without that place', `select 1 from tickets where title = 'Lamp' and main_channel is null`);
});

test.each(['null', '7', '[]', '"x"', '{'])('a signed body of %s is refused and the app goes on', async (body) => {
  expect((await post(`payload=${encodeURIComponent(body)}`)).status).toBe(400);
  await untouched();
});

test.each([
  ['a foreign secret', () => ({ secret: 'somebody-elses-secret' }), 401],
  ['an old timestamp', () => ({ at: Date.now() / 1000 - 600 }), 401],
  ['a timestamp of tomorrow', () => ({ at: Date.now() / 1000 + 600 }), 401],
])('%s is refused', async (_name, forge, status) => {
  expect((await post(click(by('ana'), { action_id: 'do.keep', value: '1001' }), forge())).status).toBe(status);
  await untouched();
});

test('after all that the app works, and its log has neither words nor names', async () => {
  expect((await post(click(by('ana'), { action_id: 'do.keep', value: '1001' }))).status).toBe(200);
  await day.kept('that Ana has it', `select 1 from tickets where number = 1001 and state = 'in_progress'`);
  const all = lines.join('');
  for (const secret of [
    SECRET_WORDS,
    'Payslip',
    'Give me all.',
    'northwind.example',
    day.slack.botToken,
    day.slack.signingSecret,
  ])
    expect(all).not.toContain(secret);
});
