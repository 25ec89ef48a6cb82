/** Legacy attachments: Slack takes what it does not know in them, but not too much of what it does. */
import type { Obj } from '../model.ts';
import { invalidArguments, refuse } from '../refusal.ts';
import type { Ground } from './ground.ts';
import { messageProblems, refuseBlocks } from './message-check.ts';
import { type Problem, type Rule, createReport, isObj, known, list, oneOf, str } from './rule.ts';

const MOST = 100;

const field: Rule = (value, at, report) => {
  if (!isObj(value)) report.say(at, 'failed to match all allowed schemas');
};

const ATTACHMENT = known({
  footer: str(300, 0),
  fields: list(field, 100, 0),
  actions: list(field, 5, 0),
  mrkdwn_in: list(oneOf('pretext', 'text', 'fields'), 3, 0),
});

function problemsOf(attachment: unknown, at: string, ground: Ground): Problem[] {
  const report = createReport('message', ground);
  ATTACHMENT(attachment, at, report);
  const blocks = isObj(attachment) ? attachment['blocks'] : undefined;
  const inside = blocks === undefined ? [] : messageProblems(blocks, ground);
  return [...report.problems, ...inside.map((one) => ({ at: `${at}${one.at}`, message: one.message }))];
}

export function checkedAttachments(attachments: unknown, ground: Ground): Obj[] {
  if (!Array.isArray(attachments)) return invalidArguments('`attachments` must be an array');
  if (attachments.length > MOST) refuse('too_many_attachments');
  refuseBlocks(
    attachments.flatMap((one: unknown, n) => problemsOf(one, `/attachments/${n}`, ground)),
    'invalid_attachments',
  );
  return attachments as Obj[];
}
