/** Slack's other packages without Bolt, and the programs that they print in their own READMEs, as they stand there. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OFFICE } from '../../local-slack/core/world.ts';
import { until, workspace } from '../local-slack/workspace.ts';
import { type Program, byHttp, bySocket, channelOf, click, run, say, sees } from './run.ts';

/** The one program in a package's README that has this line. */
function published(name: string, line: string): string {
  const file = new URL(`../../node_modules/@slack/${name}/README.md`, import.meta.url);
  const programs = readFileSync(file, 'utf8').matchAll(/^```(?:js|javascript)\n(.+?)^```$/gms);
  const found = [...programs].map(([, text = '']) => text).filter((text) => text.includes(line));
  expect(found, `${name}: ${line}`).toHaveLength(1);
  return found[0]!;
}

const manifest = (scopes: string[], bot_events: string[] = [], socket = true) => ({
  display_information: { name: 'Published' },
  features: { bot_user: { display_name: 'published' } },
  oauth_config: { scopes: { bot: scopes } },
  settings: {
    event_subscriptions: { ...(socket ? {} : { request_url: 'https://app.example.com/slack/events' }), bot_events },
    socket_mode_enabled: socket,
  },
});

async function office(scopes: string[], bot_events: string[] = []) {
  return workspace({ manifest: manifest(scopes, bot_events), world: OFFICE });
}

const ended = async (program: Program): Promise<string> => {
  expect(await program.exit, program.said()).toBe(0);
  return program.said();
};

describe('as Slack publishes them', () => {
  test('@slack/bolt: the app that reverses what it hears', async () => {
    const empty = '/* Add functionality here */';
    const source = published('bolt', empty).replace(empty, () => published('bolt', 'reversedText'));
    const on = await byHttp(
      source,
      '/slack/events',
      manifest(['channels:history', 'chat:write'], ['message.channels'], false),
    );
    await say(on, 'alice', 'stressed');
    await sees(on, 'bob', (one) => one.text === 'desserts');
  });

  test('@slack/socket-mode: a listener for messages', async () => {
    const on = await office(['channels:history'], ['message.channels']);
    const env = { SLACK_APP_TOKEN: on.appToken };
    const program = run(on, published('socket-mode', "socketModeClient.on('message'"), { env });
    await until(() => (on.sockets() === 1 ? true : undefined));
    await say(on, 'alice', 'is anybody here?');
    await until(() => /text: 'is anybody here\?'/.test(program.said()) || undefined);
  });

  test('@slack/socket-mode with @slack/web-api: a welcome with a button', async () => {
    const on = await office(['channels:read', 'chat:write'], ['member_joined_channel']);
    const env = { SLACK_APP_TOKEN: on.appToken, BOT_TOKEN: on.botToken };
    const program = run(on, published('socket-mode', "'member_joined_channel'"), { env });
    await until(() => (on.sockets() === 1 ? true : undefined));
    const channel = channelOf(on, 'random');
    await on.act('dana', { do: 'leave', channel });
    await on.act('dana', { do: 'join', channel });
    const there = Object.assign(on, { program });
    const welcome = await sees(there, 'chen', /Welcome to the channel, <@U\w+>\./);
    expect(welcome).toMatchObject({ channel, blocks: [{ type: 'section', accessory: { value: 'get_help' } }] });
  });

  test('@slack/socket-mode: its own errors have their classes', async () => {
    const on = await office([]);
    const program = run(on, published('socket-mode', 'SMSendWhileDisconnectedError) {'), {
      env: { SLACK_APP_TOKEN: 'xapp-wrong' },
    });
    expect(await program.exit).toBe(1);
    expect(program.said()).toContain('invalid_auth');
  });

  const web =
    "import { WebClient as Client } from '@slack/web-api';\nconst web = new Client(process.env.SLACK_BOT_TOKEN);\n";

  test.each(['await web.chat.postMessage({', "web.apiCall('chat.postMessage'"])('@slack/web-api: %s', async (line) => {
    const on = await office(['chat:write']);
    const source = published('web-api', line).replace("'...'", `'${channelOf(on)}'`);
    await ended(run(on, web + source));
    expect((await on.sight('bob')).messages.filter(({ text }) => text === 'Hello world!')).toHaveLength(1);
  });

  test('@slack/web-api: an error of Slack’s can be told from others', async () => {
    const on = await office(['users:read']);
    const said = await ended(run(on, web + published('web-api', "web.users.info({ user: '...' })")));
    expect(said).toMatch(/ok: false,\s+error: 'user_not_found'/);
  });
});

describe('written for this', () => {
  test('@slack/web-api in a script: pages, threads, edits, reactions, schedules, refusals', async () => {
    const on = await workspace({ manifest: new URL('./apps/web-api.yml', import.meta.url).pathname, world: OFFICE });
    const said = JSON.parse(await ended(run(on, new URL('./apps/web-api.ts', import.meta.url)))) as Record<
      string,
      unknown
    >;
    const { messages } = await on.sight('dana');
    const posted = messages.find(({ text }) => text === '5 people');
    expect(said).toEqual({
      people: ['alice', 'bob', 'chen', 'dana', 'guest'],
      permalink: `${on.url}/archives/${channelOf(on)}/p${posted?.ts.replace('.', '')}`,
      replies: 2,
      refused: 'user_not_found',
    });
    expect(posted).toMatchObject({
      edited: expect.any(String),
      reply_count: 1,
      reactions: [{ name: 'white_check_mark' }],
    });
    expect(messages.find(({ text }) => text === 'More inside')).toMatchObject({
      thread_ts: posted?.ts,
      broadcast: true,
    });
    await on.control({ do: 'clock', forward_ms: 2 * 3_600_000 });
    expect((await on.sight('dana')).messages.some(({ text }) => text === 'Later')).toBe(false);
  });

  test('@slack/socket-mode alone: a command answered in its ack, and a click', async () => {
    const on = await bySocket(new URL('./apps/socket-mode.js', import.meta.url));
    await on.act('bob', { do: 'command', channel: channelOf(on), command: '/tell', text: 'dinner is ready' });
    const asked = await sees(on, 'bob', /Shall I tell everybody "dinner is ready"\?/);
    await click(on, 'bob', asked, 'yes');
    await sees(on, 'alice', (one) => one.text === 'dinner is ready' && !one.ephemeral);
  });
});
