import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { openDay } from '../day/open.ts';

/** Slack delivers again what it believes to be lost: the same payload, several times, also at the same moment. */
let day: Awaited<ReturnType<typeof openDay>>;
let base: Awaited<ReturnType<typeof connect>>;
beforeAll(async () => {
  day = await openDay({ mode: 'http' });
  base = await connect(day.database.url);
});
afterAll(async () => {
  await base.close();
  await day.close();
});

const TIMES = 4;

async function post(type: string, body: string): Promise<void> {
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', day.slack.signingSecret).update(`v0:${at}:${body}`).digest('hex');
  const answer = await fetch(`http://127.0.0.1:${day.app.port}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${signature}` },
  });
  expect(answer.status).toBe(200);
}
const FORM = 'application/x-www-form-urlencoded';
type Delivery = () => Promise<void>;
const payload = (data: object): Delivery => {
  const common = { team: { id: day.slack.ids.team }, api_app_id: day.slack.ids.app, token: 'x' };
  return () => post(FORM, `payload=${encodeURIComponent(JSON.stringify({ ...common, ...data }))}`);
};
const by = (name: string) => ({ id: day.person(name).id, team_id: day.slack.ids.team });
let unique = 0;

const press = (name: string, action_id: string, value: TicketNumber): Delivery =>
  payload({
    type: 'block_actions',
    user: by(name),
    trigger_id: `1.${++unique}.press`,
    container: { type: 'message', message_ts: '1700000000.000100', channel_id: day.channel('support-desk') },
    actions: [{ type: 'button', block_id: 'b', action_ts: '1.1', action_id, value: String(value) }],
  });
const form = (name: string, callback_id: string, metadata: object, answers: Record<string, object>): Delivery =>
  payload({
    type: 'view_submission',
    user: by(name),
    trigger_id: `1.${++unique}.form`,
    response_urls: [],
    view: {
      id: `V${++unique}`,
      type: 'modal',
      hash: 'h',
      callback_id,
      private_metadata: JSON.stringify(metadata),
      blocks: [],
      title: { type: 'plain_text', text: 'x' },
      state: { values: Object.fromEntries(Object.entries(answers).map(([field, value]) => [field, { value }])) },
    },
  });
const typed = (value: string) => ({ type: 'plain_text_input', value });
const command = (name: string, text: string): Delivery => {
  const { id } = by(name);
  const said = { command: '/ticket', text, user_id: id, user_name: name, team_id: day.slack.ids.team };
  const place = { channel_id: day.channel('support-desk'), trigger_id: `1.${++unique}.command` };
  return () => post(FORM, new URLSearchParams({ ...said, ...place, response_url: 'http://127.0.0.1:1' }).toString());
};
const event = (data: object): Delivery => {
  const { team, app } = day.slack.ids;
  const body = { type: 'event_callback', team_id: team, api_app_id: app, event_id: `Ev${++unique}`, event: data };
  return () => post('application/json', JSON.stringify(body));
};
const said = async (name: string, channel: string, text: string, thread_ts?: string) => {
  const sent = await day.person(name).act({ do: 'send', channel, text, ...(thread_ts && { thread_ts }) });
  if (!('ts' in sent) || sent.ts === undefined) throw new Error('not sent');
  return { channel, ts: sent.ts };
};

const raise = async (title: string): Promise<TicketNumber> => {
  const outcome = await day.app.desk.open(day.person('bao').id as never, {
    title,
    content: 'Since Monday.',
    group: 'support',
    channel: 'slash',
  });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.ticket.number;
};
const act = async (number: TicketNumber, verb: 'keep' | 'reply', input = {}) => {
  const outcome = await day.app.desk.act(number, { verb, by: day.person('ana').id as never, input });
  expect(outcome.kind).toBe('done');
};
type Count = { acts: number; tickets: number; messages: number };
const counted = async (): Promise<Count> => {
  const [count] = await base.sql<[Count]>`
    select (select count(*) from events) as acts, (select count(*) from tickets) as tickets,
      (select count(*) from messages) as messages`;
  return count;
};
const lastVerb = async () => {
  const [event] = await base.sql<{ verb: string }[]>`select verb from events order by at desc, seq desc limit 1`;
  return event?.verb;
};

