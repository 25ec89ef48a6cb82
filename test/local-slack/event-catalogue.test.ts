import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { curious, everything } from './all-events.ts';
import { EVENTS, type Row, SUBTYPES } from './event-catalogue.ts';
import { ear } from './listener.ts';
import { MODES, type Mode, workspace } from './workspace.ts';

type Entry = { name: string; scopes?: string[]; APIs: string[]; automatic?: boolean };

const SAMPLES = fileURLToPath(new URL('../fixtures/slack/samples/', import.meta.url));
const catalogue = (JSON.parse(readFileSync(`${SAMPLES}reference/events-catalogue.json`, 'utf8')) as Entry[]).filter(
  (one) => one.APIs.includes('Events'),
);
const sampled = readdirSync(`${SAMPLES}events_inner`).map((file) => file.replace(/\.json$/, ''));

const isSent = ([, row]: [string, Row]): boolean => 'sent' in row;
/** What an app subscribes to: `message` comes in families, and the automatic ones without being asked for. */
const automatic = new Set(catalogue.filter((one) => one.automatic).map((one) => one.name));
const subscribable = Object.entries(EVENTS)
  .filter(isSent)
  .map(([name]) => name)
  .filter((name) => name !== 'message' && !automatic.has(name));

type Heard = { type: string; subtype?: string; channel_type?: string };

/** The names of the events that an app heard, `message` by family and by subtype. */
async function told(mode: Mode, events: string[], hearing = true): Promise<Set<string>> {
  const on = await workspace({ mode, manifest: curious(events, hearing) });
  const heard = await ear(on);
  await everything(on);
  const names = heard.flatMap(({ event }) => {
    const { type, subtype, channel_type } = event as Heard;
    if (type !== 'message') return [type];
    const family = { channel: 'channels', group: 'groups' }[channel_type ?? ''] ?? channel_type;
    return [`message.${family}`, ...(subtype === undefined ? [] : [`message/${subtype}`])];
  });
  return new Set(names);
}

describe('the events of Slack', () => {
  test('each has its row, and no row is invented', () => {
    expect(catalogue.map((one) => one.name).filter((name) => !EVENTS[name])).toEqual([]);
    const known = new Set([...catalogue.map((one) => one.name), ...sampled]);
    expect(Object.keys(EVENTS).filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(MODES)('those that the table calls sent are sent, over %s, and no others', async (mode) => {
    const subtypes = Object.entries(SUBTYPES).filter(isSent);
    const expected = [...subscribable, ...subtypes.map(([name]) => `message/${name}`)];
    expect([...(await told(mode, subscribable))].toSorted()).toEqual(expected.toSorted());
  });

  test('none that the manifest does not subscribe to', async () => {
    expect([...(await told('socket', ['app_home_opened']))]).toEqual(['app_home_opened']);
  });

  test('without a scope only those that ask for none', async () => {
    const asksNothing = subscribable.filter((name) => {
      const entry = catalogue.find((one) => one.name === name);
      return entry !== undefined && (entry.scopes ?? []).length === 0;
    });
    expect([...(await told('socket', subscribable, false))].toSorted()).toEqual(asksNothing.toSorted());
  });

  test('are listed in the documentation', async () => {
    const lines = (rows: [string, Row][]) =>
      rows
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, row]) => `| \`${name}\` | ${'sent' in row ? row.sent : row.never} |`);
    const part = (title: string, head: string, rows: [string, Row][]) => [
      `## ${title}`,
      '',
      `| ${head} |`,
      '| --- | --- |',
      ...lines(rows),
      '',
    ];
    const text = [
      '# Events that local-slack sends',
      '',
      'To an app that subscribes to them, has the scope and stands in the channel; over Socket Mode and over signed HTTP alike.',
      'This page is printed by `test/local-slack/event-catalogue.test.ts`, which also makes each of them happen.',
      '',
      ...part('Sent', 'event | when', Object.entries(EVENTS).filter(isSent)),
      ...part('Sent, as a `message` with a subtype', 'subtype | when', Object.entries(SUBTYPES).filter(isSent)),
      ...part(
        'Never sent',
        'event | why',
        Object.entries(EVENTS).filter((one) => !isSent(one)),
      ),
      ...part(
        'Never sent, subtypes of `message`',
        'subtype | why',
        Object.entries(SUBTYPES).filter((one) => !isSent(one)),
      ),
    ].join('\n');
    await expect(text).toMatchFileSnapshot('../../docs/local-slack-events.md');
  });
});
