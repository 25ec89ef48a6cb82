import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { keptOf } from '../../src/slack/receivers/kept.ts';
import { createApp, type SlackApp } from '../../src/slack/receiver.ts';
import { later, until, type Workspace, workspace } from '../local-slack/workspace.ts';

type Stored = { key: string; conversation: string; body: { event: Record<string, unknown> } };

/** An inbox in a list: what is tested here is what is put into it, and when. */
function inboxList() {
  const stored: Stored[] = [];
  return {
    stored,
    refuse: null as Error | null,
    async put(key: string, conversation: string, body: unknown) {
      if (this.refuse) throw this.refuse;
      if (stored.some((one) => one.key === key)) return false;
      stored.push({ key, conversation, body: body as Stored['body'] });
      return true;
    },
  };
}

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
afterEach(() => void lines.splice(0));

async function connected(on: Workspace, define: (app: SlackApp['app']) => void = () => {}) {
  const inbox = inboxList();
  const slack = await createApp({
    mode: { kind: 'socket', appToken: on.appToken },
    botToken: on.botToken,
    apiUrl: `${on.url}/api`,
    inbox,
    log,
  });
  define(slack.app);
  await slack.start();
  later(() => slack.stop());
  return { slack, inbox };
}

const clickCard = {
  type: 'actions',
  block_id: 'verbs',
  elements: [{ type: 'button', action_id: 'keep', text: { type: 'plain_text', text: 'Keep' }, value: '1' }],
};

describe('events', () => {
  it('are stored before they are acked, and never kept with a token', async () => {
    const on = await workspace();
    const { inbox } = await connected(on);
    const channel = on.ids.channels['ask-support']!;
    await on.act('bao', { do: 'send', channel, text: 'My screen is *black* & cold' });
    const kept = await until(() => inbox.stored[0]);
    expect(kept.conversation).toBe(`c:${channel}`);
    expect(kept.body.event).toMatchObject({ type: 'message', user: on.ids.users['bao'], channel });
    expect(kept.body).not.toHaveProperty('token');
    const delivery = await until(async () =>
      (await on.journal()).find(({ kind, answer }) => kind === 'delivery' && answer !== null),
    );
    expect(delivery.answer).toMatchObject({ ok: true });
  });

  it('are not acked while they cannot be stored, so that Slack delivers them again', async () => {
    const on = await workspace();
    const { inbox } = await connected(on);
    inbox.refuse = new Error('the database is away');
    await on.act('bao', { do: 'send', channel: on.ids.channels['ask-support']!, text: 'Anybody there?' });
    await until(() => lines.find((line) => line.includes('an inbound event failed')));
    inbox.refuse = null;
    expect(inbox.stored).toEqual([]);
    await on.control({ do: 'clock', forward_ms: 3100 });
    await until(() => inbox.stored[0]);
    expect(lines.join('')).not.toContain('Anybody there?');
  });

  it('of one message that names the bot are stored once and heard as message and as mention', async () => {
    const on = await workspace();
    const heard: string[] = [];
    const { slack, inbox } = await connected(on, (app) => {
      app.event('message', async ({ event }) => void heard.push(event.type));
      app.event('app_mention', async ({ event }) => void heard.push(event.type));
    });
    const channel = on.ids.channels['ask-support']!;
    await on.act('bao', { do: 'send', channel, text: `<@${on.ids.bot}> my screen is black` });
    await until(async () =>
      (await on.journal()).filter(({ kind, answer }) => kind === 'delivery' && answer).length === 2 ? true : undefined,
    );
    expect(inbox.stored).toHaveLength(1);
    expect(heard).toEqual([]);
    await slack.process(inbox.stored[0]!.body);
    expect(heard).toEqual(['message', 'app_mention']);
  });

  it('that a listener fails on are rejected, so that the job is tried again, and logged without what was said', async () => {
    const on = await workspace();
    const { slack, inbox } = await connected(on, (app) => {
      app.event('message', async ({ event }) => {
        throw new Error(`cannot take ${JSON.stringify(event)}`);
      });
    });
    await on.act('bao', { do: 'send', channel: on.ids.channels['ask-support']!, text: 'a secret word' });
    const kept = await until(() => inbox.stored[0]);
    await expect(slack.process(kept.body)).rejects.toThrow('cannot take');
    expect(lines.join('')).toContain('a listener failed');
    expect(lines.join('')).not.toContain('secret word');
  });

  it('that our own posts and updates echo are not stored', async () => {
    const on = await workspace();
    const { inbox } = await connected(on);
    const channel = on.ids.channels['support-desk']!;
    const ts = await on.post(channel, 'a card');
    await on.client.chat.update({ channel, ts, text: 'a newer card' });
    await on.act('ana', { do: 'send', channel, text: 'seen' });
    await until(() => inbox.stored[0]);
    expect(inbox.stored.map(({ body }) => body.event['text'])).toEqual(['seen']);
  });
});

