import { z } from 'zod';
import { messageProblems } from '../../core/checks/message-check.ts';
import { type Problem, isObj } from '../../core/checks/rule.ts';
import { viewProblems } from '../../core/checks/view-check.ts';
import { refuse } from '../../core/refusal.ts';
import { BROKEN_JSON } from '../../core/words.ts';
import { type Method, json, method } from './method.ts';

function judge(code: string, problems: Problem[], root: string): Record<string, never> {
  if (problems.length === 0) return {};
  const errors = problems.map(({ at, message }) => ({
    code: 'failed_constraint',
    message,
    pointer: at.startsWith(root) ? at.slice(root.length) : at,
  }));
  return refuse(code, { errors });
}

/** Asks for no token, so that the same call can be aimed at Slack itself. */
export const blockMethods: Record<string, Method> = {
  'blocks.validate': method({
    token: 'none',
    tier: 4,
    args: z.object({ blocks: json.optional(), message: json.optional(), view: json.optional() }),
    run: ({ slack }, { blocks, message, view }) => {
      const ground = { strictness: slack.strictness, app: null };
      const given = [blocks, message, view].filter((one) => one !== undefined);
      if (given.length !== 1 || given[0] === BROKEN_JSON) {
        return refuse('invalid_arguments', {
          response_metadata: { messages: ['must provide exactly one of `blocks`, `view`, or `message`'] },
        });
      }
      if (view !== undefined) return judge('invalid_view', viewProblems(view, ground), '/view');
      if (blocks !== undefined) return judge('invalid_blocks', messageProblems(blocks, ground), '/blocks');
      return judge(
        'invalid_message',
        messageProblems(isObj(message) ? (message['blocks'] ?? []) : message, ground),
        '',
      );
    },
  }),
};
