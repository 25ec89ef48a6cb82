import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageProblems } from '../../local-slack/core/checks/message-check.ts';
import { STRICT } from '../../local-slack/core/checks/strictness.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { ON_MESSAGES } from '../local-slack/limits-messages.ts';
import { ON_VIEWS } from '../local-slack/limits-views.ts';
import { input, modal, video } from '../local-slack/limits.ts';
import { BEYOND, isBeyond } from './beyond.ts';
import { BROKEN, caughtBySecond } from './broken.ts';
import { secondJudge } from './second.ts';

const judge = await secondJudge();

/** As Slack gives them back, with ids and hash: an app cannot send them so. */
const GIVEN_BACK = ['view_home_006.json', 'view_modal_008.json', 'view_modal_009.json', 'view_modal_010.json'];

test.each(ON_MESSAGES.filter(([, , , , setting]) => !setting))(
  'both take %s from %d to %d',
  (_rule, least, most, make) => {
    expect(judge.message(make(least))).toEqual([]);
    if (Number.isFinite(most)) expect(judge.message(make(most))).toEqual([]);
  },
);

test.each(ON_VIEWS)('both take %s of a view from %d to %d', (_rule, least, most, make) => {
  expect(judge.view(make(least))).toEqual([]);
  expect(judge.view(make(most))).toEqual([]);
});

describe('what is broken', () => {
  test.each(BROKEN)('$rule $what', ({ ours, theirs }) => {
    const own = ours();
    expect(own).not.toEqual([]);
    const second = theirs(judge);
    expect(second.length > 0 || own.every(isBeyond) ? 'caught or beyond the types' : own).toBe(
      'caught or beyond the types',
    );
  });

  test('the second judge catches most of it', async () => {
    const { caught, of } = await caughtBySecond();
    console.log(`broken samples caught by the second judge: ${caught} of ${of}`);
    expect(of).toBeGreaterThanOrEqual(49);
    expect(caught / of).toBeGreaterThan(2 / 3);
  });

  test('no class of rules beyond the types stands there in vain', () => {
    const bare = { strictness: STRICT, app: { scopes: [], unfurlDomains: [] } };
    const unscoped = [
      ...messageProblems([video()], bare),
      ...viewProblems(modal([input({ type: 'file_input' })]), bare),
    ];
    const missed = BROKEN.filter(({ theirs }) => theirs(judge).length === 0)
      .flatMap(({ ours }) => ours())
      .concat(unscoped);
    const idle = BEYOND.filter((one) => !missed.some(({ at, message }) => one.at.test(at) && one.says.test(message)));
    expect(idle.map(({ why }) => why)).toEqual([]);
  });
});

test.each(readdirSync('test/fixtures/slack/samples/views'))('Slack’s own sample %s', (file) => {
  const view: unknown = JSON.parse(readFileSync(`test/fixtures/slack/samples/views/${file}`, 'utf8'));
  const found = [viewProblems(view), judge.view(view)];
  if (GIVEN_BACK.includes(file)) for (const one of found) expect(one).not.toEqual([]);
  else expect(found).toEqual([[], []]);
});