describe('two connections', () => {
  it('lose no click while one of them is refreshed', async () => {
    const on = await workspace();
    const clicked: string[] = [];
    await connected(on, (app) => {
      app.action('keep', async ({ ack, body }) => {
        await ack();
        clicked.push(body.user.id);
      });
    });
    expect(on.sockets()).toBe(2);
    const channel = on.ids.channels['support-desk']!;
    const ts = await on.post(channel, 'a card', { blocks: [clickCard] });
    for (const what of ['refresh', 'warning', 'cut', 'refresh'] as const) {
      await on.control({ do: 'socket', what });
      const answer = await on.act('ana', {
        do: 'click',
        place: { kind: 'message', channel, ts },
        block_id: 'verbs',
        action_id: 'keep',
      });
      expect(answer).toMatchObject({ ok: true });
      expect(answer).not.toHaveProperty('said');
    }
    expect(clicked).toHaveLength(4);
    await until(() => (on.sockets() >= 2 ? true : undefined));
  });

  it('come back by themselves when Slack refused them for a while', async () => {
    const on = await workspace();
    const { slack } = await connected(on);
    const method = 'apps.connections.open';
    await on.control({ do: 'arm', fault: { method, kind: { do: 'error', error: 'invalid_auth' }, left: 3 } });
    await on.control({ do: 'socket', what: 'cut' });
    await on.control({ do: 'socket', what: 'cut' });
    await until(async () => ((await on.sight('ana')).faults.length === 0 ? true : undefined));
    await until(() => (slack.connections() === 2 ? true : undefined));
    expect(lines.join('')).toContain('a Socket Mode connection could not be opened');
  });

  it('can be stopped while they are being opened again', async () => {
    const on = await workspace();
    const { slack } = await connected(on);
    const method = 'apps.connections.open';
    await on.control({ do: 'arm', fault: { method, kind: { do: 'delay', ms: 400 }, left: null } });
    await on.control({ do: 'socket', what: 'refresh' });
    await until(() => (slack.connections() < 2 ? true : undefined));
    await slack.stop();
    expect(slack.connections()).toBe(0);
    await until(() => (on.sockets() === 0 ? true : undefined));
  });

  it('are closed when stop has resolved, and what is under way has finished', async () => {
    const on = await workspace();
    let finished = false;
    const { slack } = await connected(on, (app) => {
      app.action('keep', async ({ ack }) => {
        await ack();
        await new Promise((done) => setTimeout(done, 300));
        finished = true;
      });
    });
    const channel = on.ids.channels['support-desk']!;
    const ts = await on.post(channel, 'a card', { blocks: [clickCard] });
    await on.act('ana', { do: 'click', place: { kind: 'message', channel, ts }, block_id: 'verbs', action_id: 'keep' });
    await slack.stop();
    expect(finished).toBe(true);
    expect(slack.connections()).toBe(0);
    await until(() => (on.sockets() === 0 ? true : undefined));
  });

  it('reject the start when the token is no good', async () => {
    const on = await workspace();
    const given = { botToken: on.botToken, apiUrl: `${on.url}/api/`, inbox: inboxList(), log };
    const slack = await createApp({ ...given, mode: { kind: 'socket', appToken: 'xapp-wrong' } });
    await expect(slack.start()).rejects.toThrow('invalid_auth');
    await slack.stop();
    await expect(
      createApp({ ...given, botToken: 'xoxb-wrong', mode: { kind: 'socket', appToken: on.appToken } }),
    ).rejects.toThrow('invalid_auth');
  });
});

describe('what is kept of an event', () => {
  const of = (event: Record<string, unknown>, more = {}) =>
    keptOf({ type: 'event_callback', token: 'secret', team_id: 'T1', event_id: 'Ev1', event, ...more }, 'UBOT');

  it('has one key for a message and its mention', () => {
    const spoken = { channel: 'C1', user: 'U1', ts: '1.000001', event_ts: '1.000001', text: '<@UBOT> help' };
    const message = of({ type: 'message', ...spoken });
    const mention = of({ type: 'app_mention', ...spoken }, { event_id: 'Ev2' });
    expect(mention?.key).toBe(message?.key);
    expect(mention?.body.event).toEqual(message?.body.event);
  });

  it.each([
    [
      'an edit',
      {
        type: 'message',
        subtype: 'message_changed',
        channel: 'C1',
        event_ts: '2.0',
        message: { user: 'U1', ts: '1.0', text: 'b' },
      },
      'msg:T1:C1:message_changed:2.0',
      'c:C1',
    ],
    [
      'a deletion',
      { type: 'message', subtype: 'message_deleted', channel: 'C1', event_ts: '3.0', deleted_ts: '1.0' },
      'msg:T1:C1:message_deleted:3.0',
      'c:C1',
    ],
    [
      'a person',
      { type: 'user_change', user: { id: 'U1', profile: { email: 'a@b.example', phone: '1' } } },
      'event:Ev1',
      'u:U1',
    ],
    ['a channel', { type: 'channel_rename', channel: { id: 'C1', name: 'n' } }, 'event:Ev1', 'c:C1'],
    [
      'a reaction',
      { type: 'reaction_added', user: 'U1', item: { type: 'message', channel: 'C1', ts: '1.0' } },
      'event:Ev1',
      'c:C1',
    ],
  ])('%s', (_name, event, key, conversation) => {
    const kept = of(event);
    expect(kept).toMatchObject({ key, conversation });
    expect(JSON.stringify(kept)).not.toMatch(/secret|phone/);
  });

  it('is nothing when it is not an event', () => {
    expect(keptOf({ type: 'block_actions' }, 'UBOT')).toBeNull();
    expect(keptOf(null, 'UBOT')).toBeNull();
  });
});
