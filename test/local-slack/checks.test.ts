import { describe, expect, test } from 'vitest';
import { NO_APP } from '../../local-slack/core/checks/ground.ts';
import { messageProblems, renderedLength } from '../../local-slack/core/checks/message-check.ts';
import { STRICT } from '../../local-slack/core/checks/strictness.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { BROKEN_MESSAGES } from './broken-messages.ts';
import { BROKEN_NEWER } from './broken-newer.ts';
import { BROKEN_VIEWS } from './broken-views.ts';
import { ON_MESSAGES } from './limits-messages.ts';
import { ON_VIEWS } from './limits-views.ts';
import { type Limit, divider, modal } from './limits.ts';

describe.each([
  ['message', ON_MESSAGES as Limit<unknown>[], messageProblems],
  ['view', ON_VIEWS as Limit<unknown>[], viewProblems],
] as const)('limits on a %s', (_surface, limits, problems) => {
  test.each(limits)('%s: %d to %d', (_rule, least, most, make, setting) => {
    const ground = { ...NO_APP, strictness: { ...STRICT, ...setting } };
    expect(problems(make(least), ground)).toEqual([]);
    if (Number.isFinite(most)) {
      expect(problems(make(most), ground)).toEqual([]);
      expect(problems(make(most + 1), ground)).not.toEqual([]);
    }
    if (least > 0 && least < 10) expect(problems(make(least - 1), ground)).not.toEqual([]);
  });
});

describe('what may not be', () => {
  const said = (problems: { at: string; message: string }[]): string[] =>
    problems.map(({ at, message }) => `${message}|${at}`);

  test.each([...BROKEN_MESSAGES, ...BROKEN_NEWER])('in a message: %s: %s', (_rule, _what, blocks, wanted) => {
    expect(said(messageProblems(blocks))).toContain(wanted);
  });

  test.each(BROKEN_VIEWS)('in a view: %s: %s', (_rule, _what, view, wanted) => {
    expect(said(viewProblems(view))).toEqual([wanted]);
  });

  test('anything that is no list of objects', () => {
    for (const blocks of [null, 'blocks', {}, [null], [1], [[]], ['divider']])
      expect(messageProblems(blocks)).not.toEqual([]);
  });

  test('null stands for absent', () => {
    expect(said(viewProblems(modal([divider], { close: null, callback_id: null })))).toEqual([]);
  });
});

test('rendered text counts entities as written and a header a hundred more', () => {
  expect(renderedLength([{ type: 'section', text: { type: 'mrkdwn', text: 'a&<>b' } }])).toBe(2 + 5 + 4 + 4);
  expect(renderedLength([{ type: 'header', text: { type: 'plain_text', text: 'abc' } }])).toBe(103);
});
