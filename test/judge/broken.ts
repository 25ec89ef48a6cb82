/** Everything broken that the tests know, one by one, with what each judge says of it. */
import { messageProblems } from '../../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { BROKEN_MESSAGES } from '../local-slack/broken-messages.ts';
import { BROKEN_NEWER } from '../local-slack/broken-newer.ts';
import { BROKEN_VIEWS } from '../local-slack/broken-views.ts';
import { ON_MESSAGES } from '../local-slack/limits-messages.ts';
import { ON_VIEWS } from '../local-slack/limits-views.ts';
import type { Opinion } from './schema.ts';
import { type SecondJudge, secondJudge } from './second.ts';

type Sample = { rule: string; what: string; ours: () => Opinion[]; theirs: (judge: SecondJudge) => Opinion[] };

const message = (rule: string, what: string, made: unknown): Sample => ({
  rule,
  what,
  ours: () => messageProblems(made),
  theirs: (judge) => judge.message(made),
});
const view = (rule: string, what: string, made: unknown): Sample => ({
  rule,
  what,
  ours: () => viewProblems(made),
  theirs: (judge) => judge.view(made),
});

export const BROKEN: Sample[] = [
  ...ON_MESSAGES.filter(([, , most, , setting]) => !setting && Number.isFinite(most)).map(([rule, , most, make]) =>
    message(rule, `of ${most + 1}`, make(most + 1)),
  ),
  ...ON_VIEWS.map(([rule, , most, make]) => view(rule, `of ${most + 1}`, make(most + 1))),
  ...[...BROKEN_MESSAGES, ...BROKEN_NEWER].map(([rule, what, made]) => message(rule, what, made)),
  ...BROKEN_VIEWS.map(([rule, what, made]) => view(rule, what, made)),
];

/** How many of the broken samples the second judge catches, knowing nothing of the first. */
export async function caughtBySecond(): Promise<{ caught: number; of: number }> {
  const judge = await secondJudge();
  return { caught: BROKEN.filter(({ theirs }) => theirs(judge).length > 0).length, of: BROKEN.length };
}