/** Delivered several times at once, and once more when it was done: all that happens, happens once. */
async function once(delivery: Delivery, verb: string, more: Partial<Count> = {}): Promise<void> {
  const before = await counted();
  await Promise.all(Array.from({ length: TIMES }, delivery));
  await day.kept(verb, `select 1 from (select count(*) as n from events) c where n > ${before.acts}`);
  await delivery();
  // What comes in later is answered after it: a command after its act, an event when the inbox is empty.
  for (let i = 0; i < TIMES; i++) await command('ana', 'mine')();
  await day.kept('an empty inbox', 'select 1 where not exists (select from inbox where done_at is null)');
  expect(await counted()).toEqual({
    acts: before.acts + 1,
    tickets: before.tickets + (more.tickets ?? 0),
    messages: before.messages + (more.messages ?? 0),
  });
  expect(await lastVerb()).toBe(verb);
}

describe('one effect, however often it is delivered', () => {
  test('a press, also of a verb that could be done again', async () => {
    const number = await raise('Pressed');
    await act(number, 'keep');
    await act(number, 'reply', { text: 'Does it work now?' });
    await once(press('ana', 'do.work', number), 'work');
    await once(press('ana', 'do.prepare', number), 'prepare');
    // A second press is another one.
    await once(press('ana', 'do.work', number), 'work');
  });

  test('a command with its words', async () => {
    const number = await raise('Typed');
    await once(command('ana', `note T-${number} Looked at the log.`), 'note', { messages: 1 });
  });

  test('a form', async () => {
    const number = await raise('Sent');
    await once(form('ana', 'form.note', { n: number }, { text: typed('Looked again.') }), 'note', { messages: 1 });
    const answers = {
      title: typed('Lamp'),
      content: typed('It is dark.'),
      group: { type: 'static_select', selected_option: { value: 'support' } },
    };
    await once(form('bao', 'form.create', { via: 'home' }, answers), 'create', { tickets: 1 });
  });

  test('an emoji; taken away and put there again, it is another one', async () => {
    const at = await said('bao', day.channel('ask-support'), 'The printer is on fire.');
    const put = (reaction: string, where: { channel: string; ts: string }, stamp: string) =>
      event({
        type: 'reaction_added',
        user: day.person('ana').id,
        reaction,
        item: { type: 'message', ...where },
        event_ts: stamp,
      });
    await once(put('ticket', at, '1700000000.000200'), 'create', { tickets: 1 });
    const [{ number }] = await base.sql<[{ number: TicketNumber }]>`select max(number) as number from tickets`;
    const place = `select 1 from places where ticket = ${number} and kind = 'card'`;
    await day.kept('its card', place);
    const [card] = await base.sql<[{ channel: string; ts: string }]>`
      select channel, ts from places where ticket = ${number} and kind = 'card'`;
    await once(put('eyes', card, '1700000000.000300'), 'keep');
    const back = { group: 'support' };
    expect(
      (await day.app.desk.act(number, { verb: 'forward', by: day.person('ana').id as never, input: back })).kind,
    ).toBe('done');
    await once(put('eyes', card, '1700000000.000400'), 'keep');
  });

  test('a message in the thread, and the mention in it', async () => {
    const [{ number, main_channel, main_ts }] = await base.sql<
      [{ number: number; main_channel: string; main_ts: string }]
    >`
      select number, main_channel, main_ts from tickets where main_ts is not null order by number desc limit 1`;
    const words = `<@${day.slack.ids.bot}> it still burns`;
    const { channel, ts } = await said('bao', main_channel, words, main_ts);
    const message = { user: day.person('bao').id, text: words, channel, ts, thread_ts: main_ts, event_ts: ts };
    const both = [
      event({ type: 'message', channel_type: 'channel', ...message }),
      event({ type: 'app_mention', ...message }),
    ];
    let n = 0;
    await once(async () => both[n++ % 2]?.(), 'message', { messages: 1 });
    expect(number).toBeGreaterThan(0);
  });
});
